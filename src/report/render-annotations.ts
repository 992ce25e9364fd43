// Findings where GitHub shows them: beside the line in the pull request. It shows ten of a step and drops the others
// without a word, so the others are counted.
import type { LintFinding } from '../plan/lint/lint-finding.ts'

const most = 10

/** Workflow commands, errors first. */
export function renderAnnotations(findings: readonly LintFinding[]): string {
  const sorted = findings.toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'))
  const lines = sorted.slice(0, most).map(renderAnnotation)
  const left = sorted.length - lines.length
  return [...lines, ...(left > 0 ? [`and ${left} more; \`npx airlock lint\` tells them all`] : [])]
    .map((line) => `${line}\n`)
    .join('')
}

function renderAnnotation({ level, file, line, column, rule, message, hints }: LintFinding): string {
  const place = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`
  return `::${level} ${place}::${data([message, ...hints].join('\n'))}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
