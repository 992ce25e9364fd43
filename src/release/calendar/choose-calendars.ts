// Whose holidays count: the provider's, the tenant's, or both, which is the stricter one day by day.
import type { Calendar, Calendars } from './calendar.ts'
import type { Unknown } from './unknown.ts'

export const calendarSides = ['both', 'provider', 'tenant'] as const
export type CalendarSide = (typeof calendarSides)[number]

/** Regions that the two sides name; null for a side that names none. */
type Sides = { readonly provider: string | null; readonly tenant: string | null }

/** The calendars of the sides that count, each region once; unknown where a region is not named or nobody wrote it down. */
export function chooseCalendars(
  sides: Sides,
  which: CalendarSide,
  calendars: Calendars,
): readonly Calendar[] | Unknown {
  const asked = which === 'both' ? (['provider', 'tenant'] as const) : [which]
  const chosen = new Map<string, Calendar>()
  for (const side of asked) {
    const region = sides[side]
    if (region === null) return { unknown: `the ${side} names no calendar` }
    const calendar = Object.hasOwn(calendars, region) ? calendars[region] : undefined
    if (!calendar) return { unknown: `there is no calendar of ${region}` }
    chosen.set(region, calendar)
  }
  return [...chosen.values()]
}
