// Days as people write them in forms, in the tenant's own zone.
import { z } from 'zod'

const example = '2026-11-30'

/** A day of the calendar, written as year, month and day. */
export function makeDaySchema(missing: string) {
  const error = `Enter a day of the calendar as year-month-day, such as ${example}`
  return z
    .string()
    .trim()
    .min(1, { error: missing, abort: true })
    .transform((text, context) => {
      const day = parseDay(text)
      if (day) return day
      context.addIssue(error)
      return z.NEVER
    })
}

function parseDay(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch (error) {
    // A thirteenth month, a thirtieth of February: nothing else can be wrong with it.
    if (error instanceof RangeError) return null
    throw error
  }
}

export const dayHint = `Year, month and day, such as ${example}`

export function readToday(nowMs: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate()
}

/** The first instant of a day; the first of the next one is its end. */
export function startOfDayMs(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime(zone).epochMilliseconds
}
