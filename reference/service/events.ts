// The feed of what was changed. An event is written in the transaction of its change, so that neither is there without
// the other, and told again and again until whoever reads has moved on: at least once, always under the same id.
import { randomUUID } from 'node:crypto'
import type { Change, PlatformEvent } from '../model/event.ts'
import { tenants, type Tenant } from '../model/tenant.ts'
import { takeId } from '../store/collection.ts'
import { requireStream } from './event-stream.ts'
import type { Scope } from './scope.ts'

export type Happened = {
  readonly eventName: string
  readonly request: PlatformEvent['request']
  readonly response: { readonly code: number; readonly body: unknown }
  readonly changes: readonly Change[]
  readonly version: string
  readonly externalMessageId: string | null
}

/** Hands an event over, or refuses the change it is about: what cannot be told must not happen. */
export function publishEvent(scope: Scope, happened: Happened): void {
  requireStream(scope)
  const { tenant, actor } = scope
  const eesEventId = takeId(scope.store)
  const event: PlatformEvent = {
    headers: {
      eventName: happened.eventName,
      eventDate: scope.now,
      eesEventId,
      eesMasterEventId: eesEventId,
      eesEnvironmentType: 'reference',
      eesApiVersion: happened.version,
      unitId: scope.faults.has('event-wrong-unit') ? findOtherUnit(tenant) : tenant.unitId,
      unitFriendlyName: tenant.name,
      clientId: actor,
      clientIdFriendlyName: `${tenant.name} client`,
      externalMessageId: happened.externalMessageId,
    },
    request: happened.request,
    response: { ...happened.response, contentType: 'application/json;charset=utf-8' },
    atomicOperations: [...happened.changes],
    enrichmentData: [],
  }
  scope.rows.events.insert(tenant.id, eesEventId, event)
}

export type FeedPage = {
  readonly results: readonly PlatformEvent[]
  /** Where to go on from. */
  readonly after: string
  readonly hasMore: boolean
}

export function readFeed(scope: Scope, { after, limit }: { after: string; limit: number }): FeedPage {
  const events = scope.rows.events.listAfter(scope.tenant.id, after, limit + 1)
  const results = events.slice(0, limit)
  const last = results.at(-1)?.headers.eesEventId ?? after
  const told = scope.faults.has('event-new-ids') ? results.map(renumber) : results
  return { results: told, after: last, hasMore: events.length > limit }
}

function findOtherUnit(tenant: Tenant): string {
  return tenants.find(({ id }) => id !== tenant.id)?.unitId ?? tenant.unitId
}

function renumber(event: PlatformEvent): PlatformEvent {
  return { ...event, headers: { ...event.headers, eesEventId: randomUUID() } }
}
