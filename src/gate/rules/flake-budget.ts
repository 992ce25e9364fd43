// A case that failed and then passed did fail. How many of those a release may have is a matter of policy, and where
// it matters most there may be none.
import { z } from 'zod'
import { severities, type Severity } from '../../plan/plan.ts'
import { withoutExcused } from '../quarantine.ts'
import { defineRule, idsOf, tenantsOf } from '../rule.ts'

const budget = z.int().nonnegative()

export const flakeBudget = defineRule({
  id: 'flake-budget',
  settings: z.strictObject({
    max: budget.default(0),
    maxBySeverity: z.partialRecord(z.enum(severities), budget).default({}),
  }),
  isScoped: true,
  looser: { max: 'more', maxBySeverity: 'more' },
  evaluate({ evidence, quarantine, settings: { max, maxBySeverity } }) {
    const all = evidence.cases.filter(({ outcome }) => outcome === 'flaky')
    const flaky = withoutExcused(all, quarantine)
    const bySeverity = (severity: Severity): number =>
      flaky.filter((found) => found.severity === severity).length
    const over = severities.filter((severity) => bySeverity(severity) > (maxBySeverity[severity] ?? Infinity))
    const isOver = flaky.length > max || over.length > 0
    return {
      outcome: isOver ? 'fail' : evidence.counts.tests === 0 ? 'inconclusive' : 'pass',
      expected: {
        max,
        maxBySeverity: Object.entries(maxBySeverity).map(([name, most]) => `${name} ${most}`),
      },
      actual: {
        tests: evidence.counts.tests,
        flaky: flaky.length,
        quarantined: all.length - flaky.length,
        retries: evidence.counts.retries,
        overBySeverity: over.map((severity) => `${severity} ${bySeverity(severity)}`),
      },
      cases: idsOf(flaky),
      tenants: isOver ? tenantsOf(flaky) : [],
    }
  },
})
