// What the release page and the pull request comment both say: gathered once, so that they cannot differ.
import type { CaseOutcome, Evidence } from '../evidence/evidence.ts'
import type { Level, Outcome, Verdict, VerdictWord } from '../gate/verdict.ts'
import type { Plan, Severity } from '../plan/plan.ts'
import type { RuleGroup } from './rule-words.ts'

/** Everything there is to tell; what is absent is null and is said on the page. */
export type ReportInput = {
  readonly runId: string
  /** Where the run lies, as whoever asked for the report has named it; below reports/ if nobody did. */
  readonly folder?: string
  readonly plan: Plan | null
  readonly evidence: Evidence | null
  readonly verdict: Verdict | null
  /** Files that are missing or cannot be read, a sentence each. */
  readonly unread: readonly string[]
  /** The step at which a case went wrong, in the scenario's words, by case id. */
  readonly steps: ReadonlyMap<string, string>
  /** Places in the Allure report by case id, relative to the release page; null when there is no such report. */
  readonly allure: {
    readonly index: string
    readonly links: ReadonlyMap<string, string>
    /** False where the report is too large for one page, so that browsers open it from a server only. */
    readonly opensFromDisk: boolean
  } | null
  /** Names of the files that stand beside the page and may be linked. */
  readonly files: readonly string[]
}

/** How a rule is shown. `noted`: it does not hold, but its level or a waiver keeps it from stopping the release. */
export type RuleState = 'pass' | 'fail' | 'inconclusive' | 'noted'

export type RuleLine = {
  readonly rule: string
  readonly title: string
  readonly group: RuleGroup
  readonly failed: string
  readonly state: RuleState
  readonly outcome: Outcome
  readonly level: Level
  readonly waiver: string | null
  readonly expected: string
  readonly found: string
  readonly remedy: string
  /** Cases that show it, and some of the tenants they belong to. */
  readonly cases: number
  readonly tenants: readonly string[]
}

export type TenantCard = {
  readonly id: string
  readonly name: string
  readonly verdict: VerdictWord
  readonly tests: number
  readonly passed: number
  readonly flaky: number
  /** Failed, broken, unknown, missing and lost. */
  readonly failed: number
  readonly skipped: number
  /** The parts of `failed` that are not plain failures, such as `2 missing`. */
  readonly failedDetail: readonly string[]
}

export type Cell = {
  readonly passed: number
  readonly flaky: number
  readonly failed: number
  readonly skipped: number
}

export type Matrix = {
  readonly columns: readonly { readonly id: string; readonly name: string }[]
  /** A null cell: the tenant has no case of that capability. */
  readonly rows: readonly { readonly capability: string; readonly cells: readonly (Cell | null)[] }[]
  /** Cases that stand in no column, as those of other suites. */
  readonly ofNoTenant: number
}

/** A scenario that went wrong in the same way for one or more tenants: told once, with all of them. */
export type FailedScenario = {
  readonly scenario: string
  readonly example: string
  readonly severity: Severity
  readonly outcome: CaseOutcome
  readonly place: string
  readonly attempts: number
  readonly step: string | null
  readonly cause: string
  readonly tenants: readonly { readonly name: string; readonly link: string | null }[]
}

export type Failures = {
  readonly features: readonly { readonly feature: string; readonly scenarios: readonly FailedScenario[] }[]
  /** Failed cases, counted for each tenant. */
  readonly total: number
  /** Failed cases there was no room for. */
  readonly more: number
  /** What has all of them. */
  readonly all: string
}

export type ExclusionGroup = {
  readonly reason: string
  readonly count: number
  readonly scenarios: readonly string[]
  readonly more: number
}

export type Fact = { readonly name: string; readonly value: string; readonly detail: string }

export type Input = { readonly path: string; readonly bytes: number; readonly sha256: string }

export type Report = {
  /** Where the run lies. */
  readonly folder: string
  /** A preview is none of the verdicts, whatever would be. */
  readonly word: VerdictWord | 'preview' | 'none'
  readonly title: string
  readonly reason: string
  /** What must be known before anything else: a preview, a file that cannot be read, a narrowed plan. */
  readonly warnings: readonly string[]
  readonly facts: readonly Fact[]
  readonly rules: readonly RuleLine[]
  /** Rules that the policy turned off by name. */
  readonly rulesOff: readonly string[]
  readonly tenants: readonly TenantCard[]
  readonly matrix: Matrix | null
  readonly failures: Failures
  readonly flaky: readonly FailedScenario[]
  /** Cases that passed on a retry and that there was no room for. */
  readonly flakyMore: number
  readonly exclusions: readonly ExclusionGroup[]
  /** Without a plan nobody knows what was left out. */
  readonly hasPlan: boolean
  readonly problems: readonly {
    readonly kind: string
    readonly count: number
    readonly subjects: readonly string[]
  }[]
  /** The same one by one, with what is known of each, as many as a reader will look at. */
  readonly problemLines: readonly string[]
  /** Cases that did not decide, and why. */
  readonly quarantined: readonly string[]
  readonly waivers: readonly string[]
  readonly inputs: readonly Input[]
  /** Inputs too many to name, such as each result file. */
  readonly otherInputs: { readonly count: number; readonly bytes: number }
  readonly policy: string
  readonly links: readonly { readonly name: string; readonly href: string; readonly note: string }[]
}
