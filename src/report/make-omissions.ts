// What is not in the numbers: cases that were left out and why, and what was found wrong with the evidence itself.
import type { ProblemKind } from '../evidence/evidence.ts'
import type { Exclusion, Plan } from '../plan/plan.ts'
import { compareTexts } from '../release/by-text.ts'
import type { ExclusionGroup, Report, ReportInput } from './report.ts'

const mostNames = 12
/** The word of the plan where a scenario has run for another tenant, and one was enough. */
const oneTenant = 'one tenant is enough'

const reasons = {
  service: (detail) => `The tenant does not have the service: ${detail}`,
  needs: (detail) => `The target does not offer: ${detail}`,
  tenants: (detail) =>
    detail === oneTenant ? 'One tenant is enough: another has it' : 'Written for other tenants',
  selection: () => 'Left out by hand',
  rows: (detail) => `The outline makes no case: ${detail}`,
  duplicate: () => 'The same scenario stands twice',
} satisfies Record<Exclusion['reason'], (detail: string) => string>

/** Exclusions by reason, the largest group first. */
export function makeExclusions({ plan }: ReportInput): ExclusionGroup[] {
  const groups = Map.groupBy(plan?.excluded ?? [], ({ reason, detail }) => reasons[reason](detail))
  return [...groups]
    .map(([reason, some]) => ({ reason, count: some.length, ...cutNames(some.map(nameScenario)) }))
    .toSorted((a, b) => b.count - a.count || compareTexts(a.reason, b.reason))
    .map(({ names: scenarios, ...group }) => ({ ...group, scenarios }))
}

function nameScenario({ scenario, tenant }: Exclusion): string {
  return tenant === null ? scenario : `${scenario} (${tenant})`
}

function cutNames(all: readonly string[]): { names: readonly string[]; more: number } {
  const names = [...new Set(all)].toSorted()
  return { names: names.slice(0, mostNames), more: Math.max(0, names.length - mostNames) }
}

/** How a plan was narrowed by hand, as sentences; none for a whole plan. */
export function nameSelection({ selection }: Plan): string[] {
  const { tags, tenants, paths, only } = selection
  const parts = [
    ...(tags === null ? [] : [`tags ${tags}`]),
    ...(tenants === null ? [] : [`tenants ${tenants.join(', ')}`]),
    ...(paths === null ? [] : [`paths ${paths.join(', ')}`]),
    ...(only === null ? [] : [`\`${only}\``]),
  ]
  return parts.length === 0 ? [] : [`Only a part of the suite was planned: ${parts.join('; ')}.`]
}

const kinds = {
  'no-results-folder': 'There is no folder of results',
  'no-results': 'There are no results',
  'unreadable-result': 'Results that cannot be read',
  'malformed-result': 'Results that are damaged in part',
  'unreadable-container': 'Fixture files that cannot be read',
  'unreadable-plan': 'The plan cannot be read',
  'unreadable-seal': 'The seal cannot be read',
  'unreadable-witness': 'Witness files that cannot be read',
  'unknown-status': 'Results without a known status',
  'missing-start': 'Results without a start time',
  'time-tie': 'Attempts that cannot be put in order',
  'shared-identity': 'Different tests under one identity',
  'duplicate-uuid': 'Results with the same id',
  'surplus-result': 'Results of cases nobody planned',
  'duplicate-case': 'Scenarios that stand twice',
  'missing-result': 'Planned cases without a result',
  'too-many-attempts': 'Cases with more attempts than allowed',
  'failed-fixture': 'Fixtures that failed',
  'global-error': 'Errors outside any test',
  'missing-attachment': 'Attachments that are missing',
  'witness-missing': 'Attempts the witness does not know',
  'witness-disagrees': 'Attempts the witness tells otherwise',
  'witness-unfinished': 'Attempts the witness never saw end',
  'witness-surplus': 'Attempts only the witness knows',
  'runner-exit': 'Runners that ended badly',
  'not-sealed': 'The run was never sealed',
  interrupted: 'The run was interrupted',
  'file-changed': 'Files changed after the run',
  'file-missing': 'Files gone since the run',
  'file-added': 'Files added after the run',
  'shard-missing': 'Parts of the run that are missing',
  'shard-overlap': 'Cases run in two parts',
  'foreign-run': 'Results of another run',
  'identity-disagrees': 'Results whose identity does not fit the plan',
  'no-reports': 'Patterns that find no report',
  'report-incomplete': 'Reports of which parts are missing or there twice',
  'counts-disagree': 'Reports that contradict themselves',
} satisfies Record<ProblemKind, string>

/** Problems of the evidence by kind, with the first few things they concern. */
export function makeProblems({ evidence }: ReportInput): Report['problems'] {
  const names = new Map(
    (evidence?.cases ?? []).map(({ id, scenario, tenant }) => [id, `${scenario} (${tenant ?? 'no tenant'})`]),
  )
  const groups = Map.groupBy(evidence?.problems ?? [], ({ kind }) => kinds[kind])
  return [...groups]
    .map(([kind, some]) => ({
      kind,
      count: some.length,
      subjects: cutNames(some.map(({ subject }) => names.get(subject) ?? subject)).names,
    }))
    .toSorted((a, b) => b.count - a.count || compareTexts(a.kind, b.kind))
}
