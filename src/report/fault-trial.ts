// What became of one fault: which scenarios failed while it was switched on. A suite is worth what it notices.
import { byText } from '../release/by-text.ts'
import type { Fault } from '../release/fault.ts'
import type { Progress } from '../run/run-setup.ts'

export type Catch = { readonly scenario: string; readonly uri: string; readonly tenants: readonly string[] }

export type FaultTrial = {
  readonly fault: Fault
  /** Sorted by feature and name; empty when nothing noticed it. */
  readonly caught: readonly Catch[]
  /** Cases that ran. */
  readonly cases: number
}

/** Scenarios whose last attempt did not pass. */
export function makeFaultTrial(fault: Fault, log: readonly Progress[]): FaultTrial {
  const ended = log.filter((one) => (one.kind === 'loss' ? one.givenUp : !one.willBeRetried))
  const failed = ended.flatMap((one) => (one.kind === 'attempt' && isNoticed(one.status) ? [one.case] : []))
  const byScenario = Map.groupBy(failed, ({ uri, scenario }) => `${uri}\0${scenario}`)
  const caught = [...byScenario.values()].flatMap((cases) => {
    const [first] = cases
    if (!first) return []
    const tenants = [...new Set(cases.map(({ tenant }) => tenant))].toSorted()
    return [{ scenario: first.scenario, uri: first.uri, tenants }]
  })
  return {
    fault,
    caught: caught.toSorted(byText(({ uri, scenario }) => `${uri}\0${scenario}`)),
    cases: ended.length,
  }
}

/** A lost worker or a skipped case says nothing about the service. */
function isNoticed(status: string): boolean {
  return status === 'failed' || status === 'broken'
}
