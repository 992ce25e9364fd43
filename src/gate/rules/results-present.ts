// Nothing to judge is no pass: most gates let an empty folder through, because no test in it failed.
import { z } from 'zod'
import type { CaseOutcome, Evidence } from '../../evidence/evidence.ts'
import { defineRule, tenantsOf } from '../rule.ts'
import { isUnended, selectProblems } from '../select-problems.ts'

const ran: ReadonlySet<CaseOutcome> = new Set(['passed', 'flaky', 'failed', 'broken'])

export const resultsPresent = defineRule({
  id: 'results-present',
  settings: z.strictObject({ minTests: z.int().min(1).default(1) }),
  evaluate({ evidence, settings: { minTests } }) {
    const executed = evidence.cases.filter(({ outcome }) => ran.has(outcome))
    const { all } = selectProblems(evidence, ['no-results-folder', 'no-results'])
    const holds = executed.length >= minTests && all.length === 0
    return {
      outcome: holds ? 'pass' : neverEnded(evidence) ? 'inconclusive' : 'fail',
      expected: { minTests },
      actual: {
        executed: executed.length,
        tests: evidence.counts.tests,
        files: evidence.counts.files,
        emptyFolders: all.filter(({ kind }) => kind === 'no-results').map(({ subject }) => subject),
        absentFolders: all.filter(({ kind }) => kind === 'no-results-folder').map(({ subject }) => subject),
      },
      cases: [],
      tenants: holds ? tenantsOf(executed) : [],
    }
  },
})

/** A run that was stopped before its first case tells nothing about the candidate. */
function neverEnded(evidence: Evidence): boolean {
  return evidence.origin === 'run' && isUnended(evidence)
}
