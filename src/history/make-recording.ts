// A judged run → what is kept of it. Pure.
import type { Contract } from '../evidence/contract/contract.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { measureCase } from '../evidence/measure-case.ts'
import { isWholeRun } from '../evidence/whole-run.ts'
import { describeInForce } from '../gate/policy/parse-policy.ts'
import type { Policy } from '../gate/policy/policy.ts'
import { narrowEvidence } from '../gate/scope.ts'
import type { Verdict } from '../gate/verdict.ts'
import { parseCaseTags } from '../plan/parse-case-tags.ts'
import type { Case, Plan } from '../plan/plan.ts'
import { byText } from '../release/by-text.ts'
import type { PastPolicy, PastScenario } from './past.ts'
import { makeDocument, type Recording, type RunRecord } from './run-record.ts'

export type JudgedRun = {
  readonly plan: Plan
  readonly evidence: Evidence
  readonly verdict: Verdict
  readonly policy: Policy
  /** As the candidate served it; null where it did not. */
  readonly contract: Contract | null
}

export function makeRecording({ plan, evidence, verdict, policy, contract }: JudgedRun): Recording {
  const inForce = makeDocument(describePolicy(policy, verdict))
  const inventory = makeDocument(listScenarios(plan))
  const served = contract && makeDocument(contract)
  const decidedAt = Temporal.Instant.from(verdict.decidedAt).epochMilliseconds
  const record: RunRecord = {
    runId: plan.runId,
    startedAt: evidence.seal?.start ?? decidedAt,
    decidedAt,
    target: plan.target,
    release: verdict.release?.id ?? null,
    kind: verdict.release?.kind ?? null,
    whole: isWholeRun({ selection: plan.selection, planned: plan.cases.length, seal: evidence.seal }),
    verdict: verdict.verdict,
    version: verdict.subject.version,
    digest: verdict.subject.digest,
    findings: verdict.findings.map(({ rule, level, outcome }) => ({ rule, level, outcome })),
    counts: verdict.counts,
    policy: inForce.sha256,
    inventory: inventory.sha256,
    contract: served?.sha256 ?? null,
    cases: listCases(evidence),
    ...listExcused({ evidence, verdict, policy }),
  }
  return { record, documents: [inForce, inventory, ...(served ? [served] : [])] }
}

function describePolicy(policy: Policy, { inputs }: Verdict): PastPolicy {
  const { rules } = describeInForce(policy, inputs)
  const { sha256, suite, zone, calendar } = policy
  return { sha256, suite, zone, calendar, rules: structuredClone(rules) as PastPolicy['rules'] }
}

/** Planned ones only, each once: what nobody planned has no identity that lasts. */
function listCases({ cases }: Evidence): RunRecord['cases'] {
  const byId = new Map(
    cases
      .filter(({ planned }) => planned)
      .map(({ id, outcome, attempts }) => [id, { id, outcome, ms: measureCase(attempts) }]),
  )
  return [...byId.values()].toSorted(byText(({ id }) => id))
}

/** A failure that nothing looked at would be an old one for good, once its quarantine or the scope is gone. */
function listExcused({
  evidence,
  verdict,
  policy,
}: Pick<JudgedRun, 'evidence' | 'verdict' | 'policy'>): Pick<RunRecord, 'excused'> {
  const { scope } = policy.rules['no-new-failures']
  const seen = new Set((scope ? narrowEvidence(evidence, scope) : evidence).cases.map(({ id }) => id))
  const quarantined = new Set(verdict.quarantined.map((one) => one.case))
  const excused = evidence.cases.filter(
    ({ id, planned, outcome }) => planned && outcome !== 'passed' && (quarantined.has(id) || !seen.has(id)),
  )
  return excused.length === 0 ? {} : { excused: [...new Set(excused.map(({ id }) => id))].toSorted() }
}

function listScenarios({ cases }: Plan): PastScenario[] {
  const byIdentity = Map.groupBy(cases, nameScenario)
  return [...byIdentity.entries()]
    .toSorted(byText(([key]) => key))
    .flatMap(([, all]) => (all[0] ? [describeScenario(all[0], all)] : []))
}

function nameScenario({ uri, rule, scenario, example }: Case): string {
  return [uri, rule, scenario, ...example.map(({ value }) => value)].join('\0')
}

function describeScenario(
  { uri, rule, scenario, example, capability, tags }: Case,
  all: readonly Case[],
): PastScenario {
  const asked = parseCaseTags(tags)
  const services = [...new Set(asked.services)].toSorted()
  const cases = all.map(({ id, tenant }) => ({ id, tenant })).toSorted(byText(({ tenant }) => tenant))
  const one = asked.oneTenant ? { oneTenant: true } : {}
  return { uri, rule, scenario, example, capability, services, ...one, cases }
}
