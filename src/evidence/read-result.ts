// What is kept of a result file: a hundred thousand of them must fit into memory at once, so steps, traces and
// descriptions are left behind, and nothing is held twice.
import type { Attempt, EvidenceCase } from './evidence.ts'

export type NamedValue = { name: string; value: string }

/** One result, read as a case that no plan knows. */
export type ReadResult = {
  /** Its id is Allure 3's own key of a test with its parameters, or the file's name where nothing gives such a key. */
  readonly found: EvidenceCase
  /** The last attempt of that case, and in Allure's files the only one. */
  readonly attempt: Attempt
  /** Stands for the full name in Allure's files, which tells tests apart that were given one id. */
  readonly nameMark: number | null
  /** What a run of Airlock writes besides; null in other results. */
  readonly own: OwnLabels | null
}

export type OwnLabels = {
  readonly caseId: string
  readonly historyId: string | null
  readonly runId: string | null
  readonly attempt: number | null
  /** Given up after its workers went away. */
  readonly lost: boolean
}
