// What is kept of a run.
import { expect, test } from 'vitest'
import {
  sampleAttempt,
  sampleCase,
  sampleEvidence,
  sampleSeal,
} from '../../test/acceptance/sample-evidence.ts'
import { usualNowMs } from '../../test/acceptance/gate-environment.ts'
import { makeRunFiles, runStartMs } from '../../test/acceptance/run-folder.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { decide } from '../gate/decide.ts'
import { makeDefaultPolicy } from '../gate/policy/parse-policy.ts'
import { planSchema, type Plan } from '../plan/plan.ts'
import { makeRecording } from './make-recording.ts'
import { pastPolicySchema, type PastScenario } from './past.ts'
import { runRecordSchema } from './run-record.ts'

const plan = planSchema.parse(JSON.parse(makeRunFiles().get('plan.json') ?? ''))
const policy = makeDefaultPolicy('scheduled')

function keep(evidence: Evidence = sampleEvidence(), change: Partial<Plan> = {}) {
  const question = { evidence, release: null, policy, now: usualNowMs, history: null }
  const verdict = decide({ ...question, preview: false, inputs: [] })
  return makeRecording({ plan: { ...plan, ...change }, evidence, verdict, policy, contract: null })
}

test('a record fits its schema and names every document', () => {
  const { record, documents } = keep()
  expect(runRecordSchema.parse(record)).toEqual(record)
  expect(documents.map(({ sha256 }) => sha256)).toEqual([record.policy, record.inventory])
  expect(record).toMatchObject({
    runId: plan.runId,
    startedAt: runStartMs,
    decidedAt: usualNowMs,
    target: plan.target,
    whole: true,
    contract: null,
  })
})

test('each planned scenario is kept once, with its cases by tenant', () => {
  const [, inventory] = keep().documents
  const scenarios = JSON.parse(inventory?.body ?? '') as PastScenario[]
  expect(scenarios.map(({ scenario }) => scenario)).toEqual([
    'Points are earned on the discounted total',
    'A new customer gets an empty wallet',
    'An identity belongs to one wallet',
  ])
  expect(scenarios[0]?.cases.map(({ tenant }) => tenant)).toEqual(['cedar', 'maple'])
})

test('each scenario is kept with the services it asked for, sorted, each once', () => {
  const [first] = plan.cases
  const tags = ['@service:wallet', '@smoke', '@service:dashboard', '@service:wallet']
  const [, inventory] = keep(sampleEvidence(), { cases: [{ ...first!, tags }] }).documents
  expect(JSON.parse(inventory?.body ?? '')).toMatchObject([{ services: ['dashboard', 'wallet'] }])
})

test('a scenario for which one tenant is enough is kept as such', () => {
  const [first] = plan.cases
  const cases = [{ ...first!, tags: ['@one-tenant'] }]
  const [, inventory] = keep(sampleEvidence(), { cases }).documents
  expect(JSON.parse(inventory?.body ?? '')).toMatchObject([{ oneTenant: true, cases: [{}] }])
  expect(keep().documents[1]?.body).not.toContain('oneTenant')
})

test('examples of one outline are scenarios of their own', () => {
  const [first] = plan.cases
  const cases = ['1', '2'].map((value) => ({ ...first!, id: value, example: [{ name: 'amount', value }] }))
  const [, inventory] = keep(sampleEvidence(), { cases }).documents
  expect(JSON.parse(inventory?.body ?? '')).toMatchObject([
    { cases: [{ id: '1' }] },
    { cases: [{ id: '2' }] },
  ])
})

test('the policy is kept as it was in force', () => {
  const [inForce] = keep().documents
  const kept = pastPolicySchema.parse(JSON.parse(inForce?.body ?? ''))
  expect(kept.sha256).toBe(policy.sha256)
  expect(kept.rules['no-failures']).toEqual({ level: 'block', settings: {} })
})

test('cases are kept by id with outcome and duration; those that nobody planned are not', () => {
  const cases = [
    sampleCase({ id: 'b', attempts: [sampleAttempt({ start: 5, stop: 9 })] }),
    sampleCase({ id: 'a', outcome: 'missing' }),
    sampleCase({ id: 'c', planned: false }),
  ]
  expect(keep(sampleEvidence({ cases })).record.cases).toEqual([
    { id: 'a', outcome: 'missing', ms: null },
    { id: 'b', outcome: 'passed', ms: 4 },
  ])
})

const shardsOf = (total: number) =>
  Array.from({ length: total }, (_, at) => ({ ...sampleSeal().shards[0]!, index: at + 1, total }))

test('a run of which every shard is there is whole', () => {
  expect(keep(sampleEvidence({ seal: sampleSeal({ shards: shardsOf(4) }) })).record.whole).toBe(true)
})

test.each([
  ['narrowed by hand', sampleEvidence(), { selection: { ...plan.selection, tags: '@smoke' } }],
  ['interrupted', sampleEvidence({ seal: sampleSeal({ interrupted: true }) }), {}],
  ['never sealed', sampleEvidence({ seal: null }), {}],
  ['one shard of four', sampleEvidence({ seal: sampleSeal({ shards: shardsOf(4).slice(0, 1) }) }), {}],
  ['of a plan without cases', sampleEvidence(), { cases: [] }],
])('a run that was %s is not whole', (_what, evidence, change) => {
  expect(keep(evidence, change).record.whole).toBe(false)
})
