// The one thing the platform depends on besides its store: where events go. Tests make it slow or take it down for a
// tenant; a change then waits, or is refused as a whole.
import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from '../store/open-store.ts'
import { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'

export const streamStates = ['up', 'slow', 'down'] as const

export type StreamState = (typeof streamStates)[number]

export type Stream = { readonly state: StreamState; readonly delayMs: number }

/** Longer than this nobody waits for it. */
const patienceMs = 1000

export function readStream(store: Store, tenant: string): Stream {
  const row = store.get('SELECT state, delay_ms FROM event_stream WHERE tenant = ?', tenant)
  // Written by `writeStream` alone, so the state is one of ours.
  const state = (row?.['state'] ?? 'up') as StreamState
  return { state, delayMs: Number(row?.['delay_ms'] ?? 0) }
}

export function writeStream(store: Store, tenant: string, { state, delayMs }: Stream): void {
  const sql = `INSERT INTO event_stream (tenant, state, delay_ms) VALUES (?, ?, ?)
    ON CONFLICT (tenant) DO UPDATE SET state = excluded.state, delay_ms = excluded.delay_ms`
  store.run(sql, tenant, state, delayMs)
}

/** Waits for a slow stream, but not for ever. Before the change, since a transaction must not wait. */
export async function awaitStream({ store, tenant }: Scope): Promise<void> {
  const { state, delayMs } = readStream(store, tenant.id)
  if (state !== 'slow') return
  await wait(Math.min(delayMs, patienceMs))
  if (delayMs > patienceMs) throw makeUnavailable()
}

export function requireStream({ store, tenant }: Scope): void {
  if (readStream(store, tenant.id).state === 'down') throw makeUnavailable()
}

function makeUnavailable(): Refusal {
  return new Refusal('DEPENDENCY_UNAVAILABLE', [], { retryAfterSeconds: 1 })
}
