// What is excused for a while: nobody should take a failure for none because somebody else has answered for it.
import type { Verdict } from '../gate/verdict.ts'
import { describeQuarantined } from './describe-exceptions.ts'
import type { Block } from './render-text-blocks.ts'
import { words } from './page-words.ts'
import { plain, wrap, type Style } from './render-text-style.ts'

/** One block: each excused case, what became of it, who answers for it and until when. */
export function renderQuarantined({ quarantined }: Verdict, style: Style): Block[] {
  if (quarantined.length === 0) return []
  return [
    {
      head: [` ${style.paint('bold', words.quarantined)}`],
      size: quarantined.length,
      entry: (at) => quarantined.slice(at, at + 1).flatMap((one) => renderOne(one, style)),
      foot: [],
    },
  ]
}

function renderOne(excused: Verdict['quarantined'][number], style: Style): string[] {
  return wrap(plain(describeQuarantined(excused)), style.width - 6).map(
    (line, index) => `   ${index === 0 ? style.paint('yellow', '•') : ' '} ${line}`,
  )
}
