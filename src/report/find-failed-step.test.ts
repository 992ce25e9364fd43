import { expect, test } from 'vitest'
import { findFailedStep, makeSteps } from './find-failed-step.ts'

test('the first step that failed or broke tells where it went wrong', () => {
  const steps = [
    { name: 'Given a wallet', status: 'passed' },
    { name: 'before hook seed', status: 'skipped' },
    { name: 'When it is closed', status: 'broken' },
    { name: 'Then it is gone', status: 'failed' },
  ]
  expect(findFailedStep({ steps })).toBe('When it is closed')
})

test.each([
  [{ steps: [{ name: 'a', status: 'passed' }] }],
  [{ steps: null }],
  [{}],
  [null],
  ['x'],
  [{ steps: [{ name: 1, status: 'failed' }] }],
])('a result without such a step, or none at all, names no step: %j', (result) => {
  expect(findFailedStep(result)).toBeNull()
})

test('cases whose result names no step are left out', () => {
  const wrong = { steps: [{ name: 'When it is closed', status: 'failed' }] }
  const results = new Map<string, unknown>([
    ['a', wrong],
    ['b', {}],
  ])
  expect(makeSteps(results)).toEqual(new Map([['a', 'When it is closed']]))
})
