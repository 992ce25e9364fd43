// When a tenant must have been told at the latest. What the promise leaves open is a setting, and stands in the answer.
import { z } from 'zod'
import { calendarSides, chooseCalendars } from '../release/calendar/choose-calendars.ts'
import { conventions, deadlineFor } from '../release/calendar/deadline-for.ts'
import { isUnknown, type Unknown } from '../release/calendar/unknown.ts'
import { longest } from '../release/longest.ts'
import type { Promised, PromisedTenant } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import type { ReleaseWindow } from '../release/resolve-window.ts'

/** Settings of the rule `notice-given`. */
export const noticeTermsSchema = z.strictObject({
  /** Notice of a scheduled downtime. */
  workingDays: z.int().min(1).max(longest.days).default(5),
  /** Whether the day of the notice is one of them. */
  convention: z.enum(conventions).default('clear'),
  /** When a working day ends, in the provider's zone. */
  cutOff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as "17:00"')
    .default('17:00'),
  /** Whose calendars count; of both the stricter. */
  calendars: z.enum(calendarSides).default('both'),
  /** Elapsed hours of notice of an emergency release. */
  hours: z.number().positive().max(longest.hours).default(12),
})

export type NoticeTerms = z.output<typeof noticeTermsSchema>

export type NoticeDeadline = {
  readonly at: Temporal.Instant
  /** How it came about, such as `5 clear working days to 17:00, GB-ENG 2026-11-20, AE 2026-11-20`. */
  readonly basis: string
}

/** `hours` of an emergency, `days` of a downtime, `start`: told before it; null: nobody need be told. */
export type NoticeDue = 'days' | 'hours' | 'start' | null

/** A patch without downtime is not announced; one with, which is none, owes what an emergency owes. */
export function noticeDueOf({
  kind,
  expectedDowntimeMinutes: minutes,
}: Pick<Release, 'kind' | 'expectedDowntimeMinutes'>): NoticeDue {
  if (kind === 'emergency') return 'hours'
  if (kind === 'patch') return (minutes ?? 0) > 0 ? 'hours' : null
  return (minutes ?? 1) > 0 ? 'days' : 'start'
}

export type DeadlineQuestion = {
  readonly due: NonNullable<NoticeDue>
  readonly window: ReleaseWindow
  readonly tenant: Pick<PromisedTenant, 'calendar'>
  readonly promised: Pick<Promised, 'provider' | 'calendars'>
}

/** By when a server must have taken the notice of this window for this tenant. */
export function makeNoticeDeadline(
  { due, window: { start }, tenant, promised: { provider, calendars } }: DeadlineQuestion,
  terms: NoticeTerms,
): NoticeDeadline | Unknown {
  if (due === 'start') return { at: start, basis: 'before the start' }
  if (due === 'hours')
    return {
      at: start.subtract({ minutes: Math.round(terms.hours * 60) }),
      basis: `${terms.hours} hours before the start`,
    }
  const sides = { provider: provider.calendar, tenant: tenant.calendar }
  const chosen = chooseCalendars(sides, terms.calendars, calendars)
  const found = deadlineFor(start, { ...terms, zone: provider.zone }, chosen)
  if (isUnknown(found)) return found
  const { workingDays, convention, cutOff } = terms
  const days = found.perCalendar.map(({ region, lastDay }) => `${region} ${lastDay.toString()}`)
  const until = `${cutOff} ${provider.zone}`
  return {
    at: found.deadline,
    basis: `${workingDays} ${convention} working days to ${until}; ${days.join(', ')}`,
  }
}
