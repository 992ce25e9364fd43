// Runs as the history keeps them: three cases of two capabilities, all passed, unless a test says otherwise.
import type { PastScenario } from '../../src/history/past.ts'
import { makeDocument, type Recording, type RunRecord } from '../../src/history/run-record.ts'
import { usualContract } from '../acceptance/run-contract.ts'

export const dayMs = 86_400_000
/** When the first of them began. */
export const firstStartMs = Date.UTC(2026, 10, 1, 8)

const scenario = (capability: string, name: string, ids: readonly string[]): PastScenario => ({
  uri: `features/${capability}/${capability}.feature`,
  rule: '',
  scenario: name,
  example: [],
  capability,
  cases: ids.map((id) => ({ id, tenant: `tenant of ${id}` })),
})

/** The first is as records of earlier releases have it: nobody knows which services it needed. */
export const inventory = [
  scenario('points', 'Points are earned', ['c']),
  { ...scenario('wallets', 'A wallet is opened', ['a', 'b']), services: ['wallet'] },
]
export const policy = {
  sha256: '1'.repeat(64),
  rules: { 'flake-budget': { level: 'block' as const, settings: { max: 2 } } },
}

type Change = Partial<RunRecord> & { readonly served?: unknown }

/** What is said of a run that met the build it was to meet. */
export const met = { rule: 'candidate-matches', level: 'block', outcome: 'pass' } as const

/** The run of that day; each day has one. */
export function sampleRecording(day: number, { served = usualContract, ...change }: Change = {}): Recording {
  const documents = [makeDocument(policy), makeDocument(inventory), makeDocument(served)]
  const [inForce = '', scenarios = '', contract = ''] = documents.map(({ sha256 }) => sha256)
  const startedAt = firstStartMs + day * dayMs
  const record: RunRecord = {
    runId: `run-${String(day).padStart(3, '0')}`,
    startedAt,
    decidedAt: startedAt + 600_000,
    target: 'reference',
    release: `2026.${day}`,
    kind: 'scheduled',
    whole: true,
    verdict: 'pass',
    version: '7.7.0',
    digest: null,
    findings: [{ rule: 'flake-budget', level: 'block', outcome: 'pass' }],
    counts: { tests: 3, passed: 3 },
    policy: inForce,
    inventory: scenarios,
    contract,
    cases: ['a', 'b', 'c'].map((id) => ({ id, outcome: 'passed', ms: 100 + day })),
    ...change,
  }
  return { record, documents }
}

/** As a run that begins on that day asks for its past. */
export function asOf(day: number, runId = 'at hand') {
  const startedAt = firstStartMs + day * dayMs
  return { runId, startedAt, target: 'reference', demanded: ['inventory-kept', 'contract-kept'] }
}

/** So many cases that a database does not keep them in memory until they are committed. */
export function manyCases(count: number): RunRecord['cases'] {
  return Array.from({ length: count }, (_, at) => ({
    id: `case-${String(at).padStart(8, '0')}`,
    outcome: 'passed' as const,
    ms: at,
  }))
}
