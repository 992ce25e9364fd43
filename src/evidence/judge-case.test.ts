// Two accounts of one attempt: the greener one is not believed.
import { expect, test } from 'vitest'
import { sampleAttempt } from '../../test/acceptance/sample-evidence.ts'
import { judgeAttempts, statusOf } from './judge-case.ts'

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

test('a case is flaky where only the witness saw the first attempt fail', () => {
  expect(judgeAttempts([sampleAttempt({ witness: 'failed' }), sampleAttempt()])).toBe('flaky')
})
