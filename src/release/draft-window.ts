// When a drafted release could be let in: the early hours of the first Monday that leaves the notice its working days
// in every tenant's calendar, and on which nothing is frozen; an emergency as soon as its hours of notice allow.
import { chooseCalendars, type CalendarSide } from './calendar/choose-calendars.ts'
import { deadlineFor, type NoticeTerms } from './calendar/deadline-for.ts'
import { isUnknown, type Unknown } from './calendar/unknown.ts'
import { resolveFreeze } from './freezes.ts'
import type { Promised } from './promised.ts'
import type { ReleaseWindow } from './resolve-window.ts'
import { resolveTime } from './wall-time.ts'

export type DraftWindow = { readonly start: string; readonly end: string }

type Terms = Omit<NoticeTerms, 'zone'> & { readonly calendars: CalendarSide }
type Home = Pick<Promised, 'provider' | 'tenants' | 'calendars' | 'freezes'>

/** What a draft leaves for running the suite and telling everybody, before the notice would be late. */
const hoursToTell = 1

/** Calendars reach a few years; whoever freezes longer than this needs no draft. */
const mostMondays = 53

/** As wall time in the provider's zone; unknown where a calendar cannot say. */
export function draftQuietWindow(home: Home, terms: Terms, now: Temporal.Instant): DraftWindow | Unknown {
  const { zone } = home.provider
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const first = today.add({ days: 8 - today.dayOfWeek })
  for (let week = 0; week < mostMondays; week += 1) {
    const monday = first.add({ weeks: week }).toString()
    const written = { start: `${monday}T03:00`, end: `${monday}T04:00` }
    const isFit = leavesNotice(written, { home, terms, now })
    if (isUnknown(isFit)) return isFit
    if (isFit) return written
  }
  return { unknown: `none of the next ${mostMondays} Mondays is free` }
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
  const wall = time.toPlainDateTime().toString({ smallestUnit: 'minute' })
  return resolveTime(wall, time.timeZoneId).instant === null ? `${wall}${time.offset}` : wall
}
