// What a person watches while cases run: how far each tenant is, and what has gone wrong so far.
import { styleText } from 'node:util'
import type { Case } from '../plan/plan.ts'
import type { Progress } from '../run/run-setup.ts'

export type TenantProgress = { total: number; passed: number; bad: number; skipped: number; retried: number }

export type ProgressState = {
  readonly tenants: ReadonlyMap<string, TenantProgress>
  readonly lost: number
}

/** Every tenant of the plan at its beginning. */
export function makeProgressState(cases: readonly Case[]): ProgressState {
  const tenants = new Map<string, TenantProgress>()
  for (const { tenant } of cases) {
    const before = tenants.get(tenant) ?? { total: 0, passed: 0, bad: 0, skipped: 0, retried: 0 }
    tenants.set(tenant, { ...before, total: before.total + 1 })
  }
  return { tenants, lost: 0 }
}

/** The state after one more thing has happened. */
export function applyProgress(state: ProgressState, progress: Progress): ProgressState {
  if (!('case' in progress)) return state
  if (progress.kind === 'loss' && !progress.givenUp) return { ...state, lost: state.lost + 1 }
  const before = state.tenants.get(progress.case.tenant)
  if (!before) return state
  const key = keyOf(progress)
  const tenants = new Map(state.tenants).set(progress.case.tenant, { ...before, [key]: before[key] + 1 })
  return { tenants, lost: state.lost + Number(progress.kind === 'loss') }
}

function keyOf(progress: Extract<Progress, { case: Case }>): 'passed' | 'bad' | 'skipped' | 'retried' {
  if (progress.kind === 'loss') return 'bad'
  if (progress.willBeRetried) return 'retried'
  if (progress.status === 'passed' || progress.status === 'skipped') return progress.status
  return 'bad'
}

const barWidth = 24

/** The whole picture, a line a tenant; for a terminal that can be written over. */
export function renderProgress({ tenants, lost }: ProgressState, width: number): string {
  const idWidth = Math.max(...[...tenants.keys()].map(({ length }) => length))
  const lines = [...tenants].map(
    ([id, counts]) => `  ${id.padEnd(idWidth)}  ${renderBar(counts)}  ${renderCounts(counts)}`,
  )
  if (lost > 0) lines.push(styleText('yellow', `  ${lost} lost to the machine and run again`))
  return lines.map((line) => cut(line, width)).join('\n')
}

/** One line, for logs: `61/174 maple 20/60 · cedar 41/54`. */
export function renderProgressLine({ tenants, lost }: ProgressState): string {
  const all = [...tenants].map(([id, counts]) => {
    const bad = counts.bad > 0 ? ` (${counts.bad} not passed)` : ''
    return `${id} ${doneOf(counts)}/${counts.total}${bad}`
  })
  return `${all.join(' · ')}${lost > 0 ? ` · ${lost} lost` : ''}`
}

function doneOf({ passed, bad, skipped }: TenantProgress): number {
  return passed + bad + skipped
}

function renderBar(counts: TenantProgress): string {
  const filled = Math.floor((barWidth * doneOf(counts)) / counts.total)
  const colour = counts.bad > 0 ? 'red' : 'green'
  return `${styleText(colour, '━'.repeat(filled))}${styleText('dim', '━'.repeat(barWidth - filled))}`
}

function renderCounts(counts: TenantProgress): string {
  const parts = [`${doneOf(counts)}/${counts.total}`]
  if (counts.bad > 0) parts.push(styleText('red', `${counts.bad} not passed`))
  if (counts.skipped > 0) parts.push(styleText('yellow', `${counts.skipped} skipped`))
  if (counts.retried > 0) parts.push(styleText('yellow', `${counts.retried} run again`))
  return parts.join('  ')
}

// Colour codes take no room, so only plain lines are ever cut; the bars are short enough for any terminal.
function cut(line: string, width: number): string {
  return line.includes('\u001B') ? line : line.slice(0, width)
}
