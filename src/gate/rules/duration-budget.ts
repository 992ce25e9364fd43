// A service that answers, and takes twice as long, passes every other rule. Times are noisy, so a capability is slow only
// when it is so in three ways at once: by ratio, by an amount that somebody notices, and beyond its own spread.
//
// Each earlier run gives one median over the cases that are measured now as well. Their median is the base, and their
// spread is the median absolute deviation, times 1.4826 to be a standard deviation where times are normal; three of them
// are the usual bound for an outlier (Leys and others, "Detecting outliers", J. Exp. Social Psychology 49, 2013).
import { z } from 'zod'
import type { Evidence } from '../../evidence/evidence.ts'
import { measureCase } from '../../evidence/measure-case.ts'
import { rememberedRuns, type Past } from '../../history/past.ts'
import { findBaseline } from '../baseline.ts'
import { defineRule, type Judgement } from '../rule.ts'

const madToDeviation = 1.4826
const mostDeviations = 3

export const durationBudget = defineRule({
  id: 'duration-budget',
  settings: z.strictObject({
    /** How many times as long as before the cases of a capability may take. */
    maxRatio: z.number().min(1).default(1.5),
    /** What nobody notices: a difference below it is none. */
    minMs: z.number().nonnegative().default(200),
    /** Earlier runs that there must be before anything is compared; more than are remembered there never are. */
    minRuns: z.int().min(2).max(rememberedRuns).default(3),
    /** Whether there must be so many. The first releases have none. */
    requireBaseline: z.boolean().default(false),
  }),
  isScoped: true,
  looser: { maxRatio: 'more', minMs: 'more', minRuns: 'more', requireBaseline: 'less' },
  evaluate({ evidence, history, settings }) {
    const { maxRatio, minMs, minRuns, requireBaseline } = settings
    const { problem } = findBaseline(history)
    const measured = measure(evidence)
    const all = (history?.capabilities ?? []).map((past) => compare(past, measured, settings))
    const compared = all.filter(({ runs }) => runs >= minRuns)
    const slow = compared.filter(({ isSlow }) => isSlow)
    const isEmpty = measured.size === 0 || (requireBaseline && compared.length === 0)
    return {
      outcome: judge({ slow: slow.length, cannotTell: problem !== null || isEmpty }),
      expected: { maxRatio, minMs, minRuns, requireBaseline },
      actual: {
        problem,
        measured: measured.size,
        runs: Math.max(0, ...all.map(({ runs }) => runs)),
        capabilities: compared.length,
        slow: slow.map(({ capability, now, base }) => `${capability} ${now} ms, before ${base} ms`),
      },
      cases: [],
      tenants: [],
    }
  },
})

/** By case, how long it took: only such as simply passed, as the history keeps them. */
function measure({ cases }: Evidence): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { id, outcome, attempts } of cases) {
    const ms = outcome === 'passed' ? measureCase(attempts) : null
    if (ms !== null && ms >= 0) times.set(id, ms)
  }
  return times
}

type Bounds = { readonly maxRatio: number; readonly minMs: number }
type Compared = {
  readonly capability: string
  readonly runs: number
  readonly now: number
  readonly base: number
  readonly isSlow: boolean
}

/** Of like with like: cases that are new, or gone, would move a median that nothing has slowed down. */
function compare(
  { capability, runs }: Past['capabilities'][number],
  measured: ReadonlyMap<string, number>,
  { maxRatio, minMs }: Bounds,
): Compared {
  const timed = runs.map(({ cases }) => cases.filter((one) => measured.has(one.case)))
  const filled = timed.filter((cases) => cases.length > 0)
  const known = new Set(filled.flatMap((cases) => cases.map((one) => one.case)))
  const medians = filled.map((cases) => median(cases.map(({ ms }) => ms)))
  const now = median([...known].map((id) => measured.get(id) ?? 0))
  const base = median(medians)
  const spread = madToDeviation * median(medians.map((one) => Math.abs(one - base)))
  const isSlow = now > maxRatio * base && now - base > minMs && now > base + mostDeviations * spread
  return { capability, runs: filled.length, now: Math.round(now), base: Math.round(base), isSlow }
}

/** Of nothing it is 0. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

function judge({ slow, cannotTell }: { slow: number; cannotTell: boolean }): Judgement['outcome'] {
  if (cannotTell) return 'inconclusive'
  return slow > 0 ? 'fail' : 'pass'
}
