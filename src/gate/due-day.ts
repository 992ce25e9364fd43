// By when something is owed: working days where the platform is at home, counted from the day after it came about.
import { chooseCalendars } from '../release/calendar/choose-calendars.ts'
import { isUnknown, type Unknown } from '../release/calendar/unknown.ts'
import { countForward } from '../release/calendar/working-day.ts'
import type { Promised } from '../release/promised.ts'

/** The last day. `from` is in milliseconds since 1970; unknown where the calendar does not reach so far. */
export function findDueDay(
  from: number,
  days: number,
  { provider, calendars }: Pick<Promised, 'provider' | 'calendars'>,
): Temporal.PlainDate | Unknown {
  const chosen = chooseCalendars({ provider: provider.calendar, tenant: null }, 'provider', calendars)
  if (isUnknown(chosen)) return chosen
  const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(from))
  return countForward(at.toZonedDateTimeISO(provider.zone).toPlainDate(), days, chosen)
}

/** The first moment of the day after it, in milliseconds since 1970. */
export function findEndOf(day: Temporal.PlainDate, zone: string): number {
  return day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
}
