// Clients plan with a release about every two weeks. The policy says "typically", so this only ever tells.
import { z } from 'zod'
import type { PastRelease } from '../../history/past.ts'
import { longest } from '../../release/longest.ts'
import { findWindow, notAsked } from '../release-window.ts'
import { defineRule, type Judgement, type RuleInput } from '../rule.ts'
import { dayMs } from '../term.ts'

export const cadenceKept = defineRule({
  id: 'cadence-kept',
  settings: z.strictObject({
    /** From one scheduled release to the next. */
    days: z.number().positive().max(longest.days).default(14),
    toleranceDays: z.number().nonnegative().max(longest.days).default(3),
  }),
  looser: { days: 'more', toleranceDays: 'more' },
  worst: 'warn',
  evaluate({ settings: { days, toleranceDays }, ...input }) {
    const { release, history } = input
    const expected = { days, toleranceDays }
    if (release && release.kind !== 'scheduled') return notAsked(release.kind, expected)
    const problem = history === null ? 'no history was asked' : history.problem
    const last = findLast(input)
    const at = findTime(input)
    const since = last && at !== null ? (at - last.decidedAt) / dayMs : null
    const isKnown = release !== null && problem === null && at !== null
    return {
      outcome: judge({ isKnown, isOff: since !== null && Math.abs(since - days) > toleranceDays }),
      expected,
      actual: {
        declared: release !== null,
        baseline: last?.release ?? null,
        daysSince: since === null ? null : roundAway(since, days),
        problem,
      },
      cases: [],
      tenants: [],
    }
  },
})

/** The newest scheduled release that passed, but for this one, which may have been judged before. */
function findLast({ release, history }: RuleInput): PastRelease | null {
  const others = (history?.releases ?? []).filter((one) => one.release !== release?.release)
  return others.find(({ kind }) => kind === 'scheduled') ?? null
}

/**
 * When this one is let in; null where its window cannot be told. Of the last one only the verdict is known, which is
 * older than its window by as much as it was judged ahead.
 */
function findTime({ now, ...input }: RuleInput): number | null {
  if (input.release?.window === undefined) return now
  return findWindow(input)?.start.epochMilliseconds ?? null
}

/** To the tenth of a day, away from what is usual: what is off must not read as if it were not. */
function roundAway(since: number, days: number): number {
  return (since > days ? Math.ceil(since * 10) : Math.floor(since * 10)) / 10
}

function judge({ isKnown, isOff }: { isKnown: boolean; isOff: boolean }): Judgement['outcome'] {
  if (!isKnown) return 'inconclusive'
  return isOff ? 'warn' : 'pass'
}
