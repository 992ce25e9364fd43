// What all shapes are made of. Clients rely on these forms: ids as decimal strings, times with an offset, amounts as
// whole numbers in the smallest unit, and empty maps that come as an empty list.
import { z } from 'zod'

export const id = z.string().regex(/^\d+$/, 'an id of decimal digits as text')

/** ISO 8601 with a numeric offset and whole seconds. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/, 'a time such as 2026-11-30T03:00:00+00:00')

/** As a few old answers write it, without an offset. */
export const plainInstant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, 'a time such as 2026-11-30 03:00:00')

export const whole = z.int()

export const map = z.union([z.array(z.never()).length(0), z.record(z.string(), z.unknown()), z.null()])

export const list = z.array(z.unknown())

/** Any list that is given out in pages. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({
    total: whole.min(0),
    limit: whole.min(1),
    offset: whole.min(0),
    orderBy: z.array(z.object({ name: z.string(), order: z.enum(['ASC', 'DESC']) })),
    filter: map,
    results: z.array(row),
  })
}

/** Every refusal has this form, whatever the operation. */
export const errorBody = z.object({
  errorCode: z.string().min(1),
  errorMessage: z.string().min(1),
  details: z.array(z.string()).optional(),
})

export type ErrorBody = z.output<typeof errorBody>
