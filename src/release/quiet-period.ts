// Hours of the week in which the fewest people notice a release: the policy names them, a draft is put into one, and the
// gate holds a window against them.
import { z } from 'zod'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 05:00')

/** Wall times in the policy's zone, on a day of the week; 1 is Monday. Where `to` is not after `from` it is of the next day. */
export const quietPeriodSchema = z.strictObject({ day: z.int().min(1).max(7), from: time, to: time })
export type QuietPeriod = z.output<typeof quietPeriodSchema>
