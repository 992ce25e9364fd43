// The tenant that dropped out of the run is the one whose trouble nobody has seen.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  sampleCase,
  sampleEvidence,
  sampleSeal,
} from '../../../test/acceptance/sample-evidence.ts'
import { samplePromised, sampleTenants } from '../../../test/acceptance/sample-promise.ts'
import { tenantsCovered } from './tenants-covered.ts'

const ask = (change: Parameters<typeof sampleEvidence>[0], settings = {}) =>
  askRule(tenantsCovered, { evidence: sampleEvidence(change), settings })
const cedar = sampleCase({ id: 'case-2', tenant: 'cedar' })

test('holds when each tenant has executed cases for each of its services', () => {
  expect(ask({})).toMatchObject({ outcome: 'pass', actual: { tenants: 2, fewest: 1 }, tenants: [] })
})

test('fails for a tenant without cases, or with too few', () => {
  expect(ask({ cases: [sampleCase()] })).toMatchObject({
    outcome: 'fail',
    tenants: ['cedar'],
    actual: { short: ['cedar 0'] },
  })
  expect(ask({}, { minCases: 2 })).toMatchObject({ outcome: 'fail', tenants: ['maple', 'cedar'] })
})

test('fails for a client that the plan does not know', () => {
  const birch = { ...sampleTenants[0]!, id: 'birch' }
  const promised = samplePromised({ tenants: [...sampleTenants, birch] })
  const evidence = sampleEvidence({})
  expect(askRule(tenantsCovered, { evidence, promised })).toMatchObject({
    outcome: 'fail',
    tenants: ['birch'],
    actual: { short: ['birch 0'] },
  })
})

test('fails for a service that a client has by now and had not when the run was planned', () => {
  const [maple, other] = sampleTenants
  const tenants = [{ ...maple!, services: ['wallet', 'pos'] }, other!]
  const evidence = sampleEvidence({
    cases: [sampleCase(), { ...cedar, tags: ['@service:wallet', '@service:pos'] }],
  })
  expect(askRule(tenantsCovered, { evidence, promised: samplePromised({ tenants }) })).toMatchObject({
    outcome: 'fail',
    actual: { tenants: 2, untriedServices: ['maple: pos'] },
  })
})

test.each(['skipped', 'unknown', 'lost', 'missing'] as const)(
  'does not count a case that is %s',
  (outcome) => {
    expect(ask({ cases: [sampleCase(), { ...cedar, outcome }] })).toMatchObject({
      outcome: 'fail',
      tenants: ['cedar'],
    })
  },
)

test('fails for a tenant of whose cases one is missing', () => {
  const cases = [sampleCase(), cedar, { ...cedar, id: 'case-3', outcome: 'missing' as const, attempts: [] }]
  expect(ask({ cases })).toMatchObject({ outcome: 'fail', tenants: ['cedar'], cases: ['case-3'] })
})

test('fails for a service that others try and this tenant does not', () => {
  const cases = [sampleCase({ tags: ['@service:wallet', '@service:pos'] }), cedar]
  const tenants = ['maple', 'cedar'].map((id) => ({ id, name: id, services: ['wallet', 'pos'] }))
  expect(ask({ cases, tenants })).toMatchObject({
    outcome: 'fail',
    actual: { untriedServices: ['cedar: pos'] },
  })
  expect(ask({ cases, tenants }, { everyService: false }).outcome).toBe('pass')
})

test('asks for no service that a tenant does not have, or that no scenario names', () => {
  const tenants = ['maple', 'cedar'].map((id) => ({ id, name: id, services: ['wallet', 'dashboard'] }))
  expect(ask({ tenants }).outcome).toBe('pass')
  expect(ask({ cases: [sampleCase({ tags: ['@service:wallet', '@service:pos'] }), cedar] }).outcome).toBe(
    'pass',
  )
})

test('does not count cases that were not planned', () => {
  expect(ask({ cases: [sampleCase(), { ...cedar, planned: false }] }).outcome).toBe('fail')
})

test('cannot tell of a run that never ended, nor without a plan', () => {
  expect(ask({ cases: [sampleCase()], seal: null }).outcome).toBe('inconclusive')
  expect(ask({ cases: [sampleCase()], seal: sampleSeal({ interrupted: true }) }).outcome).toBe('inconclusive')
  expect(askRule(tenantsCovered, { evidence: emptyEvidence('results') }).outcome).toBe('inconclusive')
  const { has } = sampleEvidence()
  expect(ask({ has: { ...has, plan: false } }).outcome).toBe('inconclusive')
  expect(ask({ tenants: [] }).outcome).toBe('inconclusive')
})
