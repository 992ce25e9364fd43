// A draft must not promise what its own notice can no longer keep.
import { expect, test } from 'vitest'
import { draftEmergencyWindow, draftQuietWindow } from './draft-window.ts'
import { resolveTime } from './wall-time.ts'

const weekend = [6, 7]
const home = {
  provider: { zone: 'Europe/London', calendar: 'GB-ENG' },
  tenants: [
    { id: 'a', name: 'A', zone: 'UTC', calendar: 'GB-ENG', services: ['wallet'], contacts: [] },
    { id: 'b', name: 'B', zone: 'UTC', calendar: 'US', services: ['wallet'], contacts: [] },
  ],
  calendars: {
    'GB-ENG': { region: 'GB-ENG', weekend, years: { 2026: [], 2027: [] } },
    US: { region: 'US', weekend, years: { 2026: [{ date: '2026-11-26', name: 'Thanksgiving Day' }] } },
  },
  freezes: [],
}
const notice = { workingDays: 5, convention: 'clear', cutOff: '17:00', calendars: 'both' } as const
const terms = { ...notice, quiet: [{ day: 1, from: '00:00', to: '05:00' }] }
const at = (now: string, change: Partial<typeof home> | { freezes: object[] } = {}) =>
  draftQuietWindow({ ...home, ...change } as typeof home, terms, Temporal.Instant.from(now))
const window = (day: string) => ({ start: `${day}T03:00`, end: `${day}T04:00` })

test('the first Monday that leaves every tenant its working days', () => {
  // A day off in one calendar takes the Friday away. The deadline is at 17:00, and telling everybody takes its time.
  expect(at('2026-11-19T15:59Z')).toEqual(window('2026-11-30'))
  expect(at('2026-11-19T16:00Z')).toEqual(window('2026-12-07'))
  expect(at('2026-11-20T15:59Z', { tenants: home.tenants.slice(0, 1) })).toEqual(window('2026-11-30'))
})

test('a frozen Monday is none, and one that no calendar knows is unknown', () => {
  const freezes = [{ from: '2026-11-30', to: '2026-12-10', reason: 'peak' }]
  expect(at('2026-11-19T15:59Z', { freezes })).toEqual(window('2026-12-14'))
  expect(at('2026-12-24T10:00Z')).toEqual({ unknown: 'the calendar US does not have the year 2027' })
  expect(at('2026-11-19T10:00Z', { calendars: {} as never })).toEqual({
    unknown: 'there is no calendar of GB-ENG',
  })
  const always = [{ from: '2026-01-01', to: '2028-12-31', reason: 'peak' }]
  expect(at('2026-11-19T10:00Z', { freezes: always })).toEqual({
    unknown: 'no quiet hour of the next 371 days is free',
  })
})

test.each([
  ['the small hours, where they are among them', ['2 02:30-05:00'], '2026-12-01T03:00', '2026-12-01T04:00'],
  ['else the first of them', ['2 22:00-23:30'], '2026-12-01T22:00', '2026-12-01T23:00'],
  ['over midnight', ['2 23:30-02:00'], '2026-12-01T23:30', '2026-12-02T00:30'],
  ['all of them, where they are less than one', ['2 23:30-00:15'], '2026-12-01T23:30', '2026-12-02T00:15'],
  [
    'on the first day that has some',
    ['4 01:00-02:00', '3 01:00-02:00'],
    '2026-12-02T01:00',
    '2026-12-02T02:00',
  ],
])('of the quiet hours that the policy names, %s', (...[, written, start, end]) => {
  const quiet = written.map((text) => {
    const [day, from = '', to = ''] = text.split(/[ -]/)
    return { day: Number(day), from, to }
  })
  const now = Temporal.Instant.from('2026-11-20T12:00Z')
  expect(draftQuietWindow(home, { ...notice, quiet }, now)).toEqual({ start, end })
})

test('an emergency leaves its hours, also over a night when the clocks change', () => {
  const draft = (now: string) => draftEmergencyWindow('Europe/London', 12, Temporal.Instant.from(now))
  expect(draft('2026-11-20T10:30Z')).toEqual({ start: '2026-11-21T00:00', end: '2026-11-21T01:00' })
  const twice = draft('2026-10-24T10:30Z')
  expect(twice).toEqual({ start: '2026-10-25T01:00+01:00', end: '2026-10-25T01:00+00:00' })
  expect(resolveTime(twice.start, 'Europe/London').instant?.toString()).toBe('2026-10-25T00:00:00Z')
})
