// The plan as a person reads it: how many cases each capability has for each tenant, and what was left out and why.
import type { Exclusion, Plan } from '../plan/plan.ts'
import { count } from './count-nouns.ts'

/** A table of capability × tenant, then the reasons for what will not run. */
export function renderPlan(plan: Plan): string {
  const tenants = plan.tenants.map(({ id }) => id)
  const capabilities = [...new Set(plan.cases.map(({ capability }) => capability))].toSorted()
  const rows = capabilities.map((name) => [name, ...tenants.map((id) => String(countCases(plan, id, name)))])
  const total = ['all', ...tenants.map((id) => String(countCases(plan, id)))]
  return [
    renderTable([['', ...tenants], ...rows, total]),
    '',
    renderTotals(plan),
    ...renderExcluded(plan.excluded),
  ].join('\n')
}

function countCases({ cases }: Plan, tenant: string, capability?: string): number {
  return cases.filter(
    (one) => one.tenant === tenant && (capability === undefined || one.capability === capability),
  ).length
}

function renderTotals({ cases, inventory }: Plan): string {
  const { pickles, features } = inventory
  return `${count(cases.length, 'case')} from ${count(pickles, 'scenario')} in ${count(features.length, 'feature')}`
}

function renderTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}

const reasons = {
  service: 'tenant without the service',
  needs: 'target does not offer',
  tenants: 'for other tenants',
  selection: 'narrowed by hand',
  rows: 'outline that makes no case',
  duplicate: 'the same scenario twice; the gate blocks on this',
} satisfies Record<Exclusion['reason'], string>

function renderExcluded(excluded: readonly Exclusion[]): string[] {
  const counts = new Map<string, number>()
  for (const { reason, detail } of excluded) {
    const key = reason === 'selection' ? reasons[reason] : `${reasons[reason]}: ${detail}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([reason, number]) => `${number} not planned: ${reason}`)
}
