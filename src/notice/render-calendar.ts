// The calendar file of a notice, in the form that network operators agreed on, which machines of clients read:
// https://github.com/jda/maintnote-std/blob/master/standard.md. An update keeps UID and raises SEQUENCE.
import ical, { ICalCalendarMethod, ICalEventStatus, type ICalCalendar } from 'ical-generator'
import type { PromisedTenant } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import type { NoticeState } from './make-notice.ts'

export type CalendarEvent = NoticeState & {
  readonly release: Pick<Release, 'release' | 'expectedDowntimeMinutes'>
  readonly tenant: Pick<PromisedTenant, 'id'>
  readonly services: readonly string[]
  readonly summary: string
  readonly description: string
}

export type CalendarSender = {
  readonly provider: string
  /** Mailbox of the organizer. */
  readonly address: string
  readonly now: Temporal.Instant
}

/** One notice as a file. Without METHOD it does not drop into private calendars; a cancellation has to. */
export function renderCalendar(event: CalendarEvent, sender: CalendarSender): string {
  const calendar = ical({ prodId: productId })
  if (event.isCancelled) calendar.method(ICalCalendarMethod.CANCEL)
  addEvent(calendar, event, sender)
  return render(calendar)
}

/** All notices of a tenant, to subscribe to. */
export function renderFeed(events: readonly CalendarEvent[], sender: CalendarSender): string {
  const calendar = ical({ prodId: productId, name: sender.provider, ttl: 3600 })
  for (const event of events) addEvent(calendar, event, sender)
  return render(calendar)
}

/** Each line has its end, the last one too. */
function render(calendar: ICalCalendar): string {
  return `${calendar.toString().trimEnd()}\r\n`
}

const productId = { company: 'Airlock', product: 'Release gate', language: 'EN' }

function addEvent(
  calendar: ICalCalendar,
  event: CalendarEvent,
  { provider, address, now }: CalendarSender,
): void {
  const { release, tenant, window, revision, isCancelled, summary, description } = event
  calendar.createEvent({
    id: makeUid(release.release, tenant.id, address),
    sequence: revision,
    stamp: now,
    start: window.start,
    end: window.end,
    summary,
    description,
    organizer: { name: provider, email: address },
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    x: [
      { key: 'X-MAINTNOTE-PROVIDER', value: provider },
      { key: 'X-MAINTNOTE-ACCOUNT', value: tenant.id },
      { key: 'X-MAINTNOTE-MAINTENANCE-ID', value: release.release },
      ...event.services.map((service) => ({ key: 'X-MAINTNOTE-OBJECT-ID', value: service })),
      { key: 'X-MAINTNOTE-IMPACT', value: impactOf(event) },
      { key: 'X-MAINTNOTE-STATUS', value: isCancelled ? 'CANCELLED' : 'CONFIRMED' },
    ],
  })
}

/** The same for every revision of a notice. */
function makeUid(release: string, tenant: string, address: string): string {
  const domain = address.split('@').at(-1) ?? ''
  return `maintenance-${encodeURIComponent(release)}-${tenant}@${domain}`
}

/** A downtime that nobody stated is one. */
function impactOf({ release, isCancelled }: CalendarEvent): string {
  return isCancelled || release.expectedDowntimeMinutes === 0 ? 'NO-IMPACT' : 'OUTAGE'
}
