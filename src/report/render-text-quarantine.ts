// What is excused for a while: nobody should take a failure for none because somebody else has answered for it.
import type { Verdict } from '../gate/verdict.ts'
import type { Block } from './render-text-blocks.ts'
import { plain, wrap, type Style } from './render-text-style.ts'

/** One block: each excused case, what became of it, who answers for it and until when. */
export function renderQuarantined({ quarantined }: Verdict, style: Style): Block[] {
  if (quarantined.length === 0) return []
  return [
    {
      head: [` ${style.paint('bold', 'In quarantine, so it did not decide')}`],
      size: quarantined.length,
      entry: (at) => quarantined.slice(at, at + 1).flatMap((one) => renderOne(one, style)),
      foot: [],
    },
  ]
}

function renderOne(
  { scenario, tenant, outcome, owner, link, reason, expires }: Verdict['quarantined'][number],
  style: Style,
): string[] {
  const name = tenant === null ? scenario : `${scenario} for ${tenant}`
  const words = `${name}: ${outcome}, until ${expires}, ${owner}: ${reason} (${link})`
  return wrap(plain(words), style.width - 6).map(
    (line, index) => `   ${index === 0 ? style.paint('yellow', '•') : ' '} ${line}`,
  )
}
