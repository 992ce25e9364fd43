// A plan of one is read as often as one of hundreds.
import { expect, test } from 'vitest'
import type { Plan } from '../plan/plan.ts'
import { renderPlan } from './render-plan.ts'

function makePlan(inventory: Partial<Plan['inventory']>): Plan {
  return {
    schema: 'airlock.plan/1',
    runId: 'run-1',
    target: 'staging',
    tenants: [],
    selection: { tags: null, tenants: null, paths: null, only: null },
    inventory: { features: [], pickles: 0, sha256: '', ...inventory },
    cases: [],
    excluded: [],
  }
}

test('one of a kind is one, and none are many', () => {
  const feature = { uri: 'features/a.feature', name: 'A', sha256: '', pickles: 1 }
  const one = makePlan({ features: [feature], pickles: 1 })
  expect(renderPlan(one)).toContain('0 cases from 1 scenario in 1 feature')
  expect(renderPlan(makePlan({}))).toContain('0 cases from 0 scenarios in 0 features')
})
