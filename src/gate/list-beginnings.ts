// What is written down for a time to come and counts from then on: exceptions, approvals, what a server answered, and the
// end of a run whose clock is ahead.
import { resolveTime } from '../release/wall-time.ts'
import type { Question } from './decide.ts'
import { findEnd } from './result-times.ts'
import { freshSettings } from './rules/results-fresh.ts'
import { beginOf } from './term.ts'

/** The first moment at which each of them counts, in milliseconds since 1970. */
export function listBeginnings(question: Question): number[] {
  const { quarantine, waivers = [] } = question
  const exceptions = [...(quarantine?.entries ?? []), ...waivers].map(beginOf)
  return [...exceptions, ...listApprovals(question), ...listAnswers(question), ...startOfFreshness(question)]
}

function listApprovals({ release, promised }: Question): number[] {
  if (!release || !promised) return []
  const times = release.approvals.map(({ at }) => resolveTime(at, promised.provider.zone).instant)
  return times.flatMap((at) => at?.epochMilliseconds ?? [])
}

/** Servers may tell less than a thousandth of a second, and rules look at no less. */
function listAnswers({ promised }: Question): number[] {
  const entries = promised?.ledger.entries ?? []
  return entries.map(({ at }) => {
    const whole = { smallestUnit: 'millisecond', roundingMode: 'ceil' } as const
    return Temporal.Instant.from(at).round(whole).epochMilliseconds
  })
}

/** Where the run ended in the future, the first moment at which clocks may differ by so much. */
function startOfFreshness({ evidence, policy }: Question): number[] {
  const { clockSkewSeconds } = freshSettings.parse(policy.rules['results-fresh'].settings)
  const end = findEnd(evidence)
  return end === null ? [] : [end - clockSkewSeconds * 1000]
}
