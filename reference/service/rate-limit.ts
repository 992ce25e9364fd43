// How often a client may ask. The usual limit is far beyond what a sound client needs and is counted by each instance for
// itself; one that a test sets for a single client is counted in the store, so that it is exact.
import type { Store } from '../store/open-store.ts'
import { Refusal } from './refusal.ts'
import type { Platform } from './scope.ts'

export type Limit = { readonly requests: number; readonly seconds: number }

const usual: Limit = { requests: 60_000, seconds: 60 }

type Window = { readonly startedMs: number; readonly count: number }

/** Counts a request of the client, or refuses it. By real time: how fast somebody asks has nothing to do with a clock. */
export function countRequest(platform: Platform, clientId: string, nowMs: number): void {
  const own = readLimit(platform.store, clientId)
  const limit = own ?? usual
  const window = own
    ? countInStore(platform.store, { clientId, limit, nowMs })
    : countInMemory(platform.requests, { clientId, limit, nowMs })
  if (window.count <= limit.requests || platform.faults.has('rate-unlimited')) return
  const leftMs = window.startedMs + limit.seconds * 1000 - nowMs
  throw new Refusal('RATE_LIMITED', [], { retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)) })
}

export function writeLimit(store: Store, clientId: string, { requests, seconds }: Limit): void {
  const sql = `INSERT INTO client_limit (client_id, requests, seconds, started_ms, count) VALUES (?, ?, ?, 0, 0)
    ON CONFLICT (client_id) DO UPDATE SET requests = excluded.requests, seconds = excluded.seconds,
      started_ms = 0, count = 0`
  store.run(sql, clientId, requests, seconds)
}

export function deleteLimit(store: Store, clientId: string): void {
  store.run('DELETE FROM client_limit WHERE client_id = ?', clientId)
}

function readLimit(store: Store, clientId: string): Limit | null {
  const row = store.get('SELECT requests, seconds FROM client_limit WHERE client_id = ?', clientId)
  return row ? { requests: Number(row['requests']), seconds: Number(row['seconds']) } : null
}

type Counted = { readonly clientId: string; readonly limit: Limit; readonly nowMs: number }

function countInStore(store: Store, { clientId, limit, nowMs }: Counted): Window {
  const sql = `UPDATE client_limit SET
      count = CASE WHEN started_ms <= ?1 THEN 1 ELSE count + 1 END,
      started_ms = CASE WHEN started_ms <= ?1 THEN ?2 ELSE started_ms END
    WHERE client_id = ?3 RETURNING started_ms, count`
  const row = store.get(sql, nowMs - limit.seconds * 1000, nowMs, clientId)
  return { startedMs: Number(row?.['started_ms'] ?? nowMs), count: Number(row?.['count'] ?? 0) }
}

function countInMemory(requests: Map<string, Window>, { clientId, limit, nowMs }: Counted): Window {
  const known = requests.get(clientId)
  const isOpen = known !== undefined && known.startedMs > nowMs - limit.seconds * 1000
  const window = isOpen ? { ...known, count: known.count + 1 } : { startedMs: nowMs, count: 1 }
  requests.set(clientId, window)
  return window
}
