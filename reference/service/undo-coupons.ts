// Coupons of a purchase that is undone: each use is given back, and taken again where the offer still counts for what is
// left.
import type { StoredAccount } from '../model/account.ts'
import type { AccountTransaction } from '../model/account-transaction.ts'
import type { Consequences, Redemption } from '../model/consequences.ts'
import { writeRedemption, writeUnredemption } from './coupons.ts'
import type { Scope } from './scope.ts'

export type Difference = { readonly before: Consequences; readonly after: Consequences }

export function reverseCoupons(scope: Scope, { before, after }: Difference): AccountTransaction[] {
  const again = new Set(after.redemptions.map(({ accountId }) => accountId))
  return before.redemptions.flatMap((redemption) => {
    const account = findPurchased(scope, redemption)
    if (!account) return []
    const { value } = redemption
    const isUsedAgain = again.has(account.accountId)
    return [writeUnredemption(scope, account, { value, isUsedAgain }).transaction]
  })
}

/** Not looked at again: what was valid when it was bought stays so for what is kept of it. */
export function reapplyCoupons(scope: Scope, { after }: Difference): AccountTransaction[] {
  return after.redemptions.flatMap((redemption) => {
    const account = findPurchased(scope, redemption)
    return account ? [writeRedemption(scope, account, { value: redemption.value }).transaction] : []
  })
}

/** Undefined once it has been purged. */
function findPurchased(scope: Scope, { accountId }: Redemption): StoredAccount | undefined {
  return scope.rows.accounts.find(scope.tenant.id, accountId)
}
