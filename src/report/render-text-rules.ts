// The rules as a table: the worst first, each with what it expected and what it found.
import type { Finding } from '../gate/verdict.ts'
import { isStopping } from './render-text-failures.ts'
import { describeFinding } from './render-text-messages.ts'
import { cut, plain, wrap, type Format, type Style } from './render-text-style.ts'

type Mark = { readonly sign: string; readonly format: Format }
const marks = {
  fail: { sign: '✘', format: 'red' },
  inconclusive: { sign: '?', format: 'magenta' },
  noted: { sign: '!', format: 'yellow' },
  pass: { sign: '✔', format: 'green' },
} satisfies Record<string, Mark>
type Kind = keyof typeof marks
const worstFirst: readonly Kind[] = ['fail', 'inconclusive', 'noted', 'pass']
const idWidth = 21
const expectedWidth = 38
/** Of what a rule found. It may name each operation of an API, or each tenant. */
const mostLines = 8

/** A line for each rule, more where what was found is long. */
export function renderRules(findings: readonly Finding[], style: Style): string[] {
  const ordered = findings.toSorted((a, b) => worstFirst.indexOf(kindOf(a)) - worstFirst.indexOf(kindOf(b)))
  return ordered.flatMap((finding) => renderRule(finding, style))
}

/** What a finding does to the verdict: one of a rule that only warns stands in nobody's way. */
function kindOf(finding: Finding): Kind {
  if (finding.outcome === 'pass') return 'pass'
  if (!isStopping(finding)) return 'noted'
  return finding.outcome === 'fail' ? 'fail' : 'inconclusive'
}

function renderRule(finding: Finding, style: Style): string[] {
  const words = describeFinding(finding)
  const kind = kindOf(finding)
  const { sign, format } = marks[kind]
  const isPass = kind === 'pass'
  const left = idWidth + expectedWidth + 6
  const room = Math.max(20, style.width - left - 2)
  const found = isPass ? [cut(plain(words.found), room)] : wrapSome(plain(words.found), noteOf(finding), room)
  const id = finding.rule.padEnd(idWidth)
  const expected = cut(plain(words.expected), expectedWidth).padEnd(expectedWidth)
  const first = [
    ` ${style.paint(format, sign)} ${isPass ? id : style.paint('bold', id)}`,
    style.paint('dim', expected),
    style.paint('dim', '→'),
    isPass ? style.paint('dim', found[0] ?? '') : style.paint(format, found[0] ?? ''),
  ].join(' ')
  return [first, ...found.slice(1).map((line) => `${' '.repeat(left)}${style.paint(format, line)}`)]
}

/** The note is never among what is left out. */
function wrapSome(text: string, note: string, width: number): string[] {
  const lines = wrap(`${text}${note}`, width)
  if (lines.length <= mostLines) return lines
  return [...lines.slice(0, mostLines - 1), ...wrap(`… verdict.json has the rest${note}`, width)]
}

/** Why a finding stands in nobody's way. */
function noteOf({ level, waiver }: Finding): string {
  if (waiver !== undefined) return ' (waived)'
  return level === 'block' ? '' : ` (${level} only)`
}

/** What would make the verdict a pass: each thing to do once, with the rules that ask for it. */
export function renderRemedies(findings: readonly Finding[], style: Style): string[] {
  const byRemedy = Map.groupBy(findings.filter(isStopping), ({ remedy }) => remedy)
  return [...byRemedy].flatMap(([remedy, some]) => {
    const rules = some.map(({ rule }) => rule).join(', ')
    return wrap(plain(`${remedy} (${rules})`), style.width - 6).map(
      (line, index) => `   ${index === 0 ? '•' : ' '} ${line}`,
    )
  })
}
