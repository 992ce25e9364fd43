// The numbers that verdict, report and terminal show: counted once, from the cases themselves and never by subtraction.
import type { CaseOutcome, Counts, EvidenceCase, EvidenceProblem } from './evidence.ts'

type Countable = {
  readonly files: number
  readonly cases: readonly EvidenceCase[]
  readonly problems: readonly EvidenceProblem[]
}

const unreadableKinds: ReadonlySet<string> = new Set([
  'unreadable-result',
  'malformed-result',
  'unreadable-container',
] satisfies EvidenceProblem['kind'][])

/** How many of what. */
export function countEvidence({ files, cases, problems }: Countable): Counts {
  const of = countOutcomes(cases)
  const attempts = cases.reduce((sum, found) => sum + found.attempts.length, 0)
  const withResults = cases.filter((found) => found.attempts.length > 0).length
  const unreadable = problems.filter(({ kind }) => unreadableKinds.has(kind)).map(({ subject }) => subject)
  const shared = problems.filter(({ kind }) => kind === 'shared-identity').map(({ subject }) => subject)
  return {
    files,
    results: attempts,
    unreadable: new Set(unreadable).size,
    tests: withResults,
    ...of,
    retries: attempts - withResults,
    sharedIdentities: new Set(shared).size,
    planned: cases.filter(({ planned }) => planned).length,
  }
}

/** Cases by outcome. */
export function countOutcomes(cases: readonly EvidenceCase[]): Record<CaseOutcome, number> {
  const counts = { passed: 0, flaky: 0, failed: 0, broken: 0, skipped: 0, unknown: 0, missing: 0, lost: 0 }
  for (const { outcome } of cases) counts[outcome] += 1
  return counts
}
