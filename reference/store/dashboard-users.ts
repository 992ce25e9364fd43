// Who may sign in to the dashboard, and in which role. Passwords are kept as salted scrypt hashes only.
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { findTenant, type Tenant, type TenantId } from '../model/tenant.ts'
import type { Row, Store } from './open-store.ts'

export const dashboardRoles = ['care', 'supervisor', 'marketing'] as const

export type DashboardRole = (typeof dashboardRoles)[number]

export type DashboardUser = {
  readonly name: string
  readonly tenant: Tenant
  readonly role: DashboardRole
}

export type NewDashboardUser = {
  readonly name: string
  readonly tenant: TenantId
  readonly role: DashboardRole
  readonly password: string
}

/** Adds a user, or gives a known one a new password and role. */
export function writeDashboardUser(store: Store, user: NewDashboardUser): void {
  const salt = randomBytes(16).toString('hex')
  const sql = `INSERT INTO dashboard_user (name, tenant, role, salt, hash) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET role = excluded.role, salt = excluded.salt, hash = excluded.hash`
  store.run(sql, user.name, user.tenant, user.role, salt, makeHash(user.password, salt).toString('hex'))
}

/** Whoever has this name, whatever they know. */
export function findDashboardUser(store: Store, name: string): DashboardUser | undefined {
  return makeUser(readRow(store, name))
}

/** The user with this password. An unknown name takes as long as a wrong password. */
export function authenticateDashboardUser(
  store: Store,
  name: string,
  password: string,
): DashboardUser | undefined {
  const row = readRow(store, name)
  const expected = Buffer.from(String(row?.['hash'] ?? '').padEnd(128, '0'), 'hex')
  const isRight = timingSafeEqual(makeHash(password, String(row?.['salt'] ?? '')), expected)
  return isRight ? makeUser(row) : undefined
}

function readRow(store: Store, name: string): Row | undefined {
  return store.get('SELECT name, tenant, role, salt, hash FROM dashboard_user WHERE name = ?', name)
}

function makeUser(row: Row | undefined): DashboardUser | undefined {
  const tenant = findTenant(String(row?.['tenant']))
  // Written by `writeDashboardUser` alone, so the role is one of ours.
  return row && tenant && { name: String(row['name']), tenant, role: row['role'] as DashboardRole }
}

function makeHash(password: string, salt: string): Buffer {
  return scryptSync(password, salt, 64, { N: 8192 })
}
