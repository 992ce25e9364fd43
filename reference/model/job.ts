// Work that takes longer than somebody wants to wait for: queued, done by whichever instance comes to it, kept with its
// result.

export type JobStatus = 'QUEUED' | 'READY' | 'FAILED'

export type Job = {
  readonly jobId: string
  /** Which producer does it. */
  readonly kind: string
  readonly parameters: Readonly<Record<string, string>>
  readonly status: JobStatus
  readonly requestedBy: string
  readonly dateCreated: string
  readonly dateFinished: string | null
  readonly result: JobResult | null
}

export type JobResult = { readonly fileName: string; readonly type: string; readonly content: string }
