// What became of one fault: which scenarios failed while it was switched on. A suite is worth what it notices.
import { byText } from '../release/by-text.ts'
import type { Fault } from '../release/fault.ts'
import type { Progress } from '../run/run-setup.ts'

export type Catch = {
  readonly scenario: string
  readonly uri: string
  /** Of the scenario, or of the example rows that failed. */
  readonly lines: readonly number[]
  readonly tenants: readonly string[]
}

export type FaultTrial = {
  readonly fault: Fault
  /** Sorted by feature and name; empty when nothing noticed it. */
  readonly caught: readonly Catch[]
  /** Cases that ran. */
  readonly cases: number
}

/** What a run with that fault came to. */
export function makeFaultTrial(fault: Fault, log: readonly Progress[]): FaultTrial {
  return { fault, caught: findFailed(log), cases: log.filter(isEnd).length }
}

/** Whether a case has ended with it. */
function isEnd(one: Progress): boolean {
  if (one.kind === 'loss') return one.givenUp
  return one.kind === 'attempt' && !one.willBeRetried
}

/** Scenarios whose last attempt did not pass, sorted by feature and name. */
export function findFailed(log: readonly Progress[]): Catch[] {
  const failed = log.flatMap((one) => (isNoticed(one) ? [one.case] : []))
  const byScenario = Map.groupBy(failed, ({ uri, scenario }) => `${uri}\0${scenario}`)
  const found = [...byScenario.values()].flatMap((cases) => {
    const [first] = cases
    if (!first) return []
    const tenants = [...new Set(cases.map(({ tenant }) => tenant))].toSorted()
    const lines = [...new Set(cases.map(({ line }) => line))]
    return [{ scenario: first.scenario, uri: first.uri, lines, tenants }]
  })
  return found.toSorted(byText(({ uri, scenario }) => `${uri}\0${scenario}`))
}

/** The end of a case that failed. A lost worker or a skipped case says nothing about the service. */
export function isNoticed(one: Progress): one is Extract<Progress, { kind: 'attempt' }> {
  return one.kind === 'attempt' && !one.willBeRetried && (one.status === 'failed' || one.status === 'broken')
}
