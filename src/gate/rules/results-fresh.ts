// Results of last week say nothing about today's candidate, and a result from the future would hide every later one,
// because the latest start counts.
import { z } from 'zod'
import type { Attempt, Evidence } from '../../evidence/evidence.ts'
import { defineRule, idsOf, tenantsOf, type Judgement } from '../rule.ts'

const minuteMs = 60_000
type Span = { readonly from: number; readonly to: number }

export const freshSettings = z.strictObject({
  maxAgeMinutes: z
    .number()
    .positive()
    .default(24 * 60),
  clockSkewSeconds: z.number().nonnegative().default(120),
})

export const resultsFresh = defineRule({
  id: 'results-fresh',
  settings: freshSettings,
  evaluate({ evidence, settings: { maxAgeMinutes, clockSkewSeconds }, now }) {
    const skewMs = clockSkewSeconds * 1000
    const youngest: Span = { from: now - maxAgeMinutes * minuteMs, to: now + skewMs }
    const span = spanOf(evidence, youngest, skewMs)
    const endMs = evidence.seal?.end ?? latestStop(evidence)
    const outside = evidence.cases.filter(({ attempts }) =>
      attempts.some((attempt) => !isInside(attempt, span)),
    )
    const isOld = endMs !== null && (endMs < youngest.from || endMs > youngest.to)
    const isOdd = evidence.seal !== null && evidence.seal.end < evidence.seal.start
    return {
      outcome: outcome(evidence, { endMs, isBad: isOld || isOdd || outside.length > 0 }),
      expected: { maxAgeMinutes, clockSkewSeconds },
      actual: {
        ageMinutes: endMs === null ? null : Math.round((now - endMs) / minuteMs),
        isSealed: evidence.seal !== null,
        results: evidence.counts.results,
        outside: outside.length,
        withoutStart: outside.filter(({ attempts }) => attempts.some(({ start }) => start === null)).length,
      },
      cases: idsOf(outside),
      tenants: isOld || isOdd ? [] : tenantsOf(outside),
    }
  },
})

/** The time of the run; without a seal only the age of each result can be held against the clock. */
function spanOf({ seal }: Evidence, youngest: Span, skewMs: number): Span {
  return seal ? { from: seal.start - skewMs, to: seal.end + skewMs } : youngest
}

/** A result without a start may be of any day, so it is outside; a missing stop leaves the start to tell. */
function isInside({ start, stop }: Attempt, { from, to }: Span): boolean {
  if (start === null || start < from || start > to) return false
  return stop === null || (stop >= start && stop <= to)
}

function latestStop({ cases }: Evidence): number | null {
  let latest: number | null = null
  for (const { attempts } of cases) latest = attempts.reduce(laterEnd, latest)
  return latest
}

function laterEnd(latest: number | null, { stop, start }: Attempt): number | null {
  const end = stop ?? start
  return end === null || (latest !== null && latest >= end) ? latest : end
}

function outcome(
  { origin, seal, cases }: Evidence,
  { endMs, isBad }: { endMs: number | null; isBad: boolean },
): Judgement['outcome'] {
  if (isBad) return 'fail'
  const isEmpty = cases.every(({ attempts }) => attempts.length === 0)
  const cannotTell = endMs === null || isEmpty || (origin === 'run' && seal === null)
  return cannotTell ? 'inconclusive' : 'pass'
}
