// The promise in days, worked out by hand beforehand for dates where holidays, substitute days and the convention matter.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chooseCalendars } from './choose-calendars.ts'
import { deadlineFor, noticeDayOf, noticeDaysOf, type NoticeTerms } from './deadline-for.ts'
import { elapsedHours } from './elapsed-hours.ts'
import { parseCalendar } from './parse-calendar.ts'
import type { Calendars } from './calendar.ts'

const folder = new URL('../../../policy/calendars/', import.meta.url)
const calendars = Object.fromEntries(
  ['GB-ENG', 'US', 'DE-BY', 'AE'].map((region) => {
    const file = `${region}.yaml`
    const parsed = parseCalendar({ file, text: readFileSync(new URL(file, folder), 'utf8') })
    if (!parsed.ok) throw new Error(`${region} does not read`)
    return [region, parsed.value]
  }),
) satisfies Calendars

const zones = {
  'GB-ENG': 'Europe/London',
  US: 'America/New_York',
  'DE-BY': 'Europe/Berlin',
  AE: 'Asia/Dubai',
} as const
type Region = keyof typeof zones

const terms: NoticeTerms = { workingDays: 5, convention: 'clear', cutOff: '17:00', zone: 'Europe/London' }
const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const choose = (provider: Region, tenant: Region | null = provider) =>
  chooseCalendars({ provider, tenant }, tenant === null ? 'provider' : 'both', calendars)
/** As data: instants and days do not compare by themselves. */
const told = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer))

/** Start, then for each region the latest day by inclusive and by clear counting, each in its own zone. */
const table: [string, Record<Region, [inclusive: string, clear: string]>][] = [
  [
    '2026-11-30T03:00Z',
    {
      'GB-ENG': ['2026-11-23', '2026-11-20'],
      US: ['2026-11-20', '2026-11-19'],
      'DE-BY': ['2026-11-23', '2026-11-20'],
      AE: ['2026-11-23', '2026-11-20'],
    },
  ],
  [
    '2026-12-28T03:00Z',
    {
      'GB-ENG': ['2026-12-18', '2026-12-17'],
      US: ['2026-12-18', '2026-12-17'],
      'DE-BY': ['2026-12-17', '2026-12-16'],
      AE: ['2026-12-21', '2026-12-18'],
    },
  ],
  [
    '2027-01-04T03:00Z',
    {
      'GB-ENG': ['2026-12-23', '2026-12-22'],
      US: ['2026-12-24', '2026-12-23'],
      'DE-BY': ['2026-12-22', '2026-12-21'],
      AE: ['2026-12-25', '2026-12-24'],
    },
  ],
  [
    '2027-03-29T02:00Z',
    {
      'GB-ENG': ['2027-03-19', '2027-03-18'],
      US: ['2027-03-22', '2027-03-19'],
      'DE-BY': ['2027-03-19', '2027-03-18'],
      AE: ['2027-03-22', '2027-03-19'],
    },
  ],
]
const cells = table.flatMap(([start, row]) =>
  Object.entries(row).map(([region, [inclusive, clear]]) => ({ start, region, inclusive, clear })),
)

test.each(cells)('before $start in $region: $inclusive inclusive, $clear clear', (cell) => {
  const region = cell.region as Region
  for (const convention of ['inclusive', 'clear'] as const) {
    const own = { ...terms, convention, zone: zones[region] }
    const lastDay = cell[convention]
    expect(told(deadlineFor(instant(cell.start), own, choose(region)))).toMatchObject({
      lastDay,
      perCalendar: [{ region, lastDay }],
    })
  }
})

test('the day ends at the cut-off in the zone of the provider', () => {
  const start = instant('2026-11-30T03:00Z')
  const atHome = (zone: string) => told(deadlineFor(start, { ...terms, zone }, choose('GB-ENG')))
  expect(atHome('Europe/London')).toMatchObject({ deadline: '2026-11-20T17:00:00Z' })
  // There it is still Sunday evening, and five in the afternoon comes later.
  expect(atHome('America/New_York')).toMatchObject({ deadline: '2026-11-20T22:00:00Z' })
})

