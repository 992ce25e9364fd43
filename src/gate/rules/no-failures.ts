// No case failed, and nothing failed outside of the cases. Only what is seen to pass passes: an unknown status is no
// pass, and flags that a result carries about itself pardon nothing.
import { z } from 'zod'
import { defineRule, idsOf, tenantsOf, type Judgement } from '../rule.ts'
import { selectProblems } from '../select-problems.ts'

const bad = ['failed', 'broken', 'unknown', 'lost'] as const

export const noFailures = defineRule({
  id: 'no-failures',
  settings: z.strictObject({}),
  evaluate({ evidence }) {
    const { counts } = evidence
    const found = evidence.cases.filter(({ outcome }) => bad.some((word) => word === outcome))
    const outside = selectProblems(evidence, ['failed-fixture', 'global-error'])
    const failures = counts.failed + counts.broken + counts.unknown + outside.all.length
    return {
      outcome: judge({ failures, lost: counts.lost, tests: counts.tests }),
      expected: { failures: 0 },
      actual: {
        tests: counts.tests,
        failed: counts.failed,
        broken: counts.broken,
        unknown: counts.unknown,
        lost: counts.lost,
        fixtures: outside.count('failed-fixture'),
        globalErrors: outside.count('global-error'),
      },
      cases: idsOf(found),
      tenants: outside.all.length > 0 ? [] : tenantsOf(found),
    }
  },
})

/** A case whose workers all went away says nothing about the candidate, neither good nor bad. */
function judge({
  failures,
  lost,
  tests,
}: Record<'failures' | 'lost' | 'tests', number>): Judgement['outcome'] {
  if (failures > 0) return 'fail'
  return lost > 0 || tests === 0 ? 'inconclusive' : 'pass'
}
