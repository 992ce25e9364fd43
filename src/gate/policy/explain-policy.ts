// A policy as it is in force for one kind of release, each value with the place it comes from: whoever asks why a rule
// let something pass finds the line that says so.
import { z } from 'zod'
import { makeLocator } from '../../release/parse-document.ts'
import { nameCustomRule, type WrittenPolicy } from '../../release/policy.ts'
import type { Parsed } from '../../release/problem.ts'
import type { ReleaseKind } from '../../release/release.ts'
import {
  listLayers,
  makeDefaultPolicy,
  parsePolicy,
  readPolicy,
  type Layer,
  type PolicySource,
} from './parse-policy.ts'
import type { Policy, RulePolicy } from './policy.ts'
import { rules } from '../rules/rules.ts'

export type ExplainedValue = {
  readonly name: string
  readonly value: unknown
  /** `built in`, `preset release`, `policy/policy.yaml:12`, `kinds.emergency policy/policy.yaml:20`. */
  readonly from: string
}

export type ExplainedRule = {
  readonly rule: string
  readonly level: RulePolicy['level']
  readonly from: string
  /** Where a team's own rule is; null for ours. */
  readonly module: string | null
  readonly settings: readonly ExplainedValue[]
}

export type ExplainedPolicy = {
  readonly schema: 'airlock.policy/1'
  readonly path: string
  readonly sha256: string
  readonly preset: Policy['preset']
  readonly kind: ReleaseKind
  readonly settings: readonly ExplainedValue[]
  readonly rules: readonly ExplainedRule[]
  readonly loosened: readonly string[]
}

/** A source of null is no file: then everything is built in. */
export function explainPolicy(source: PolicySource | null, kind: ReleaseKind): Parsed<ExplainedPolicy> {
  const text = source ?? { file: '', text: '' }
  const written = readPolicy(text)
  if (!written.ok) return written
  const parsed: Parsed<Policy> =
    source === null ? { ok: true, value: makeDefaultPolicy(kind) } : parsePolicy(source, kind)
  if (!parsed.ok) return parsed
  return { ok: true, value: explain(parsed.value, { written: written.value, source: text }) }
}

type Origin = { readonly written: WrittenPolicy; readonly source: PolicySource }

function explain(policy: Policy, { written, source }: Origin): ExplainedPolicy {
  const { path, sha256, preset, kind, loosened } = policy
  const place = makePlacer(policy, source)
  const layers = listLayers(written, kind)
  const own = rules.map(({ id, settings }) => {
    const values = z.looseObject({}).parse(settings.parse(policy.rules[id].settings))
    return explainRule({ id, values, policy: policy.rules[id], module: null }, layers, place)
  })
  const custom = policy.custom.map((rule) =>
    explainRule({ id: rule.id, values: rule.settings, policy: rule, module: rule.module }, layers, place),
  )
  const settings = explainSettings(written, kind, place)
  return {
    schema: 'airlock.policy/1',
    path,
    sha256,
    preset,
    kind,
    settings,
    rules: [...own, ...custom],
    loosened,
  }
}

type Placer = (from: Layer['from'], path: readonly PropertyKey[]) => string

function makePlacer({ kind, preset }: Policy, source: PolicySource): Placer {
  const lineOf = makeLocator(source)
  return (from, path) => {
    if (from === 'preset') return `preset ${preset}`
    const { under, at } = findKey(from, kind)
    const line = lineOf([...(under === null ? [] : ['kinds', under]), ...(at ?? path)])
    return `${under === null ? '' : `kinds.${under} `}${source.file}${line === null ? '' : `:${line}`}`
  }
}

/** Below which kind of release a layer stands, and where in it if that is not where its rules are. */
function findKey(from: Layer['from'], kind: ReleaseKind): { under: ReleaseKind | null; at?: string[] } {
  if (from === 'owed') return { under: 'emergency', at: ['regressionDueDays'] }
  return { under: from === 'kind' ? kind : null }
}

type Asked = {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
  readonly policy: RulePolicy
  readonly module: string | null
}

function explainRule(
  { id, values, policy, module }: Asked,
  layers: readonly Layer[],
  place: Placer,
): ExplainedRule {
  const from = (name: string): string => {
    const layer = layers.findLast((one) => Object.hasOwn(one.rules[id] ?? {}, name))
    return layer ? place(layer.from, ['rules', id, name]) : 'built in'
  }
  const all = { ...values, ...(policy.scope && { scope: policy.scope }) }
  const settings = Object.entries(all).map(([name, value]) => ({ name, value, from: from(name) }))
  return { rule: id, level: policy.level, from: from('level'), module, settings }
}

/** What is no rule's. */
function explainSettings(written: WrittenPolicy, kind: ReleaseKind, place: Placer): ExplainedValue[] {
  const { zone, calendar, kinds, customRules } = written
  const { suite, regressionDueDays } = kinds[kind] ?? {}
  const given = (from: Layer['from'], name: string): string => {
    const found = place(from, [name])
    return /:\d+$/.test(found) ? found : 'built in'
  }
  return [
    { name: 'suite', value: suite ?? 'every scenario', from: given('kind', 'suite') },
    { name: 'regressionDueDays', value: regressionDueDays, from: given('kind', 'regressionDueDays') },
    { name: 'zone', value: zone, from: given('file', 'zone') },
    { name: 'calendar', value: calendar, from: given('file', 'calendar') },
    ...customRules.map((rule) => ({
      name: `${nameCustomRule(rule)}, seconds it has`,
      value: rule.timeoutSeconds,
      from: given('file', 'customRules'),
    })),
  ].filter(({ value }) => value !== undefined)
}
