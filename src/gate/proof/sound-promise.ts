// What was promised about the sound run, and kept: a release that is declared, approved and told of in time, in a quiet
// hour of the second Monday after the run.
import { hash } from 'node:crypto'
import type { LedgerEntry } from '../../release/ledger.ts'
import type { Promised, PromisedTenant } from '../../release/promised.ts'
import type { Release } from '../../release/release.ts'

const region = 'GB-ENG'
const window = { start: '2001-09-17T03:00:00Z', end: '2001-09-17T04:00:00Z' }
/** Five whole working days and a weekend before the window. */
const toldAt = '2001-09-07T10:00:00Z'
/** Between the end of the run and the question. */
const approvedAt = '2001-09-09T01:48:00Z'

export type Sound = {
  readonly tenants: readonly string[]
  readonly service: string
  readonly build: { readonly version: string; readonly digest: string }
}

export function makeSoundRelease({ service, build }: Sound): Release {
  return {
    release: 'sound',
    kind: 'scheduled',
    candidate: build,
    window,
    expectedDowntimeMinutes: 2,
    services: [service],
    author: 'author@example.com',
    contractChanges: [],
    approvals: [
      { by: 'qa@example.com', role: 'qa', at: approvedAt, digest: build.digest },
      { by: 'manager@example.com', role: 'release-manager', at: approvedAt, digest: build.digest },
    ],
    removals: [],
  }
}

export function makeSoundPromise(sound: Sound): Promised {
  const tenants = sound.tenants.map((id) => makeTenant(id, sound.service))
  const entries = tenants.flatMap((tenant) => [
    makeEntry('notice', tenant, sound),
    makeEntry('notes', tenant, sound),
  ])
  return {
    provider: { zone: 'UTC', calendar: region },
    tenants,
    calendars: { [region]: { region, weekend: [6, 7], years: { '2001': [] } } },
    freezes: [],
    changes: [
      {
        file: 'releases/sound/changes/01-wallets.md',
        services: [sound.service],
        type: 'fixed',
        audience: 'all',
        title: 'A wallet opens sooner',
        prose: 'Nothing has to be done.',
      },
    ],
    ledger: { entries, head: hash('sha256', 'sound'), flaw: null },
  }
}

function makeTenant(id: string, service: string): PromisedTenant {
  const contacts = [`${id}@example.com`]
  return { id, name: id, zone: 'UTC', calendar: region, services: [service], contacts }
}

function makeEntry(kind: 'notice' | 'notes', { id, contacts }: PromisedTenant, sound: Sound): LedgerEntry {
  return {
    schema: 'airlock.notice/1',
    previous: null,
    at: toldAt,
    release: 'sound',
    version: sound.build.version,
    kind,
    tenant: id,
    channel: 'smtp',
    revision: 0,
    window: kind === 'notice' ? window : null,
    contentSha256: hash('sha256', `${kind} ${id}`),
    messageId: `<${kind}-${id}@example.com>`,
    answer: '250 accepted',
    accepted: contacts.map((address) => hash('sha256', address)),
    refused: [],
  }
}
