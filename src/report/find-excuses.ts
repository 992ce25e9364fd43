// Which cases did not pass and stop nothing all the same, and who answers for that. Machines that count failures would
// otherwise turn red on a verdict that is a pass.
import type { Evidence, EvidenceCase } from '../evidence/evidence.ts'
import type { Finding, Verdict } from '../gate/verdict.ts'
import { describeExcuse } from './describe-exceptions.ts'
import { isStopping } from './render-text-failures.ts'

export type Excuses = ReadonlyMap<string, string>

/** By case id: a sentence for each case that is in quarantine, or of which all that is said is waived. */
export function findExcuses(verdict: Verdict | null, evidence: Evidence | null): Excuses {
  if (verdict === null) return new Map()
  const { findings, quarantined } = verdict
  const stopped = listCases(findings.filter(isStopping))
  const kept = quarantined.filter((one) => !stopped.has(one.case))
  return new Map([
    ...kept.map((one) => [one.case, describeExcuse(one)] as const),
    ...findWaived(verdict, evidence?.cases ?? []),
  ])
}

function findWaived(verdict: Verdict, cases: readonly EvidenceCase[]): [string, string][] {
  const bad = verdict.findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'inconclusive')
  const waived = bad.filter(({ waiver }) => waiver !== undefined)
  const open = listCases(bad.filter(({ waiver }) => waiver === undefined))
  return waived.flatMap((finding) => {
    const shown = listCases([finding])
    const excused = cases.filter(({ id }) => shown.has(id) && !open.has(id))
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
