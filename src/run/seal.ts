// The seal closes a run: who ran what, how it ended, and the digest of every file, so that nothing can be
// added, removed or changed afterwards without being seen. It is written last; a run without it never ended.
import { z } from 'zod'

/** What one endpoint said it is, asked on behalf of one tenant. `error` is set when it gave no answer. */
export const observationSchema = z.strictObject({
  service: z.string(),
  tenant: z.string(),
  url: z.string(),
  version: z.string().nullable(),
  digest: z.string().nullable(),
  error: z.string().nullable(),
})

/** A worker that went away while a case was running, or a batch that ended without running it. */
export const lossSchema = z.strictObject({
  case: z.string(),
  worker: z.string(),
  /** The messages id of the attempt that never ended; null if it never started. */
  testCaseStartedId: z.string().nullable(),
  cause: z.string(),
  exitCode: z.number().int().nullable(),
  signal: z.string().nullable(),
})

export const shardSchema = z.strictObject({
  /** Counts from 1. */
  index: z.number().int(),
  total: z.number().int(),
  /** Milliseconds since 1970. */
  start: z.number(),
  end: z.number(),
  /** 130 when it was interrupted, else 0: how each worker ended stands below. */
  exitCode: z.number().int(),
  signal: z.string().nullable(),
  workers: z.array(
    z.strictObject({
      id: z.string(),
      start: z.number(),
      end: z.number(),
      exitCode: z.number().int().nullable(),
      signal: z.string().nullable(),
      /** True if the supervisor ended it: at the end of the run, or because a case outlived its limit. */
      ended: z.enum(['at-end', 'time-limit', 'lost', 'interrupted']),
    }),
  ),
  losses: z.array(lossSchema),
  /** Ids of the cases this shard had to run. */
  cases: z.array(z.string()),
  /** The run it was, where shards that ran apart were joined; left out where it is the run itself. */
  runId: z.string().optional(),
})

/** run.json */
export const sealSchema = z.strictObject({
  schema: z.literal('airlock.run/1'),
  runId: z.string(),
  start: z.number(),
  end: z.number(),
  interrupted: z.boolean(),
  /** Product retries a case may have. */
  retry: z.number().int(),
  candidate: z.strictObject({ start: z.array(observationSchema), end: z.array(observationSchema) }),
  shards: z.array(shardSchema),
  /** How long each case took in all its attempts and whether it passed in the end: what the next run orders by. */
  durations: z.array(z.strictObject({ case: z.string(), ms: z.number(), passed: z.boolean() })),
  /** Every file of the run but run.json itself, by path relative to the run's folder, sorted. */
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
})

/** A seal may have been written by anybody: nobody must be led by it to files elsewhere. */
export function isInsideRun(path: string): boolean {
  return !path.startsWith('/') && !path.split(/[/\\]/).includes('..')
}

export type Observation = z.output<typeof observationSchema>
export type Loss = z.output<typeof lossSchema>
export type Shard = z.output<typeof shardSchema>
export type Seal = z.output<typeof sealSchema>
