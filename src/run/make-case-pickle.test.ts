// Results name a tenant, so it must be the one that the steps met.
import { expect, test } from 'vitest'
import { parseFeature } from '../plan/parse-feature.ts'
import { makeCasePickle } from './make-case-pickle.ts'

test('a case is for its own tenant, whatever tenant the feature names', () => {
  const text = '@tenant:cedar @smoke\nFeature: F\n\n  @tenant:lotus\n  Scenario: S\n    Given it\n'
  const feature = parseFeature({ uri: 'features/a.feature', text })
  const pickle = feature.ok ? feature.value.pickles[0]?.pickle : undefined
  if (!pickle) throw new Error('The feature of this test has no pickle')
  const made = makeCasePickle(pickle, { caseId: 'case-1', tenant: 'maple' })
  expect(made.tags.map(({ name }) => name)).toEqual(['@smoke', '@tenant:maple'])
})
