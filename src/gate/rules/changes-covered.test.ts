// A change that one tenant's cases never reach is a change nobody has seen at that tenant.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  sampleCase,
  sampleEvidence,
  sampleRelease,
} from '../../../test/acceptance/sample-evidence.ts'
import { samplePromised, sampleTenants } from '../../../test/acceptance/sample-promise.ts'
import { changesCovered } from './changes-covered.ts'

const ask = (change: Parameters<typeof sampleEvidence>[0] = {}, services: string[] = ['wallet']) =>
  askRule(changesCovered, { evidence: sampleEvidence(change), release: { ...sampleRelease, services } })

test('holds when each touched service was tested for each tenant that has it', () => {
  expect(ask()).toMatchObject({ outcome: 'pass', actual: { services: 1, untested: [] } })
})

test('fails for the tenant that no case of the service ran for', () => {
  const cases = [sampleCase(), sampleCase({ id: 'case-2', tenant: 'cedar', tags: [] })]
  expect(ask({ cases })).toMatchObject({
    outcome: 'fail',
    actual: { untested: ['wallet for cedar'] },
    tenants: ['cedar'],
  })
})

test('fails for a client that has the service by now and had it not, or was none, when the run was planned', () => {
  const [maple, cedar] = sampleTenants
  const release = { ...sampleRelease, services: ['pos'] }
  const plan = [
    { id: 'maple', name: 'Maple Market', services: ['wallet'] },
    { id: 'cedar', name: 'Cedar Stores', services: ['pos'] },
  ]
  const cases = [sampleCase(), sampleCase({ id: 'case-2', tenant: 'cedar', tags: ['@service:pos'] })]
  const evidence = sampleEvidence({ tenants: plan, cases })
  const tenants = [
    { ...maple!, services: ['wallet', 'pos'] },
    { ...cedar!, services: ['pos'] },
    { ...cedar!, id: 'birch', services: ['pos'] },
  ]
  expect(askRule(changesCovered, { evidence, release, promised: samplePromised({ tenants }) })).toMatchObject(
    { outcome: 'fail', actual: { untested: ['pos for maple', 'pos for birch'] } },
  )
})

test('a case that did not run tests nothing', () => {
  const cases = [sampleCase(), sampleCase({ id: 'case-2', tenant: 'cedar', outcome: 'skipped' })]
  expect(ask({ cases }).outcome).toBe('fail')
  expect(ask({ cases, seal: null }).outcome).toBe('inconclusive')
})

test('fails on a service that no tenant has', () => {
  expect(ask({}, ['walet'])).toMatchObject({ outcome: 'fail', actual: { unknownServices: ['walet'] } })
})

test('cannot tell where nothing was declared, or nothing planned', () => {
  expect(askRule(changesCovered).outcome).toBe('inconclusive')
  expect(ask({}, []).outcome).toBe('inconclusive')
  expect(
    askRule(changesCovered, { evidence: emptyEvidence(), release: { ...sampleRelease, services: [] } })
      .outcome,
  ).toBe('inconclusive')
})
