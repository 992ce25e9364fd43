// Runs for the report's tests: real plans, real evidence, judged by the real gate. One passes unless told otherwise.
import { noPast, sampleCoverage, sampleRelease } from '../acceptance/sample-evidence.ts'
import { samplePromised, sampleTenants } from '../acceptance/sample-promise.ts'
import { hash } from 'node:crypto'
import { countEvidence } from '../../src/evidence/count-evidence.ts'
import type { CaseOutcome, Evidence, EvidenceCase, EvidenceProblem } from '../../src/evidence/evidence.ts'
import { decide } from '../../src/gate/decide.ts'
import { makeDefaultPolicy } from '../../src/gate/policy/parse-policy.ts'
import type { Verdict } from '../../src/gate/verdict.ts'
import type { Case, Plan } from '../../src/plan/plan.ts'
import type { Release } from '../../src/release/release.ts'
import { makeUuid } from '../../src/run/make-allure-result.ts'
import type { Observation } from '../../src/run/seal.ts'
import { makePlan, runId, type PlanOptions } from './sample-plan.ts'
import { tenants } from './sample-scenes.ts'

const digest = `sha256:${'3f9ac1d27e5b'.repeat(6).slice(0, 64)}`
export const startMs = Date.UTC(2026, 10, 20, 15, 58, 0)
const endMs = startMs + 41_000

const usual = samplePromised()
const [usualTenant] = sampleTenants as readonly [(typeof sampleTenants)[number]]

/** What became of one case: by scenario, and by tenant if only there. */
export type Event = {
  readonly scenario: string
  readonly tenant?: string
  readonly outcome: CaseOutcome
  readonly message?: string
  readonly step?: string
}

export type SampleOptions = PlanOptions & {
  readonly events?: readonly Event[]
  readonly problems?: readonly EvidenceProblem[]
  readonly release?: boolean
  readonly sealed?: boolean
  readonly version?: string
}

export type Sample = {
  readonly plan: Plan
  readonly evidence: Evidence
  readonly verdict: Verdict
  readonly events: readonly Event[]
}

export function makeSample(options: SampleOptions = {}): Sample {
  const plan = makePlan(options)
  const cases = plan.cases.map((planned) =>
    makeEvidenceCase(planned, findEvent(planned, options.events ?? [])),
  )
  const evidence = makeEvidence(plan, cases, options)
  const verdict = decide({
    evidence,
    release: options.release === false ? null : release,
    promised,
    policy: makeDefaultPolicy('scheduled'),
    now: endMs + 20_000,
    history: noPast,
    preview: false,
    inputs: [{ path: 'policy/policy.yaml', bytes: 812, sha256: hash('sha256', 'policy') }],
  })
  return { plan, evidence, verdict, events: options.events ?? [] }
}

const approval = { at: '2026-11-20T15:58:50Z' }
const release: Release = {
  ...sampleRelease,
  candidate: { version: '7.7.0', digest },
  approvals: sampleRelease.approvals.map((given) => ({ ...given, ...approval })),
}

/** Every tenant was told as the usual ones are. */
const promised = samplePromised({
  tenants: tenants.map((tenant) => ({ ...usualTenant, ...tenant })),
  ledger: {
    ...usual.ledger,
    entries: usual.ledger.entries.flatMap((entry) =>
      entry.tenant === usualTenant.id ? tenants.map(({ id }) => ({ ...entry, tenant: id })) : [],
    ),
  },
})

function findEvent({ scenario, tenant }: Case, events: readonly Event[]): Event | undefined {
  return events.find((event) => event.scenario === scenario && (event.tenant ?? tenant) === tenant)
}

export function uuidOf(caseId: string, attempt: number): string {
  return makeUuid([runId, caseId, String(attempt)])
}

function makeEvidenceCase(planned: Case, event: Event | undefined): EvidenceCase {
  const outcome = event?.outcome ?? 'passed'
  const { id, uri, line, feature, scenario, example, tenant, tags, severity, capability, required } = planned
  const statuses = statusesOf[outcome]
  const attempts = statuses.map((status, index) => ({
    file: `allure-results/${uuidOf(id, index)}-result.json`,
    uuid: uuidOf(id, index),
    status,
    start: startMs + 1000 + index * 200,
    stop: startMs + 1180 + index * 200,
    message: status === 'passed' ? '' : (event?.message ?? 'Expected 663 points but found 600'),
    pending: false,
    flags: [],
    witness: status,
  }))
  return {
    id,
    planned: true,
    tenant,
    uri,
    line,
    feature,
    scenario,
    example,
    tags,
    severity,
    capability,
    required,
    attempts,
    outcome,
  }
}

const statusesOf = {
  passed: ['passed'],
  flaky: ['failed', 'passed'],
  failed: ['failed', 'failed'],
  broken: ['broken', 'broken'],
  skipped: ['skipped'],
  unknown: ['unknown'],
  missing: [],
  lost: ['broken'],
} as const satisfies Record<CaseOutcome, readonly string[]>

function makeEvidence(plan: Plan, cases: readonly EvidenceCase[], options: SampleOptions): Evidence {
  const { problems = [], sealed = true, version = '7.7.0' } = options
  const observed: Observation[] = plan.tenants.flatMap(({ id, services }) =>
    services.map((service) => ({
      service,
      tenant: id,
      url: 'http://127.0.0.1/version',
      version,
      digest,
      error: null,
    })),
  )
  const excluded = Object.entries(Object.groupBy(plan.excluded, ({ reason }) => reason))
  return {
    schema: 'airlock.evidence/1',
    origin: 'run',
    runId,
    has: { plan: true, seal: sealed, witness: true },
    target: plan.target,
    selection: plan.selection,
    tenants: plan.tenants,
    seal: sealed ? makeSeal(observed) : null,
    coverage: sampleCoverage(),
    contract: null,
    excluded: Object.fromEntries(excluded.map(([reason, some]) => [reason, some.length])),
    leftOut: plan.excluded.map(({ uri, scenario, tenant, reason }) => ({ uri, scenario, tenant, reason })),
    cases: [...cases],
    problems: [
      ...problems,
      ...(sealed ? [] : [{ kind: 'not-sealed' as const, subject: 'run.json', detail: {} }]),
    ],
    counts: countEvidence({ files: cases.length, cases, problems }),
    inputs: makeInputs(),
  }
}

function makeSeal(observed: Observation[]): NonNullable<Evidence['seal']> {
  const shard = { index: 1, total: 1, start: startMs, end: endMs, exitCode: 0, signal: null, losses: [] }
  const worker = {
    id: 'worker-1',
    start: startMs,
    end: endMs,
    exitCode: 0,
    signal: null,
    ended: 'at-end' as const,
  }
  return {
    schema: 'airlock.run/1',
    runId,
    start: startMs,
    end: endMs,
    interrupted: false,
    retry: 1,
    candidate: { start: observed, end: observed },
    shards: [{ ...shard, workers: [worker] }],
  }
}

function makeInputs(): Evidence['inputs'] {
  const paths = ['allure-results/', 'messages/shard-1-of-1.ndjson', 'run.json']
  return paths.map((path) => ({ path, bytes: 48_211, sha256: hash('sha256', path) }))
}
