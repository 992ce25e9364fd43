// The calendar file as a reader that is not ours understands it.
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { renderCalendar, renderFeed, type CalendarEvent } from '../../src/notice/render-calendar.ts'

const sender = {
  provider: 'Platform',
  address: 'releases@platform.example',
  now: Temporal.Instant.from('2026-11-19T10:00:00Z'),
}
const event: CalendarEvent = {
  window: {
    start: Temporal.Instant.from('2026-11-30T03:00:00Z'),
    end: Temporal.Instant.from('2026-11-30T04:00:00Z'),
  },
  revision: 0,
  earlier: null,
  isCancelled: false,
  release: { release: '2026.24', expectedDowntimeMinutes: 2 },
  tenant: { id: 'maple' },
  services: ['wallet', 'pos'],
  summary: 'Maintenance; on Monday, 03:00',
  description:
    'Zeile eins\nZeile zwei, mit Umlaut ä und einem sehr langen Ende, das über die Grenze von fünfundsiebzig geht',
}

function read(text: string): { calendar: ICAL.Component; found: ICAL.Component } {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const found = calendar.getFirstSubcomponent('vevent')
  if (!found) throw new Error('There is no event.')
  return { calendar, found }
}

const valuesOf = (found: ICAL.Component, name: string) =>
  found.getAllProperties(name).map((one) => one.getFirstValue())

test('says all that the maintnote form asks for', () => {
  const { calendar, found } = read(renderCalendar(event, sender))
  expect(calendar.getFirstPropertyValue('method')).toBeNull()
  const details = new ICAL.Event(found)
  expect(details.startDate.toJSDate().toISOString()).toBe('2026-11-30T03:00:00.000Z')
  expect(details.endDate.toJSDate().toISOString()).toBe('2026-11-30T04:00:00.000Z')
  expect(details).toMatchObject({ uid: 'maintenance-2026.24-maple@platform.example', sequence: 0 })
  expect(details).toMatchObject({ summary: event.summary, description: event.description })
  expect(details.organizer).toBe('mailto:releases@platform.example')
  expect(valuesOf(found, 'dtstamp').map(String)).toEqual(['2026-11-19T10:00:00Z'])
  const own = ['provider', 'account', 'maintenance-id', 'object-id', 'impact', 'status']
  expect(own.map((name) => valuesOf(found, `x-maintnote-${name}`))).toEqual([
    ['Platform'],
    ['maple'],
    ['2026.24'],
    ['wallet', 'pos'],
    ['OUTAGE'],
    ['CONFIRMED'],
  ])
})

test('an update keeps its UID and raises SEQUENCE; a cancellation says so in every way there is', () => {
  const before = new ICAL.Event(read(renderCalendar(event, sender)).found)
  const { calendar, found } = read(renderCalendar({ ...event, revision: 1, isCancelled: true }, sender))
  const after = new ICAL.Event(found)
  expect(after.uid).toBe(before.uid)
  expect(after.sequence).toBe(1)
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
  expect(valuesOf(found, 'status')).toEqual(['CANCELLED'])
  expect(valuesOf(found, 'x-maintnote-status')).toEqual(['CANCELLED'])
})

test('without a downtime there is no impact; one that nobody stated is an outage', () => {
  const impactOf = (release: CalendarEvent['release']) =>
    valuesOf(read(renderCalendar({ ...event, release }, sender)).found, 'x-maintnote-impact')
  expect(impactOf({ release: 'a', expectedDowntimeMinutes: 0 })).toEqual(['NO-IMPACT'])
  expect(impactOf({ release: 'a', expectedDowntimeMinutes: undefined })).toEqual(['OUTAGE'])
})

test('a feed has a name, says how often to come again, and ends each line', () => {
  const text = renderFeed([event], sender)
  const { calendar } = read(text)
  expect(calendar.getFirstPropertyValue('name')).toBe('Platform')
  expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H')
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
})
