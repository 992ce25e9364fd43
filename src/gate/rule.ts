// The shape of every rule: it declares its settings, looks at the evidence, and says what it expected and what it
// found. It says so in data: words belong to the renderers, and the level belongs to the policy.
import type { z } from 'zod'
import type { Evidence } from '../evidence/evidence.ts'
import type { Past } from '../history/past.ts'
import type { Promised } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import type { Proof } from './proof/proof.ts'
import type { Quarantine } from './quarantine.ts'
import type { Outcome } from './verdict.ts'

/** What a finding's `expected` and `actual` hold: flat, so that any reader can show it. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export type RuleInput = {
  readonly evidence: Evidence
  /** Null where the gate is asked without a release. */
  readonly release: Release | null
  /** What clients were promised; null where nobody asked for it. */
  readonly promised: Promised | null
  /** Tags that are the whole suite for this kind of release; null where it is every scenario. */
  readonly suite: string | null
  /** Null where no history was asked: rules that need one cannot tell. One that is empty or unreadable says so itself. */
  readonly history: Past | null
  /** Which cases are excused for a while, and whether they are so rightly. */
  readonly quarantine: Quarantine
  /** What became of showing each enabled rule a fault, before anything is judged. */
  readonly proofs: readonly Proof[]
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

/**
 * Which way a setting asks less. `more`: when it grows, is true, or has entries that were not there; `less`: the other
 * way round; a list: from its first word, the strictest, to its last. A setting without one only counts as changed.
 */
export type Direction = 'more' | 'less' | readonly string[]

export type Rule<Id extends string = string> = {
  readonly id: Id
  readonly settings: z.ZodObject
  /** Whether a policy may narrow it to some cases. */
  readonly isScoped?: boolean
  readonly looser?: Readonly<Record<string, Direction>>
  /** The worst that it says of what it can tell: `warn` for what is typical and was never promised. */
  readonly worst?: 'fail' | 'warn'
  /** Settings are unknown here, since the rules of a list have different ones. */
  readonly evaluate: (input: RuleInput, settings: unknown) => Judgement
}

export type Definition<Id extends string, S extends z.ZodObject> = {
  readonly id: Id
  /** Strict, every field with a default. */
  readonly settings: S
  readonly isScoped?: boolean
  readonly looser?: { readonly [setting in keyof z.output<S>]?: Direction }
  readonly worst?: 'fail' | 'warn'
  readonly evaluate: (input: RuleInput & { readonly settings: z.output<S> }) => Judgement
}

/** Makes a rule whose `evaluate` knows the type of its settings. */
export function defineRule<Id extends string, S extends z.ZodObject>(
  definition: Definition<Id, S>,
): Rule<Id> {
  const { id, settings, isScoped = false, looser = {}, worst = 'fail', evaluate } = definition
  return {
    id,
    settings,
    isScoped,
    looser,
    worst,
    evaluate: (input, written) => evaluate({ ...input, settings: settings.parse(written) }),
  }
}

/** The tenants of some cases, each once and sorted; none where one of the cases is nobody's, and so everybody's. */
export function tenantsOf(cases: readonly { readonly tenant: string | null }[]): string[] {
  if (cases.some(({ tenant }) => tenant === null)) return []
  return [...new Set(cases.flatMap(({ tenant }) => tenant ?? []))].toSorted()
}

export function idsOf(cases: readonly { readonly id: string }[]): string[] {
  return cases.map(({ id }) => id)
}
