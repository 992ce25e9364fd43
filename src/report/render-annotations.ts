// Findings of lint where GitHub shows them: beside the line in the pull request.
import type { LintFinding } from '../plan/lint/lint-finding.ts'
import { renderWorkflowCommands } from './workflow-command.ts'

/** Workflow commands, errors first. */
export function renderAnnotations(findings: readonly LintFinding[]): string {
  const sorted = findings.toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'))
  const annotations = sorted.map(({ level, file, line, column, rule, message, hints }) => ({
    level,
    title: rule,
    message: [message, ...hints].join('\n'),
    place: { file, line, column },
  }))
  return renderWorkflowCommands(annotations, '`npx airlock lint` tells them all')
}
