// Of all results only a few are looked at again for the report: the last attempts of cases that did not simply pass.
import type { Evidence, EvidenceCase } from '../evidence/evidence.ts'

export type SelectedAttempt = {
  readonly caseId: string
  /** Of the final attempt, by which reports know the case. */
  readonly uuid: string
  /** Of the last attempt that did not pass. */
  readonly file: string
}

export function selectAttempts(evidence: Evidence | null): SelectedAttempt[] {
  return (evidence?.cases ?? []).filter(({ outcome }) => outcome !== 'passed').flatMap(selectAttempt)
}

function selectAttempt({ id, attempts }: EvidenceCase): SelectedAttempt[] {
  const last = attempts.at(-1)
  const wrong = attempts.findLast(
    ({ status, witness }) => status !== 'passed' || (witness ?? 'passed') !== 'passed',
  )
  return last?.uuid && wrong ? [{ caseId: id, uuid: last.uuid, file: wrong.file }] : []
}
