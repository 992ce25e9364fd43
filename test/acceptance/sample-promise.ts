// What was promised about the usual release, as a value and as the files that say so: two tenants who were told in time
// of a window in the early hours of the Monday after the run.
import { hash } from 'node:crypto'
import { makeLedgerText, parseLedger, type Told } from '../../src/notice/ledger-line.ts'
import type { Promised, PromisedTenant } from '../../src/release/promised.ts'

export const usualWindow = { start: '2026-11-30T03:00', end: '2026-11-30T04:00' }
const windowInstants = { start: '2026-11-30T03:00:00Z', end: '2026-11-30T04:00:00Z' }
/** Before the last day that any of the two calendars allows, 19 November. */
const toldAt = '2026-11-18T10:00:00Z'

/** Declared by somebody else than the author of the usual release. */
export const usualEmergency = {
  reason: 'Wallets cannot be opened',
  declaredBy: 'd.person@example.com',
  reference: 'INC-7',
}

const weekend = [6, 7]
/** Tests that judge what runs now need the years that are to come. */
const plainYears = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [String(2026 + at), []]))
export const sampleCalendars: Promised['calendars'] = {
  'GB-ENG': {
    region: 'GB-ENG',
    weekend,
    years: { ...plainYears, '2026': [{ date: '2026-12-25', name: 'Christmas Day' }] },
  },
  US: {
    region: 'US',
    weekend,
    years: { ...plainYears, '2026': [{ date: '2026-11-26', name: 'Thanksgiving Day' }] },
  },
}

export const sampleTenants: readonly PromisedTenant[] = [
  {
    id: 'maple',
    name: 'Maple Market',
    zone: 'Europe/London',
    calendar: 'GB-ENG',
    services: ['wallet'],
    contacts: ['ops@maple.example'],
    tradingHours: '06:00-23:00',
  },
  {
    id: 'cedar',
    name: 'Cedar Stores',
    zone: 'America/New_York',
    calendar: 'US',
    services: ['wallet'],
    contacts: ['platform@cedar.example'],
    tradingHours: '07:00-22:00',
  },
]

/** Everything kept, unless the test says what is not. */
export function samplePromised(change: Partial<Promised> = {}): Promised {
  return {
    provider: { zone: 'Europe/London', calendar: 'GB-ENG' },
    tenants: sampleTenants,
    calendars: sampleCalendars,
    freezes: [],
    changes: [
      {
        file: 'releases/2026.24/changes/01-balance.md',
        services: ['wallet'],
        type: 'fixed',
        audience: 'all',
        title: 'Balances show at once',
        prose: 'Nothing has to be done.',
      },
    ],
    ledger: usualLedger,
    ...change,
  }
}

/** What is different about an entry of the ledger. */
export type ChangeTold = (told: Told) => readonly Told[]

/** notices.jsonl: a notice and the release notes for each tenant as usual. */
export function sampleLedger(change: ChangeTold = (told) => [told]): string {
  const kinds = ['notice', 'notes'] as const
  return makeLedgerText(
    sampleTenants.flatMap((tenant) => kinds.flatMap((kind) => change(makeEntry(kind, tenant)))),
  )
}

function makeEntry(kind: 'notice' | 'notes', { id, contacts }: PromisedTenant): Told {
  return {
    at: toldAt,
    release: '2026.24',
    version: '7.7.0',
    kind,
    tenant: id,
    channel: 'smtp',
    revision: 0,
    window: kind === 'notice' ? windowInstants : null,
    contentSha256: hash('sha256', `${kind} ${id}`),
    messageId: `<${kind}-${id}@airlock.example>`,
    answer: '250 2.0.0 accepted',
    accepted: contacts.map((address) => hash('sha256', address)),
    refused: [],
  }
}

/** Read once: properties ask for it often. */
const usualLedger = parseLedger(sampleLedger())
