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
const terms = { workingDays: 5, convention: 'clear', cutOff: '17:00', calendars: 'both' } as const
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
    unknown: 'none of the next 53 Mondays is free',
  })
})

test('an emergency leaves its hours, also over a night when the clocks change', () => {
  const draft = (now: string) => draftEmergencyWindow('Europe/London', 12, Temporal.Instant.from(now))
  expect(draft('2026-11-20T10:30Z')).toEqual({ start: '2026-11-21T00:00', end: '2026-11-21T01:00' })
  const twice = draft('2026-10-24T10:30Z')
  expect(twice).toEqual({ start: '2026-10-25T01:00+01:00', end: '2026-10-25T01:00+00:00' })
  expect(resolveTime(twice.start, 'Europe/London').instant?.toString()).toBe('2026-10-25T00:00:00Z')
})
