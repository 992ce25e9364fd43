// What counts as noticing a fault: the end of a case that failed, and nothing else that can happen in a run.
import { expect, test } from 'vitest'
import type { Case } from '../plan/plan.ts'
import type { Progress } from '../run/run-setup.ts'
import { findFailed, isNoticed, makeFaultTrial } from './fault-trial.ts'

const found = (change: Partial<Case> = {}): Case => ({
  id: 'case-1',
  uri: 'features/books/lending.feature',
  line: 7,
  feature: 'Lending books',
  rule: '',
  scenario: 'A lent book cannot be lent again',
  example: [],
  tenant: 'north',
  tags: [],
  severity: 'normal',
  capability: 'books',
  required: true,
  locks: [],
  ...change,
})
type Attempt = Extract<Progress, { kind: 'attempt' }>
const attempt = (status: Attempt['status'], change: Partial<Case> = {}, willBeRetried = false): Progress => ({
  kind: 'attempt',
  case: found(change),
  status,
  willBeRetried,
  message: '',
  explanation: { step: '', detail: '', files: [] },
})
const loss: Progress = { kind: 'loss', case: found(), cause: 'gone', givenUp: true }

test('a case that failed or broke notices it; one that passed, was skipped, lost or is tried again does not', () => {
  expect([attempt('failed'), attempt('broken')].map(isNoticed)).toEqual([true, true])
  const others = [attempt('passed'), attempt('skipped'), loss, attempt('failed', {}, true)]
  expect(others.map(isNoticed)).toEqual([false, false, false, false])
  expect(findFailed(others)).toEqual([])
})

test('cases of one scenario are one catch, with each of its lines and tenants', () => {
  const log = [
    attempt('failed', { tenant: 'south' }),
    attempt('failed'),
    attempt('broken', { line: 12 }),
    attempt('failed', { scenario: 'A book comes back', line: 20 }),
    attempt('passed', { scenario: 'Another' }),
    loss,
  ]
  const { caught, cases } = makeFaultTrial({ name: 'f', capability: 'books', summary: 's' }, log)
  expect(caught.map(({ scenario, lines, tenants }) => [scenario, lines, tenants])).toEqual([
    ['A book comes back', [20], ['north']],
    ['A lent book cannot be lent again', [7, 12], ['north', 'south']],
  ])
  expect(cases).toBe(6)
})
