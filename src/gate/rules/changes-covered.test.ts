// A change that one tenant's cases never reach is a change nobody has seen at that tenant.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  sampleCase,
  sampleEvidence,
  sampleRelease,
} from '../../../test/acceptance/sample-evidence.ts'
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
