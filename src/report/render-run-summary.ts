// The end of `airlock run` for whoever wrote the scenario: what did not pass, where it stands, why, and what to look at.
import { styleText } from 'node:util'
import { visibleLine, visibleText, withoutCommands } from '../notice/visible-text.ts'
import type { Case, Plan } from '../plan/plan.ts'
import { byText } from '../release/by-text.ts'
import { orderOf, renderCaseHead } from './render-case-head.ts'
import { renderFlakyCases } from './render-flaky-cases.ts'
import type { Explanation } from '../run/explain-attempt.ts'
import { shortestSecret } from '../run/make-redactor.ts'
import type { Progress } from '../run/run-setup.ts'
import type { Seal } from '../run/seal.ts'

export type RunSummary = {
  readonly plan: Plan
  readonly seal: Seal
  readonly log: readonly Progress[]
  /** The run's folder as a person would type it. */
  readonly folder: string
}

type Failure = {
  readonly case: Case
  readonly status: string
  readonly message: string
  readonly explanation: Explanation | null
}

const longestMessage = 12
const longestDetail = 40
/** Of more failures than these only the causes are shown; the rest stands in the report. */
const mostDetails = 3
/** Of failures for one reason. */
const mostAlike = 10

/** Failures by tenant and feature, then one line of counts. */
export function renderRunSummary(summary: RunSummary): string {
  const failures = summary.log.flatMap(toFailure).toSorted(byText((one) => orderOf(one.case)))
  const { shown, hidden } = thinOut(failures)
  const blocks = shown.map((failure, index) =>
    renderFailure(failure, index < mostDetails ? summary.folder : null),
  )
  const told = [
    ...blocks,
    ...hidden.map(renderHidden),
    ...renderAround(summary.log, 'hook'),
    ...renderAround(summary.log, 'exit'),
    ...renderAround(summary.log, 'stray'),
    ...renderFlakyCases(summary.log),
  ]
  return withoutCommands([...told, renderCounts(summary, failures)].join('\n\n'))
}

/** What is about to run. */
export function renderStart(cases: number, workers: number): string {
  const used = Math.min(cases, workers)
  return `${cases} case${cases === 1 ? '' : 's'} on ${used} worker${used === 1 ? '' : 's'}`
}

/** What a run cannot keep out of what it writes. */
export function renderShortSecrets(count: number): string {
  const [who, stay] = count === 1 ? ['A secret is', 'stays'] : [`${count} secrets are`, 'stay']
  const text = `${who} shorter than ${shortestSecret} characters, and ${stay} readable in what is written.`
  return styleText('yellow', text)
}

/** The last line alone. */
export function renderRunCounts(summary: RunSummary): string {
  return renderCounts(summary, summary.log.flatMap(toFailure))
}

/** A platform that has gone away fails hundreds of cases for one reason, which has to be seen among them. */
function thinOut(failures: readonly Failure[]) {
  const alike = Map.groupBy(failures, reasonOf)
  const isShown = (failure: Failure): boolean =>
    (alike.get(reasonOf(failure)) ?? []).indexOf(failure) < mostAlike
  const hidden = [...alike.values()]
    .filter(({ length }) => length > mostAlike)
    .map((all) => ({ reason: all[0]?.message.split('\n')[0] ?? '', count: all.length - mostAlike }))
  return { shown: failures.filter(isShown), hidden }
}

/** The first line tells one reason from another; its first word may be the operation that met it. */
function reasonOf({ status, message }: Failure): string {
  return `${status} ${(message.split('\n')[0] ?? '').replace(/^\S+ /, '')}`
}

function renderHidden({ reason, count }: { reason: string; count: number }): string {
  return `${styleText('red', `✗ ${count} more`)} for the same reason, all of them in the report:\n  ${visibleLine(reason)}`
}

const aroundCases = {
  hook: ['broken', 'A hook around all cases'],
  exit: ['lost', 'A worker between its cases'],
  stray: ['broken', 'Something that no step has awaited'],
} as const

