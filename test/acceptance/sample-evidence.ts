// Evidence as values, for tests of rules and renderers: a run of two tenants in which everything is well, unless the
// test says what is not.
import { countEvidence } from '../../src/evidence/count-evidence.ts'
import type {
  Attempt,
  Evidence,
  EvidenceCase,
  EvidenceProblem,
  EvidenceSeal,
} from '../../src/evidence/evidence.ts'
import type { CoverageEvidence } from '../../src/evidence/contract/contract-evidence.ts'
import { contractSchema } from '../../src/evidence/contract/contract.ts'
import { makeCoverage } from '../../src/evidence/contract/make-coverage.ts'
import { noQuarantine } from '../../src/gate/quarantine.ts'
import type { Past, PastRelease } from '../../src/history/past.ts'
import { makeCaseId } from '../../src/plan/case-id.ts'
import type { Facts, Judgement, Rule, RuleInput } from '../../src/gate/rule.ts'
import type { Finding } from '../../src/gate/verdict.ts'
import type { Release } from '../../src/release/release.ts'
import { makeCoverageFile, usualContract } from './run-contract.ts'
import { makeRunFiles, runStartMs } from './run-folder.ts'
import { usualNowMs } from './gate-environment.ts'
import { samplePromised, usualWindow } from './sample-promise.ts'
import type { Seal } from '../../src/run/seal.ts'

export function sampleAttempt(change: Partial<Attempt> = {}): Attempt {
  return {
    file: 'allure-results/a-result.json',
    uuid: 'a',
    status: 'passed',
    start: runStartMs + 1000,
    stop: runStartMs + 1100,
    message: '',
    pending: false,
    flags: [],
    witness: 'passed',
    ...change,
  }
}

export function sampleCase(change: Partial<EvidenceCase> = {}): EvidenceCase {
  return {
    id: 'case-1',
    planned: true,
    tenant: 'maple',
    uri: 'features/wallets/open.feature',
    line: 3,
    feature: 'Opening a wallet',
    scenario: 'A new customer gets an empty wallet',
    example: [],
    tags: ['@service:wallet'],
    severity: 'normal',
    capability: 'wallets',
    required: true,
    attempts: change.outcome === 'missing' ? [] : [sampleAttempt()],
    outcome: 'passed',
    ...change,
  }
}

/** The seal that belongs to it, without its long lists. */
export function sampleSeal(change: Partial<EvidenceSeal> = {}): EvidenceSeal {
  const seal = JSON.parse(makeRunFiles().get('run.json') ?? '') as Seal
  const { files: _files, durations: _durations, shards, ...rest } = seal
  return { ...rest, shards: shards.map(({ cases: _cases, ...shard }) => shard), ...change }
}

/** Everything the contract has was used, for both tenants. */
export function sampleCoverage(change: Partial<CoverageEvidence> = {}): CoverageEvidence {
  const file = makeCoverageFile('r', ['cedar', 'maple'])
  return { ...makeCoverage(file, contractSchema.parse(usualContract)), ...change }
}

/** A case for each of two tenants; counts follow from the cases. */
export function sampleEvidence(change: Partial<Omit<Evidence, 'counts'>> = {}): Evidence {
  const cases = change.cases ?? [sampleCase(), sampleCase({ id: 'case-2', tenant: 'cedar' })]
  const problems = change.problems ?? []
  return {
    schema: 'airlock.evidence/1',
    origin: 'run',
    runId: '20261123-080000-1a2b',
    has: { plan: true, seal: change.seal !== null, witness: true },
    target: 'reference',
    selection: { tags: null, tenants: null, paths: null, only: null },
    tenants: [
      { id: 'maple', name: 'Maple Market', services: ['wallet'] },
      { id: 'cedar', name: 'Cedar Stores', services: ['wallet'] },
    ],
    seal: sampleSeal(),
    coverage: sampleCoverage(),
    contract: null,
    excluded: {},
    leftOut: [],
    inputs: [{ path: 'plan.json', bytes: 1, sha256: 'a'.repeat(64) }],
    ...change,
    cases,
    problems,
    counts: countEvidence({ files: cases.length, cases, problems }),
  }
}

