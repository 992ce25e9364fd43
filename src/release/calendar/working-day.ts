// Working days, one by one. Notice is owed in days on which somebody is there to read it, on both sides.
import type { Calendar } from './calendar.ts'
import { isUnknown, type Unknown } from './unknown.ts'

/** Whether it is a working day in every calendar given; unknown where one of them does not have its year. */
export function isWorkingDay(date: Temporal.PlainDate, calendars: readonly Calendar[]): boolean | Unknown {
  if (calendars.length === 0) return { unknown: 'no calendar is named' }
  const year = String(date.year)
  const silent = calendars.find(({ years }) => !Object.hasOwn(years, year))
  if (silent) return { unknown: `the calendar ${silent.region} does not have the year ${year}` }
  return calendars.every((calendar) => isAtWork(date, calendar))
}

function isAtWork(date: Temporal.PlainDate, { weekend, years }: Calendar): boolean {
  const written = date.toString()
  const holidays = years[date.year] ?? []
  return !weekend.includes(date.dayOfWeek) && !holidays.some((holiday) => holiday.date === written)
}

/** The day that is so many working days before `from`, which does not count itself; `from` for none. */
export function countBack(
  from: Temporal.PlainDate,
  days: number,
  calendars: readonly Calendar[],
): Temporal.PlainDate | Unknown {
  return count(from, { days, step: -1 }, calendars)
}

/** The day that is so many working days after `from`, which does not count itself; `from` for none. */
export function countForward(
  from: Temporal.PlainDate,
  days: number,
  calendars: readonly Calendar[],
): Temporal.PlainDate | Unknown {
  return count(from, { days, step: 1 }, calendars)
}

type Way = { readonly days: number; readonly step: 1 | -1 }

/** Comes to an end, since no calendar has every year. */
function count(
  from: Temporal.PlainDate,
  { days, step }: Way,
  calendars: readonly Calendar[],
): Temporal.PlainDate | Unknown {
  let day = from
  for (let left = days; left > 0;) {
    day = day.add({ days: step })
    const isWorking = isWorkingDay(day, calendars)
    if (isUnknown(isWorking)) return isWorking
    if (isWorking) left -= 1
  }
  return day
}

/** How many working days lie between two days, neither of them counted; 0 where `to` is not after `from`. */
export function countBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendars: readonly Calendar[],
): number | Unknown {
  let found = 0
  let day = from.add({ days: 1 })
  for (; Temporal.PlainDate.compare(day, to) < 0; day = day.add({ days: 1 })) {
    const isWorking = isWorkingDay(day, calendars)
    if (isUnknown(isWorking)) return isWorking
    if (isWorking) found += 1
  }
  return found
}
