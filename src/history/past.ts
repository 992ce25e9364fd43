// What earlier runs were, as one value: commands read it from the history and hand it to the gate, which never opens
// a history itself. Pure: a schema and its type.
import { z } from 'zod'
import { caseOutcomes } from '../evidence/evidence.ts'
import { scopeSchema } from '../gate/scope.ts'
import { writtenLevels } from '../release/policy.ts'
import { releaseKinds } from '../release/release.ts'

/** Durations and flakes are remembered over so many whole runs. */
export const rememberedRuns = 10

/** Level and settings of every rule as they were in force, by rule: presets and kinds are worked in. */
export const pastPolicySchema = z.strictObject({
  /** Digest of the policy file. */
  sha256: z.string(),
  rules: z.record(
    z.string(),
    z.strictObject({
      level: z.enum(writtenLevels),
      settings: z.record(z.string(), z.json()),
      scope: scopeSchema.optional(),
      /** Digest of the module of a team's own rule. Older records do not have it. */
      module: z.string().optional(),
    }),
  ),
  /** Tags that were the whole suite; null is every scenario. Older records do not have it. */
  suite: z.string().nullable().optional(),
  /** Where the platform was at home; the same of older records. */
  zone: z.string().optional(),
  calendar: z.string().nullable().optional(),
})

/** A scenario that was planned, or one example of it; its cases stand beside the tenants they were for. */
export const pastScenarioSchema = z.strictObject({
  uri: z.string(),
  rule: z.string(),
  scenario: z.string(),
  example: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  capability: z.string(),
  /** What a tenant needed to have it, sorted. Older records do not have it. */
  services: z.array(z.string()).optional(),
  /** True where one tenant was enough, whichever it was; else left out, as in older records. */
  oneTenant: z.boolean().optional(),
  cases: z.array(z.strictObject({ id: z.string(), tenant: z.string() })),
})

const lastPassedSchema = z.strictObject({
  runId: z.string(),
  release: z.string().nullable(),
  kind: z.enum(releaseKinds).nullable(),
  /** Milliseconds since 1970. */
  decidedAt: z.number(),
  policy: pastPolicySchema,
  /** Everything that its plan had, each once, sorted. */
  scenarios: z.array(pastScenarioSchema),
  /** What became of each planned case. What its quarantine or scope let go is not among them: it excuses no later failure. */
  cases: z.array(z.strictObject({ id: z.string(), outcome: z.enum(caseOutcomes) })),
})

const buildShape = { version: z.string().nullable(), digest: z.string().nullable() }

const pastReleaseSchema = z.strictObject({
  runId: z.string(),
  release: z.string(),
  kind: z.enum(releaseKinds),
  /** Milliseconds since 1970. */
  decidedAt: z.number(),
  /** False for a run of a part, such as the suite of an emergency or one shard. */
  whole: z.boolean(),
  ...buildShape,
})

/**
 * Only runs that began before the run that is judged, but for emergencies and what pays them, and never that run itself.
 * No history yet is `problem: null` with `runs: 0`; one that cannot be read has a problem, and whoever needs it must not
 * take that for an empty one.
 */
export const pastSchema = z.strictObject({
  source: z.enum(['sqlite', 'postgres']),
  /** Why nothing could be read; null if it could, also where there was nothing yet. */
  problem: z.string().nullable(),
  /** How many earlier runs there are, of whatever verdict. */
  runs: z.number().int(),
  /** The newest earlier run whose verdict is a pass, on its own target or, where there is none on that, any; null where there is none. */
  lastPassed: lastPassedSchema.nullable(),
  /**
   * By capability, how long each case took in the last whole runs on the same target, newest run first. Cases that
   * passed at the first attempt only: a failure ends early or late, and says nothing of how long the case takes.
   */
  capabilities: z.array(
    z.strictObject({
      capability: z.string(),
      runs: z.array(
        z.strictObject({
          runId: z.string(),
          cases: z.array(z.strictObject({ case: z.string(), ms: z.number() })),
        }),
      ),
    }),
  ),
  /** Of each case that was ever flaky in the same runs: in how many it ran, and in how many it needed a second attempt. */
  flakes: z.array(z.strictObject({ case: z.string(), runs: z.number().int(), flaky: z.number().int() })),
  /** Earlier releases that passed, newest first; of each build of each its newest verdict that is a pass. */
  releases: z.array(pastReleaseSchema),
  /** Whole runs of a version that passed as an emergency, of whatever verdict: what an emergency still owed. */
  regressions: z.array(z.strictObject({ runId: z.string(), ...buildShape })),
})

/** history.json: what the gate was told, so that its verdict can be made again without the history. */
export const pastFileSchema = z.strictObject({ schema: z.literal('airlock.past/1'), ...pastSchema.shape })

export type PastFile = z.output<typeof pastFileSchema>
export type PastPolicy = z.output<typeof pastPolicySchema>
export type PastScenario = z.output<typeof pastScenarioSchema>
export type Past = z.output<typeof pastSchema>

export type PastRelease = Past['releases'][number]

/** What a person sees of one run. */
export type PastRun = {
  readonly runId: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly decidedAt: number
  readonly target: string
  readonly release: string | null
  readonly kind: string | null
  readonly whole: boolean
  readonly verdict: string
  readonly version: string | null
  readonly cases: number
}
