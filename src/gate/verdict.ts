// The verdict is what leaves the gate: one word, and for every enabled rule what was expected, what was found
// and what would make it pass.
import { z } from 'zod'
import { countsSchema } from '../evidence/evidence.ts'
import { releaseKinds } from '../release/release.ts'

/** In this order; the worst one decides. */
export const outcomes = ['pass', 'warn', 'inconclusive', 'fail'] as const
export type Outcome = (typeof outcomes)[number]

export const levels = ['block', 'warn', 'record'] as const
export type Level = (typeof levels)[number]

export const verdictWords = ['pass', 'block', 'inconclusive'] as const
export type VerdictWord = (typeof verdictWords)[number]

const json = z.json()

export const findingSchema = z.strictObject({
  rule: z.string(),
  level: z.enum(levels),
  outcome: z.enum(outcomes),
  expected: json,
  actual: json,
  /** Ids of the cases that show it. */
  cases: z.array(z.string()),
  tenants: z.array(z.string()),
  waiver: z.string().optional(),
  /** What would make it pass; empty when it does. */
  remedy: z.string(),
})

export const subjectSchema = z.strictObject({
  version: z.string().nullable(),
  digest: z.string().nullable(),
  /** `declared` by the release, or only `observed` on the target. */
  source: z.enum(['declared', 'observed', 'none']),
})

/** verdict.json */
export const verdictSchema = z.strictObject({
  schema: z.literal('airlock.verdict/1'),
  verdict: z.enum(verdictWords),
  release: z.strictObject({ id: z.string(), kind: z.enum(releaseKinds) }).nullable(),
  runId: z.string().nullable(),
  subject: subjectSchema,
  /** Instants, ISO 8601 in UTC. `preview` is true when the time was given by hand. */
  decidedAt: z.string(),
  validUntil: z.string().nullable(),
  preview: z.boolean(),
  policy: z.strictObject({
    path: z.string(),
    sha256: z.string(),
    preset: z.enum(['release', 'results-only']),
    /** Rules that the policy turned off by name: they have no finding. */
    off: z.array(z.string()),
    /** Rules whose level is lower than that of the preset. */
    loosened: z.array(z.string()),
  }),
  inputs: z.array(z.strictObject({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
  findings: z.array(findingSchema),
  counts: countsSchema,
  tenants: z.record(
    z.string(),
    z.strictObject({
      verdict: z.enum(verdictWords),
      tests: z.number().int(),
      passed: z.number().int(),
      flaky: z.number().int(),
      failed: z.number().int(),
      broken: z.number().int(),
      skipped: z.number().int(),
      unknown: z.number().int(),
      missing: z.number().int(),
      lost: z.number().int(),
    }),
  ),
  waivers: z.array(json),
  /** Digest of the notice ledger's head; null while nothing was sent. */
  ledgerHead: z.string().nullable(),
})

export type Finding = z.output<typeof findingSchema>
export type Verdict = z.output<typeof verdictSchema>
