// Who is signed in. Sessions live in the shared store, because the next request may reach another instance; the store
// holds only a hash of what the cookie holds, so that reading it lets nobody in.
import { createHash, randomBytes } from 'node:crypto'
import { findTenant, type Tenant } from '../model/tenant.ts'
import type { Row, Store } from '../store/open-store.ts'

export type User = { readonly name: string; readonly tenant: Tenant }

/** An ended one is told from none, so that people learn why they are asked to sign in again. */
export type Session =
  { readonly kind: 'open'; readonly user: User } | { readonly kind: 'ended' } | { readonly kind: 'none' }

const minuteMs = 60_000
const idleMs = 30 * minuteMs
const rememberedMs = 24 * 60 * minuteMs

export function createSessionTable(store: Store): void {
  store.run(`CREATE TABLE IF NOT EXISTS dashboard_session (
    key TEXT PRIMARY KEY, user_name TEXT NOT NULL, tenant TEXT NOT NULL, seen_ms INTEGER NOT NULL
  ) STRICT`)
}

/** A new id for a browser; nobody can guess it. */
export function makeBrowserId(): string {
  return randomBytes(32).toString('base64url')
}

export function isBrowserId(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** Begins a session under a new id: one that was known before signing in must not be worth more after it. */
export function openSession(store: Store, user: User, nowMs: number): string {
  const browserId = makeBrowserId()
  store.write(() => {
    store.run('DELETE FROM dashboard_session WHERE seen_ms < ?', nowMs - rememberedMs)
    const sql = 'INSERT INTO dashboard_session (key, user_name, tenant, seen_ms) VALUES (?, ?, ?, ?)'
    store.run(sql, makeKey(browserId), user.name, user.tenant.id, nowMs)
  })
  return browserId
}

/** The session of this browser. To be asked is to be seen, which keeps it open. */
export function readSession(store: Store, browserId: string, nowMs: number): Session {
  const key = makeKey(browserId)
  const sql = `UPDATE dashboard_session SET seen_ms = ? WHERE key = ? AND seen_ms > ?
    RETURNING user_name, tenant`
  const row = store.get(sql, nowMs, key, nowMs - idleMs)
  if (row) return makeSession(row)
  const isKnown = store.get('SELECT 1 FROM dashboard_session WHERE key = ?', key) !== undefined
  return { kind: isKnown ? 'ended' : 'none' }
}

export function closeSession(store: Store, browserId: string): void {
  store.run('DELETE FROM dashboard_session WHERE key = ?', makeKey(browserId))
}

function makeSession(row: Row): Session {
  const tenant = findTenant(String(row['tenant']))
  if (!tenant || !mayUseDashboard(tenant)) return { kind: 'none' }
  return { kind: 'open', user: { name: String(row['user_name']), tenant } }
}

export function mayUseDashboard(tenant: Tenant): boolean {
  return tenant.services.includes('dashboard')
}

function makeKey(browserId: string): string {
  return createHash('sha256').update(browserId).digest('hex')
}
