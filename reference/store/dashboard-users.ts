// Who may sign in to the dashboard. Passwords are kept as salted scrypt hashes only.
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { findTenant, type Tenant, type TenantId } from '../model/tenant.ts'
import type { Store } from './open-store.ts'

export type NewDashboardUser = { readonly name: string; readonly tenant: TenantId; readonly password: string }

/** Adds a user, or gives a known one a new password. */
export function writeDashboardUser(store: Store, user: NewDashboardUser): void {
  const salt = randomBytes(16).toString('hex')
  const sql = `INSERT INTO dashboard_user (name, tenant, salt, hash) VALUES (?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET salt = excluded.salt, hash = excluded.hash`
  store.run(sql, user.name, user.tenant, salt, makeHash(user.password, salt).toString('hex'))
}

/** The tenant of the user with this password. An unknown name takes as long as a wrong password. */
export function findDashboardTenant(store: Store, name: string, password: string): Tenant | undefined {
  const row = store.get('SELECT tenant, salt, hash FROM dashboard_user WHERE name = ?', name)
  const expected = Buffer.from(String(row?.['hash'] ?? '').padEnd(128, '0'), 'hex')
  const isRight = timingSafeEqual(makeHash(password, String(row?.['salt'] ?? '')), expected)
  return row && isRight ? findTenant(String(row['tenant'])) : undefined
}

function makeHash(password: string, salt: string): Buffer {
  return scryptSync(password, salt, 64, { N: 8192 })
}
