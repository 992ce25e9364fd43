// Earlier runs as a table for the terminal.
import type { PastRun } from '../history/past.ts'
import { visibleLine, withoutCommands } from '../notice/visible-text.ts'
import { isInstant } from '../release/instant.ts'
import { renderInstant } from './render-instant.ts'

const head = ['run', 'began', 'target', 'release', 'version', 'cases', 'verdict']

export function renderHistory(runs: readonly PastRun[]): string {
  if (runs.length === 0) return 'No run is in the history yet; `airlock gate --run` adds the one it judges.\n'
  const rows = [head, ...runs.map((run) => renderRun(run).map(visibleLine))]
  const widths = head.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const lines = rows.map((row) => {
    const cells = row.map((cell, at) => cell.padEnd(widths[at] ?? 0))
    return `${cells.join('  ').trimEnd()}\n`
  })
  return withoutCommands(lines.join(''))
}

function renderRun({
  runId,
  startedAt,
  target,
  release,
  kind,
  whole,
  verdict,
  version,
  cases,
}: PastRun): string[] {
  const began = isInstant(startedAt)
    ? renderInstant(Temporal.Instant.fromEpochMilliseconds(Math.round(startedAt)).toString()).join(', ')
    : `at ${startedAt}, which is no time`
  const promised = release === null ? '–' : `${release}${kind === 'scheduled' ? '' : ` (${kind})`}`
  return [runId, began, target, promised, version ?? '–', `${cases}${whole ? '' : ' (not all)'}`, verdict]
}
