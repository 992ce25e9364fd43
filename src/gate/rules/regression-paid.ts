// An emergency goes out with a part of the suite, and owes the rest: a run of everything, of that same version. Whoever
// releases on top of it without that run builds on what nobody has tested.
import { z } from 'zod'
import { isWholeRun } from '../../evidence/whole-run.ts'
import type { PastRelease } from '../../history/past.ts'
import { isUnknown } from '../../release/calendar/unknown.ts'
import { longest } from '../../release/longest.ts'
import { findDueDay, findEndOf } from '../due-day.ts'
import { observeCandidate } from '../observe-candidate.ts'
import { findWindow } from '../release-window.ts'
import { defineRule, type Judgement, type RuleInput } from '../rule.ts'
import { candidateMatches } from './candidate-matches.ts'

export const paidSettings = z.strictObject({
  /** Working days of the provider's calendar after the day of the emergency's verdict. */
  dueDays: z.number().positive().max(longest.days).default(5),
})

export const regressionPaid = defineRule({
  id: 'regression-paid',
  settings: paidSettings,
  looser: { dueDays: 'more' },
  evaluate({ settings: { dueDays }, ...input }) {
    const { release, history } = input
    const problem = history === null ? 'no history was asked' : history.problem
    const owed = listOwed(input)
    const debts = owed.map((one) => judgeDebt(one, dueDays, input))
    const unknown = debts.find(({ why }) => why !== null)?.why ?? null
    return {
      outcome: judge(release, { debts, isKnown: problem === null && input.promised !== null }),
      expected: { dueDays, calendar: input.promised?.provider.calendar ?? null },
      actual: {
        declared: release !== null,
        kind: release?.kind ?? null,
        emergencies: (history?.releases ?? []).filter(({ kind }) => kind === 'emergency').length,
        owed: debts.map(({ release: id, version, due }) => `${id} (${version ?? 'no version'}), due ${due}`),
        overdue: debts.filter(({ isOver }) => isOver).map(({ release: id }) => id),
        unknown,
        problem,
      },
      cases: [],
      tenants: [],
    }
  },
})

type Build = Pick<PastRelease, 'version' | 'digest'>

/** Emergencies that passed with a part of the suite, and of whose version there was no whole run since. */
function listOwed(input: RuleInput): PastRelease[] {
  const { history } = input
  const paid: Build[] = [...(history?.regressions ?? []), ...listPresent(input)]
  return (history?.releases ?? [])
    .filter(({ kind, whole }) => kind === 'emergency' && !whole)
    .filter((one) => !paid.some((run) => isSame(run, one)))
}

/** The run at hand pays like any other, where it is a whole one and met the build that was the emergency everywhere. */
function listPresent(input: RuleInput): Build[] {
  const { selection, counts, seal } = input.evidence
  const seen = observeCandidate(input.evidence)
  if (seen === null || !isWholeRun({ selection, planned: counts.planned, seal })) return []
  return candidateMatches.evaluate({ ...input, release: null }, {}).outcome === 'pass' ? [seen] : []
}

function isSame(run: Build, { version, digest }: Build): boolean {
  if (version === null || run.version !== version) return false
  return digest === null || run.digest === null || run.digest === digest
}

type Debt = PastRelease & {
  /** The last day, or why nobody can tell it. */
  readonly due: string
  readonly isOver: boolean
  readonly why: string | null
}

/** A patch that has a window is let in no sooner than that begins, and what is overdue then stops it already. */
function findTime({ now, ...input }: RuleInput): number {
  const window = input.release?.kind === 'patch' ? findWindow(input) : null
  return Math.max(now, window?.start.epochMilliseconds ?? now)
}

function judgeDebt(one: PastRelease, dueDays: number, input: RuleInput): Debt {
  const { promised } = input
  const unknown = (why: string): Debt => ({ ...one, due: 'on a day nobody can tell', isOver: false, why })
  if (promised === null) return unknown('what was promised is not known')
  const due = findDueDay(one.decidedAt, dueDays, promised)
  if (isUnknown(due)) return unknown(due.unknown)
  const isOver = findTime(input) >= findEndOf(due, promised.provider.zone)
  return { ...one, due: due.toString(), isOver, why: null }
}

/**
 * The first moment at which something is overdue that is not yet when the release is let in, in milliseconds since 1970;
 * null where nothing will be.
 */
export function findNextOverdue(input: RuleInput, { dueDays }: z.output<typeof paidSettings>): number | null {
  const { promised } = input
  if (promised === null) return null
  const now = findTime(input)
  const days = listOwed(input).map((one) => findDueDay(one.decidedAt, dueDays, promised))
  const ends = days
    .flatMap((day) => (isUnknown(day) ? [] : findEndOf(day, promised.provider.zone)))
    .filter((at) => at > now)
  return ends.length === 0 ? null : Math.min(...ends)
}

type Found = { readonly debts: readonly Debt[]; readonly isKnown: boolean }

/** The next scheduled release has to wait for it; any other one until it is overdue, and an emergency never. */
function judge(release: RuleInput['release'], { debts, isKnown }: Found): Judgement['outcome'] {
  if (release === null || !isKnown) return 'inconclusive'
  if (debts.length === 0) return 'pass'
  if (release.kind === 'scheduled') return 'fail'
  if (debts.some(({ isOver }) => isOver)) return release.kind === 'emergency' ? 'warn' : 'fail'
  return debts.some(({ why }) => why !== null) ? 'inconclusive' : 'pass'
}
