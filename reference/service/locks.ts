// Locks on coupons: what one till has promised, another cannot redeem. A lock belongs to a reference and lapses by itself.
import type { StoredAccount } from '../model/account.ts'
import type { Scope } from './scope.ts'

/** How long a till may take between open and settle before the coupon is free again. */
export const lockMinutes = 15

export function lockCoupon(scope: Scope, account: StoredAccount, reference: string): StoredAccount {
  const lock = { reference, untilMs: scope.nowMs + lockMinutes * 60_000 }
  return writeLock(scope, account, lock)
}

/** Frees whatever a reference holds. */
export function releaseLocks(scope: Scope, reference: string): void {
  for (const account of scope.rows.accounts.list(scope.tenant.id, { lockReference: reference })) {
    writeLock(scope, account, null)
  }
}

function writeLock(scope: Scope, account: StoredAccount, lock: StoredAccount['lock']): StoredAccount {
  const changed = { ...account, lock }
  scope.rows.accounts.replace(scope.tenant.id, account.accountId, changed)
  return changed
}
