// A quarantine is a promise to mend, not a place to forget: each entry has somebody who answers for it, a reason and an
// end, they are few, and what they name still runs. An entry that is not in order excuses nothing, and stops the release.
import { z } from 'zod'
import type { Evidence } from '../../evidence/evidence.ts'
import { nameEntry, type JudgedEntry, type QuarantineState } from '../quarantine.ts'
import { defineRule, idsOf, tenantsOf, type Judgement } from '../rule.ts'
import { isUnended } from '../select-problems.ts'

export const quarantineSettings = z.strictObject({
  maxEntries: z.int().nonnegative().default(5),
  /** Longest time from `created` to `expires`. */
  maxDays: z.int().min(1).max(30).default(30),
})

export const quarantineValid = defineRule({
  id: 'quarantine-valid',
  settings: quarantineSettings,
  looser: { maxEntries: 'more', maxDays: 'more' },
  evaluate({ evidence, quarantine: { entries, problems }, settings: { maxEntries, maxDays } }) {
    const wrong = entries.filter(({ state }) => state !== 'valid')
    const named = (state: QuarantineState): string[] =>
      wrong.filter((judged) => judged.state === state).map(({ entry }) => nameEntry(entry))
    const isOver = entries.length > maxEntries
    const isWhole = problems.length === 0 && !isOver
    return {
      outcome: judge(evidence, { wrong, isWhole, isEmpty: entries.length === 0 }),
      expected: { maxEntries, maxDays },
      actual: {
        entries: entries.length,
        over: isOver ? entries.length - maxEntries : 0,
        problems,
        expired: named('expired'),
        notYet: named('not-yet'),
        tooLong: named('too-long'),
        unmatched: named('unmatched'),
        notRun: named('not-run'),
        failing: entries.flatMap(({ cases }) => cases).filter(({ outcome }) => outcome !== 'passed').length,
      },
      cases: [...new Set(idsOf(entries.flatMap(({ cases }) => cases)))],
      tenants: isWhole ? tenantsOfWrong(wrong) : [],
    }
  },
})

/** An entry that names nothing belongs to no tenant, so it holds for all of them. */
function tenantsOfWrong(wrong: readonly JudgedEntry[]): string[] {
  if (wrong.some(({ cases }) => cases.length === 0)) return []
  return tenantsOf(wrong.flatMap(({ cases }) => cases))
}

type Found = {
  readonly wrong: readonly JudgedEntry[]
  readonly isWhole: boolean
  readonly isEmpty: boolean
}

/** What a run that never ended did not come to is not known; nothing that ran has nothing to be excused. */
function judge(evidence: Evidence, { wrong, isWhole, isEmpty }: Found): Judgement['outcome'] {
  if (!isWhole) return 'fail'
  const unknown = evidence.origin === 'run' && isUnended(evidence) ? ['unmatched', 'not-run'] : []
  if (wrong.some(({ state }) => !unknown.includes(state))) return 'fail'
  const isNothing = isEmpty && evidence.counts.tests === 0
  return wrong.length > 0 || isNothing ? 'inconclusive' : 'pass'
}
