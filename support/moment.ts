// Times as scenarios speak of them. A moment is not yet a time: it becomes one when the tenant's clock is read.

export type Moment = (now: Temporal.ZonedDateTime) => Temporal.ZonedDateTime

const spanPattern = /^(\d+) (second|minute|hour|day|month|year)s?$/

/** `90 minutes` → a duration. Days, months and years are those of the calendar: a day may have 23 hours. */
export function parseSpan(text: string): Temporal.Duration {
  const [, count, unit] = spanPattern.exec(text) ?? []
  if (unit === undefined) throw new Error(`"${text}" is no length of time, as "2 days" is.`)
  return Temporal.Duration.from({ [`${unit}s`]: Number(count) })
}

/** `now`, `in 3 days`, `2 hours ago`, or a wall time such as `on 2028-02-29 at 12:00`. */
export function parseMoment(text: string): Moment {
  if (text === 'now') return (now) => now
  const [, day, time] = /^on (\S+) at (\S+)$/.exec(text) ?? []
  if (day !== undefined) {
    const local = Temporal.PlainDateTime.from(`${day}T${time}`)
    return (now) => local.toZonedDateTime(now.timeZoneId)
  }
  if (text.startsWith('in ')) {
    const ahead = parseSpan(text.slice('in '.length))
    return (now) => now.add(ahead)
  }
  const back = parseSpan(text.replace(/ ago$/, ''))
  return (now) => now.subtract(back)
}

/** As the API writes times: whole seconds and a numeric offset. */
export function renderTime(time: Temporal.ZonedDateTime): string {
  return time.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString({ timeZoneName: 'never' })
}
