// What passed in the end and had failed before: it is no failure of the run, and a gate may still have no budget for it.
import { styleText } from 'node:util'
import { visibleText } from '../notice/visible-text.ts'
import { byText } from '../release/by-text.ts'
import type { Progress } from '../run/run-setup.ts'
import { orderOf, renderCaseHead } from './render-case-head.ts'

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
  return [...first.values()].toSorted(byText((one) => orderOf(one.case)))
}

function renderFlaky({ case: found, message }: Attempt): string {
  const causes = visibleText(message).split('\n').slice(0, longestCause)
  const head = renderCaseHead(styleText('yellow', '↻ passed on a retry'), found)
  return [...head, ...causes.map((cause) => `  ${cause}`)].join('\n')
}
