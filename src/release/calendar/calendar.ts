// Which days are working days in a region. The holidays are a file in the project, so that an update of a library
// changes no old verdict and a one-off day can be added by hand.
import { z } from 'zod'

const isoDate = z.iso.date('a date such as 2026-12-25')
const region = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})*$/, 'a region such as GB-ENG')
  .describe('Country and part of it by ISO 3166, as the file is named')

export const holidaySchema = z.strictObject({ date: isoDate, name: z.string().min(1) })

export type Holiday = z.output<typeof holidaySchema>

/** policy/calendars/<region>.yaml */
export const calendarSchema = z
  .strictObject({
    /** Such as `GB-ENG`: what a tenant or the policy names. */
    region,
    /** Days of rest of each week; 1 is Monday, 7 is Sunday. */
    weekend: z.array(z.int().min(1).max(7)).max(6),
    /** Holidays by year. A year that is not there is not known, which is not the same as one without holidays. */
    years: z.record(z.string().regex(/^\d{4}$/, 'a year'), z.array(holidaySchema)),
    source: z.strictObject({ library: z.string(), version: z.string() }).optional(),
  })
  .superRefine(({ years }, context) => {
    const days = Object.entries(years).flatMap(([year, holidays]) =>
      holidays.map(({ date }, index) => ({ year, date, index })),
    )
    for (const { year, date, index } of days.filter((day) => !day.date.startsWith(`${day.year}-`))) {
      const path = ['years', year, index, 'date']
      context.issues.push({ code: 'custom', message: `a day of ${year}`, input: date, path })
    }
  })

export type Calendar = z.output<typeof calendarSchema>

/** By region. */
export type Calendars = Readonly<Record<string, Calendar>>

/** policy/calendars/<region>.extra.yaml: what people know better than any list, such as a day that was decreed. */
export const extraDaysSchema = z.strictObject({
  add: z.array(holidaySchema).default([]),
  /** Holidays that are working days this time. */
  remove: z.array(isoDate).default([]),
})

export type ExtraDays = z.output<typeof extraDaysSchema>
