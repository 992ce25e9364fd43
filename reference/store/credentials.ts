// Who may call: clients by id and secret. Read on every request, so that a revoked client stops at once.
import { randomBytes } from 'node:crypto'
import type { TenantId } from '../model/tenant.ts'
import type { Store } from './open-store.ts'

export type Credential = { readonly clientId: string; readonly secret: string; readonly tenant: TenantId }

export function makeCredential(tenant: TenantId): Credential {
  return {
    tenant,
    clientId: `${tenant}-${randomBytes(8).toString('hex')}`,
    secret: randomBytes(24).toString('base64url'),
  }
}

export function writeCredential(store: Store, credential: Credential): void {
  const sql = 'INSERT INTO credential (client_id, tenant, secret) VALUES (?, ?, ?)'
  store.run(sql, credential.clientId, credential.tenant, credential.secret)
}

export function findCredential(store: Store, clientId: string): Credential | undefined {
  const row = store.get('SELECT tenant, secret FROM credential WHERE client_id = ?', clientId)
  // Written by `writeCredential` alone, so the tenant is one of ours.
  return row && { clientId, tenant: row['tenant'] as TenantId, secret: String(row['secret']) }
}

/** Forgets a client; false where there was none. */
export function deleteCredential(store: Store, clientId: string): boolean {
  return store.run('DELETE FROM credential WHERE client_id = ?', clientId) > 0
}
