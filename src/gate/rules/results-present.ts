// Nothing to judge is no pass: most gates let an empty folder through, because no test in it failed.
import { z } from 'zod'
import { ranOutcomes, type Evidence } from '../../evidence/evidence.ts'
import { defineRule, tenantsOf, type Judgement } from '../rule.ts'
import { isUnended, selectProblems } from '../select-problems.ts'

export const resultsPresent = defineRule({
  id: 'results-present',
  settings: z.strictObject({ minTests: z.int().min(1).default(1) }),
  looser: { minTests: 'less' },
  evaluate({ evidence, settings: { minTests } }) {
    const executed = evidence.cases.filter(({ outcome }) => ranOutcomes.has(outcome))
    const { all } = selectProblems(evidence, ['no-results-folder', 'no-results'])
    const absent = selectProblems(evidence, ['no-reports', 'report-incomplete'])
    const holds = executed.length >= minTests && all.length === 0
    return {
      outcome: judge(evidence, { holds, isWhole: absent.all.length === 0 }),
      expected: { minTests },
      actual: {
        executed: executed.length,
        tests: evidence.counts.tests,
        files: evidence.counts.files,
        emptyFolders: all.filter(({ kind }) => kind === 'no-results').map(({ subject }) => subject),
        absentFolders: all.filter(({ kind }) => kind === 'no-results-folder').map(({ subject }) => subject),
        absentReports: absent.all.map(({ subject }) => subject),
      },
      cases: [],
      tenants: holds && absent.all.length === 0 ? tenantsOf(executed) : [],
    }
  },
})

/** What a report that is not there would have told is not known; what is there may be too little by itself. */
function judge(
  evidence: Evidence,
  { holds, isWhole }: { holds: boolean; isWhole: boolean },
): Judgement['outcome'] {
  if (!holds) return neverEnded(evidence) ? 'inconclusive' : 'fail'
  return isWhole ? 'pass' : 'inconclusive'
}

/** A run that was stopped before its first case tells nothing about the candidate. */
function neverEnded(evidence: Evidence): boolean {
  return evidence.origin === 'run' && isUnended(evidence)
}