test('the stricter of both calendars wins, day by day, and each is told', () => {
  const deadline = deadlineFor(instant('2026-12-28T03:00Z'), terms, choose('GB-ENG', 'AE'))
  expect(told(deadline)).toEqual({
    deadline: '2026-12-17T17:00:00Z',
    lastDay: '2026-12-17',
    perCalendar: [
      { region: 'GB-ENG', lastDay: '2026-12-17' },
      { region: 'AE', lastDay: '2026-12-18' },
    ],
  })
})

test('a cut-off that the clocks skip comes before the gap', () => {
  // At midnight, and on a day that is a working day here.
  const own = { ...terms, workingDays: 1, cutOff: '00:30', zone: 'Asia/Gaza' }
  const open = { region: 'XX', weekend: [], years: { 2021: [] } }
  const deadline = deadlineFor(instant('2021-03-29T12:00Z'), own, [open])
  expect(told(deadline)).toMatchObject({ lastDay: '2021-03-27', deadline: '2021-03-26T21:30:00Z' })
})

test('what no calendar says is unknown', () => {
  const start = instant('2026-11-30T03:00Z')
  const ask = (provider: string | null, tenant: string | null) =>
    deadlineFor(start, terms, chooseCalendars({ provider, tenant }, 'both', calendars))
  expect(ask('GB-ENG', 'WS')).toEqual({ unknown: 'there is no calendar of WS' })
  expect(ask(null, 'AE')).toEqual({ unknown: 'the provider names no calendar' })
  expect(ask('GB-ENG', 'constructor')).toEqual({ unknown: 'there is no calendar of constructor' })
  const far = deadlineFor(instant('2031-01-06T03:00Z'), terms, choose('GB-ENG'))
  expect(far).toEqual({ unknown: 'the calendar GB-ENG does not have the year 2031' })
  expect(deadlineFor(start, terms, [])).toEqual({ unknown: 'no calendar is named' })
  const only = chooseCalendars({ provider: null, tenant: 'AE' }, 'tenant', calendars)
  expect(only).toEqual([calendars.AE])
})

test('a notice after the cut-off, or on a day of rest, counts for the next working day', () => {
  const day = (at: string) => told(noticeDayOf(instant(at), terms, choose('GB-ENG')))
  expect(day('2026-11-20T17:00:00Z')).toBe('2026-11-20')
  expect(day('2026-11-20T17:00:00.001Z')).toBe('2026-11-23')
  expect(day('2026-11-21T09:00Z')).toBe('2026-11-23')
  expect(day('2026-12-24T17:01Z')).toBe('2026-12-29')
})

test('how many days of notice it was', () => {
  const start = instant('2026-11-30T03:00Z')
  const days = (at: string, convention: NoticeTerms['convention'] = 'clear') =>
    noticeDaysOf({ at: instant(at), start }, { ...terms, convention }, choose('GB-ENG'))
  expect(days('2026-11-20T16:59Z')).toBe(5)
  expect(days('2026-11-20T17:01Z')).toBe(4)
  expect(days('2026-11-20T17:01Z', 'inclusive')).toBe(5)
  expect(days('2026-11-30T02:00Z')).toBe(0)
  expect(days('2026-11-30T02:00Z', 'inclusive')).toBe(0)
  expect(days('2025-01-01T02:00Z')).toBeGreaterThan(400)
  expect(days('2024-01-01T02:00Z')).toEqual({
    unknown: 'the calendar GB-ENG does not have the year 2024',
  })
})

test('twelve hours are twelve hours on the night of the change', () => {
  const start = Temporal.ZonedDateTime.from('2027-03-28T06:00[Europe/London]').toInstant()
  expect(elapsedHours(instant('2027-03-27T17:00Z'), start)).toBe(12)
  const wall = Temporal.ZonedDateTime.from('2027-03-27T18:00[Europe/London]').toInstant()
  expect(elapsedHours(wall, start)).toBe(11)
})
