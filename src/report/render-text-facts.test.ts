// A verdict is read by people, and its times with it.
import { expect, test } from 'vitest'
import { renderTime } from './render-text-facts.ts'

test.each([
  ['2026-11-23T08:10:59Z', '2026-11-23 08:10 UTC'],
  ['+010000-01-01T00:00:00Z', '+010000-01-01 00:00 UTC'],
])('%s is %s', (instant, told) => {
  expect(renderTime(instant)).toBe(told)
})
