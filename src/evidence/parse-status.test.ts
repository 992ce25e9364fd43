// Five words are statuses; whatever else stands there is unknown, and shown as it was written.
import { expect, test } from 'vitest'
import { describeStatus, parseStatus } from './parse-status.ts'

test.each([
  ['passed', 'passed'],
  [' Passed\n', 'passed'],
  ['FAILED', 'failed'],
  ['success', 'unknown'],
  ['', 'unknown'],
  [true, 'unknown'],
  [['passed'], 'unknown'],
  [null, 'unknown'],
])('%j is %s', (written, status) => {
  expect(parseStatus(written)).toBe(status)
})

test.each([
  [undefined, 'no status'],
  [null, 'null'],
  ['exploded', 'exploded'],
  ['x'.repeat(50), 'x'.repeat(40)],
  [['passed'], '["passed"]'],
  [{ of: 'x'.repeat(50) }, `{"of":"${'x'.repeat(33)}`],
])('%j is told as %s', (written, told) => {
  expect(describeStatus(written)).toBe(told)
})
