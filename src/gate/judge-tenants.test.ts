// What a verdict means for each tenant.
import { expect, test } from 'vitest'
import { sampleCase, sampleEvidence } from '../../test/acceptance/sample-evidence.ts'
import { judgeTenants } from './judge-tenants.ts'
import type { Finding } from './verdict.ts'

const finding = (change: Partial<Finding>): Finding => ({
  rule: 'no-failures',
  level: 'block',
  outcome: 'fail',
  expected: {},
  actual: {},
  cases: [],
  remedy: '',
  tenants: [],
  ...change,
})

test('what names a tenant counts for it alone, and what names none for all', () => {
  const one = judgeTenants(sampleEvidence(), [finding({ tenants: ['maple'] })])
  expect([one['maple']?.verdict, one['cedar']?.verdict]).toEqual(['block', 'pass'])
  const all = judgeTenants(sampleEvidence(), [finding({})])
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
