// Coupons: redeemed once however many ask at once, put back, or cancelled.
import { readThenWrite } from '../faults/race.ts'
import { isLockedFor, isPoints, type CouponBalances, type StoredAccount } from '../model/account.ts'
import type { OperationResult } from '../model/account-transaction.ts'
import type { Campaign } from '../model/campaign.ts'
import type { MetaInput } from '../model/fields.ts'
import { isBefore, isOver } from '../model/instant.ts'
import type { Outlet } from '../model/tenant.ts'
import type { Wallet } from '../model/wallet.ts'
import { findAccount } from './accounts.ts'
import { readCampaign } from './campaigns.ts'
import { makeOperationResult, writeEntry, type Written } from './ledger.ts'
import { findOutlet, type Location } from './outlets.ts'
import { Refusal, type RefusalCode } from './refusal.ts'
import type { Scope } from './scope.ts'
import { findActiveWallet, findWritableWallet } from './wallets.ts'

export type AccountKey = { readonly walletId: string; readonly accountId: string }

export type CouponOperation = {
  readonly location?: Location | undefined
  readonly details?: MetaInput | undefined
}

/** In what circumstances somebody wants to redeem. */
export type Circumstances = { readonly reference: string | null; readonly outlet: Outlet | null }

/** Why a coupon cannot be redeemed now, or null when it can. */
export function evaluateRedemption(
  scope: Scope,
  account: StoredAccount,
  { reference, outlet }: Circumstances,
): RefusalCode | null {
  if (account.status === 'USED') return 'ACCOUNT_USED'
  if (account.status === 'CANCELLED') return 'ACCOUNT_CANCELLED'
  if (account.status !== 'ACTIVE' || account.state !== 'LOADED') return 'ACCOUNT_NOT_ACTIVE'
  if (isBefore(account.dates.start, scope.nowMs)) return 'ACCOUNT_NOT_STARTED'
  const isExpired = isOver(account.dates.end, scope.nowMs)
  if (isExpired && !scope.faults.has('expired-coupon-accepted')) return 'ACCOUNT_EXPIRED'
  const unitId = outlet?.unitId ?? null
  const lockedMs = scope.faults.has('lock-endless') ? 0 : scope.nowMs
  if (isLockedFor(account, { reference, unitId }, lockedMs)) return 'ACCOUNT_LOCKED'
  return evaluateCampaign(readCampaign(scope, account.campaignId), outlet)
}

/** Why the campaign's offer cannot be had at this outlet now, or null when it can. */
export function evaluateCampaign(campaign: Campaign | undefined, outlet: Outlet | null): RefusalCode | null {
  if (campaign?.status !== 'ACTIVE') return 'CAMPAIGN_NOT_ACTIVE'
  const { redemption } = campaign.partners
  const isElsewhere = redemption.length > 0 && outlet !== null && !redemption.includes(outlet.unitId)
  return isElsewhere ? 'LOCATION_NOT_ALLOWED' : null
}

/** Takes one use of a coupon. Reading and writing happen in one transaction, so only one of many callers wins. */
export function redeemCoupon(
  scope: Scope,
  key: AccountKey,
  operation: CouponOperation,
): OperationResult | Promise<OperationResult> {
  const { location, details } = operation
  const outlet = location ? findOutlet(scope, location) : null
  return readThenWrite(scope, 'coupon-race', {
    read: () => findRedeemable(scope, key, { reference: null, outlet }),
    write: (account) => makeOperationResult(scope, writeRedemption(scope, account, { value: 0, details })),
  })
}

function findRedeemable(scope: Scope, key: AccountKey, circumstances: Circumstances): StoredAccount {
  const { account } = findCoupon(scope, key)
  const refusal = evaluateRedemption(scope, account, circumstances)
  if (refusal) throw new Refusal(refusal)
  return account
}

