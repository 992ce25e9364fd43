// A policy as the gate uses it: every rule has a level and complete settings, for one kind of release.
import type { WrittenLevel } from '../../release/policy.ts'
import type { ReleaseKind } from '../../release/release.ts'
import type { RuleId } from '../rules/rules.ts'
import type { Scope } from '../scope.ts'
import type { Verdict } from '../verdict.ts'

/** What stands for the path of a policy that is no file. */
export const builtIn = 'built in'

export type RulePolicy = {
  readonly level: WrittenLevel
  readonly settings: Readonly<Record<string, unknown>>
  /** Absent where the rule looks at every case. */
  readonly scope?: Scope | undefined
}

/** A rule of the team's own. */
export type CustomRulePolicy = RulePolicy & {
  readonly id: string
  /** As it stands in the policy. */
  readonly module: string
  readonly timeoutSeconds: number
}

export type Policy = {
  readonly path: string
  readonly sha256: string
  readonly preset: Verdict['policy']['preset']
  readonly kind: ReleaseKind
  /** Where the platform is at home. */
  readonly zone: string
  readonly calendar: string | null
  /** Tag expression of the whole suite for this kind; null where it is every scenario. */
  readonly suite: string | null
  readonly rules: Readonly<Record<RuleId, RulePolicy>>
  readonly custom: readonly CustomRulePolicy[]
  /** In what it asks less than its preset: `flake-budget: max 0 → 2`. */
  readonly loosened: readonly string[]
}
