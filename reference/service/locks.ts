// Locks on coupons: what one till has promised, another cannot redeem. A lock belongs to a reference or to an outlet and
// lapses by itself.
import type { Lock, StoredAccount } from '../model/account.ts'
import type { Scope } from './scope.ts'

/** How long a till may take between open and settle before the coupon is free again. */
export const lockMinutes = 15

export function lockCoupon(
  scope: Scope,
  account: StoredAccount,
  holder: Omit<Lock, 'untilMs'>,
): StoredAccount {
  return writeLock(scope, account, { ...holder, untilMs: scope.nowMs + lockMinutes * 60_000 })
}

export function unlockCoupon(scope: Scope, account: StoredAccount): StoredAccount {
  return writeLock(scope, account, null)
}

/** Frees whatever a reference holds, and says what that was. */
export function releaseLocks(scope: Scope, reference: string): StoredAccount[] {
  const held = scope.rows.accounts.list(scope.tenant.id, { lockReference: reference })
  return held.map((account) => writeLock(scope, account, null))
}

function writeLock(scope: Scope, account: StoredAccount, lock: StoredAccount['lock']): StoredAccount {
  const changed = { ...account, lock }
  scope.rows.accounts.replace(scope.tenant.id, account.accountId, changed)
  return changed
}
