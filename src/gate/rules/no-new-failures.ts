// Nothing fails that did not fail before. With `no-failures` at level warn, a team with old failures can still stop a
// release on a new one; what nobody can compare counts as new.
import { z } from 'zod'
import type { CaseOutcome, EvidenceCase } from '../../evidence/evidence.ts'
import { findBaseline, nameBaseline, type Baseline } from '../baseline.ts'
import { withoutExcused, type Quarantine } from '../quarantine.ts'
import { defineRule, idsOf, tenantsOf, type Judgement } from '../rule.ts'
import { selectProblems } from '../select-problems.ts'

const bad: ReadonlySet<CaseOutcome> = new Set(['failed', 'broken', 'unknown'])

export const noNewFailures = defineRule({
  id: 'no-new-failures',
  settings: z.strictObject({
    /** Whether there must be an earlier release to compare with. The first one has none. */
    requireBaseline: z.boolean().default(false),
  }),
  isScoped: true,
  looser: { requireBaseline: 'less' },
  evaluate({ evidence, history, quarantine, settings: { requireBaseline } }) {
    const baseline = findBaseline(history)
    const deciding = withoutExcused(evidence.cases, quarantine)
    const failing = deciding.filter(({ outcome }) => bad.has(outcome))
    const fresh = failing.filter(makeIsNew(baseline, quarantine))
    // No history knows of these, so there is nothing to excuse one with.
    const outside = selectProblems(evidence, ['failed-fixture', 'global-error']).all.length
    const lost = evidence.cases.filter(({ outcome }) => outcome === 'lost')
    const shown = baseline.state === 'known' ? [...fresh, ...lost] : [...failing, ...lost]
    return {
      outcome: judge(baseline, {
        fresh: fresh.length + outside,
        open: failing.length + outside + lost.length,
        lost: lost.length,
        isEmpty: evidence.counts.tests === 0,
        requireBaseline,
      }),
      expected: { newFailures: 0, requireBaseline },
      actual: {
        baseline: nameBaseline(baseline),
        problem: baseline.problem,
        tests: evidence.counts.tests,
        failing: failing.length,
        newFailures: baseline.state === 'known' ? fresh.length : 0,
        outside,
        lost: lost.length,
      },
      cases: idsOf(shown),
      tenants: outside > 0 ? [] : tenantsOf(shown),
    }
  },
})

/** A case that nobody knew is new. So is one whose quarantine has ended: what it did meanwhile excuses nothing. */
function makeIsNew({ last }: Baseline, { entries }: Quarantine): (found: EvidenceCase) => boolean {
  const before = new Map((last?.cases ?? []).map(({ id, outcome }) => [id, outcome]))
  const ended = new Set(entries.flatMap(({ cases }) => cases.map(({ id }) => id)))
  return ({ id }) => !bad.has(before.get(id) ?? 'passed') || ended.has(id)
}

type Found = {
  readonly fresh: number
  /** Failed, or lost with their workers: of those nobody knows. */
  readonly open: number
  readonly lost: number
  readonly isEmpty: boolean
  readonly requireBaseline: boolean
}

/** Where nothing fails there is nothing new, whatever was before. */
function judge({ state }: Baseline, found: Found): Judgement['outcome'] {
  if (state === 'unreadable' || found.isEmpty) return 'inconclusive'
  if (state === 'none') return found.open > 0 || found.requireBaseline ? 'inconclusive' : 'pass'
  if (found.fresh > 0) return 'fail'
  return found.lost > 0 ? 'inconclusive' : 'pass'
}
