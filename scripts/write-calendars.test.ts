// The calendars of the project are what deadlines are counted by: known days must be in them, and nothing may be
// rewritten that was judged by.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseCalendar } from '../src/release/calendar/parse-calendar.ts'
import { makeCalendar } from './make-calendar.ts'
import { keepPast, renderCalendar } from './write-calendars.ts'

const span = { first: 2026, last: 2027 }
const daysOf = (region: string, year: string): string[] =>
  (makeCalendar(region, span).years[year] ?? []).map(({ date }) => date.slice(5))

test('substitute days, half days and feasts of several days are off', () => {
  expect(daysOf('GB-ENG', '2026')).toContain('12-28')
  expect(daysOf('DE-BY', '2026')).toEqual(expect.arrayContaining(['01-06', '12-24', '12-31']))
  expect(daysOf('AE', '2026')).toEqual(expect.arrayContaining(['03-20', '03-21', '03-22']))
  expect(daysOf('US', '2027')).not.toContain('10-31')
})

test('weekends are those of the country', () => {
  expect(makeCalendar('AE', span).weekend).toEqual([6, 7])
  expect(makeCalendar('SA', span).weekend).toEqual([5, 6])
})

test.each(['WS', 'XX', 'GB-XX', 'DE-BY-A'])(
  '%s is refused rather than taken for a place without holidays',
  (region) => {
    expect(() => makeCalendar(region, span)).toThrow(
      `received ${region}. Mend the name, or write policy/calendars/`,
    )
  },
)

test('what is written reads back', async () => {
  const made = makeCalendar('DE-BY', span)
  const file = 'policy/calendars/DE-BY.yaml'
  expect(parseCalendar({ file, text: await renderCalendar(made) })).toEqual({ ok: true, value: made })
})

test('years that are over stay as they were', () => {
  const made = makeCalendar('GB-ENG', span)
  const written = { ...made, years: { 2025: [], 2026: [], 2027: [] } }
  const kept = keepPast(made, written, 2027)
  expect(kept.years).toEqual({ 2025: [], 2026: [], 2027: made.years['2027'] })
  expect(keepPast(made, null, 2027)).toEqual(made)
})

test.each(['AE', 'AU-NSW', 'DE-BY', 'GB-ENG', 'US'])('%s is there for the years to come', (region) => {
  const file = join(import.meta.dirname, '..', 'policy', 'calendars', `${region}.yaml`)
  const parsed = parseCalendar({ file, text: readFileSync(file, 'utf8') })
  const years = parsed.ok ? Object.keys(parsed.value.years) : []
  expect(years.slice(0, 6)).toEqual(['2025', '2026', '2027', '2028', '2029', '2030'])
})
