// The end of `airlock run` for whoever wrote the scenario: what did not pass, where it stands, and why.
import { styleText } from 'node:util'
import type { Case, Plan } from '../plan/plan.ts'
import type { Progress } from '../run/run-setup.ts'
import type { Seal } from '../run/seal.ts'

export type RunSummary = { readonly plan: Plan; readonly seal: Seal; readonly log: readonly Progress[] }

type Failure = { readonly case: Case; readonly status: string; readonly message: string }

const longestMessage = 12

/** Failures by tenant and feature, then one line of counts. */
export function renderRunSummary({ plan, seal, log }: RunSummary): string {
  const failures = log.flatMap(toFailure).toSorted(byPlace)
  const blocks = failures.map(renderFailure)
  return [...blocks, renderCounts({ plan, seal, log }, failures)].join('\n\n')
}

function toFailure(progress: Progress): Failure[] {
  if (progress.kind === 'loss')
    return progress.givenUp ? [{ case: progress.case, status: 'lost', message: progress.cause }] : []
  if (progress.willBeRetried || progress.status === 'passed') return []
  return [progress]
}

function byPlace(a: Failure, b: Failure): number {
  return keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))
}

function keyOf({ case: { tenant, uri, line } }: Failure): string {
  return `${tenant}\0${uri}\0${String(line).padStart(6, '0')}`
}

function renderFailure({ case: found, status, message }: Failure): string {
  const colour = status === 'skipped' ? 'yellow' : 'red'
  const head = `${styleText(colour, `✗ ${status}`)} ${styleText('bold', found.scenario)} ${styleText('dim', `(${found.tenant})`)}`
  const place = styleText('dim', `  ${found.uri}:${found.line}`)
  const lines = message.split('\n')
  const cut = lines.length > longestMessage ? [...lines.slice(0, longestMessage), '…'] : lines
  return [head, place, ...cut.map((line) => `  ${line}`)].join('\n')
}

function renderCounts({ plan, seal, log }: RunSummary, failures: readonly Failure[]): string {
  const total = seal.shards.reduce((sum, { cases }) => sum + cases.length, 0)
  const passed = seal.durations.filter((one) => one.passed).length
  const retried = log.filter((one) => one.kind === 'attempt' && one.willBeRetried).length
  const lost = log.filter(({ kind }) => kind === 'loss').length
  const parts = [`${passed} of ${total} cases passed`]
  if (failures.length > 0) parts.push(`${failures.length} not passed`)
  if (retried > 0) parts.push(`${retried} run again`)
  if (lost > 0) parts.push(`${lost} lost to the machine`)
  if (plan.excluded.length > 0) parts.push(`${plan.excluded.length} not planned`)
  if (seal.interrupted) parts.push('interrupted')
  const seconds = ((seal.end - seal.start) / 1000).toFixed(1)
  return styleText(
    failures.length > 0 || seal.interrupted ? 'red' : 'green',
    `${parts.join(', ')} in ${seconds} s`,
  )
}
