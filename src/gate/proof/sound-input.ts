// A small run in which everything is well, for two tenants, with a release and a history: what no rule may stop. It is
// made of the same parts as the evidence of a real run, and frozen, so that no rule can prepare it for the next one.
import { countEvidence } from '../../evidence/count-evidence.ts'
import type { Evidence, EvidenceCase } from '../../evidence/evidence.ts'
import { judgeAttempts } from '../../evidence/judge-case.ts'
import type { Past } from '../../history/past.ts'
import { makeCaseId } from '../../plan/case-id.ts'
import { noQuarantine } from '../quarantine.ts'
import type { RuleInput } from '../rule.ts'
import { makeSoundPromise, makeSoundRelease } from './sound-promise.ts'

const startMs = 1_000_000_000_000
const endMs = startMs + 60_000
const uri = 'features/wallets/opening.feature'
const scenarios = ['A wallet is opened', 'A wallet is closed'] as const
const tenants = ['east', 'west'] as const
const service = 'wallet'
const build = { version: '1.0.0', digest: 'sha256:sound' }
const sound = { tenants, service, build }
/** When the last release was judged: two weeks before the window of this one. */
const beforeMs = startMs - 6 * 86_400_000

const lastRelease: Past['releases'][number] = {
  runId: 'before',
  release: 'before',
  kind: 'scheduled',
  decidedAt: beforeMs,
  whole: true,
  version: '0.9.0',
  digest: null,
}

/** Deeply frozen. */
export const soundInput: RuleInput = freeze(makeSoundInput())

function makeSoundInput(): RuleInput {
  return {
    evidence: makeEvidence(),
    release: makeSoundRelease(sound),
    promised: makeSoundPromise(sound),
    suite: null,
    history: makePast(),
    quarantine: noQuarantine,
    proofs: [{ rule: 'sound', flaw: null }],
    now: endMs + 60_000,
  }
}

function makeEvidence(): Evidence {
  const cases = tenants.flatMap((tenant) => scenarios.map((scenario) => makeCase(scenario, tenant)))
  return {
    schema: 'airlock.evidence/1',
    origin: 'run',
    runId: 'sound',
    has: { plan: true, seal: true, witness: true },
    target: 'sound',
    selection: { tags: null, tenants: null, paths: null, only: null },
    tenants: tenants.map((id) => ({ id, name: id, services: [service] })),
    seal: makeSeal(),
    coverage: {
      operations: [
        {
          operationId: 'openWallet',
          method: 'POST',
          path: '/wallets',
          services: [service],
          isRefusable: true,
          succeeded: [...tenants],
          refused: [...tenants],
        },
      ],
      violations: [],
      unreadable: 0,
    },
    contract: { baseline: 'before', changes: [] },
    excluded: {},
    leftOut: [],
    cases,
    problems: [],
    counts: countEvidence({ files: cases.length, cases, problems: [] }),
    inputs: [],
  }
}

function makeCase(scenario: string, tenant: string): EvidenceCase {
  const id = makeCaseId({ uri, rule: '', scenario, example: [] }, tenant)
  const attempts: EvidenceCase['attempts'] = [
    {
      file: `allure-results/${id}-result.json`,
      uuid: id,
      status: 'passed',
      start: startMs + 1000,
      stop: startMs + 1100,
      message: '',
      pending: false,
      flags: [],
      witness: 'passed',
    },
  ]
  return {
    id,
    planned: true,
    tenant,
    uri,
    line: 3,
    feature: 'Opening a wallet',
    scenario,
    example: [],
    tags: [`@service:${service}`],
    severity: 'blocker',
    capability: 'wallets',
    required: true,
    attempts,
    outcome: judgeAttempts(attempts),
  }
}

function makeSeal(): NonNullable<Evidence['seal']> {
  const seen = tenants.map((tenant) => ({ service, tenant, url: '/version', ...build, error: null }))
  return {
    schema: 'airlock.run/1',
    runId: 'sound',
    start: startMs,
    end: endMs,
    interrupted: false,
    retry: 1,
    candidate: { start: seen, end: seen },
    shards: [
      {
        index: 1,
        total: 1,
        start: startMs,
        end: endMs,
        exitCode: 0,
        signal: null,
        workers: [],
        losses: [],
      },
    ],
  }
}

function makePast(): Past {
  const { cases } = makeEvidence()
  const times = cases.map(({ id }) => ({ case: id, ms: 100 }))
  return {
    source: 'sqlite',
    problem: null,
    runs: 3,
    lastPassed: {
      runId: 'before',
      release: 'before',
      kind: 'scheduled',
      decidedAt: beforeMs,
      policy: { sha256: '', rules: {} },
      scenarios: scenarios.map((scenario) => ({
        uri,
        rule: '',
        scenario,
        example: [],
        capability: 'wallets',
        cases: cases
          .filter((found) => found.scenario === scenario)
          .map(({ id, tenant }) => ({ id, tenant: tenant ?? '' })),
      })),
      cases: cases.map(({ id }) => ({ id, outcome: 'passed' })),
    },
    capabilities: [
      { capability: 'wallets', runs: ['1', '2', '3'].map((runId) => ({ runId, cases: times })) },
    ],
    flakes: [],
    releases: [lastRelease],
    regressions: [],
  }
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(freeze)
  return value
}
