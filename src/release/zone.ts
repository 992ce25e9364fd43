// Zones are named as the IANA database names them: a misspelt one would silently be another place's time, or none.
import { z } from 'zod'

export function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return !/^[+-]\d/.test(name)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** An IANA time zone; an offset has no summer, and is none. */
export const zoneSchema = z.string().refine(isZone, 'a time zone such as Europe/London')
