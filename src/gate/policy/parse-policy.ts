// policy.yaml → the policy for one kind of release: preset, then the file, then what it says of that kind. Nothing
// else has a say: no flag of a command reaches here.
import { hash } from 'node:crypto'
import { z } from 'zod'
import { parseYaml } from '../../release/parse-document.ts'
import {
  customRuleSchema,
  makePolicySchema,
  nameCustomRule,
  type WrittenPolicy,
  type WrittenRules,
} from '../../release/policy.ts'
import { placeBeside } from '../../release/place-beside.ts'
import type { Parsed, Problem } from '../../release/problem.ts'
import type { ReleaseKind } from '../../release/release.ts'
import { findLoosened, type InForce } from './compare-policies.ts'
import { builtIn, type CustomRulePolicy, type Policy, type RulePolicy } from './policy.ts'
import { presets } from './presets.ts'
import { ruleIds, rules, type RuleId } from '../rules/rules.ts'
import { scopeSchema, type Scope } from '../scope.ts'
import type { Verdict } from '../verdict.ts'

export type PolicySource = { readonly file: string; readonly text: string }

/** One after the other; each replaces single settings of those before it. `owed` is what an emergency owes. */
export type Layer = { readonly from: 'preset' | 'owed' | 'file' | 'kind'; readonly rules: WrittenRules }

/** What may be written for each rule, but for its level. */
export const writtenSettings: Readonly<Record<string, z.ZodObject>> = Object.fromEntries(
  rules.map(({ id, settings, isScoped }) => [
    id,
    isScoped === true ? settings.safeExtend({ scope: scopeSchema.optional() }) : settings,
  ]),
)

/** A checked policy, or everything that is wrong with the file. */
export function parsePolicy(source: PolicySource, kind: ReleaseKind): Parsed<Policy> {
  const read = readPolicy(source)
  if (!read.ok) return read
  const policy = makePolicy(source, { written: read.value, kind })
  const blocking = [...Object.values(policy.rules), ...policy.custom].some(({ level }) => level === 'block')
  return blocking ? { ok: true, value: policy } : { ok: false, problems: [toothless(source.file)] }
}

/** The file as it was written. */
export function readPolicy(source: PolicySource): Parsed<WrittenPolicy> {
  const whole = source.text.trim() === '' ? { ...source, text: '{}' } : source
  return parseYaml(whole, makePolicySchema(writtenSettings, listCustomIds(whole)))
}

/** Which rules there are has to be known before anything is said of one. */
function listCustomIds(source: PolicySource): string[] {
  const raw = parseYaml(source, z.unknown())
  const { data } = z.looseObject({ customRules: z.array(z.unknown()) }).safeParse(raw.ok ? raw.value : null)
  return (data?.customRules ?? [])
    .flatMap((entry) => customRuleSchema.safeParse(entry).data ?? [])
    .map(nameCustomRule)
}

/** The policy that holds where nobody wrote one: every rule blocks. */
export function makeDefaultPolicy(kind: ReleaseKind): Policy {
  return makePolicy(
    { file: builtIn, text: '' },
    { written: makePolicySchema(writtenSettings).parse({}), kind },
  )
}

/** From the first to the last. */
export function listLayers(written: WrittenPolicy, kind: ReleaseKind): Layer[] {
  const preset: WrittenRules = presets[written.extends]
  return [
    { from: 'preset', rules: preset },
    { from: 'owed', rules: readDueDays(written) },
    { from: 'file', rules: written.rules },
    { from: 'kind', rules: written.kinds[kind]?.rules ?? {} },
  ]
}

/** What an emergency owes is asked of every kind of release, so it is a setting of the rule that asks for it. */
function readDueDays({ kinds }: WrittenPolicy): WrittenRules {
  const dueDays = kinds.emergency?.regressionDueDays
  return dueDays === undefined ? {} : { 'regression-paid': { dueDays } }
}

type Comparable = Pick<Policy, 'suite' | 'rules' | 'custom'> &
  Partial<Pick<Policy, 'path' | 'zone' | 'calendar'>>

/** A policy with its team's own rules among the others, and the digests of their modules where `inputs` have them. */
export function describeInForce(policy: Comparable, inputs: Verdict['inputs'] = []): InForce {
  const { suite, zone, calendar, path, rules: own, custom } = policy
  const digests = new Map(inputs.map((input) => [input.path, input.sha256]))
  const added = custom.map(({ id, level, settings, module: file }) => {
    const digest = path === undefined ? undefined : digests.get(placeBeside(path, file))
    return [id, { level, settings, ...(digest === undefined ? {} : { module: digest }) }] as const
  })
  return { suite, zone, calendar, rules: { ...own, ...Object.fromEntries(added) } }
}

function makePolicy(
  source: PolicySource,
  { written, kind }: { written: WrittenPolicy; kind: ReleaseKind },
): Policy {
  const layers = listLayers(written, kind)
  const policy = {
    path: source.file,
    sha256: hash('sha256', source.text),
    preset: written.extends,
    kind,
    zone: written.zone,
    calendar: written.calendar ?? null,
    suite: written.kinds[kind]?.suite ?? null,
    rules: mergeRules(layers),
    custom: written.customRules.map((entry): CustomRulePolicy => {
      const id = nameCustomRule(entry)
      return { id, ...entry, ...mergeRule(id, layers) }
    }),
  }
  // A preset is at home nowhere.
  const usual = { suite: null, rules: mergeRules(layers.slice(0, 1)), custom: [] }
  return { ...policy, loosened: findLoosened(describeInForce(usual), describeInForce(policy)) }
}

function mergeRules(layers: readonly Layer[]): Policy['rules'] {
  return Object.fromEntries(ruleIds.map((id) => [id, mergeRule(id, layers)])) as Record<RuleId, RulePolicy>
}

/** Later layers replace single settings of earlier ones. */
function mergeRule(id: string, layers: readonly Layer[]): RulePolicy {
  const merged = Object.assign({}, ...layers.map((layer) => layer.rules[id] ?? {})) as WrittenRules[string]
  const { level = 'block', scope, ...settings } = merged
  return { level, settings, ...(scope === undefined ? {} : { scope: scope as Scope }) }
}

function toothless(file: string): Problem {
  return {
    file,
    path: 'rules',
    expected: 'at least one rule that blocks',
    received: 'none',
    remedy: 'Give at least one rule the level block: a gate that cannot block is no gate.',
  }
}
