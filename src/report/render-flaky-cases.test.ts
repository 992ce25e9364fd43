// A case that passed the second time is named with what went wrong the first time, and one that never passed is not.
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import type { Case } from '../plan/plan.ts'
import type { Progress } from '../run/run-setup.ts'
import { renderFlakyCases } from './render-flaky-cases.ts'

const explanation = { step: '', detail: '', files: [] }

function attempt(at: number, status: 'passed' | 'failed', willBeRetried = false): Progress {
  const found = { id: `c${at}`, scenario: `case ${at}`, tenant: 'maple', uri: 'f.feature', line: at } as Case
  const message = status === 'passed' ? '' : `cause ${at}\nexpected 5\n  at x`
  return { kind: 'attempt', case: found, status, willBeRetried, message, explanation }
}
const render = (...log: Progress[]): string[] => renderFlakyCases(log).map(stripVTControlCharacters)

test('with its place and its first cause, once', () => {
  const log = [attempt(7, 'failed', true), attempt(7, 'failed', true), attempt(7, 'passed')]
  expect(render(attempt(1, 'passed'), ...log)).toEqual([
    '↻ passed on a retry case 7 (maple)\n  f.feature:7\n  cause 7\n  expected 5',
  ])
})

test('a case that failed again, or of which the run never heard again, is none', () => {
  expect(render(attempt(1, 'failed', true), attempt(1, 'failed'), attempt(2, 'failed', true))).toEqual([])
})

test('of many ten are named, and how many more there are', () => {
  const log = Array.from({ length: 12 }, (_, at) => [attempt(at, 'failed', true), attempt(at, 'passed')])
  const lines = render(...log.flat())
  expect(lines).toHaveLength(11)
  expect(lines.at(-1)).toBe('↻ 2 more passed on a retry')
})
