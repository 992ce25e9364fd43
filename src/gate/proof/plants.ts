// A fault for each rule: the sound run with one thing wrong that this rule is there to stop. A rule without a fault
// does not compile.
import { countEvidence } from '../../evidence/count-evidence.ts'
import type { Attempt, Evidence, EvidenceCase, ProblemKind } from '../../evidence/evidence.ts'
import { judgeAttempts } from '../../evidence/judge-case.ts'
import type { LedgerEntry } from '../../release/ledger.ts'
import type { Promised } from '../../release/promised.ts'
import { judgeQuarantine } from '../quarantine.ts'
import type { RuleInput } from '../rule.ts'
import type { RuleId } from '../rules/rules.ts'
import { promisePlants } from './promise-plants.ts'
import type { Plant } from './prove-rules.ts'

const dayMs = 86_400_000

export const plants = {
  'results-present': withEvidence(() => ({ cases: [] })),
  'results-readable': withProblem('unreadable-result'),
  'results-sealed': withProblem('file-changed'),
  'results-fresh': (sound) => ({ ...sound, now: sound.now + 365 * dayMs }),
  'candidate-matches': withEvidence(({ seal }) => ({
    seal: seal && { ...seal, candidate: { ...seal.candidate, end: deployAnother(seal.candidate.end) } },
  })),
  'plan-complete': withFirstCase(() => []),
  'inventory-kept': (sound) => ({ ...sound, history: loseScenario(sound.history) }),
  'witnesses-agree': withProblem('witness-disagrees'),
  'no-failures': withFirstCase((attempt) => [failing(attempt)]),
  'no-unexplained-skips': withFirstCase((attempt) => [{ ...attempt, status: 'skipped', witness: 'skipped' }]),
  'flake-budget': withFirstCase((attempt) => [failing(attempt), attempt]),
  'no-new-failures': withFirstCase((attempt) => [failing(attempt)]),
  'quarantine-valid': (sound) => ({ ...sound, quarantine: quarantineOfOld(sound) }),
  'duration-budget': withEvidence(({ cases }) => ({ cases: cases.map(slowDown) })),
  'tenants-covered': withEvidence(({ tenants }) => ({
    tenants: [...tenants, { id: 'north', name: 'north', services: [] }],
  })),
  'operations-covered': withCoverage(({ operations }) => ({
    operations: operations.map((operation) => ({ ...operation, succeeded: [] })),
  })),
  'changes-covered': (sound) => ({
    ...sound,
    release: sound.release && { ...sound.release, services: ['a service that no tenant has'] },
  }),
  'contract-kept': withCoverage(() => ({ violations: [violation] })),
  'impact-declared': withPromise(({ changes }) => ({
    changes: changes.map((change) => ({ ...change, services: ['a service that is not declared'] })),
  })),
  'notes-published': withPromise((promised) => ({ ledger: forgetTold(promised, 'notes') })),
  'notice-given': withPromise((promised) => ({ ledger: forgetTold(promised, 'notice') })),
  ...promisePlants,
  'gate-proven': (sound) => ({ ...sound, proofs: [{ rule: 'a rule', flaw: 'lets its fault pass' }] }),
} satisfies Record<RuleId, Plant>

const violation = {
  operationId: 'openWallet',
  method: 'POST',
  template: '/wallets',
  status: 200,
  problem: 'body: must have required property',
  cases: [],
}

type Change<T> = (sound: T) => Partial<T>

/** Counts follow from cases and problems, as they do in real evidence. */
function withEvidence(change: Change<Evidence>): Plant {
  return (sound) => {
    const evidence = { ...sound.evidence, ...change(sound.evidence) }
    return { ...sound, evidence: { ...evidence, counts: countEvidence({ files: 4, ...evidence }) } }
  }
}

function withProblem(kind: ProblemKind): Plant {
  return withEvidence(() => ({ problems: [{ kind, subject: 'planted', detail: {} }] }))
}

function withCoverage(change: Change<NonNullable<Evidence['coverage']>>): Plant {
  return withEvidence(({ coverage }) => ({ coverage: coverage && { ...coverage, ...change(coverage) } }))
}

function withPromise(change: Change<Promised>): Plant {
  return (sound) => ({
    ...sound,
    promised: sound.promised && { ...sound.promised, ...change(sound.promised) },
  })
}

/** As if nobody had been told. */
function forgetTold({ ledger }: Promised, kind: LedgerEntry['kind']): Promised['ledger'] {
  return { ...ledger, entries: ledger.entries.filter((entry) => entry.kind !== kind) }
}

/** The first case with other attempts; what becomes of it follows from them. */
function withFirstCase(attemptsOf: (attempt: Attempt) => Attempt[]): Plant {
  const change = (found: EvidenceCase): EvidenceCase => {
    const attempts = found.attempts.flatMap(attemptsOf)
    return { ...found, attempts, outcome: judgeAttempts(attempts) }
  }
  return withEvidence(({ cases: [first, ...others] }) => ({
    cases: [...(first ? [change(first)] : []), ...others],
  }))
}

function failing(attempt: Attempt): Attempt {
  return { ...attempt, status: 'failed', witness: 'failed', message: 'planted' }
}

function slowDown(found: EvidenceCase): EvidenceCase {
  const attempts = found.attempts.map((attempt) => ({ ...attempt, stop: (attempt.stop ?? 0) + 10_000 }))
  return { ...found, attempts }
}

type Seen = NonNullable<Evidence['seal']>['candidate']['end']

function deployAnother(seen: Seen): Seen {
  return seen.map((one) => ({ ...one, version: 'another build' }))
}

/** Before, there was one more than there is now. */
function loseScenario(history: RuleInput['history']): RuleInput['history'] {
  if (!history?.lastPassed) return history
  const { lastPassed } = history
  const more = lastPassed.scenarios.slice(0, 1).map((found) => ({ ...found, scenario: 'A wallet is merged' }))
  return { ...history, lastPassed: { ...lastPassed, scenarios: [...lastPassed.scenarios, ...more] } }
}

/** An entry whose time is long over. */
function quarantineOfOld({ evidence, now }: RuleInput): RuleInput['quarantine'] {
  const entry = {
    case: evidence.cases[0]?.id ?? '',
    owner: 'planted',
    link: 'https://example.com/planted',
    reason: 'planted',
    created: '2001-01-01',
    expires: '2001-01-02',
  }
  return judgeQuarantine({ entries: [entry], problems: [] }, { evidence, now, maxDays: 30 })
}
