// A coupon that belongs to nobody yet, as a token somebody was handed, is put into a wallet.
import type { StoredAccount } from '../model/account.ts'
import { readCampaign } from './campaigns.ts'
import { hasCustomerRoom } from './issue-coupon.ts'
import { found, Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'
import { findAccountByToken } from './tokens.ts'
import { findWritableWallet } from './wallets.ts'

export type AccountMove = { readonly accountId: string; readonly walletId: string }

export function moveAccount(scope: Scope, { accountId, walletId }: AccountMove): StoredAccount {
  return scope.store.write(() => {
    const account = findMovable(scope, accountId)
    const wallet = findWritableWallet(scope, walletId)
    if (account.walletId !== null) throw new Refusal('ACCOUNT_IN_WALLET')
    if (account.status !== 'ACTIVE') throw new Refusal('ACCOUNT_NOT_ACTIVE')
    const campaign = readCampaign(scope, account.campaignId)
    if (campaign && !hasCustomerRoom(scope, campaign, wallet)) throw new Refusal('ISSUE_LIMIT_REACHED')
    const moved: StoredAccount = { ...account, walletId, lastUpdated: scope.now }
    scope.rows.accounts.replace(scope.tenant.id, accountId, moved)
    return moved
  })
}

/** The coupon behind a token goes into the wallet of whoever shows it. */
export function takeInCoupon(scope: Scope, walletId: string, token: string): StoredAccount {
  const account = found(findAccountByToken(scope, token), 'ACCOUNT_NOT_FOUND')
  return moveAccount(scope, { accountId: account.accountId, walletId })
}

/** The tenant's account, unless it went with a wallet that was deleted. */
function findMovable(scope: Scope, accountId: string): StoredAccount {
  const account = found(scope.rows.accounts.find(scope.tenant.id, accountId), 'ACCOUNT_NOT_FOUND')
  const wallet = account.walletId === null ? null : scope.rows.wallets.find(scope.tenant.id, account.walletId)
  return found(wallet?.status === 'DELETED' ? undefined : account, 'ACCOUNT_NOT_FOUND')
}
