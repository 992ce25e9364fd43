// The plan is the promise a run is held against: which cases, for which tenants, and what was left out and why.
import { z } from 'zod'

export const severities = ['blocker', 'critical', 'normal', 'minor', 'trivial'] as const
export type Severity = (typeof severities)[number]

/** A pickle for one tenant: the unit of planning, running and judging. */
export const caseSchema = z.strictObject({
  /** sha256 hex of feature uri, rule, scenario name, example values and tenant; does not move when lines move. */
  id: z.string(),
  /** Feature file, relative to the project's root, with forward slashes. */
  uri: z.string(),
  /** Line of the scenario, or of the example row. */
  line: z.number().int(),
  feature: z.string(),
  rule: z.string(),
  scenario: z.string(),
  /** Example values by column, in column order; empty for a plain scenario. */
  example: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  tenant: z.string(),
  tags: z.array(z.string()),
  severity: z.enum(severities),
  /** The folder that the feature lies in, or the feature file's own name where that is the features folder itself. */
  capability: z.string(),
  required: z.boolean(),
  locks: z.array(z.string()),
})

export const featureFileSchema = z.strictObject({
  uri: z.string(),
  name: z.string(),
  sha256: z.string(),
  pickles: z.number().int(),
})

/** What narrowed a plan by hand; a whole plan has no narrowing. */
export const selectionSchema = z.strictObject({
  tags: z.string().nullable(),
  tenants: z.array(z.string()).nullable(),
  paths: z.array(z.string()).nullable(),
  /** Another flag that chose cases, such as `--failed`. */
  only: z.string().nullable(),
})

/** Why a pickle, or a pickle for a tenant, will not run. */
export const exclusionReasons = ['service', 'needs', 'tenants', 'selection', 'duplicate', 'rows'] as const

/** plan.json */
export const planSchema = z.strictObject({
  schema: z.literal('airlock.plan/1'),
  runId: z.string(),
  target: z.string(),
  /** Every tenant of the tenants file, with its services. */
  tenants: z.array(z.strictObject({ id: z.string(), name: z.string(), services: z.array(z.string()) })),
  selection: selectionSchema,
  inventory: z.strictObject({
    features: z.array(featureFileSchema),
    pickles: z.number().int(),
    /** Digest over the uri and sha256 of every feature file. */
    sha256: z.string(),
  }),
  cases: z.array(caseSchema),
  /** Pickles, or pickles for a tenant, that will not run. */
  excluded: z.array(
    z.strictObject({
      uri: z.string(),
      line: z.number().int(),
      scenario: z.string(),
      tenant: z.string().nullable(),
      reason: z.enum(exclusionReasons),
      detail: z.string(),
    }),
  ),
})

export type Case = z.output<typeof caseSchema>
export type Plan = z.output<typeof planSchema>
export type Exclusion = Plan['excluded'][number]
