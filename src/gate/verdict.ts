// The verdict is what leaves the gate: one word, and for every enabled rule what was expected, what was found
// and what would make it pass.
import { z } from 'zod'
import { caseOutcomes, countsSchema } from '../evidence/evidence.ts'
import { releaseKinds } from '../release/release.ts'

/** In this order; the worst one decides. */
export const outcomes = ['pass', 'warn', 'inconclusive', 'fail'] as const
export type Outcome = (typeof outcomes)[number]

export const levels = ['block', 'warn', 'record'] as const
export type Level = (typeof levels)[number]

export const verdictWords = ['pass', 'block', 'inconclusive'] as const
export type VerdictWord = (typeof verdictWords)[number]

/** What became of a waiver. `not-enough`: it covers a part of the finding, which decides all the same; `never`: of that rule nothing can be waived. */
export const waiverStates = ['used', 'unmatched', 'expired', 'not-yet', 'not-enough', 'never'] as const
export type WaiverState = (typeof waiverStates)[number]

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
  /** Links of the waivers that keep it from deciding. */
  waiver: z.string().optional(),
  /** What should hold, in the words of a team's own rule. */
  title: z.string().optional(),
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
  /** The environment that it was judged on; null for results of other frameworks. */
  target: z.string().nullable(),
  subject: subjectSchema,
  /** Instants, ISO 8601 in UTC. `preview` is true when the time was given by hand, and in a dry run. */
  decidedAt: z.string(),
  validUntil: z.string().nullable(),
  /** When the release is let in: outside of it nothing is deployed by this verdict. Null where it names none. */
  window: z.strictObject({ start: z.string(), end: z.string() }).nullable(),
  preview: z.boolean(),
  policy: z.strictObject({
    path: z.string(),
    sha256: z.string(),
    preset: z.enum(['release', 'results-only']),
    /** Rules that the policy turned off by name: they have no finding. */
    off: z.array(z.string()),
    /** In what it asks less than its preset, by rule: `flake-budget: max 0 → 2`. */
    loosened: z.array(z.string()),
    /** The same against the policy of the last release that passed; null where none is known. */
    loosenedSince: z.strictObject({ baseline: z.string(), rules: z.array(z.string()) }).nullable(),
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
  /** Cases that an entry of the quarantine kept from deciding, whatever became of them; the counts hold them too. */
  quarantined: z.array(
    z.strictObject({
      case: z.string(),
      tenant: z.string().nullable(),
      scenario: z.string(),
      outcome: z.enum(caseOutcomes),
      owner: z.string(),
      link: z.string(),
      reason: z.string(),
      /** The last day on which it counts. */
      expires: z.string(),
    }),
  ),
  waivers: z.array(
    z.strictObject({
      rule: z.string(),
      /** Empty where it is for every case, and for every tenant. */
      cases: z.array(z.string()),
      tenants: z.array(z.string()),
      reason: z.string(),
      owner: z.string(),
      link: z.string(),
      created: z.string(),
      expires: z.string(),
      state: z.enum(waiverStates),
    }),
  ),
  /** Digest of the notice ledger's head; null while nothing was sent. */
  ledgerHead: z.string().nullable(),
})

export type Finding = z.output<typeof findingSchema>
export type Verdict = z.output<typeof verdictSchema>
