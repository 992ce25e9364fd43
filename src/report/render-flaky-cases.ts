// What passed in the end and had failed before: it is no failure of the run, and a gate may still have no budget for it.
import { styleText } from 'node:util'
import { visibleLine, visibleText } from '../notice/visible-text.ts'
import { byText } from '../release/by-text.ts'
import type { Progress } from '../run/run-setup.ts'

type Attempt = Extract<Progress, { kind: 'attempt' }>

const most = 10
const longestCause = 2

/** One block for each, with the cause of its first failure; nothing where no case is flaky. */
export function renderFlakyCases(log: readonly Progress[]): string[] {
  const flaky = findFlaky(log)
  const more = flaky.length - most
  return [
    ...flaky.slice(0, most).map(renderFlaky),
    ...(more > 0 ? [`${styleText('yellow', `↻ ${more} more`)} passed on a retry`] : []),
  ]
}

function findFlaky(log: readonly Progress[]): Attempt[] {
  const attempts = log.filter((one) => one.kind === 'attempt')
  const passed = new Set(attempts.flatMap((one) => (one.status === 'passed' ? [one.case.id] : [])))
  const first = new Map<string, Attempt>()
  for (const one of attempts) {
    if (one.willBeRetried && passed.has(one.case.id) && !first.has(one.case.id)) first.set(one.case.id, one)
  }
  return [...first.values()].toSorted(
    byText(({ case: { tenant, uri, line } }) => `${tenant}\0${uri}\0${String(line).padStart(6, '0')}`),
  )
}

function renderFlaky({ case: { scenario, tenant, uri, line }, message }: Attempt): string {
  const causes = visibleText(message).split('\n').slice(0, longestCause)
  return [
    `${styleText('yellow', '↻ passed on a retry')} ${styleText('bold', visibleLine(scenario))} ${styleText('dim', `(${tenant})`)}`,
    styleText('dim', `  ${uri}:${line}`),
    ...causes.map((cause) => `  ${cause}`),
  ].join('\n')
}
