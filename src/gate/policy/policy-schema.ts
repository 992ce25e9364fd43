// The policy file as editors should know it: with every rule and setting by name, so that they can complete and check
// what the gate itself checks with another schema, which knows the rules only when it runs.
import { z } from 'zod'
import { longest } from '../../release/longest.ts'
import { customRuleSchema, presetNames, writtenLevels } from '../../release/policy.ts'
import { releaseKinds } from '../../release/release.ts'
import { writtenSettings } from './parse-policy.ts'
import { ruleIds } from '../rules/rules.ts'

const level = z.enum(writtenLevels).optional()

/** `describe` says in a phrase what should hold. */
export function makeEditorSchema(describe: (rule: string) => string): z.ZodType {
  const known = Object.entries(writtenSettings).map(([id, settings]) => [
    id,
    settings.safeExtend({ level }).optional().describe(describe(id)),
  ])
  const own = z.looseObject({ level }).describe('A rule of your own, from customRules')
  const rules = z
    .object(Object.fromEntries(known) as z.core.$ZodShape)
    .catchall(own)
    .optional()
  const kind = z.strictObject({
    suite: z.string().optional().describe('Tags that are the whole suite for this kind of release'),
    regressionDueDays: z.number().positive().max(longest.days).optional(),
    rules,
  })
  const names = { propertyNames: { enum: ruleIds } }
  return (
    z
      .strictObject({
        extends: z.enum(presetNames).optional(),
        zone: z.string().optional(),
        calendar: z.string().optional(),
        customRules: z.array(customRuleSchema).optional(),
        rules,
        kinds: z.partialRecord(z.enum(releaseKinds), kind).optional(),
      })
      // Only a policy with rules of its own may name others than ours.
      .meta({
        if: { required: ['customRules'] },
        else: {
          properties: { rules: names, kinds: { additionalProperties: { properties: { rules: names } } } },
        },
      })
  )
}
