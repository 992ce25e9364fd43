// Everything a run needs, gathered by the command and handed down as one value.
import type { Feature } from '../plan/parse-feature.ts'
import type { Case, Plan } from '../plan/plan.ts'
import type { Explanation } from './explain-attempt.ts'
import type { AttemptStatus } from './judge-attempt.ts'
import type { Redact } from './make-redactor.ts'
import type { Past } from './order-cases.ts'
import type { RunFolder } from './run-folder.ts'
import type { SpareWorkers } from './spare-workers.ts'
import type { WitnessSource } from './witness.ts'
import type { WorkerSetup } from './worker-protocol.ts'

/** What happens while a run goes on, for whoever shows it. */
export type Progress =
  | {
      readonly kind: 'attempt'
      readonly case: Case
      readonly status: AttemptStatus
      readonly willBeRetried: boolean
      readonly message: string
      readonly explanation: Explanation
    }
  | { readonly kind: 'loss'; readonly case: Case; readonly cause: string; readonly givenUp: boolean }
  /** A hook around all cases: no case is the worse for it, but the run is. */
  | { readonly kind: 'hook'; readonly message: string }
  /** A worker went away between its cases: one that had passed by then may be why, and nobody knows which. */
  | { readonly kind: 'exit'; readonly message: string }
  /** A case that had passed has left an error behind, so nobody knows whether it did. */
  | { readonly kind: 'stray'; readonly message: string }

export type RunSetup = {
  readonly plan: Plan
  readonly features: readonly Feature[]
  /** Counts from 1. */
  readonly shard: { readonly index: number; readonly total: number }
  readonly workers: number
  /** Product retries a case may have. */
  readonly retry: number
  readonly caseLimitMs: number
  /** How long a worker may take to load steps and support code. */
  readonly loadLimitMs: number
  readonly spares: SpareWorkers
  readonly worker: WorkerSetup
  readonly past: Past
  readonly folder: RunFolder
  readonly redact: Redact
  readonly host: string
  readonly versions: WitnessSource['versions']
  readonly now: () => number
  /** Aborted when the person in front wants it to end. */
  readonly interrupt: AbortSignal
  /** Hears what user code prints, where somebody waits for it. */
  readonly onOutput?: (text: string) => void
  /** What the target has printed; empty where somebody else has started it. */
  readonly targetOutput: () => string
  readonly onProgress: (progress: Progress) => void
}
