// A statement says the same thing twice: in the words that everybody reads, and in the verdict it carries. Readers
// of the one must not learn anything else than readers of the other.
import { makeResourceUri } from './make-summary.ts'
import { readSha256, verdictField, type Summary } from './statement.ts'

/** The first field that says something else than the verdict inside; null if there is none. */
export function findContradiction({ subject, predicate }: Summary): string | null {
  const verdict = predicate[verdictField]
  const said: Record<string, [unknown, unknown]> = {
    'subject.digest': [subject[0]?.digest.sha256, readSha256(verdict.subject.digest)],
    verificationResult: [predicate.verificationResult, verdict.verdict === 'pass' ? 'PASSED' : 'FAILED'],
    timeVerified: [predicate.timeVerified, verdict.decidedAt],
    resourceUri: [predicate.resourceUri, makeResourceUri(verdict)],
    'policy.digest': [predicate.policy.digest.sha256, verdict.policy.sha256],
    // A verdict that shows what would be opens nothing, whoever has signed it.
    preview: [false, verdict.preview],
  }
  const [found] = Object.entries(said).filter(([, [outside, inside]]) => outside !== inside)
  if (!found) return null
  const [field, [outside, inside]] = found
  return `${field} is ${String(outside)} outside and ${String(inside)} in the verdict`
}
