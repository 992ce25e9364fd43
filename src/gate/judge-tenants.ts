// Every tenant asks what the verdict means for it: the findings that name it count, and so do those that hold for all.
import { countOutcomes } from '../evidence/count-evidence.ts'
import type { Evidence, EvidenceCase } from '../evidence/evidence.ts'
import { decideWord } from './decide-word.ts'
import type { Finding, Verdict, VerdictWord } from './verdict.ts'

/** A verdict and the numbers of each tenant, by its id. */
export function judgeTenants(evidence: Evidence, findings: readonly Finding[]): Verdict['tenants'] {
  const byTenant = Map.groupBy(evidence.cases, ({ tenant }) => tenant)
  const seen = [...byTenant.keys()].filter((tenant) => tenant !== null)
  const ids = new Set([...evidence.tenants.map(({ id }) => id), ...seen])
  return Object.fromEntries(
    [...ids].toSorted().map((id) => [id, judgeTenant(id, { cases: byTenant.get(id) ?? [], findings })]),
  )
}

type Judged = { readonly cases: readonly EvidenceCase[]; readonly findings: readonly Finding[] }

function judgeTenant(id: string, { cases, findings }: Judged): Verdict['tenants'][string] {
  const tests = cases.filter(({ attempts }) => attempts.length > 0).length
  return { verdict: decideForTenant(findings, id), tests, ...countOutcomes(cases) }
}

/** What the findings come to for one tenant. */
export function decideForTenant(findings: readonly Finding[], id: string): VerdictWord {
  const own = findings.map(({ level, outcome, waiver, tenants }) => ({
    level,
    waiver,
    outcome: tenants.length === 0 || tenants.includes(id) ? outcome : ('pass' as const),
  }))
  return decideWord(own)
}
