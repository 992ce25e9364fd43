// Two accounts of one attempt: the greener one is not believed.
import { expect, test } from 'vitest'
import { sampleAttempt } from '../../test/acceptance/sample-evidence.ts'
import { caseOutcomes } from './evidence.ts'
import { hasFailedBefore, judgeAttempts, statusOf, sumUp } from './judge-case.ts'

test.each([
  ['passed', null, 'passed'],
  ['passed', 'failed', 'failed'],
  ['passed', 'skipped', 'skipped'],
  ['skipped', 'passed', 'skipped'],
  ['failed', 'passed', 'failed'],
  ['broken', 'failed', 'broken'],
  ['passed', 'unknown', 'unknown'],
] as const)('Allure says %s, the witness %s: it is %s', (status, witness, expected) => {
  expect(statusOf({ status, witness })).toBe(expected)
})

test('a case without attempts is missing', () => {
  expect(judgeAttempts([])).toBe('missing')
})

test('a failure counts as one before only where another attempt came after it', () => {
  const [failed, passed, skipped] = (['failed', 'passed', 'skipped'] as const).map((status) =>
    sampleAttempt({ status, witness: null }),
  )
  expect(hasFailedBefore([failed!])).toBe(false)
  expect(hasFailedBefore([failed!, passed!])).toBe(true)
  expect(hasFailedBefore([passed!, failed!])).toBe(false)
  expect(hasFailedBefore([skipped!, passed!])).toBe(false)
})

test('a case is flaky where only the witness saw the first attempt fail', () => {
  expect(judgeAttempts([sampleAttempt({ witness: 'failed' }), sampleAttempt()])).toBe('flaky')
})

test('whatever is not known to have passed has failed', () => {
  expect(caseOutcomes.filter((outcome) => sumUp(outcome) === 'failed')).toEqual([
    'failed',
    'broken',
    'unknown',
    'missing',
    'lost',
  ])
  expect((['passed', 'flaky', 'skipped'] as const).map(sumUp)).toEqual(['passed', 'flaky', 'skipped'])
})
