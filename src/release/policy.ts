// What a person may write into policy/policy.yaml. Which rules and settings there are is for the gate to say, which
// stands after this room: it hands them in, so that a misspelt rule is found here with its line and column.
import { z } from 'zod'
import { longest } from './longest.ts'
import { releaseKinds } from './release.ts'
import { tagExpressionSchema } from './tag-expression.ts'
import { zoneSchema } from './zone.ts'

const text = z.string().min(1)

/** `off` leaves a rule out by name; the verdict shows which ones. */
export const writtenLevels = ['block', 'warn', 'record', 'off'] as const
export type WrittenLevel = (typeof writtenLevels)[number]
const levelSchema = z.enum(writtenLevels).optional()

export const presetNames = ['release', 'results-only'] as const
export type PresetName = (typeof presetNames)[number]

/** The settings of each rule, by its id. */
export type RuleSettings = Readonly<Record<string, z.ZodType>>

/** A team's own rule: a module, whose file is named as its rule is. */
export const customRuleSchema = z.strictObject({
  module: z
    .string()
    .regex(/(^|\/)[a-z][a-z0-9]*(-[a-z0-9]+)*\.(ts|mts|js|mjs)$/, 'a module named as its rule, no-friday.ts')
    .describe('Relative to the policy file; its file is named as its rule is'),
  timeoutSeconds: z.number().positive().max(60).default(5),
})

/** Which settings it has only the rule itself knows; it is asked for that when it is run. */
const customSettings = z.looseObject({}).refine((settings) => !('scope' in settings), {
  path: ['scope'],
  message: 'a setting of the rule: none has a scope but ours',
})

export type WrittenCustomRule = z.output<typeof customRuleSchema>

/** The id of the rule that a module holds. */
export function nameCustomRule({ module }: Pick<WrittenCustomRule, 'module'>): string {
  return module.replace(/^.*\//, '').replace(/\.\w+$/, '')
}

/** The schema of policy.yaml, for the rules there are and those that its own modules add. */
export function makePolicySchema(known: RuleSettings, custom: readonly string[] = []) {
  const settingsOf = new Map<string, z.ZodType>([
    ...custom.map((id) => [id, customSettings] as const),
    ...Object.entries(known),
  ])
  const rules = z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .superRefine((written, context) => {
      for (const [id, settings] of Object.entries(written))
        addRuleIssues({ id, settings }, { known: settingsOf, context })
    })
    // Every level has been read by then.
    .transform((written) => written as WrittenRules)
    .default({})
  const kind = z.strictObject({
    suite: tagExpressionSchema.optional(),
    regressionDueDays: z.number().positive().max(longest.days).optional(),
    rules,
  })
  return z.strictObject({
    extends: z.enum(presetNames).default('release'),
    zone: zoneSchema.default('UTC'),
    calendar: text.optional(),
    customRules: z
      .array(customRuleSchema)
      .superRefine((written, context) => addCustomIssues(written, { known, context }))
      .default([]),
    rules,
    kinds: z
      .partialRecord(z.enum(releaseKinds), kind)
      .superRefine((written, context) => addDueIssues(written, context))
      .default({}),
  })
}

export type WrittenPolicy = z.output<ReturnType<typeof makePolicySchema>>
/** Levels and settings by rule. */
export type WrittenRules = Readonly<
  Record<string, { readonly level?: WrittenLevel; readonly [setting: string]: unknown }>
>

/** Only an emergency owes a regression: of another kind the days would be shown, and count for nothing. */
function addDueIssues(
  kinds: Readonly<Record<string, { readonly regressionDueDays?: number | undefined } | undefined>>,
  context: z.core.$RefinementCtx,
): void {
  for (const [kind, written] of Object.entries(kinds)) {
    const input = written?.regressionDueDays
    if (kind === 'emergency' || input === undefined) continue
    const message = 'this key below the kind emergency, for which it counts'
    context.issues.push({ code: 'custom', message, input, path: [kind, 'regressionDueDays'] })
  }
}

type Written = { readonly id: string; readonly settings: Readonly<Record<string, unknown>> }
type Known = ReadonlyMap<string, z.ZodType>
type Place = { readonly known: Known; readonly context: z.core.$RefinementCtx }

function addRuleIssues({ id, settings }: Written, { known, context }: Place): void {
  const schema = known.get(id)
  if (schema === undefined) {
    const message = `a rule, one of ${[...known.keys()].join(', ')}`
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

/** No rule, but a finding of this name tells of waivers without effect, and a verdict has one of each name. */
const waiversFinding = 'waivers'

/** Two rules of one name would be one that nobody can tell from the other. */
function addCustomIssues(
  written: readonly WrittenCustomRule[],
  { known, context }: { known: RuleSettings; context: z.core.$RefinementCtx },
): void {
  const ids = written.map(nameCustomRule)
  for (const [index, id] of ids.entries()) {
    const isTaken = Object.hasOwn(known, id) || id === waiversFinding
    if (!isTaken && ids.indexOf(id) === index) continue
    const message = 'a name that no other rule has'
    context.issues.push({ code: 'custom', message, input: id, path: [index, 'module'] })
  }
}
