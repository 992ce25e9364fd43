// Five wrong passwords in a row lock a user name for a quarter of an hour, whether or not anybody has that name: a lock
// that only real users got would tell which names are real. Kept by a hash, for people type passwords into that field.
import { createHash } from 'node:crypto'
import { readNow } from '../store/clock.ts'
import { findDashboardUser } from '../store/dashboard-users.ts'
import type { Store } from '../store/open-store.ts'
import type { Faults } from '../faults/faults.ts'

const mostWrong = 5
const minuteMs = 60_000
export const lockMinutes = 15
/** By real time, so that the table does not grow for ever. */
const keptMs = 24 * 60 * minuteMs

type LockOut = { readonly store: Store; readonly faults: Faults }

export function createLockOutTable(store: Store): void {
  store.run(`CREATE TABLE IF NOT EXISTS dashboard_lock_out (
    key TEXT PRIMARY KEY, wrong INTEGER NOT NULL, until_ms INTEGER NOT NULL, written_ms INTEGER NOT NULL
  ) STRICT`)
}

export function isLockedOut({ store }: LockOut, name: string): boolean {
  const row = store.get('SELECT until_ms FROM dashboard_lock_out WHERE key = ?', makeKey(name))
  return row !== undefined && Number(row['until_ms']) > readClock(store, name)
}

/** Counts a wrong password. After a lock has lapsed the count begins anew. */
export function writeWrongPassword({ store, faults }: LockOut, name: string): void {
  const key = makeKey(name)
  const [nowMs, writtenMs] = [readClock(store, name), Date.now()]
  store.write(() => {
    store.run('DELETE FROM dashboard_lock_out WHERE written_ms < ?', writtenMs - keptMs)
    const row = store.get('SELECT wrong, until_ms FROM dashboard_lock_out WHERE key = ?', key)
    const wasLocked = Number(row?.['until_ms'] ?? 0) > 0
    const wrong = wasLocked ? 1 : Number(row?.['wrong'] ?? 0) + 1
    const isFull = wrong >= mostWrong && !faults.has('lock-out-missing')
    const untilMs = isFull ? nowMs + lockMinutes * minuteMs : 0
    const sql =
      'INSERT OR REPLACE INTO dashboard_lock_out (key, wrong, until_ms, written_ms) VALUES (?, ?, ?, ?)'
    store.run(sql, key, wrong, untilMs, writtenMs)
  })
}

/** Who is in has shown that the wrong passwords were theirs. */
export function forgetWrongPasswords({ store }: LockOut, name: string): void {
  store.run('DELETE FROM dashboard_lock_out WHERE key = ?', makeKey(name))
}

/** The clock of the user's tenant; a name that nobody has goes by real time. */
function readClock(store: Store, name: string): number {
  const tenant = findDashboardUser(store, name)?.tenant.id
  return tenant === undefined ? Date.now() : readNow(store, tenant)
}

function makeKey(name: string): string {
  return createHash('sha256').update(name).digest('hex')
}
