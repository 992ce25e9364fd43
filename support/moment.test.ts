import { expect, test } from 'vitest'
import { parseMoment, parseSpan, renderTime } from './moment.ts'

const now = Temporal.ZonedDateTime.from('2026-03-28T12:00:30.250+00:00[Europe/London]')

test.each([
  ['now', '2026-03-28T12:00:30+00:00'],
  ['in 1 second', '2026-03-28T12:00:31+00:00'],
  ['in 3 days', '2026-03-31T12:00:30+01:00'],
  ['2 hours ago', '2026-03-28T10:00:30+00:00'],
  ['on 2028-02-29 at 12:00', '2028-02-29T12:00:00+00:00'],
  ['on 2026-07-01 at 23:59:59', '2026-07-01T23:59:59+01:00'],
])('%s', (text, expected) => {
  expect(renderTime(parseMoment(text)(now))).toBe(expected)
})

test('a day is one of the calendar, an hour is one of the clock', () => {
  expect(renderTime(now.add(parseSpan('1 day')))).toBe('2026-03-29T12:00:30+01:00')
  expect(renderTime(now.add(parseSpan('24 hours')))).toBe('2026-03-29T13:00:30+01:00')
})

test('what is no length of time is said to be none', () => {
  expect(() => parseSpan('soon')).toThrow('"soon" is no length of time')
})
