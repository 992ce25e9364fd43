// What was exercised is added up over all cases; a report that cannot be read must not pass for one that says nothing.
import { expect, test } from 'vitest'
import { coverageSchema, CoverageRecord } from './coverage.ts'

const use = (change: object = {}) => ({
  operationId: 'getWallet',
  template: '/wallet/{walletId}',
  method: 'GET',
  status: 200,
  tenant: 'maple',
  count: 1,
  problems: [],
  ...change,
})

test('uses are added up by operation and status, with the tenants they were for', () => {
  const record = new CoverageRecord()
  record.add('a', JSON.stringify([use(), use({ status: 404, tenant: 'cedar' })]))
  record.add('b', JSON.stringify([use({ tenant: 'cedar', count: 2 })]))
  const made = record.finish('r')
  expect(coverageSchema.parse(made)).toEqual(made)
  expect(made.uses.map(({ status, count, tenants }) => ({ status, count, tenants }))).toEqual([
    { status: 200, count: 3, tenants: ['cedar', 'maple'] },
    { status: 404, count: 1, tenants: ['cedar'] },
  ])
})

test('a violation is told once, with all the cases that met it', () => {
  const record = new CoverageRecord()
  for (const id of ['b', 'a', 'a'])
    record.add(id, JSON.stringify([use({ problems: ['/walletId: must be string'] })]))
  expect(record.finish('r').violations).toMatchObject([
    { problem: '/walletId: must be string', cases: ['a', 'b'] },
  ])
})

test.each(['', '{', '{}', '[{"operationId":1}]'])('the report %j is counted as unreadable', (report) => {
  const record = new CoverageRecord()
  record.add('a', report)
  expect(record.finish('r')).toMatchObject({ uses: [], unreadable: 1 })
})
