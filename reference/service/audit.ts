// Who did what to whom, when and why. Entries are only ever added.
import type { AuditEntry } from '../model/audit-entry.ts'
import { takeId } from '../store/collection.ts'
import type { Scope } from './scope.ts'

export type Audited = Pick<AuditEntry, 'action'> &
  Partial<Pick<AuditEntry, 'walletId' | 'accountId' | 'value' | 'reason'>>

/** Notes what the caller is doing; in the same transaction, so that neither is kept without the other. */
export function writeAudit(scope: Scope, audited: Audited): AuditEntry {
  const { action, walletId = null, accountId = null, value = null, reason = null } = audited
  const entry: AuditEntry = {
    auditId: takeId(scope.store),
    dateCreated: scope.now,
    actor: scope.actor,
    action,
    walletId,
    accountId,
    value,
    reason,
  }
  scope.rows.audit.insert(scope.tenant.id, entry.auditId, entry)
  return entry
}

export type AuditFilter = { readonly walletId?: string | undefined; readonly actor?: string | undefined }

/** The tenant's entries, the latest first. */
export function listAudit(scope: Scope, filter: AuditFilter = {}): AuditEntry[] {
  const wanted = Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return scope.rows.audit.list(scope.tenant.id, Object.fromEntries(wanted)).toReversed()
}
