// Settling a checkout: what open worked out is done, all of it or none, once for each reference.
import type { AccountTransaction } from '../model/account-transaction.ts'
import type { SettledBasket } from '../model/basket.ts'
import type { Consequences, Gain, Redemption } from '../model/consequences.ts'
import type { Outlet } from '../model/tenant.ts'
import type { WalletTransaction } from '../model/wallet-transaction.ts'
import { readCampaign } from './campaigns.ts'
import { evaluateCampaign, evaluateRedemption, writeRedemption } from './coupons.ts'
import { findCustomer, type Customer, type CustomerKey } from './customer.ts'
import { makeDigest } from './digest.ts'
import { issueCoupon } from './issue-coupon.ts'
import { deleteOpening, findOpening, type OpeningKey } from './openings.ts'
import { findOutlet, type Location } from './outlets.ts'
import { writePurchasePoints } from './points.ts'
import { found, Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'
import { findSettlement, writeSettlement } from './settlements.ts'
import { writeSettledTransaction } from './wallet-transactions.ts'

export type SettleRequest = CustomerKey & {
  readonly reference: string
  readonly location: Location
  readonly basket: SettledBasket
  /** Earlier transactions, as points spent, that this one completes. */
  readonly walletTransactions: readonly unknown[]
}

export type SettleAnswer = {
  readonly walletTransactions: readonly WalletTransaction[]
  readonly accountTransactions: readonly AccountTransaction[]
  readonly tierMembershipTransactions: readonly []
}

export function settleCheckout(scope: Scope, request: SettleRequest): SettleAnswer {
  return scope.store.write(() => {
    const { reference } = request
    const digest = makeDigest(request)
    const known = findSettlement(scope, reference)
    if (known && known.digest !== digest) throw new Refusal('REFERENCE_USED')
    // Written by this very function, so its shape is known.
    if (known) return JSON.parse(known.answer) as SettleAnswer
    const { answer, opening } = applySettlement(scope, request)
    // The fault forgets that it has been here: neither the reference nor the basket is spent.
    if (scope.faults.has('settle-twice')) return answer
    writeSettlement(scope, { reference, digest, answer: JSON.stringify(answer) })
    if (opening) deleteOpening(scope, opening)
    return answer
  })
}

function applySettlement(scope: Scope, request: SettleRequest) {
  const outlet = findOutlet(scope, request.location)
  const customer = findCustomer(scope, request)
  // Only what points were spent for stays open until a settle, and nothing here leaves such a transaction behind.
  if (request.walletTransactions.length > 0) throw new Refusal('TRANSACTION_NOT_FOUND')
  const { consequences, opening } = findConsequences(scope, request, customer)
  const place = { outlet, customer, opening, details: makeDetails(request.location) }
  const accountTransactions = [
    ...consequences.redemptions.flatMap((redemption) => redeem(scope, redemption, place)),
    ...consequences.gains.flatMap((gain) => gainPoints(scope, gain, place)),
  ]
  const walletTransaction = writeSettledTransaction(scope, { ...request, customer, accountTransactions })
  const answer: SettleAnswer = {
    walletTransactions: [walletTransaction],
    accountTransactions,
    tierMembershipTransactions: [],
  }
  return { answer, opening }
}

const nothing: Consequences = { redemptions: [], gains: [] }

/** A plain basket is only recorded. An enriched one must be exactly what was opened for this customer. */
function findConsequences(
  scope: Scope,
  { basket, reference }: SettleRequest,
  { wallet }: Customer,
): { consequences: Consequences; opening: OpeningKey | null } {
  if (basket.type === 'STANDARD') return { consequences: nothing, opening: null }
  const key = { basket, walletId: wallet?.walletId ?? null, reference }
  const opened = found(findOpening(scope, key), 'BASKET_CHANGED')
  return { consequences: opened.consequences, opening: { ...key, reference: opened.reference } }
}

type Place = {
  readonly outlet: Outlet
  readonly customer: Customer
  readonly opening: OpeningKey | null
  readonly details: Record<string, string>
}

function makeDetails({ incomingIdentifier, parentIncomingIdentifier }: Location): Record<string, string> {
  const parent = parentIncomingIdentifier ? { merchant_store_parent_id: parentIncomingIdentifier } : {}
  return { merchant_store_id: incomingIdentifier, ...parent }
}

/** Looked at again: between open and settle a coupon may have been used, cancelled or have ended. */
function redeem(scope: Scope, redemption: Redemption, place: Place): AccountTransaction[] {
  const { value } = redemption
  const walletId = place.customer.wallet?.walletId ?? null
  const written = { value, details: place.details, walletId }
  if (redemption.isOpen) {
    const issued = issueOpenOffer(scope, redemption, place)
    return [issued.transaction, writeRedemption(scope, issued.account, written).transaction]
  }
  const account = found(scope.rows.accounts.find(scope.tenant.id, redemption.accountId), 'ACCOUNT_NOT_FOUND')
  const reference = place.opening?.reference ?? null
  const refusal = evaluateRedemption(scope, account, { reference, outlet: place.outlet })
  if (refusal) throw new Refusal(refusal)
  return [writeRedemption(scope, account, written).transaction]
}

function issueOpenOffer(scope: Scope, { campaignId, accountId }: Redemption, place: Place) {
  const campaign = readCampaign(scope, campaignId)
  const refusal = evaluateCampaign(campaign, place.outlet)
  if (!campaign || refusal) throw new Refusal(refusal ?? 'CAMPAIGN_NOT_ACTIVE')
  const isTaken = scope.rows.accounts.find(scope.tenant.id, accountId) !== undefined
  const { wallet } = place.customer
  return issueCoupon(scope, { wallet, campaign, ...(isTaken ? {} : { accountId }) })
}

function gainPoints(scope: Scope, gain: Gain, { customer, details }: Place): AccountTransaction[] {
  const walletId = customer.wallet?.walletId ?? ''
  return [writePurchasePoints(scope, { ...gain, walletId, details }).transaction]
}
