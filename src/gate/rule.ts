// The shape of every rule: it declares its settings, looks at the evidence, and says what it expected and what it
// found. It says so in data: words belong to the renderers, and the level belongs to the policy.
import type { z } from 'zod'
import type { Evidence } from '../evidence/evidence.ts'
import type { Release } from '../release/release.ts'
import type { Outcome } from './verdict.ts'

/** What a finding's `expected` and `actual` hold: flat, so that any reader can show it. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export type RuleInput = {
  readonly evidence: Evidence
  /** Null where the gate is asked without a release. */
  readonly release: Release | null
  /** Tags that are the whole suite for this kind of release; null where it is every scenario. */
  readonly suite: string | null
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What a rule says; policy and remedy make a finding of it. */
export type Judgement = {
  readonly outcome: Outcome
  readonly expected: Facts
  readonly actual: Facts
  /** Ids of the cases that show it. */
  readonly cases: readonly string[]
  /** Tenants it holds for; empty where it holds for all of them. */
  readonly tenants: readonly string[]
}

export type Rule<Id extends string = string> = {
  readonly id: Id
  readonly settings: z.ZodType
  /** Settings are unknown here, since the rules of a list have different ones. */
  readonly evaluate: (input: RuleInput, settings: unknown) => Judgement
}

type Definition<Id extends string, S extends z.ZodType> = {
  readonly id: Id
  /** Strict, every field with a default. */
  readonly settings: S
  readonly evaluate: (input: RuleInput & { readonly settings: z.output<S> }) => Judgement
}

/** Makes a rule whose `evaluate` knows the type of its settings. */
export function defineRule<Id extends string, S extends z.ZodType>(definition: Definition<Id, S>): Rule<Id> {
  const { id, settings, evaluate } = definition
  return {
    id,
    settings,
    evaluate: (input, written) => evaluate({ ...input, settings: settings.parse(written) }),
  }
}

/** The tenants of some cases, each once and sorted. */
export function tenantsOf(cases: readonly { readonly tenant: string | null }[]): string[] {
  return [...new Set(cases.flatMap(({ tenant }) => tenant ?? []))].toSorted()
}

export function idsOf(cases: readonly { readonly id: string }[]): string[] {
  return cases.map(({ id }) => id)
}
