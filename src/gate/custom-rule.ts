// What a team's own rule is made with, as `airlock/rule`: the same shape as ours, and with it the words and the planted
// fault that ours have elsewhere.
import type { z } from 'zod'
import type { Evidence } from '../evidence/evidence.ts'
import { soundInput } from './proof/sound-input.ts'
import {
  defineRule as makeRule,
  type Definition,
  type Facts,
  type Judgement,
  type Rule,
  type RuleInput,
} from './rule.ts'

export type { Evidence, EvidenceCase } from '../evidence/evidence.ts'
export type { Facts, Judgement, RuleInput } from './rule.ts'
export { idsOf, tenantsOf } from './rule.ts'
export { selectProblems } from './select-problems.ts'
export { soundInput } from './proof/sound-input.ts'

type Words = {
  /** What should hold: `No release on a Friday`. */
  readonly title: string
  /** What would make it pass, in one sentence. */
  readonly remedy: string | ((actual: Facts) => string)
  /** Makes of a sound run one that the rule must stop. The sound one is frozen: it returns another. */
  readonly plant: (sound: RuleInput) => RuleInput
  /** Makes of the built-in sound run one that the rule lets pass, where it asks for more than that has. */
  readonly sound?: (sound: RuleInput) => RuleInput
}

export type CustomRule<Id extends string = string> = Rule<Id> & Words

/** Makes a rule whose `evaluate` knows the type of its settings. Its module exports it as `rule`, or by default. */
export function defineRule<Id extends string, S extends z.ZodObject>(
  definition: Definition<Id, S> & Words,
): CustomRule<Id> {
  const { title, remedy, plant, sound = (input) => input } = definition
  return { ...makeRule(definition), title, remedy, plant, sound }
}

/** For tests of a rule: what it says of some evidence, or of a whole input. */
export function evaluateRule(
  rule: Rule,
  asked: Evidence | RuleInput,
  settings: Readonly<Record<string, unknown>> = {},
): Judgement {
  return rule.evaluate('evidence' in asked ? asked : { ...soundInput, evidence: asked }, settings)
}
