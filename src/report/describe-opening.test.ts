// A pass tells when it counts, and when it never will.
import { expect, test } from 'vitest'
import type { Verdict } from '../gate/verdict.ts'
import { describeOpening } from './describe-opening.ts'

const window = { start: '2026-11-30T03:00:00Z', end: '2026-11-30T04:00:00Z' }
const pass = {
  verdict: 'pass',
  window,
  decidedAt: '2026-11-23T08:00:00Z',
  validUntil: '2026-11-30T03:57:00Z',
}
const say = (change: object = {}) =>
  describeOpening({ ...pass, ...change } as Verdict, (instant) => instant.slice(0, 16))

test.each([
  ['before its window', {}, 'Not before 2026-11-30T03:00: its window begins then.'],
  ['in its window', { decidedAt: window.start }, null],
  ['without a window', { window: null }, null],
  ['in a window that nobody can tell', { window: { ...window, start: '2026-11-30T03:00' } }, null],
  ['that is none', { verdict: 'block' }, null],
  [
    'that ends before its window, as with a waiver',
    { validUntil: '2026-11-25T23:59:59Z' },
    'This verdict ends before its window begins, at 2026-11-30T03:00, and lets nothing in: judge it again nearer to that.',
  ],
])('a pass %s', (_, change, words) => {
  expect(say(change)).toBe(words)
})
