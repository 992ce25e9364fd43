// Every planned case has exactly one final result and nothing else lies there. Dropped tests are the quietest way to a
// green build, and a plan that somebody narrowed by hand is one of them.
import { z } from 'zod'
import type { Evidence, ProblemKind } from '../../evidence/evidence.ts'
import { defineRule, idsOf, tenantsOf, type Judgement } from '../rule.ts'
import { findScenariosForNobody } from '../scenarios-for-nobody.ts'
import { isUnended, selectProblems } from '../select-problems.ts'

const wrongKinds = [
  'unreadable-plan',
  'surplus-result',
  'duplicate-case',
  'too-many-attempts',
  'identity-disagrees',
] as const satisfies ProblemKind[]

export const planComplete = defineRule({
  id: 'plan-complete',
  settings: z.strictObject({}),
  evaluate({ evidence, suite }) {
    const wrong = selectProblems(evidence, wrongKinds)
    const planned = evidence.cases.filter((found) => found.planned)
    const missing = planned.filter(({ required, outcome }) => required && outcome === 'missing')
    const narrowed = describeNarrowing(evidence.selection, suite)
    const forNobody = findScenariosForNobody(evidence)
    const others = wrong.all.length + narrowed.length + forNobody.length
    return {
      outcome: judge(evidence, {
        wrong: others,
        missing: missing.length,
        planned: planned.length,
      }),
      expected: { missing: 0, surplus: 0, narrowed: false, suite },
      actual: {
        planned: planned.length,
        withResult: planned.filter(({ outcome }) => outcome !== 'missing').length,
        missing: missing.length,
        surplus: wrong.count('surplus-result'),
        duplicates: wrong.count('duplicate-case'),
        tooManyAttempts: wrong.count('too-many-attempts'),
        foreign: wrong.count('identity-disagrees'),
        planReadable: evidence.has.plan,
        narrowed,
        ...(forNobody.length > 0 && { forNobody }),
        excluded: Object.entries(evidence.excluded).map(([reason, count]) => `${count} ${reason}`),
      },
      cases: idsOf(missing),
      tenants: others > 0 ? [] : tenantsOf(missing),
    }
  },
})

/** The flags that narrowed the plan; the policy's own suite for this kind of release is no narrowing. */
function describeNarrowing(selection: Evidence['selection'], suite: string | null): string[] {
  if (!selection) return []
  const { tags, tenants, paths, only } = selection
  return [
    ...(tags !== null && tags !== suite ? [`--tags ${tags}`] : []),
    ...(tenants !== null ? [`--tenants ${tenants.join(',')}`] : []),
    ...(paths ?? []),
    ...(only !== null ? [only] : []),
  ]
}

function judge(
  evidence: Evidence,
  { wrong, missing, planned }: { wrong: number; missing: number; planned: number },
): Judgement['outcome'] {
  if (evidence.origin === 'results') return 'inconclusive'
  if (wrong > 0) return 'fail'
  if (!evidence.has.plan) return 'inconclusive'
  if (planned === 0) return 'fail'
  // What a run that never ended did not come to is not known; the verdict must not call it the candidate's fault.
  if (missing > 0) return isUnended(evidence) ? 'inconclusive' : 'fail'
  return 'pass'
}
