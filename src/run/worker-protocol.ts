// What supervisor and worker say to each other. Both ends are ours and start together, so the messages are
// trusted types; everything user code can put into them is a Cucumber envelope.
import type { Envelope } from '@cucumber/messages'
import type { Definitions } from '../plan/phrases/definitions.ts'

/** A case as a worker needs it: where its pickle stands and which attempt this is (0 is the first). */
export type Assignment = {
  readonly caseId: string
  readonly uri: string
  readonly pickleIndex: number
  readonly tenant: string
  readonly attempt: number
}

/** Where the code of a project is. */
export type CodePlace = {
  readonly cwd: string
  /** Glob patterns of support code and steps, support first. */
  readonly code: readonly string[]
}

export type WorkerSetup = CodePlace & {
  /** sha256 of every feature file as planned: a file that changed since then is not run. */
  readonly features: Readonly<Record<string, string>>
  readonly worldParameters: Readonly<Record<string, unknown>>
}

export type ToWorker =
  /** Load the code; whether it can be loaded is told to the next question. */
  | { readonly type: 'load'; readonly place: CodePlace }
  /** Load the code and say what it defines; a setup may follow. */
  | { readonly type: 'describe'; readonly place: CodePlace }
  | { readonly type: 'setup'; readonly setup: WorkerSetup }
  | { readonly type: 'batch'; readonly cases: readonly Assignment[] }
  | { readonly type: 'stop' }

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'definitions'; readonly definitions: Definitions }
  | { readonly type: 'unusable'; readonly reason: string }
  | { readonly type: 'messages'; readonly envelopes: readonly Envelope[] }
  /** What a case that has passed by then has left behind. */
  | { readonly type: 'stray'; readonly caseId: string; readonly reason: string }
  | { readonly type: 'done'; readonly success: boolean; readonly reason: string }
