// No case failed, and nothing failed outside of the cases. Only what is seen to pass passes: an unknown status is no
// pass, and flags that a result carries about itself pardon nothing.
import { z } from 'zod'
import { countOutcomes } from '../../evidence/count-evidence.ts'
import { withoutExcused } from '../quarantine.ts'
import { defineRule, idsOf, tenantsOf, type Judgement } from '../rule.ts'
import { selectProblems } from '../select-problems.ts'

const bad = ['failed', 'broken', 'unknown', 'lost'] as const

export const noFailures = defineRule({
  id: 'no-failures',
  settings: z.strictObject({}),
  isScoped: true,
  evaluate({ evidence, quarantine }) {
    const all = evidence.cases.filter(({ outcome }) => bad.some((word) => word === outcome))
    const found = withoutExcused(all, quarantine)
    const { failed, broken, unknown, lost } = countOutcomes(found)
    const outside = selectProblems(evidence, ['failed-fixture', 'global-error'])
    const { tests } = evidence.counts
    return {
      outcome: judge({ failures: failed + broken + unknown + outside.all.length, lost, tests }),
      expected: { failures: 0 },
      actual: {
        tests,
        failed,
        broken,
        unknown,
        lost,
        quarantined: all.length - found.length,
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
