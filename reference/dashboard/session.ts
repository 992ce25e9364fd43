// Who is signed in. Sessions live in the shared store, because the next request may reach another instance; the store
// holds only a hash of what the cookie holds, so that reading it lets nobody in.
import { createHash, randomBytes } from 'node:crypto'
import type { Faults } from '../faults/faults.ts'
import type { Tenant } from '../model/tenant.ts'
import { readNow } from '../store/clock.ts'
import { findDashboardUser, type DashboardUser } from '../store/dashboard-users.ts'
import type { Row, Store } from '../store/open-store.ts'

/** Ended ones are told from none, so that people learn why they are asked to sign in again. */
export type Session =
  | { readonly kind: 'open'; readonly user: DashboardUser }
  | { readonly kind: 'idle' }
  | { readonly kind: 'old' }
  | { readonly kind: 'none' }

export type Sessions = { readonly store: Store; readonly faults: Faults }

const minuteMs = 60_000
const idleMs = 30 * minuteMs
const longestMs = 12 * 60 * minuteMs
const rememberedMs = 24 * 60 * minuteMs

export function createSessionTable(store: Store): void {
  store.run(`CREATE TABLE IF NOT EXISTS dashboard_session (
    key TEXT PRIMARY KEY, user_name TEXT NOT NULL, tenant TEXT NOT NULL,
    opened_ms INTEGER NOT NULL, seen_ms INTEGER NOT NULL, written_ms INTEGER NOT NULL
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
export function openSession({ store }: Sessions, { name, tenant }: DashboardUser): string {
  const browserId = makeBrowserId()
  store.write(() => {
    // Real time: a clock that is only moved for a while must not sweep away what others are still in.
    const writtenMs = Date.now()
    store.run('DELETE FROM dashboard_session WHERE written_ms < ?', writtenMs - rememberedMs)
    const nowMs = readNow(store, tenant.id)
    const sql = `INSERT INTO dashboard_session (key, user_name, tenant, opened_ms, seen_ms, written_ms)
      VALUES (?, ?, ?, ?, ?, ?)`
    store.run(sql, makeKey(browserId), name, tenant.id, nowMs, nowMs, writtenMs)
  })
  return browserId
}

/** The session of this browser, by the tenant's clock. To be asked is to be seen, which keeps it open for a while. */
export function readSession({ store, faults }: Sessions, browserId: string): Session {
  const key = makeKey(browserId)
  const row = store.get('SELECT * FROM dashboard_session WHERE key = ?', key)
  if (!row) return { kind: 'none' }
  const nowMs = readNow(store, String(row['tenant']))
  const ended = faults.has('session-endless') ? null : evaluateEnd(row, nowMs)
  if (ended) return { kind: ended }
  const isStillThere = store.run('UPDATE dashboard_session SET seen_ms = ? WHERE key = ?', nowMs, key) > 0
  return isStillThere ? makeSession(store, row) : { kind: 'none' }
}

export function closeSession({ store, faults }: Sessions, browserId: string): void {
  if (faults.has('sign-out-half')) return
  store.run('DELETE FROM dashboard_session WHERE key = ?', makeKey(browserId))
}

function evaluateEnd(row: Row, nowMs: number): 'idle' | 'old' | null {
  if (Number(row['opened_ms']) <= nowMs - longestMs) return 'old'
  return Number(row['seen_ms']) <= nowMs - idleMs ? 'idle' : null
}

/** Read anew each time: whoever is given another role, or none, has it from the next page on. */
function makeSession(store: Store, row: Row): Session {
  const user = findDashboardUser(store, String(row['user_name']))
  return user && mayUseDashboard(user.tenant) ? { kind: 'open', user } : { kind: 'none' }
}

export function mayUseDashboard(tenant: Tenant): boolean {
  return tenant.services.includes('dashboard')
}

function makeKey(browserId: string): string {
  return createHash('sha256').update(browserId).digest('hex')
}
