// Instants are shown in UTC and spelled out, the same for every reader and on every machine.

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026-11-20T16:02:07Z` → `Fri 20 Nov 2026` and `16:02 UTC`; what is no instant is shown as it is. */
export function renderInstant(text: string): [date: string, time: string] {
  const instant = parseInstant(text)
  if (instant === null) return [text, '']
  const { dayOfWeek, day, month, year, hour, minute } = instant.toZonedDateTimeISO('UTC')
  const date = `${days[dayOfWeek - 1] ?? ''} ${day} ${months[month - 1] ?? ''} ${year}`
  return [date, `${pad(hour)}:${pad(minute)} UTC`]
}

function parseInstant(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text)
  } catch (error) {
    // A RangeError is Temporal's way of saying that the text is no instant.
    if (error instanceof RangeError) return null
    throw error
  }
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
