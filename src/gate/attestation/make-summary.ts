// Verdict → the statement that a deployment asks for.
import type { Verdict } from '../verdict.ts'
import {
  statementType,
  summaryType,
  verdictField,
  verifierId,
  type Resource,
  type Summary,
} from './statement.ts'

type Proven = {
  readonly verdict: Verdict
  /** The candidate's digest, 64 digits. */
  readonly sha256: string
  /** Statements of single suites, already signed. */
  readonly inputAttestations: readonly Resource[]
}

/** The build that a verdict is about. */
export function makeSubjects(verdict: Verdict, sha256: string): Resource[] {
  return [{ name: verdict.target ?? verdict.release?.id ?? 'candidate', digest: { sha256 } }]
}

/** A SLSA verification summary. It claims no level of SLSA: Airlock knows nothing of how the build was made. */
export function makeSummary({ verdict, sha256, inputAttestations }: Proven): Summary {
  const hasPassed = verdict.verdict === 'pass'
  return {
    _type: statementType,
    subject: makeSubjects(verdict, sha256),
    predicateType: summaryType,
    predicate: {
      verifier: { id: verifierId },
      timeVerified: verdict.decidedAt,
      resourceUri: makeResourceUri(verdict),
      policy: { uri: encodeURI(verdict.policy.path), digest: { sha256: verdict.policy.sha256 } },
      inputAttestations: [...inputAttestations],
      verificationResult: hasPassed ? 'PASSED' : 'FAILED',
      verifiedLevels: hasPassed ? ['AIRLOCK_GATE_PASSED'] : ['FAILED'],
      [verdictField]: verdict,
    },
  }
}

/** Where the build was judged and may go. */
export function makeResourceUri({ target }: Pick<Verdict, 'target'>): string {
  return target === null ? 'urn:airlock:results' : `urn:airlock:target:${encodeURIComponent(target)}`
}
