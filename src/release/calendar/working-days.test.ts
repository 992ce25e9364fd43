// What holds for every calendar: over ten years, and in zones that lie on both sides of everything.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import { conventions, deadlineFor, noticeDayOf, noticeDaysOf } from './deadline-for.ts'
import { countBack, countBetween, countForward, isWorkingDay } from './working-day.ts'
import { isUnknown, type Unknown } from './unknown.ts'

const years = Array.from({ length: 12 }, (_, index) => 2020 + index)
const zones = ['Europe/London', 'America/New_York', 'Asia/Dubai', 'Australia/Sydney', 'Pacific/Apia']

/** Within the ten years, with one to spare on both sides. */
const dates = fc
  .integer({ min: 0, max: 3651 })
  .map((days) => Temporal.PlainDate.from('2021-01-01').add({ days }))
const starts = fc
  .tuple(dates, fc.integer({ min: 0, max: 24 * 60 - 1 }))
  .map(([date, minutes]) => date.toZonedDateTime('UTC').add({ minutes }).toInstant())

/** So many days off that they matter, and never a year of nothing else. */
const holidays = fc.array(dates, { maxLength: 400 })
const calendars = fc
  .tuple(holidays, fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }))
  .map(([off, weekend]) => makeCalendar('XX', weekend, off))

function makeCalendar(region: string, weekend: number[], off: readonly Temporal.PlainDate[]): Calendar {
  const named = off.map((date) => ({ date: date.toString(), name: 'a holiday' }))
  const own = years.map((year) => [year, named.filter(({ date }) => date.startsWith(String(year)))])
  return { region, weekend, years: Object.fromEntries(own) as Calendar['years'] }
}

const terms = fc.record({
  workingDays: fc.integer({ min: 1, max: 12 }),
  convention: fc.constantFrom(...conventions),
  cutOff: fc.constantFrom('00:00', '02:30', '09:00', '17:00', '23:59'),
  zone: fc.constantFrom(...zones),
})

function know<T>(answer: T | Unknown): T {
  if (isUnknown(answer)) throw new Error(answer.unknown)
  return answer
}
const compare = (one: Temporal.PlainDate, other: Temporal.PlainDate): number =>
  Temporal.PlainDate.compare(one, other)

test('more holidays never move a deadline later', () => {
  fc.assert(
    fc.property(starts, terms, fc.tuple(calendars, holidays), (start, asked, [calendar, more]) => {
      const further = makeCalendar('XY', [], more)
      const before = know(deadlineFor(start, asked, [calendar]))
      const after = know(deadlineFor(start, asked, [calendar, further]))
      expect(compare(after.lastDay, before.lastDay)).toBeLessThanOrEqual(0)
      expect(Temporal.Instant.compare(after.deadline, before.deadline)).toBeLessThanOrEqual(0)
    }),
  )
})

test('a deadline is on a working day, before the start, and keeps what was promised', () => {
  fc.assert(
    fc.property(starts, terms, calendars, (start, asked, calendar) => {
      const { deadline, lastDay } = know(deadlineFor(start, asked, [calendar]))
      expect(isWorkingDay(lastDay, [calendar])).toBe(true)
      expect(Temporal.Instant.compare(deadline, start)).toBeLessThan(0)
      expect(noticeDaysOf({ at: deadline, start }, asked, [calendar])).toBe(asked.workingDays)
      // The day after it is too late.
      const late = deadline.add({ nanoseconds: 1 })
      expect(know(noticeDaysOf({ at: late, start }, asked, [calendar]))).toBeLessThan(asked.workingDays)
    }),
  )
})

test('counting forward and back agree', () => {
  const days = fc.integer({ min: 1, max: 30 })
  fc.assert(
    fc.property(dates, days, calendars, (date, count, calendar) => {
      const from = know(countForward(date, 1, [calendar]))
      const on = know(countForward(from, count, [calendar]))
      expect(know(countBack(on, count, [calendar])).equals(from)).toBe(true)
      expect(countBetween(from, on, [calendar])).toBe(count - 1)
    }),
  )
})

test('a notice counts for a working day that is not before its own', () => {
  fc.assert(
    fc.property(starts, terms, calendars, (at, asked, calendar) => {
      const day = know(noticeDayOf(at, asked, [calendar]))
      expect(isWorkingDay(day, [calendar])).toBe(true)
      expect(compare(day, at.toZonedDateTimeISO(asked.zone).toPlainDate())).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('on ten years of days, in every zone, an ordinary week gives the same answer', () => {
  const plain = makeCalendar('XX', [6, 7], [])
  const asked = { workingDays: 5, convention: 'clear', cutOff: '17:00' } as const
  const first = Temporal.PlainDate.from('2021-01-01')
  const days = Array.from({ length: 3652 }, (_, index) => first.add({ days: index }))
  const isWrong = (day: Temporal.PlainDate, zone: string): boolean => {
    const start = day.toZonedDateTime({ timeZone: zone, plainTime: '03:00' }).toInstant()
    const { lastDay } = know(deadlineFor(start, { ...asked, zone }, [plain]))
    const back = [10, 8, 8, 8, 8, 8, 9][day.dayOfWeek - 1] ?? 0
    return !day.subtract({ days: back }).equals(lastDay)
  }
  for (const zone of zones) expect(days.filter((day) => isWrong(day, zone)).map(String), zone).toEqual([])
})
