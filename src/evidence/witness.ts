// The second witness of a run: what Cucumber itself said, read apart from the Allure results, so that a mistake in
// writing the one is seen in the other.
import type { EvidenceProblem, Status } from './evidence.ts'

/** One attempt as the messages tell it. */
export type WitnessAttempt = {
  readonly caseId: string
  readonly tenant: string | null
  /** The message stream it stands in. */
  readonly file: string
  readonly startedId: string
  /** Counts from 0. */
  readonly attempt: number
  /** Null while no end of the attempt was told. */
  readonly status: Status | null
  readonly pending: boolean
  readonly willBeRetried: boolean
}

/** All message streams of a run. */
export type Witness = {
  readonly files: number
  readonly attempts: readonly WitnessAttempt[]
  readonly problems: readonly EvidenceProblem[]
}
