// Hours of a day as people write them, such as quiet hours or those in which a tenant trades, as instants.
import type { ReleaseWindow } from '../release/resolve-window.ts'

/** Wall times, `05:00`. Where `to` is not after `from` it is of the next day. */
export type Hours = { readonly from: string; readonly to: string }

/** The hours that begin on a day. */
export function hoursOn(day: Temporal.PlainDate, { from, to }: Hours, zone: string): ReleaseWindow {
  const [opens, closes] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)]
  const isOvernight = Temporal.PlainTime.compare(closes, opens) <= 0
  const last = isOvernight ? day.add({ days: 1 }) : day
  return {
    start: day.toZonedDateTime({ timeZone: zone, plainTime: opens }).toInstant(),
    end: last.toZonedDateTime({ timeZone: zone, plainTime: closes }).toInstant(),
  }
}

/** Every day on which hours may begin that meet the window: from the day before its start to that of its end. */
export function daysAround({ start, end }: ReleaseWindow, zone: string): Temporal.PlainDate[] {
  const last = end.toZonedDateTimeISO(zone).toPlainDate()
  const days: Temporal.PlainDate[] = []
  let day = start.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 })
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) days.push(day)
  return days
}

/** Whether two spans of time have a moment in common; an end is no part of its span. */
export function overlaps(one: ReleaseWindow, other: ReleaseWindow): boolean {
  return isBefore(one.start, other.end) && isBefore(other.start, one.end)
}

/** Whether the first lies in the second as a whole. */
export function isWithin(inner: ReleaseWindow, outer: ReleaseWindow): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end)
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}
