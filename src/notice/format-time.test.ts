// What a client reads of a window tells it from every other one: words that stay the same are not sent again.
import { expect, test } from 'vitest'
import { formatWindow } from './format-time.ts'

const read = (start: string, end: string) =>
  formatWindow(
    { start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) },
    { zone: 'Europe/London', locale: 'en-GB' },
  ).time

test('a window has its times to the minute, and the day of its end where that is another', () => {
  expect(read('2026-11-30T03:00:00Z', '2026-11-30T04:00:00Z')).toBe('03:00–04:00 Europe/London')
  expect(read('2026-11-30T23:30:00Z', '2026-12-01T00:30:00Z')).toBe(
    '23:30–00:30 (Tuesday, 1 December 2026) Europe/London',
  )
})

test('a time that the clocks show twice has its offset', () => {
  expect(read('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z')).toBe('01:30 +01:00–01:30 +00:00 Europe/London')
  expect(read('2026-10-25T00:30:00Z', '2026-10-25T02:00:00Z')).toBe('01:30 +01:00–02:00 Europe/London')
  expect(read('2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z')).toBe('00:30–02:30 Europe/London')
})

test('a time with seconds shows them', () => {
  expect(read('2026-11-30T03:00:30Z', '2026-11-30T04:00:00Z')).toBe('03:00:30–04:00 Europe/London')
})
