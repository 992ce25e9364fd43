// When a drafted release could be let in: in the first quiet hours that leave the notice its working days in every tenant's
// calendar, and in which nothing is frozen; an emergency as soon as its hours of notice allow.
import { chooseCalendars, type CalendarSide } from './calendar/choose-calendars.ts'
import { deadlineFor, type NoticeTerms } from './calendar/deadline-for.ts'
import { isUnknown, type Unknown } from './calendar/unknown.ts'
import { resolveFreeze } from './freezes.ts'
import type { Promised } from './promised.ts'
import type { QuietPeriod } from './quiet-period.ts'
import type { ReleaseWindow } from './resolve-window.ts'
import { resolveTime } from './wall-time.ts'

export type DraftWindow = { readonly start: string; readonly end: string }

type Terms = Omit<NoticeTerms, 'zone'> & {
  readonly calendars: CalendarSide
  readonly quiet: readonly QuietPeriod[]
}
type Home = Pick<Promised, 'provider' | 'tenants' | 'calendars' | 'freezes'>

/** What a draft leaves for running the suite and telling everybody, before the notice would be late. */
const hoursToTell = 1

/** Calendars reach a few years; whoever freezes longer than this needs no draft. */
const mostDays = 371

/** As wall time in the provider's zone; unknown where a calendar cannot say. */
export function draftQuietWindow(home: Home, terms: Terms, now: Temporal.Instant): DraftWindow | Unknown {
  const today = now.toZonedDateTimeISO(home.provider.zone).toPlainDate()
  for (const written of listQuiet(today, terms.quiet)) {
    const isFit = leavesNotice(written, { home, terms, now })
    if (isUnknown(isFit)) return isFit
    if (isFit) return written
  }
  return { unknown: `no quiet hour of the next ${mostDays} days is free` }
}

function listQuiet(today: Temporal.PlainDate, quiet: readonly QuietPeriod[]): DraftWindow[] {
  const dates = Array.from({ length: mostDays }, (_, at) => today.add({ days: at + 1 }))
  return dates.flatMap((date) =>
    quiet.filter(({ day }) => day === date.dayOfWeek).map((period) => findHour(date, period)),
  )
}

/** An hour of a quiet period that begins on that day, or all of it where it is shorter. */
function findHour(date: Temporal.PlainDate, period: QuietPeriod): DraftWindow {
  const { from, to } = usualHour(period)
  const start = date.toPlainDateTime(from)
  const close = date.add({ days: to > from ? 0 : 1 }).toPlainDateTime(to)
  const hour = start.add({ hours: 1 })
  const end = Temporal.PlainDateTime.compare(hour, close) < 0 ? hour : close
  return { start: writeMinute(start), end: writeMinute(end) }
}

function writeMinute(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'minute' })
}

/** From three on there are the fewest people, wherever that is among the hours. */
function usualHour({ from, to }: QuietPeriod): Pick<QuietPeriod, 'from' | 'to'> {
  return from <= '03:00' && '04:00' <= to ? { from: '03:00', to: '04:00' } : { from, to }
}

type Asked = { readonly home: Home; readonly terms: Terms; readonly now: Temporal.Instant }

function leavesNotice(written: DraftWindow, { home, terms, now }: Asked): boolean | Unknown {
  const { zone, calendar } = home.provider
  const [start, end] = [resolveTime(written.start, zone).instant, resolveTime(written.end, zone).instant]
  if (!start || !end || isFrozen({ start, end }, home)) return false
  for (const tenant of home.tenants) {
    const sides = { provider: calendar, tenant: tenant.calendar }
    const chosen = chooseCalendars(sides, terms.calendars, home.calendars)
    const found = deadlineFor(start, { ...terms, zone }, chosen)
    if (isUnknown(found)) return found
    if (!isBefore(now.add({ hours: hoursToTell }), found.deadline)) return false
  }
  return true
}

function isFrozen({ start, end }: ReleaseWindow, { freezes, provider }: Home): boolean {
  return freezes.some((freeze) => {
    const frozen = resolveFreeze(freeze, provider.zone)
    return frozen !== null && isBefore(frozen.start, end) && isBefore(start, frozen.end)
  })
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}

/** The first full hour that leaves the hours of notice, and one to tell everybody. */
export function draftEmergencyWindow(zone: string, hours: number, now: Temporal.Instant): DraftWindow {
  const early = now.add({ minutes: Math.ceil((hours + hoursToTell) * 60) }).toZonedDateTimeISO(zone)
  const start = early.round({ smallestUnit: 'hour', roundingMode: 'ceil' })
  return { start: writeTime(start), end: writeTime(start.add({ hours: 1 })) }
}

/** Wall time, with its offset where the clocks show it twice. */
function writeTime(time: Temporal.ZonedDateTime): string {
  const wall = writeMinute(time.toPlainDateTime())
  return resolveTime(wall, time.timeZoneId).instant === null ? `${wall}${time.offset}` : wall
}
