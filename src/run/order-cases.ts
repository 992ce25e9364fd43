// The longest case started last would be waited for by everybody; among equals, what failed last time is asked first.
import type { Case } from '../plan/plan.ts'
import { compareTexts } from '../release/by-text.ts'
import { phaseOf } from './locks.ts'
import type { PlannedWork } from './work-source.ts'

export type Past = {
  /** Milliseconds each case took in the last run, by case id. */
  readonly durations: ReadonlyMap<string, number>
  readonly failed: ReadonlySet<string>
}

/** Longest first, then what failed last time; cases that keep others away come last. */
export function orderCases(cases: readonly Case[], past: Past): PlannedWork[] {
  return cases
    .map((found) => ({
      case: found,
      attempt: 0,
      expectedMs: past.durations.get(found.id) ?? null,
    }))
    .toSorted((a, b) => order(a, b, past))
}

function order(a: PlannedWork, b: PlannedWork, { failed }: Past): number {
  return (
    phaseOf(a.case) - phaseOf(b.case) ||
    (b.expectedMs ?? 0) - (a.expectedMs ?? 0) ||
    Number(failed.has(b.case.id)) - Number(failed.has(a.case.id)) ||
    compareTexts(a.case.id, b.case.id)
  )
}
