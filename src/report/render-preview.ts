// A preview on a terminal: the verdict of then as it would be told, and after it what changes from now until then.
import type { Preview, Turn } from '../gate/preview.ts'
import type { Finding } from '../gate/verdict.ts'
import { withoutCommands } from '../notice/visible-text.ts'
import { renderTime } from './render-text-facts.ts'
import { describeFinding } from './render-text-messages.ts'
import { cut, plain, wrap, type Style } from './render-text-style.ts'

const widest = 100
const longestFound = 400
const verdictWords = { pass: 'passes', block: 'blocks', inconclusive: 'is inconclusive' } as const

/** Lines that follow the text of a verdict, ending with a line end. */
export function renderPreview({ now, later, turns }: Preview, terminal: Style): string {
  const style = { ...terminal, width: Math.min(terminal.width, widest) }
  const isLater = later.decidedAt !== now.decidedAt
  const first = `${renderTime(now.decidedAt)}, now: ${verdictWords[now.verdict]}`
  const lines = [
    ` ${style.paint(['bold', 'underline'], 'From now until then')}`,
    ...wrapLine(first, style),
    ...turns.flatMap((turn) => renderTurn(turn, style)),
    ...(isLater && turns.length === 0 ? wrapLine('nothing changes until then', style) : []),
    '',
    ` ${style.paint('dim', 'A dry run: nothing was written, signed or kept.')}`,
  ]
  return withoutCommands(`\n${lines.join('\n')}\n`)
}

function renderTurn({ at, verdict, newly, noMore }: Turn, style: Style): string[] {
  const would =
    verdict === 'pass' ? 'would pass' : verdict === 'block' ? 'would block' : 'would be inconclusive'
  return [
    ...wrapLine(`from ${renderTime(at)}: ${would}`, style),
    ...newly.flatMap((finding) => indent(describeReason(finding), style)),
    ...noMore.flatMap((rule) => indent(`no more: ${rule}`, style)),
  ]
}

function describeReason(finding: Finding): string {
  const found = cut(plain(describeFinding(finding).found), longestFound)
  return `because ${finding.rule}: ${found}. ${finding.remedy}`
}

function wrapLine(text: string, { width }: Style): string[] {
  return wrap(plain(text), width - 4).map((line) => `   ${line}`)
}

function indent(text: string, { width }: Style): string[] {
  return wrap(plain(text), width - 6).map((line) => `     ${line}`)
}
