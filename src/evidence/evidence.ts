// Evidence is everything that was found about a run, folded case by case, before anybody judges it.
// A thing that could not be read or does not fit stands here as a problem, never as silence.
import { z } from 'zod'
import { exclusionReasons, selectionSchema, severities } from '../plan/plan.ts'
import { sealSchema, shardSchema } from '../run/seal.ts'
import { contractChangeSchema, coverageEvidenceSchema, unreadSchema } from './contract/contract-evidence.ts'

export const statuses = ['passed', 'failed', 'broken', 'skipped', 'unknown'] as const
export type Status = (typeof statuses)[number]

/** What a result may say about itself. */
export const flags = ['known', 'muted', 'flaky'] as const
export type Flag = (typeof flags)[number]

/** What became of one case over all its attempts. `flaky`: failed, then passed. `missing`: no result at all. */
export const caseOutcomes = [
  'passed',
  'flaky',
  'failed',
  'broken',
  'skipped',
  'unknown',
  'missing',
  'lost',
] as const
export type CaseOutcome = (typeof caseOutcomes)[number]

/** Outcomes of a case that was seen to run, well or badly. */
export const ranOutcomes: ReadonlySet<CaseOutcome> = new Set(['passed', 'flaky', 'failed', 'broken'])

export const attemptSchema = z.strictObject({
  /** Result file, relative to the run's or results folder. */
  file: z.string(),
  uuid: z.string().nullable(),
  status: z.enum(statuses),
  /** Milliseconds since 1970. */
  start: z.number().nullable(),
  stop: z.number().nullable(),
  /** First lines of the cause; empty when it passed. */
  message: z.string(),
  /** A step is not written yet: never a skip that anybody can allow. */
  pending: z.boolean(),
  /** What the result says about itself: shown, and obeyed by nobody. */
  flags: z.array(z.enum(flags)),
  /** The witness's word on the same attempt, in Allure's vocabulary; null without a witness. */
  witness: z.enum(statuses).nullable(),
})

/** Whose results may be handed in beside a run's own. */
export const furtherSources = ['allure', 'junit', 'playwright'] as const
export type FurtherSource = (typeof furtherSources)[number]

export const evidenceCaseSchema = z.strictObject({
  /** The plan's case id; for third-party results the folded identity. */
  id: z.string(),
  planned: z.boolean(),
  tenant: z.string().nullable(),
  uri: z.string().nullable(),
  line: z.number().int().nullable(),
  feature: z.string(),
  scenario: z.string(),
  example: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  tags: z.array(z.string()),
  severity: z.enum(severities),
  capability: z.string(),
  required: z.boolean(),
  attempts: z.array(attemptSchema),
  outcome: z.enum(caseOutcomes),
  /** Where it comes from, when it stands beside the run or the results folders that were judged. */
  source: z.enum(furtherSources).optional(),
})

export const problemKinds = [
  'no-results-folder',
  'no-results',
  'unreadable-result',
  'malformed-result',
  'unreadable-container',
  'unreadable-plan',
  'unreadable-seal',
  'unreadable-witness',
  'unknown-status',
  'missing-start',
  'time-tie',
  'shared-identity',
  'duplicate-uuid',
  'surplus-result',
  'duplicate-case',
  'missing-result',
  'too-many-attempts',
  'failed-fixture',
  'global-error',
  'missing-attachment',
  'witness-missing',
  'witness-disagrees',
  'witness-unfinished',
  'witness-surplus',
  'runner-exit',
  'not-sealed',
  'interrupted',
  'file-changed',
  'file-missing',
  'file-added',
  'shard-missing',
  'shard-overlap',
  'foreign-run',
  'identity-disagrees',
  'no-reports',
  'report-incomplete',
  'counts-disagree',
] as const
export type ProblemKind = (typeof problemKinds)[number]

/** One thing found on the way. `subject` is a file, a case id or a shard; `detail` is data for the renderer. */
export const evidenceProblemSchema = z.strictObject({
  kind: z.enum(problemKinds),
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

/**
 * `tests` = passed + flaky + failed + broken + skipped + unknown + lost: a case is counted once, by its outcome.
 * `missing` cases have no result and are no tests.
 */
export const countsSchema = z.strictObject({
  /** Files in the results folders, of whatever kind. */
  files: z.number().int(),
  /** Result files that were read: attempts. */
  results: z.number().int(),
  /** Files that could not be read, or not all of them. */
  unreadable: z.number().int(),
  tests: z.number().int(),
  passed: z.number().int(),
  failed: z.number().int(),
  broken: z.number().int(),
  skipped: z.number().int(),
  unknown: z.number().int(),
  flaky: z.number().int(),
  /** Attempts after the first of a case. */
  retries: z.number().int(),
  sharedIdentities: z.number().int(),
  planned: z.number().int(),
  missing: z.number().int(),
  lost: z.number().int(),
})

/** evidence.json */
export const evidenceSchema = z.strictObject({
  schema: z.literal('airlock.evidence/1'),
  /** `run`: a run of Airlock with plan, witness and seal. `results`: results of any framework. */
  origin: z.enum(['run', 'results']),
  runId: z.string().nullable(),
  /** What is there; a rule that needs an absent one is inconclusive. */
  has: z.strictObject({ plan: z.boolean(), seal: z.boolean(), witness: z.boolean() }),
  /** The environment that the plan was made for. */
  target: z.string().nullable(),
  selection: selectionSchema.nullable(),
  tenants: z.array(z.strictObject({ id: z.string(), name: z.string(), services: z.array(z.string()) })),
  /** The seal without its long lists; null when there is none. */
  seal: sealSchema
    .omit({ files: true, durations: true })
    .extend({ shards: z.array(shardSchema.omit({ cases: true })) })
    .nullable(),
  /** Null where the run left none, or the candidate served no contract. */
  coverage: coverageEvidenceSchema.nullable(),
  /** The contract against that of the last release that passed; null where there is none to compare with. */
  contract: z
    .strictObject({
      baseline: z.string(),
      changes: z.array(contractChangeSchema),
      /** Operations that could not be compared; evidence of earlier versions does not say. */
      unread: z.array(unreadSchema).optional(),
    })
    .nullable(),
  /** How many cases the plan left out, by reason. */
  excluded: z.record(z.string(), z.number().int()),
  /** Which ones, but for those that are written twice, which are problems. Null is every tenant. */
  leftOut: z.array(
    z.strictObject({
      uri: z.string(),
      /** Evidence of earlier versions does not say. */
      line: z.number().int().optional(),
      scenario: z.string(),
      tenant: z.string().nullable(),
      reason: z.enum(exclusionReasons),
    }),
  ),
  cases: z.array(evidenceCaseSchema),
  problems: z.array(evidenceProblemSchema),
  counts: countsSchema,
  /**
   * Everything that was read, with its digest. A path that ends in `/` is a folder: its digest is that of the lines
   * `sha256  name`, one for each file read in it, sorted by name.
   */
  inputs: z.array(z.strictObject({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
})

export type Attempt = z.output<typeof attemptSchema>
export type EvidenceCase = z.output<typeof evidenceCaseSchema>
export type EvidenceProblem = z.output<typeof evidenceProblemSchema>
export type Counts = z.output<typeof countsSchema>
export type Evidence = z.output<typeof evidenceSchema>
export type EvidenceSeal = NonNullable<Evidence['seal']>
export type Input = Evidence['inputs'][number]
