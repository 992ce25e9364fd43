// From when to when the campaign runs, in the tenant's own zone. A time that a change of the clocks leaves out, or
// brings twice, is refused: nobody can tell which instant it means.
import { z } from 'zod'
import { renderInstant } from '../../../model/instant.ts'
import { dayHint, makeDaySchema } from '../../day.ts'
import type { CampaignPart, Step, StepContext } from './step.ts'

const optionalDay = z.union([z.literal('').transform(() => null), makeDaySchema('')], {
  error: 'Enter a day of the calendar as year-month-day, such as 2026-11-30, or nothing',
})

const optionalTime = z
  .string()
  .trim()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, 'Enter a time of 24 hours, such as 09:00 or 18:30, or nothing')

const windowSchema = z.object({
  firstDay: optionalDay,
  startTime: optionalTime,
  lastDay: optionalDay,
  endTime: optionalTime,
})

type Wish = z.infer<typeof windowSchema>

type Mistake = { readonly field: keyof Wish; readonly message: string }

function makeSchema(place: StepContext) {
  return windowSchema.transform((wish, context) => {
    const read = readWindow(wish, place)
    if ('startMs' in read) return makePart(read)
    context.addIssue({ code: 'custom', path: [read.field], message: read.message })
    return z.NEVER
  })
}

type Window = { readonly startMs: number | null; readonly endMs: number | null }

function makePart({ startMs, endMs }: Window): CampaignPart {
  return {
    ...(startMs === null ? {} : { startDate: renderInstant(startMs) }),
    ...(endMs === null ? {} : { endDate: renderInstant(endMs) }),
  }
}

const start = {
  day: 'firstDay',
  time: 'startTime',
  usual: '00:00',
  missing: 'Enter the first day as well',
} as const
const end = {
  day: 'lastDay',
  time: 'endTime',
  usual: '23:59:59',
  missing: 'Enter the last day as well',
} as const

/** From when to when, or the first thing that is wrong with it. */
function readWindow(wish: Wish, { zone, nowMs }: StepContext): Window | Mistake {
  const startMs = readEdge(wish, start, zone)
  if (isMistake(startMs)) return startMs
  const endMs = readEdge(wish, end, zone)
  if (isMistake(endMs)) return endMs
  if (endMs !== null && startMs !== null && endMs < startMs) {
    return { field: 'lastDay', message: 'The end is before the start' }
  }
  if (endMs !== null && endMs < nowMs) return { field: 'lastDay', message: 'The end has passed already' }
  return { startMs, endMs }
}

function isMistake(read: number | null | Mistake): read is Mistake {
  return typeof read === 'object' && read !== null
}

/** The instant, or null where there is to be none. */
function readEdge(wish: Wish, edge: typeof start | typeof end, zone: string): number | null | Mistake {
  const [day, time] = [wish[edge.day], wish[edge.time]]
  if (day === null) return time === '' ? null : { field: edge.day, message: edge.missing }
  const message = `The clocks of ${zone} change on that day: this time does not exist, or exists twice`
  return readInstant(day, time === '' ? edge.usual : time, zone) ?? { field: edge.time, message }
}

/** Undefined where it is no one instant. */
function readInstant(day: Temporal.PlainDate, time: string, zone: string): number | undefined {
  try {
    const local = day.toPlainDateTime(Temporal.PlainTime.from(time))
    return local.toZonedDateTime(zone, { disambiguation: 'reject' }).epochMilliseconds
  } catch (error) {
    // Day and time were read before, so nothing else can be wrong with them together.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

export const windowStep: Step = {
  name: 'window',
  title: 'window',
  fields: [
    {
      name: 'firstDay',
      label: 'First day (optional)',
      hint: `${dayHint}; none for at once`,
      kind: 'text',
      autocomplete: 'off',
      isOptional: true,
    },
    {
      name: 'startTime',
      label: 'Start time (optional)',
      hint: 'Such as 09:00; none for the beginning of the day',
      kind: 'text',
      autocomplete: 'off',
      isOptional: true,
    },
    {
      name: 'lastDay',
      label: 'Last day (optional)',
      hint: 'None for no end',
      kind: 'text',
      autocomplete: 'off',
      isOptional: true,
    },
    {
      name: 'endTime',
      label: 'End time (optional)',
      hint: 'Such as 18:30; none for the end of the day',
      kind: 'text',
      autocomplete: 'off',
      isOptional: true,
    },
  ],
  makeSchema,
}
