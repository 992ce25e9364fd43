// What is kept of a run: a record, and the larger texts that runs share, each under its digest. The same shape goes into
// a database and into an exported file. Fields of later versions must have defaults: records are never rewritten.
import { hash } from 'node:crypto'
import { z } from 'zod'
import { caseOutcomes } from '../evidence/evidence.ts'
import { levels, outcomes, verdictWords } from '../gate/verdict.ts'
import { releaseKinds } from '../release/release.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'a sha256 in hex')

export const runRecordSchema = z.strictObject({
  runId: z.string().min(1),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  decidedAt: z.number(),
  target: z.string(),
  release: z.string().nullable(),
  kind: z.enum(releaseKinds).nullable(),
  /** Sealed with every shard, not interrupted, and narrowed by nobody. */
  whole: z.boolean(),
  verdict: z.enum(verdictWords),
  /** The candidate's. */
  version: z.string().nullable(),
  digest: z.string().nullable(),
  findings: z.array(z.strictObject({ rule: z.string(), level: z.enum(levels), outcome: z.enum(outcomes) })),
  counts: z.record(z.string(), z.number()),
  /** Digests of documents: the policy in force, the planned scenarios, the contract as it was served. */
  policy: digest,
  inventory: digest,
  contract: digest.nullable(),
  /** Planned cases by id; `ms` over all attempts. */
  cases: z
    .array(z.strictObject({ id: z.string(), outcome: z.enum(caseOutcomes), ms: z.number().nullable() }))
    .refine((cases) => new Set(cases.map(({ id }) => id)).size === cases.length, 'each case once'),
  /** Those that did not pass and that `no-new-failures` did not look at. Older records do not have it. */
  excused: z.array(z.string()).optional(),
})

export const documentSchema = z.strictObject({ sha256: digest, body: z.string() })

/** How many runs stand before it. Without it a file that was cut between two lines would be a shorter history. */
export const exportEndSchema = z.strictObject({ runs: z.int().min(0) })

const head = { schema: z.literal('airlock.history/1') }
export const historyLineSchemas = {
  document: z.strictObject({ ...head, document: documentSchema }),
  run: z.strictObject({ ...head, run: runRecordSchema }),
  end: z.strictObject({ ...head, end: exportEndSchema }),
}

/** One line of an exported history. A document stands before the first run that needs it, and the end after all. */
export const historyLineSchema = z.union(Object.values(historyLineSchemas))

export type RunRecord = z.output<typeof runRecordSchema>
export type StoredDocument = z.output<typeof documentSchema>
export type HistoryLine = z.output<typeof historyLineSchema>

/** A run together with every document that it names. */
export type Recording = { readonly record: RunRecord; readonly documents: readonly StoredDocument[] }

export function makeDocument(value: unknown): StoredDocument {
  const body = JSON.stringify(value)
  return { sha256: hash('sha256', body), body }
}

/** Digest over the whole record: what is read back is what was written, or it is damaged. */
export function digestRecord(record: RunRecord): string {
  return hash('sha256', JSON.stringify(runRecordSchema.parse(record)))
}
