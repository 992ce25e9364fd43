// When a tenant's shops are open: hours in which a release disturbs most, whatever hour it is at the provider's.
import { z } from 'zod'

const time = '([01][0-9]|2[0-3]):[0-5][0-9]'

/** Local wall time, `06:00-23:00`; an end not after the start is on the next day, `00:00-00:00` is round the clock. */
export const tradingHoursSchema = z
  .string()
  .regex(new RegExp(`^${time}-${time}$`), 'hours such as "06:00-23:00"')
  .refine(
    (text) => text === '00:00-00:00' || text.slice(0, 5) !== text.slice(6),
    'hours that end at another time than they begin, or "00:00-00:00" for round the clock',
  )
