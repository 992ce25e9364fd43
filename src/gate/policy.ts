// A policy as the gate uses it: every rule has a level and complete settings, for one kind of release.
import type { WrittenLevel } from '../release/policy.ts'
import type { ReleaseKind } from '../release/release.ts'
import type { RuleId } from './rules/rules.ts'
import type { Verdict } from './verdict.ts'

export type RulePolicy = {
  readonly level: WrittenLevel
  readonly settings: Readonly<Record<string, unknown>>
}

export type Policy = {
  readonly path: string
  readonly sha256: string
  readonly preset: Verdict['policy']['preset']
  readonly kind: ReleaseKind
  /** Tag expression of the whole suite for this kind; null where it is every scenario. */
  readonly suite: string | null
  readonly rules: Readonly<Record<RuleId, RulePolicy>>
  /** Rules whose level is lower than that of the preset. */
  readonly loosened: readonly RuleId[]
}
