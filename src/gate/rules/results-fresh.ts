// Results of last week say nothing about today's candidate, and a result from the future would hide every later one,
// because the latest start counts.
import { z } from 'zod'
import type { Attempt, Evidence, EvidenceCase } from '../../evidence/evidence.ts'
import { longest, longestSeconds } from '../../release/longest.ts'
import { findEnd, listApart } from '../result-times.ts'
import { defineRule, idsOf, tenantsOf, type Judgement } from '../rule.ts'
import { dayMs } from '../term.ts'

const minuteMs = 60_000
type Span = { readonly from: number; readonly to: number }

export const freshSettings = z.strictObject({
  maxAgeMinutes: z
    .number()
    .positive()
    .max(longest.minutes)
    .default(24 * 60),
  clockSkewSeconds: z.number().nonnegative().max(longestSeconds).default(120),
  /** Some writers of JUnit reports give no time at all. */
  undatedReports: z.enum(['fail', 'warn']).default('fail'),
})

export const resultsFresh = defineRule({
  id: 'results-fresh',
  settings: freshSettings,
  looser: { maxAgeMinutes: 'more', clockSkewSeconds: 'more', undatedReports: ['fail', 'warn'] },
  evaluate({ evidence, settings: { maxAgeMinutes, clockSkewSeconds, undatedReports }, now }) {
    const skewMs = clockSkewSeconds * 1000
    const youngest: Span = { from: now - maxAgeMinutes * minuteMs, to: now + skewMs }
    const own = spanOf(evidence, youngest, skewMs)
    const endMs = findEnd(evidence)
    const undated = evidence.cases.filter(isUndated)
    // Another suite ran at a time of its own.
    const outside = evidence.cases.filter(
      (found) =>
        !isUndated(found) &&
        found.attempts.some((attempt) => !isInside(attempt, found.source === undefined ? own : youngest)),
    )
    const isOld = isOutside(evidence, youngest)
    const oddMs = findOddLength(evidence, maxAgeMinutes * minuteMs)
    const isOdd = oddMs !== null
    const isBad = isOld || isOdd || outside.length > 0
    const found = [...outside, ...undated]
    return {
      outcome: outcome(evidence, { endMs, isBad, undated: undated.length > 0 ? undatedReports : 'pass' }),
      expected: { maxAgeMinutes, clockSkewSeconds },
      actual: {
        ageMinutes: endMs === null ? null : roundAway((now - endMs) / minuteMs),
        isSealed: evidence.seal !== null,
        results: evidence.counts.results,
        outside: outside.length,
        withoutStart: outside.filter(({ attempts }) => attempts.some(({ start }) => start === null)).length,
        undated: undated.length,
        ...(isOdd && { tookMinutes: Math.floor(oddMs / minuteMs) }),
      },
      cases: idsOf(found),
      tenants: isOld || isOdd ? [] : tenantsOf(found),
    }
  },
})

/** Away from now: what is too old, or too far ahead, must not read as if it were not. */
function roundAway(minutes: number): number {
  return minutes < 0 ? Math.floor(minutes) : Math.ceil(minutes)
}

/** Only a JUnit report may lack every time, and only as far as the policy lets it. */
function isUndated({ source, attempts }: EvidenceCase): boolean {
  return source === 'junit' && attempts.every(({ start, stop }) => start === null && stop === null)
}

/** Ended too long ago, or in the future. */
function isOutside(evidence: Evidence, { from, to }: Span): boolean {
  const end = findEnd(evidence)
  return end !== null && (end < from || (evidence.seal?.end ?? end) > to)
}

/**
 * How long a run took by its seal, where nobody believes that. One that began before its machine had a clock would hold
 * results of any day, and be compared with no earlier release: all of them would have begun later.
 */
function findOddLength({ seal }: Evidence, maxAgeMs: number): number | null {
  if (seal === null) return null
  const all = [seal, ...listApart(seal)].map(({ start, end }) => end - start)
  return all.find((took) => took < 0 || took > Math.max(maxAgeMs, dayMs)) ?? null
}

/** The time of the run; without a seal only the age of each result can be held against the clock. */
function spanOf({ seal }: Evidence, youngest: Span, skewMs: number): Span {
  return seal ? { from: seal.start - skewMs, to: seal.end + skewMs } : youngest
}

/** A result without a start may be of any day, so it is outside; a missing stop leaves the start to tell. */
function isInside({ start, stop }: Attempt, { from, to }: Span): boolean {
  if (start === null || start < from || start > to) return false
  return stop === null || (stop >= start && stop <= to)
}

type Found = {
  readonly endMs: number | null
  readonly isBad: boolean
  readonly undated: Judgement['outcome']
}

function outcome({ origin, seal, cases }: Evidence, { endMs, isBad, undated }: Found): Judgement['outcome'] {
  if (isBad || undated === 'fail') return 'fail'
  const isEmpty = cases.every(({ attempts }) => attempts.length === 0)
  const cannotTell = endMs === null || isEmpty || (origin === 'run' && seal === null)
  return cannotTell ? 'inconclusive' : undated
}
