// What is read of a report of another suite: one file that tells of many tests, unlike Allure's of one each.
import type { EvidenceProblem, FurtherSource } from '../evidence.ts'
import type { ReadResult } from '../read-result.ts'

export type ReportFile = { readonly path: string; readonly bytes: Uint8Array }

/** A report that is one part of several. */
export type Shard = {
  readonly path: string
  /** What the parts of one suite have in common, and those of another have not. */
  readonly suite: string
  readonly index: number
  readonly total: number
}

export type ReportReading = {
  readonly results: readonly ReadResult[]
  readonly problems: readonly EvidenceProblem[]
  /** Which part of how many it is, where the report says so. */
  readonly shard: Shard | null
}

/** The formats there are readers for. */
export type ReportFormat = Exclude<FurtherSource, 'allure'>
