// The terminal shows of a failure what its step left behind, and where the rest of it lies.
import { expect, test } from 'vitest'
import { explainAttempt } from './explain-attempt.ts'
import type { AllureFiles } from './make-allure-result.ts'

const result = {
  steps: [
    { name: 'Given a', status: 'passed', attachments: [] },
    {
      name: 'Then b',
      status: 'failed',
      attachments: [
        { name: 'page.png', source: 'p.png' },
        { name: 'exchanges', source: 'e.txt' },
      ],
    },
  ],
  attachments: [{ name: 'trace', source: 't.zip' }],
}
const attachments = [
  { name: 'p.png', body: new Uint8Array() },
  { name: 'e.txt', body: '2. GET /b\n< 500\n\n1. GET /a' },
]

// Only what is looked at stands in these results.
const make = (change: object = {}) =>
  ({ name: 'r', result: { ...result, ...change }, attachments }) as unknown as AllureFiles

test('names the step, shows its first text, and lists its files and those of the case', () => {
  expect(explainAttempt(make())).toEqual({
    step: 'Then b',
    detail: '2. GET /b\n< 500',
    files: [
      { name: 'page.png', path: 'allure-results/p.png' },
      { name: 'exchanges', path: 'allure-results/e.txt' },
      { name: 'trace', path: 'allure-results/t.zip' },
    ],
  })
})

test('has nothing to say of a step where none failed', () => {
  expect(explainAttempt(make({ steps: [], attachments: [] }))).toEqual({ step: '', detail: '', files: [] })
})
