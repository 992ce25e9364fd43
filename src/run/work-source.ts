// Where workers get their cases from. The same supervisor serves one machine or many, whatever stands behind this.
import type { Case } from '../plan/plan.ts'

export type PlannedWork = {
  readonly case: Case
  readonly attempt: number
  /** How long it took last time; null for a case that is new. */
  readonly expectedMs: number | null
}

export interface WorkSource {
  /** Some cases to run one after the other; waits while locks keep all of them away; null when all work is done. */
  take(): Promise<readonly PlannedWork[] | null>
  /** The case needs no more running; `tookMs` is its last attempt. */
  settle(caseId: string, tookMs: number): void
  /** The case must run again. */
  giveBack(work: PlannedWork): void
  /** No more work is handed out; waiting takers get null. */
  close(): void
}
