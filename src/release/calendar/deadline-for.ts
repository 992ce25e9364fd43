// By when clients must have been told. "At least 5 working days" leaves open whose days, whether the day of the notice
// is one of them, and when that day ends: all of it is said here in terms, and printed with the answer.
import type { Calendar } from './calendar.ts'
import { isUnknown, type Unknown } from './unknown.ts'
import { countBack, countBetween, countForward, isWorkingDay } from './working-day.ts'

export const conventions = ['clear', 'inclusive'] as const

export type NoticeTerms = {
  /** At least 1. */
  readonly workingDays: number
  /** `clear`: so many whole working days between the day of the notice and that of the start; `inclusive`: the day of the notice is the first of them. */
  readonly convention: (typeof conventions)[number]
  /** Wall time in the zone, `17:00`: a notice after it counts for the next working day. */
  readonly cutOff: string
  /** IANA time zone of the provider: its days are counted. */
  readonly zone: string
}

export type Deadline = {
  /** The latest moment at which a server may have taken the notice. */
  readonly deadline: Temporal.Instant
  readonly lastDay: Temporal.PlainDate
  /** What each calendar would have said alone. */
  readonly perCalendar: readonly { readonly region: string; readonly lastDay: Temporal.PlainDate }[]
}

/**
 * The deadline of the notice of something that starts then; a day counts only when it is a working day in every
 * calendar. What is unknown about the calendars, as chooseCalendars says it, stays so.
 */
export function deadlineFor(
  start: Temporal.Instant,
  terms: NoticeTerms,
  calendars: readonly Calendar[] | Unknown,
): Deadline | Unknown {
  if (isUnknown(calendars)) return calendars
  const startDay = start.toZonedDateTimeISO(terms.zone).toPlainDate()
  const lastDay = findLastDay(startDay, terms, calendars)
  if (isUnknown(lastDay)) return lastDay
  const perCalendar = []
  for (const calendar of calendars) {
    const alone = findLastDay(startDay, terms, [calendar])
    if (isUnknown(alone)) return alone
    perCalendar.push({ region: calendar.region, lastDay: alone })
  }
  return { deadline: endOf(lastDay, terms).toInstant(), lastDay, perCalendar }
}

function findLastDay(
  startDay: Temporal.PlainDate,
  { workingDays, convention }: NoticeTerms,
  calendars: readonly Calendar[],
): Temporal.PlainDate | Unknown {
  if (workingDays < 1) throw new RangeError(`A notice of ${workingDays} working days has no deadline.`)
  return countBack(startDay, convention === 'clear' ? workingDays + 1 : workingDays, calendars)
}

/** Where the clocks skip the cut-off, the day ends before it: nobody is told later than was promised. */
function endOf(day: Temporal.PlainDate, { cutOff, zone }: NoticeTerms): Temporal.ZonedDateTime {
  return day.toPlainDateTime(cutOff).toZonedDateTime(zone, { disambiguation: 'earlier' })
}

/** The working day for which something said then counts. */
export function noticeDayOf(
  at: Temporal.Instant,
  terms: NoticeTerms,
  calendars: readonly Calendar[] | Unknown,
): Temporal.PlainDate | Unknown {
  if (isUnknown(calendars)) return calendars
  const day = at.toZonedDateTimeISO(terms.zone).toPlainDate()
  const isLate = Temporal.Instant.compare(at, endOf(day, terms).toInstant()) > 0
  const isWorking = isWorkingDay(day, calendars)
  if (isUnknown(isWorking)) return isWorking
  return isWorking && !isLate ? day : countForward(day, 1, calendars)
}

type Span = { readonly at: Temporal.Instant; readonly start: Temporal.Instant }

/** How many working days of notice it was, by the same terms: 5 keeps a promise of 5. */
export function noticeDaysOf(
  { at, start }: Span,
  terms: NoticeTerms,
  calendars: readonly Calendar[] | Unknown,
): number | Unknown {
  const day = noticeDayOf(at, terms, calendars)
  if (isUnknown(calendars)) return calendars
  if (isUnknown(day)) return day
  const startDay = start.toZonedDateTimeISO(terms.zone).toPlainDate()
  const between = countBetween(day, startDay, calendars)
  const isBefore = Temporal.PlainDate.compare(day, startDay) < 0
  return terms.convention === 'inclusive' && isBefore && !isUnknown(between) ? between + 1 : between
}