/** Nothing at all: what no rule may pass on. */
export function emptyEvidence(origin: Evidence['origin'] = 'run'): Evidence {
  const nothing = {
    cases: [],
    tenants: [],
    inputs: [],
    seal: null,
    target: null,
    selection: null,
    coverage: null,
  }
  return sampleEvidence({ ...nothing, origin, has: { plan: false, seal: false, witness: false } })
}

export function problem(
  kind: EvidenceProblem['kind'],
  subject = 'case-1',
  detail: EvidenceProblem['detail'] = {},
): EvidenceProblem {
  return { kind, subject, detail }
}

/** A rule that fails and stops everybody. */
export function sampleFinding(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'no-failures',
    level: 'block',
    outcome: 'fail',
    expected: {},
    actual: {},
    cases: [],
    tenants: [],
    remedy: '',
    ...change,
  }
}

export const sampleRelease: Release = {
  release: '2026.24',
  kind: 'scheduled',
  candidate: { version: '7.7.0' },
  window: usualWindow,
  expectedDowntimeMinutes: 2,
  services: ['wallet'],
  author: 'a.person@example.com',
  contractChanges: [],
  approvals: [
    { by: 'b.person@example.com', role: 'qa', at: '2026-11-23T08:05' },
    { by: 'c.person@example.com', role: 'release-manager', at: '2026-11-23T08:05' },
  ],
  removals: [],
}

/** A history that can be read and holds nothing yet. */
export const noPast: Past = {
  source: 'sqlite',
  problem: null,
  runs: 0,
  lastPassed: null,
  capabilities: [],
  flakes: [],
  releases: [],
  regressions: [],
}

/** One in which the usual cases passed in the last release. */
export function samplePast(change: Partial<NonNullable<Past['lastPassed']>> = {}): Past {
  const cases = ['maple', 'cedar'].map((tenant) => ({ id: sampleId(tenant), tenant }))
  const lastPassed = {
    runId: '20261109-080000-0c0c',
    release: '2026.23',
    kind: 'scheduled' as const,
    decidedAt: usualNowMs - 14 * 86_400_000,
    policy: { sha256: 'c'.repeat(64), rules: {} },
    scenarios: [{ ...sampleScenario, capability: 'wallets', services: ['wallet'], cases }],
    cases: cases.map(({ id }) => ({ id, outcome: 'passed' as const })),
    ...change,
  }
  return { ...noPast, runs: 1, lastPassed, releases: [sampleEarlier()] }
}

/** The release before this one, judged two weeks before this one's window. */
export function sampleEarlier(change: Partial<PastRelease> = {}): PastRelease {
  return {
    runId: '20261116-020000-0c0c',
    release: '2026.23',
    kind: 'scheduled',
    decidedAt: Date.UTC(2026, 10, 16, 3),
    whole: true,
    version: '7.6.0',
    digest: null,
    ...change,
  }
}

const sampleScenario = {
  uri: 'features/wallets/open.feature',
  rule: '',
  scenario: 'A new customer gets an empty wallet',
  example: [],
}

/** The identity that a plan gives the usual case of a tenant. */
export function sampleId(tenant: string): string {
  return makeCaseId(sampleScenario, tenant)
}

type Asked = { evidence?: Evidence; settings?: Facts | object } & Partial<Omit<RuleInput, 'evidence'>>

/** Asks one rule, with the defaults of its settings and the usual time. */
export function askRule(
  rule: Rule,
  { evidence = sampleEvidence(), settings = {}, ...rest }: Asked = {},
): Judgement {
  return rule.evaluate(
    {
      evidence,
      release: null,
      promised: samplePromised(),
      suite: null,
      history: noPast,
      quarantine: noQuarantine,
      proofs: [],
      now: usualNowMs,
      ...rest,
    },
    settings,
  )
}
