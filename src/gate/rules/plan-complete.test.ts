// Tests that quietly did not run are what this rule is for.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  problem,
  sampleCase,
  sampleEvidence,
  sampleSeal,
} from '../../../test/acceptance/sample-evidence.ts'
import { planComplete } from './plan-complete.ts'

const whole = { tags: null, tenants: null, paths: null, only: null }
const missing = sampleCase({ outcome: 'missing' })
const ask = (change: Parameters<typeof sampleEvidence>[0], suite: string | null = null) =>
  askRule(planComplete, { evidence: sampleEvidence(change), suite })

test('holds when each planned case has its result', () => {
  expect(ask({ excluded: { service: 2 } })).toMatchObject({
    outcome: 'pass',
    expected: { missing: 0, surplus: 0, narrowed: false, suite: null },
    actual: { planned: 2, excluded: ['2 service'] },
  })
  expect(ask({}).actual).not.toHaveProperty('forNobody')
})

test('what is wrong with the plan or the results is no tenant’s own', () => {
  const cases = [sampleCase(), { ...missing, id: 'case-2' }]
  expect(ask({ cases, problems: [problem('identity-disagrees')] })).toMatchObject({
    actual: { foreign: 1 },
    tenants: [],
  })
})

test('fails on a missing result, even when all others passed', () => {
  expect(ask({ cases: [sampleCase(), { ...missing, id: 'case-2' }] })).toMatchObject({
    outcome: 'fail',
    cases: ['case-2'],
    tenants: ['maple'],
  })
})

test('lets a case be missing that is not required', () => {
  expect(ask({ cases: [sampleCase(), { ...missing, id: 'case-2', required: false }] }).outcome).toBe('pass')
})

test.each([
  'surplus-result',
  'duplicate-case',
  'too-many-attempts',
  'identity-disagrees',
  'unreadable-plan',
] as const)('fails on %s', (kind) => {
  expect(ask({ problems: [problem(kind)] })).toMatchObject({ outcome: 'fail', tenants: [] })
})

test('fails on an empty plan', () => {
  expect(ask({ cases: [] }).outcome).toBe('fail')
})

test.each([
  [{ tags: '@smoke' }, '--tags @smoke'],
  [{ tenants: ['maple', 'cedar'] }, '--tenants maple,cedar'],
  [{ paths: ['features/a.feature'] }, 'features/a.feature'],
  [{ only: '--failed' }, '--failed'],
])('fails on a plan narrowed by %j', (narrowing, shown) => {
  expect(ask({ selection: { ...whole, ...narrowing } })).toMatchObject({
    outcome: 'fail',
    actual: { narrowed: [shown] },
  })
})

test('takes the suite that the policy names for this kind of release as whole, and no other', () => {
  const selection = { ...whole, tags: '@smoke or @affected' }
  expect(ask({ selection }, '@smoke or @affected').outcome).toBe('pass')
  expect(ask({ selection }, '@smoke').outcome).toBe('fail')
  expect(ask({ selection: { ...selection, tenants: ['maple'] } }, '@smoke or @affected').outcome).toBe('fail')
})

test('cannot tell of what a run did not come to that never ended', () => {
  expect(ask({ cases: [sampleCase(), missing], seal: null }).outcome).toBe('inconclusive')
  expect(ask({ cases: [sampleCase(), missing], seal: sampleSeal({ interrupted: true }) }).outcome).toBe(
    'inconclusive',
  )
})

test('cannot tell without a plan', () => {
  expect(askRule(planComplete, { evidence: emptyEvidence('results') }).outcome).toBe('inconclusive')
  expect(askRule(planComplete, { evidence: emptyEvidence('run') }).outcome).toBe('inconclusive')
})

test('fails on a scenario that its tags keep from every tenant, and on none that somebody runs or that is for other targets', () => {
  const left = (
    reason: 'service' | 'tenants' | 'needs' | 'selection' | 'rows',
    scenario = 'New',
    tenant = 'maple',
  ) => ({ uri: 'features/new.feature', scenario, tenant, reason }) as const
  expect(
    ask({ leftOut: [left('service'), left('tenants', 'New', 'cedar'), left('rows', 'Also')] }),
  ).toMatchObject({
    outcome: 'fail',
    actual: { forNobody: ['Also in features/new.feature', 'New in features/new.feature'] },
    tenants: [],
  })
  const run = sampleCase({ uri: 'features/new.feature', scenario: 'New' })
  expect(ask({ cases: [run], leftOut: [left('service')] }).outcome).toBe('pass')
  expect(ask({ cases: [{ ...run, planned: false }], leftOut: [left('service')] }).outcome).toBe('fail')
  expect(ask({ leftOut: [left('needs'), left('service'), left('selection', 'Also')] }).outcome).toBe('pass')
})

test('a row that is for no tenant is missed, also where other rows of its outline run', () => {
  const place = { uri: 'features/new.feature', scenario: 'New' }
  const row = (line: number, tenant: string) => ({ ...place, line, tenant, reason: 'service' }) as const
  const cases = [sampleCase({ ...place, line: 7 })]
  expect(ask({ cases, leftOut: [row(9, 'maple'), row(9, 'cedar'), row(7, 'cedar')] })).toMatchObject({
    outcome: 'fail',
    actual: { forNobody: ['New in features/new.feature:9'] },
  })
  expect(ask({ cases, leftOut: [row(7, 'cedar')] }).outcome).toBe('pass')
})
