// What lint found, file by file, for the person who wrote it.
import { withoutCommands } from '../notice/visible-text.ts'
import type { LintFinding } from '../plan/lint/lint-finding.ts'
import { plain, wrap, type Style } from './render-text-style.ts'
import { count } from './count-nouns.ts'

export type LintCounts = { readonly features: number; readonly policies: number }

const widest = 110
const indent = 11

/** Findings below their file, then one line that sums up. */
export function renderLint(findings: readonly LintFinding[], counts: LintCounts, style: Style): string {
  const files = Map.groupBy(findings, ({ file }) => file)
  const blocks = [...files].map(([file, own]) =>
    [style.paint('underline', file), ...own.flatMap((finding) => renderFinding(finding, style))].join('\n'),
  )
  return withoutCommands(`${[...blocks, renderSummary(findings, counts, style)].join('\n\n')}\n`)
}

function renderFinding({ line, column, level, rule, message, hints }: LintFinding, style: Style): string[] {
  const sign = level === 'error' ? style.paint('red', '✕') : style.paint('yellow', '!')
  const place = style.paint('dim', `${line}:${column}`.padStart(7))
  const width = Math.min(style.width, widest) - indent
  const [first = '', ...rest] = wrap(`${plain(message)} [${rule}]`, width)
  const lines = [`${place}  ${sign} ${first}`, ...rest.map((text) => `${' '.repeat(indent)}${text}`)]
  const hinted = hints.map((hint) => `${' '.repeat(indent + 2)}${style.paint('cyan', plain(hint))}`)
  return [...lines.map((text) => text.replace(`[${rule}]`, style.paint('dim', rule))), ...hinted]
}

function renderSummary(findings: readonly LintFinding[], counts: LintCounts, style: Style): string {
  const errors = findings.filter(({ level }) => level === 'error').length
  const warnings = findings.length - errors
  const looked = `${count(counts.features, 'feature')} and ${count(counts.policies, 'policy file')}`
  const told = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ]
  if (told.length === 0) return style.paint('green', `✓ nothing to mend in ${looked}`)
  return style.paint(errors > 0 ? 'red' : 'yellow', `${told.join(' and ')} in ${looked}`)
}
