// What a person may write into policy/policy.yaml. Which rules and settings there are is for the gate to say, which
// stands after this room: it hands them in, so that a misspelt rule is found here with its line and column.
import { z } from 'zod'
import { releaseKinds } from './release.ts'

const text = z.string().min(1)

/** `off` leaves a rule out by name; the verdict shows which ones. */
export const writtenLevels = ['block', 'warn', 'record', 'off'] as const
export type WrittenLevel = (typeof writtenLevels)[number]
const levelSchema = z.enum(writtenLevels).optional()

export const presetNames = ['release', 'results-only'] as const
export type PresetName = (typeof presetNames)[number]

/** The settings of each rule, by its id. */
export type RuleSettings = Readonly<Record<string, z.ZodType>>

/** The schema of policy.yaml, for the rules there are. */
export function makePolicySchema(known: RuleSettings) {
  const rules = z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .superRefine((written, context) => {
      for (const [id, settings] of Object.entries(written))
        addRuleIssues({ id, settings }, { known, context })
    })
    // Every level has been read by then.
    .transform((written) => written as WrittenRules)
    .default({})
  const kind = z.strictObject({
    suite: text.optional(),
    regressionDueDays: z.number().positive().optional(),
    rules,
  })
  return z.strictObject({
    extends: z.enum(presetNames).default('release'),
    zone: text.default('UTC'),
    calendar: text.optional(),
    rules,
    kinds: z.partialRecord(z.enum(releaseKinds), kind).default({}),
  })
}

export type WrittenPolicy = z.output<ReturnType<typeof makePolicySchema>>
/** Levels and settings by rule. */
export type WrittenRules = Readonly<
  Record<string, { readonly level?: WrittenLevel; readonly [setting: string]: unknown }>
>

type Written = { readonly id: string; readonly settings: Readonly<Record<string, unknown>> }
type Place = { readonly known: RuleSettings; readonly context: z.core.$RefinementCtx }

function addRuleIssues({ id, settings }: Written, { known, context }: Place): void {
  const schema = known[id]
  if (!schema) {
    const message = `a rule, one of ${Object.keys(known).join(', ')}`
    context.issues.push({ code: 'custom', message, input: id, path: [id] })
    return
  }
  const { level, ...own } = settings
  const read = schema.safeParse(own, { reportInput: true })
  const readLevel = z.object({ level: levelSchema }).safeParse({ level }, { reportInput: true })
  const issues = [...(readLevel.error?.issues ?? []), ...(read.error?.issues ?? [])]
  for (const issue of issues) addIssue(issue, id, context)
}

/** Unknown keys are reported one by one, each at its own place. */
function addIssue(issue: z.core.$ZodIssue, id: string, context: z.core.$RefinementCtx): void {
  if (issue.code !== 'unrecognized_keys') {
    context.issues.push({ ...issue, input: issue.input, path: [id, ...issue.path] } as z.core.$ZodRawIssue)
    return
  }
  for (const key of issue.keys) {
    const path = [id, ...issue.path, key]
    context.issues.push({ code: 'custom', message: `a setting of ${id}`, input: key, path })
  }
}
