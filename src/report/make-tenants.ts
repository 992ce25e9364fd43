// The tenants side by side: one card each, and what each capability came to for each of them.
import type { EvidenceCase } from '../evidence/evidence.ts'
import { sumUp } from '../evidence/judge-case.ts'
import type { Verdict } from '../gate/verdict.ts'
import { compareTexts } from '../release/by-text.ts'
import type { Cell, Matrix, ReportInput, TenantCard } from './report.ts'

/** Names by tenant id, as far as evidence or plan know them. */
export function nameTenants({ evidence, plan }: ReportInput): ReadonlyMap<string, string> {
  const known = evidence?.tenants.length ? evidence.tenants : (plan?.tenants ?? [])
  return new Map(known.map(({ id, name }) => [id, name]))
}

export function makeTenantCards(input: ReportInput): TenantCard[] {
  const names = nameTenants(input)
  return Object.entries(input.verdict?.tenants ?? {})
    .map(([id, counts]) => makeCard({ id, name: names.get(id) ?? id }, counts))
    .toSorted(byTrouble(input))
}

/** Those in trouble first: among hundreds nobody would find them, and no paper is wide enough. */
function byTrouble({ verdict }: ReportInput): (a: { id: string }, b: { id: string }) => number {
  const isFine = ({ id }: { id: string }) => Number((verdict?.tenants[id]?.verdict ?? 'pass') === 'pass')
  return (a, b) => isFine(a) - isFine(b) || compareTexts(a.id, b.id)
}

function makeCard(tenant: { id: string; name: string }, counts: Verdict['tenants'][string]): TenantCard {
  const { verdict, tests, passed, flaky, skipped } = counts
  const { failed, broken, unknown, missing, lost } = counts
  const parts = Object.entries({ broken, unknown, missing, lost }).filter(([, number]) => number > 0)
  return {
    ...tenant,
    verdict,
    tests: tests + missing,
    passed,
    flaky,
    failed: failed + broken + unknown + missing + lost,
    skipped,
    failedDetail: parts.map(([name, number]) => `${number} ${name}`),
  }
}

/** Capability × tenant; null when no case says which tenant it is for. */
export function makeMatrix(input: ReportInput): Matrix | null {
  const all = input.evidence?.cases ?? []
  const cases = all.filter(({ tenant }) => tenant !== null)
  if (cases.length === 0) return null
  const names = nameTenants(input)
  const known = [...new Set([...names.keys(), ...cases.map(({ tenant }) => tenant ?? '')])]
  const columns = known.map((id) => ({ id, name: names.get(id) ?? id })).toSorted(byTrouble(input))
  const cells = countCells(cases)
  const capabilities = [...new Set(cases.map(({ capability }) => capability))].toSorted()
  return {
    columns,
    rows: capabilities.map((capability) => ({
      capability,
      cells: columns.map(({ id }) => cells.get(keyOf(capability, id)) ?? null),
    })),
    ofNoTenant: all.length - cases.length,
  }
}

function countCells(cases: readonly EvidenceCase[]): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const { capability, tenant, outcome } of cases) {
    const key = keyOf(capability, tenant ?? '')
    const cell = cells.get(key) ?? { passed: 0, flaky: 0, failed: 0, skipped: 0 }
    const column = sumUp(outcome)
    cells.set(key, { ...cell, [column]: cell[column] + 1 })
  }
  return cells
}

function keyOf(capability: string, tenant: string): string {
  return `${capability}\0${tenant}`
}
