// What became of a case over all its attempts. The last attempt counts, and what failed before it is remembered.
import type { Attempt, CaseOutcome, Status } from './evidence.ts'

/** From best to worst, in the order in which one status may stand for another. */
const fromBest: readonly Status[] = ['passed', 'skipped', 'unknown', 'broken', 'failed']

export function rankStatus(status: Status): number {
  return fromBest.indexOf(status)
}

/** Failed, broken and unknown differ in whose fault it is, which two accounts may tell apart differently. */
export function classOf(status: Status): 'passed' | 'skipped' | 'bad' {
  return status === 'passed' || status === 'skipped' ? status : 'bad'
}

/** The status of an attempt is the worse of what Allure and the witness say: one mistake cannot stand in both. */
export function statusOf({ status, witness }: Pick<Attempt, 'status' | 'witness'>): Status {
  if (witness === null || classOf(witness) === classOf(status)) return status
  return rankStatus(witness) > rankStatus(status) ? witness : status
}

/** Attempts in their order → the outcome of the case. A pass after a failure is flaky, never simply passed. */
export function judgeAttempts(attempts: readonly Attempt[]): Exclude<CaseOutcome, 'lost'> {
  const last = attempts.at(-1)
  if (!last) return 'missing'
  const status = statusOf(last)
  return status === 'passed' && hasFailedBefore(attempts) ? 'flaky' : status
}

/** An outcome where four words are enough: whatever is not known to have passed has failed. */
export function sumUp(outcome: CaseOutcome): 'passed' | 'flaky' | 'skipped' | 'failed' {
  return outcome === 'passed' || outcome === 'flaky' || outcome === 'skipped' ? outcome : 'failed'
}

/** True if any attempt but the last did not end well. */
export function hasFailedBefore(attempts: readonly Attempt[]): boolean {
  return attempts.some((attempt, index) => {
    const status = statusOf(attempt)
    return index < attempts.length - 1 && status !== 'passed' && status !== 'skipped'
  })
}
