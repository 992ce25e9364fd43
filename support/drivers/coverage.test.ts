// What a scenario has used is told once for each operation, status and tenant.
import { expect, test } from 'vitest'
import { Coverage } from './coverage.ts'

test('paths are told apart, also where the contract gives two of them one id', () => {
  const coverage = new Coverage()
  const use = { operationId: 'get', method: 'GET', status: 200, tenant: 'maple', problems: [] }
  for (const template of ['/wallet', '/account', '/wallet']) coverage.add({ ...use, template })
  const facts = JSON.parse(coverage.render()) as { template: string; count: number }[]
  expect(facts.map(({ template, count }) => [template, count])).toEqual([
    ['/wallet', 2],
    ['/account', 1],
  ])
})
