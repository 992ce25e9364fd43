// Times that people write: wall time in the policy's zone, or an instant where they give an offset. On two nights of
// the year a wall time is none, or two: it is refused, for nobody can tell which was meant.
import { z } from 'zod'

/** YAML 1.2 leaves times as text. */
const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?$/

/** A time as it is written; whether there is such a time only the zone can tell. */
export const timeSchema = z
  .string()
  .regex(shape, 'a time such as 2026-11-30T03:00')
  .refine((text) => !shape.test(text) || isTime(text), 'a day and time that there are')

export type Resolved =
  { readonly instant: Temporal.Instant } | { readonly instant: null; readonly expected: string }

/** The instant of a written time, or what it would have to be. `zone` must be one that is known. */
export function resolveTime(text: string, zone: string): Resolved {
  if (!isTime(text)) return { instant: null, expected: 'a time such as 2026-11-30T03:00' }
  if (hasOffset(text)) return { instant: Temporal.Instant.from(text) }
  const wall = Temporal.PlainDateTime.from(text)
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochNanoseconds === later.epochNanoseconds) return { instant: earlier.toInstant() }
  if (!earlier.toPlainDateTime().equals(wall))
    return { instant: null, expected: `a time that there is in ${zone}: its clocks skip this one` }
  const [first, second] = [earlier.offset, later.offset]
  const message = `an offset, ${first} or ${second}: the clocks of ${zone} show this time twice`
  return { instant: null, expected: message }
}

function hasOffset(text: string): boolean {
  return /(Z|[+-]\d\d:\d\d)$/.test(text)
}

function isTime(text: string): boolean {
  try {
    if (hasOffset(text)) Temporal.Instant.from(text)
    else Temporal.PlainDateTime.from(text, { overflow: 'reject' })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
