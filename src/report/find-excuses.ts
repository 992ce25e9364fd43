// Which cases did not pass and stop nothing all the same, and who answers for that. Machines that count failures would
// otherwise turn red on a verdict that is a pass.
import type { Evidence, EvidenceCase } from '../evidence/evidence.ts'
import type { Finding, Verdict } from '../gate/verdict.ts'
import { describeExcuse } from './describe-exceptions.ts'
import { isStopping } from './render-text-failures.ts'

export type Excuses = ReadonlyMap<string, string>

/** By case id: a sentence for each case in quarantine or waived for which no other rule stops the release. */
export function findExcuses(verdict: Verdict | null, evidence: Evidence | null): Excuses {
  if (verdict === null) return new Map()
  const { findings, quarantined } = verdict
  const stopped = listCases(findings.filter(isStopping))
  const kept = quarantined.filter((one) => !stopped.has(one.case))
  return new Map([
    ...kept.map((one) => [one.case, describeExcuse(one)] as const),
    ...findWaived(verdict, { cases: evidence?.cases ?? [], stopped }),
  ])
}

type Found = { readonly cases: readonly EvidenceCase[]; readonly stopped: ReadonlySet<string> }

function findWaived(verdict: Verdict, { cases, stopped }: Found): [string, string][] {
  const bad = verdict.findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'inconclusive')
  const waived = bad.filter(({ waiver }) => waiver !== undefined)
  return waived.flatMap((finding) => {
    const shown = listCases([finding])
    const excused = cases.filter(({ id }) => shown.has(id) && !stopped.has(id))
    return excused.map((found): [string, string] => [found.id, describeWaived(found, finding, verdict)])
  })
}

function listCases(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap(({ cases }) => cases))
}

function describeWaived(found: EvidenceCase, { rule, waiver = '' }: Finding, { waivers }: Verdict): string {
  const used = waivers.filter((one) => one.state === 'used' && one.rule === rule && isNamed(found, one))
  return used.length === 0 ? `Waived by ${waiver}` : used.map(describeExcuse).join('. ')
}

function isNamed(
  { id, scenario, tenant }: EvidenceCase,
  { cases, tenants }: Verdict['waivers'][number],
): boolean {
  const isMeant = cases.length === 0 || cases.includes(id) || cases.includes(scenario)
  return isMeant && (tenants.length === 0 || (tenant !== null && tenants.includes(tenant)))
}
