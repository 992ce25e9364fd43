// Zones are named as the IANA database names them: a misspelt one would silently be another place's time, or none.
import { z } from 'zod'

export function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    // An offset, and a whole time with a zone, lead to a zone as well, which nothing else knows by that name.
    return /^[a-z]/i.test(name)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** An IANA time zone; an offset has no summer, and is none. */
export const zoneSchema = z.string().refine(isZone, 'a time zone such as Europe/London')
