import { expect, test } from 'vitest'
import { makeSample } from '../../test/report/sample-run.ts'
import { selectAttempts } from './select-attempts.ts'

test('a case that simply passed is not looked at again', () => {
  expect(selectAttempts(makeSample().evidence)).toEqual([])
  expect(selectAttempts(null)).toEqual([])
})

test('a flaky case is known by its final attempt and explained by the one that failed', () => {
  const { evidence } = makeSample({
    events: [{ scenario: 'Goodwill needs a reason', tenant: 'maple', outcome: 'flaky' }],
  })
  const flaky = evidence.cases.find(({ outcome }) => outcome === 'flaky')!
  expect(selectAttempts(evidence)).toEqual([
    { caseId: flaky.id, uuid: flaky.attempts[1]!.uuid, file: flaky.attempts[0]!.file },
  ])
})

test('a case without a result has no attempt to look at', () => {
  const { evidence } = makeSample({ events: [{ scenario: 'Goodwill needs a reason', outcome: 'missing' }] })
  expect(selectAttempts(evidence)).toEqual([])
})
