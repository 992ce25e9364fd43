import { expect, test } from 'vitest'
import { hoursOn, isWithin, overlaps } from './wall-hours.ts'

const day = Temporal.PlainDate.from('2026-11-30')
const span = (from: string, to: string) => hoursOn(day, { from, to }, 'UTC')
const tell = ({ start, end }: ReturnType<typeof span>) => [String(start), String(end)]

test.each([
  ['05:00', '22:00', '2026-11-30T22:00:00Z'],
  ['22:00', '05:00', '2026-12-01T05:00:00Z'],
  ['05:00', '05:00', '2026-12-01T05:00:00Z'],
])('from %s to %s ends at %s', (from, to, end) => {
  expect(tell(span(from, to))).toEqual([`2026-11-30T${from}:00Z`, end])
})

test('spans that only touch have no moment in common, and a span lies within itself', () => {
  expect(overlaps(span('01:00', '02:00'), span('02:00', '03:00'))).toBe(false)
  expect(overlaps(span('01:00', '02:01'), span('02:00', '03:00'))).toBe(true)
  expect(isWithin(span('01:00', '02:00'), span('01:00', '02:00'))).toBe(true)
  expect(isWithin(span('00:59', '02:00'), span('01:00', '02:00'))).toBe(false)
  expect(isWithin(span('01:00', '02:01'), span('01:00', '02:00'))).toBe(false)
})