/** Each once: hooks run around every batch of cases, and workers may all go the same way. */
function renderAround(log: readonly Progress[], kind: keyof typeof aroundCases): string[] {
  const messages = new Set(log.flatMap((one) => (one.kind === kind ? [one.message] : [])))
  const [word, what] = aroundCases[kind]
  return [...messages].map((message) => {
    const head = `${styleText('red', `✗ ${word}`)} ${styleText('bold', what)}`
    return [head, ...cut(message, longestMessage).map((line) => `  ${line}`)].join('\n')
  })
}

function toFailure(progress: Progress): Failure[] {
  if (!('case' in progress)) return []
  if (progress.kind === 'loss') {
    const { case: found, cause: message } = progress
    return progress.givenUp ? [{ case: found, status: 'lost', message, explanation: null }] : []
  }
  if (progress.willBeRetried || progress.status === 'passed') return []
  return [progress]
}

function renderFailure(
  { case: found, status, message, explanation }: Failure,
  folder: string | null,
): string {
  const colour = status === 'skipped' ? 'yellow' : 'red'
  return [
    ...renderCaseHead(styleText(colour, `✗ ${status}`), found),
    ...(explanation?.step ? [`  ${styleText('bold', visibleLine(explanation.step))}`] : []),
    ...cut(message, longestMessage).map((line) => `  ${line}`),
    ...(explanation && folder !== null ? renderExplanation(explanation, folder) : []),
  ].join('\n')
}

function renderExplanation({ detail, files }: Explanation, folder: string): string[] {
  const lines = detail === '' ? [] : ['', ...cut(detail, longestDetail).map((line) => `    ${line}`)]
  const places = files.map(({ name, path }) => `    ${name}: ${folder}/${path}`)
  const trace = files.find(({ path }) => path.endsWith('.zip'))
  if (trace) places.push(`    npx playwright show-trace ${folder}/${trace.path}`)
  return [...lines, ...(places.length > 0 ? ['', ...places] : [])].map((line) => styleText('dim', line))
}

function cut(text: string, most: number): string[] {
  const lines = visibleText(text).split('\n')
  return lines.length > most ? [...lines.slice(0, most), '…'] : lines
}

/** Which part of the plan it was, where it was not all of it. */
function nameShard({ shards: [shard] }: Seal): string {
  return shard === undefined || shard.total === 1 ? '' : ` of shard ${shard.index}/${shard.total}`
}

function renderCounts({ plan, seal, log }: RunSummary, failures: readonly Failure[]): string {
  const total = seal.shards.reduce((sum, { cases }) => sum + cases.length, 0)
  const passed = seal.durations.filter((one) => one.passed).length
  const retried = log.filter((one) => one.kind === 'attempt' && one.willBeRetried).length
  const lost = log.filter(({ kind }) => kind === 'loss').length
  const parts = [`${passed} of ${total} cases${nameShard(seal)} passed`]
  if (failures.length > 0) parts.push(`${failures.length} not passed`)
  if (retried > 0) parts.push(`${retried} run again`)
  if (lost > 0) parts.push(`${lost} lost to the machine`)
  const around = countAround(log)
  parts.push(...around)
  if (plan.excluded.length > 0) parts.push(`${plan.excluded.length} not planned`)
  if (seal.interrupted) parts.push('interrupted')
  const seconds = ((seal.end - seal.start) / 1000).toFixed(1)
  return styleText(
    failures.length > 0 || around.length > 0 || seal.interrupted ? 'red' : 'green',
    `${parts.join(', ')} in ${seconds} s`,
  )
}

function countAround(log: readonly Progress[]): string[] {
  const left = log.filter(({ kind }) => kind === 'exit').length
  return [
    ...(log.some(({ kind }) => kind === 'hook') ? ['a hook failed'] : []),
    ...(log.some(({ kind }) => kind === 'stray') ? ['an error left behind'] : []),
    ...(left > 0 ? [left === 1 ? 'a worker left' : `${left} workers left`] : []),
  ]
}