/** A coupon of an active wallet. */
export function findCoupon(
  scope: Scope,
  { walletId, accountId }: AccountKey,
): { wallet: Wallet; account: StoredAccount } {
  const wallet = findActiveWallet(scope, walletId)
  const account = findAccount(scope, wallet, accountId)
  if (account.type !== 'ECOUPON') throw new Refusal('OPERATION_NOT_ALLOWED')
  return { wallet, account }
}

export type WrittenRedemption = {
  readonly value: number
  readonly details?: MetaInput | undefined
  /** Who used it: a token that belonged to nobody is theirs from now on. */
  readonly walletId?: string | null
}

/** Writes one use of a coupon that the caller has found redeemable. */
export function writeRedemption(
  scope: Scope,
  account: StoredAccount,
  redemption: WrittenRedemption,
): Written {
  const { value, details, walletId = null } = redemption
  const { available, refundable } = readBalances(account)
  const balances = { available: available - 1, refundable: refundable + 1 }
  const status = balances.available === 0 ? 'USED' : account.status
  const changes = { status, lock: null, walletId: account.walletId ?? walletId }
  return writeEntry(scope, account, { event: 'REDEEM', value, details, balances, changes })
}

/** Gives one use back. */
export function unredeemCoupon(scope: Scope, key: AccountKey, operation: CouponOperation): OperationResult {
  return scope.store.write(() => {
    const { account } = findCoupon(scope, key)
    const { refundable } = readBalances(account)
    if (account.status === 'CANCELLED') throw new Refusal('ACCOUNT_CANCELLED')
    if (refundable === 0) throw new Refusal('OPERATION_NOT_ALLOWED', ['the coupon has not been redeemed'])
    const { details } = operation
    return makeOperationResult(scope, writeUnredemption(scope, account, { value: 0, details }))
  })
}

export type Unredemption = {
  readonly value: number
  readonly details?: MetaInput | undefined
  /** It is taken again at once, so that nothing has to be decided about it. */
  readonly isUsedAgain?: boolean
}

/** Writes that one use is given back: the coupon can be used again, or is cancelled where its campaign says so. */
export function writeUnredemption(scope: Scope, account: StoredAccount, undone: Unredemption): Written {
  const { value, details, isUsedAgain = false } = undone
  const { available, refundable } = readBalances(account)
  const isBack = isUsedAgain || mayComeBack(scope, account)
  const balances = { available: isBack ? available + 1 : available, refundable: refundable - 1 }
  const status = isBack && account.status !== 'CANCELLED' ? 'ACTIVE' : 'CANCELLED'
  return writeEntry(scope, account, { event: 'UNREDEEM', value, details, balances, changes: { status } })
}

/** What is in nobody's wallet and has no token could be used by nobody. */
function mayComeBack(scope: Scope, { campaignId, walletId, token }: StoredAccount): boolean {
  const isReachable = walletId !== null || token !== null
  const isAllowed = readCampaign(scope, campaignId)?.rules.unredeemable ?? true
  return isReachable && (isAllowed || scope.faults.has('unredeem-always'))
}

/** Takes a coupon away for good; a used one has nothing left to take. */
export function cancelCoupon(scope: Scope, key: AccountKey, operation: CouponOperation): OperationResult {
  return scope.store.write(() => {
    const account = findAccount(scope, findWritableWallet(scope, key.walletId), key.accountId)
    if (account.type !== 'ECOUPON') throw new Refusal('OPERATION_NOT_ALLOWED')
    if (account.status === 'USED') throw new Refusal('ACCOUNT_USED')
    if (account.status === 'CANCELLED') throw new Refusal('ACCOUNT_CANCELLED')
    const written = writeEntry(scope, account, {
      event: 'CANCEL',
      value: 0,
      balances: account.balances,
      changes: { status: 'CANCELLED', lock: null },
      details: operation.details,
    })
    return makeOperationResult(scope, written)
  })
}

function readBalances(account: StoredAccount): CouponBalances {
  if (isPoints(account.balances)) throw new Refusal('OPERATION_NOT_ALLOWED')
  return account.balances
}
