// What a verdict means for each tenant.
import { expect, test } from 'vitest'
import { sampleCase, sampleEvidence, sampleFinding } from '../../test/acceptance/sample-evidence.ts'
import { judgeTenants } from './judge-tenants.ts'

test('what names a tenant counts for it alone, and what names none for all', () => {
  const one = judgeTenants(sampleEvidence(), [sampleFinding({ tenants: ['maple'] })])
  expect([one['maple']?.verdict, one['cedar']?.verdict]).toEqual(['block', 'pass'])
  const all = judgeTenants(sampleEvidence(), [sampleFinding()])
  expect([all['maple']?.verdict, all['cedar']?.verdict]).toEqual(['block', 'block'])
})

test('a tenant that only cases know is judged too; a case of no tenant makes none', () => {
  const cases = [sampleCase({ tenant: 'lotus' }), sampleCase({ id: 'b', tenant: null })]
  expect(Object.keys(judgeTenants(sampleEvidence({ cases }), []))).toEqual(['cedar', 'lotus', 'maple'])
})

test('tests are cases that were tried', () => {
  const cases = [sampleCase(), sampleCase({ id: 'b', outcome: 'missing' })]
  expect(judgeTenants(sampleEvidence({ cases }), [])['maple']).toMatchObject({
    tests: 1,
    passed: 1,
    missing: 1,
  })
})
