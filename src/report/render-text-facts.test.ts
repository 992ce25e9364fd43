// A verdict is read by people, and its times with it.
import { expect, test } from 'vitest'
import { age, renderTime } from './render-text-facts.ts'

test.each([
  ['2026-11-23T08:10:59Z', '2026-11-23 08:10 UTC'],
  ['+010000-01-01T00:00:00Z', '+010000-01-01 00:00 UTC'],
])('%s is %s', (instant, told) => {
  expect(renderTime(instant)).toBe(told)
})

test.each([
  [0.4, 'less than a minute'],
  [119, '119 min'],
  [1440, '24 h'],
  [1441, '24 h 1 min'],
  [1470, '24 h 30 min'],
  [4320, '3 days'],
  [4321, '3 days 1 min'],
  [10_140, '7 days 1 h'],
  [1_000_000, '694 days'],
  [600_000_000, 'more than a hundred years'],
])('%d minutes are %s: what is beyond a limit does not read like the limit', (minutes, told) => {
  expect(age(minutes)).toBe(told)
})
