// Times as a client reads them: in words of its language, in its zone, by the day it will be there.
import type { ReleaseWindow } from '../release/resolve-window.ts'
import { resolveTime } from '../release/wall-time.ts'

/** `Monday, 30 November 2026`. */
export function formatDay(day: Temporal.PlainDate, locale: string): string {
  return day.toLocaleString(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

type Place = { readonly zone: string; readonly locale: string }

/** Day and times of a window in a zone: the second day is named where the window ends on another one. */
export function formatWindow(window: ReleaseWindow, { zone, locale }: Place): { day: string; time: string } {
  const [start, end] = [window.start.toZonedDateTimeISO(zone), window.end.toZonedDateTimeISO(zone)]
  const last = end.toPlainDate()
  const isOneDay = start.toPlainDate().equals(last)
  const until = isOneDay ? clock(end) : `${clock(end)} (${formatDay(last, locale)})`
  return { day: formatDay(start.toPlainDate(), locale), time: `${clock(start)}–${until} ${zone}` }
}

/** `03:00`; with its seconds where it has any, and with its offset where the clocks show it twice. */
function clock(time: Temporal.ZonedDateTime): string {
  const smallestUnit = time.second === 0 ? 'minute' : 'second'
  const shown = time.toPlainTime().toString({ smallestUnit })
  const isClear = resolveTime(time.toPlainDateTime().toString(), time.timeZoneId).instant !== null
  return isClear ? shown : `${shown} ${time.offset}`
}
