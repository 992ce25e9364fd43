// Settling a checkout: what open worked out is done, all of it or none, once for each reference, together with the
// spends that pay for it.
import type { SettledBasket } from '../model/basket.ts'
import type { TransactionsAnswer } from '../model/checkout-answers.ts'
import type { Consequences } from '../model/consequences.ts'
import { noTerms, type PurchaseTerms } from '../model/purchase-terms.ts'
import type { WalletTransaction } from '../model/wallet-transaction.ts'
import { takeId } from '../store/collection.ts'
import { applyConsequences, renameCoupons, type Applied } from './apply-consequences.ts'
import { settleSpend, writeVoid, findSpend, type Closed, type SpendKey } from './close-spend.ts'
import { findCustomer, type Customer, type CustomerKey } from './customer.ts'
import { deleteOpening, findOpening, type Opened, type OpeningKey } from './openings.ts'
import { findOutlet, type Location } from './outlets.ts'
import { found } from './refusal.ts'
import { replyOnce } from './replies.ts'
import type { Scope } from './scope.ts'
import { writeTransaction } from './wallet-transactions.ts'

/** An earlier spend, by default the one under the purchase's own reference, and what becomes of it. */
export type EarlierSpend = SpendKey & {
  readonly operationType: 'SETTLE' | 'VOID'
  /** Whether the purchase is to be named as what it paid for. */
  readonly link: boolean
}

export type SettleRequest = CustomerKey & {
  readonly reference: string
  readonly location: Location
  readonly basket: SettledBasket
  readonly walletTransactions: readonly EarlierSpend[]
}

export function settleCheckout(scope: Scope, request: SettleRequest): TransactionsAnswer {
  // The fault forgets that it has been here: neither the reference nor the basket is spent.
  if (scope.faults.has('settle-twice')) return scope.store.write(() => applySettlement(scope, request).answer)
  return replyOnce(scope, { kind: 'SETTLE', reference: request.reference, request }, () => {
    const { answer, opening } = applySettlement(scope, request)
    if (opening) deleteOpening(scope, opening)
    return answer
  })
}

function applySettlement(scope: Scope, request: SettleRequest) {
  const outlet = findOutlet(scope, request.location)
  const customer = findCustomer(scope, request)
  const { opened, opening } = findOpened(scope, request, customer)
  const reference = { opened: opening?.reference ?? null, settled: request.reference }
  const details = makeDetails(request.location)
  const applied = applyConsequences(scope, opened.consequences, { outlet, customer, reference, details })
  const walletTransactionId = takeId(scope.store)
  const spends = request.walletTransactions.map((spend) =>
    closeEarlier(scope, spend, { request, customer, walletTransactionId }),
  )
  const accountTransactions = [...applied.entries, ...spends.flatMap(({ entries }) => entries)]
  const made = { ...request, type: 'SETTLE', status: 'SETTLED', customer, walletTransactionId } as const
  const purchase = writeTransaction(scope, { ...made, accountTransactions: applied.entries })
  writeReceipt(scope, purchase, { opened, applied })
  const answer: TransactionsAnswer = {
    walletTransactions: [purchase, ...spends.map(({ transaction }) => transaction)],
    accountTransactions,
    tierMembershipTransactions: [],
  }
  return { answer, opening }
}

const nothing: Consequences = { redemptions: [], gains: [] }

/** A plain basket is only recorded. An enriched one must be exactly what was opened for this customer. */
function findOpened(
  scope: Scope,
  { basket, reference }: SettleRequest,
  { wallet }: Customer,
): { opened: Opened; opening: OpeningKey | null } {
  if (basket.type === 'STANDARD') {
    const terms: PurchaseTerms = { ...noTerms, basket: { ...basket, type: 'STANDARD' } }
    return { opened: { consequences: nothing, terms }, opening: null }
  }
  const key = { basket, walletId: wallet?.walletId ?? null, reference }
  const opened = found(findOpening(scope, key), 'BASKET_CHANGED')
  return { opened, opening: { ...key, reference: opened.reference } }
}

function makeDetails({ incomingIdentifier, parentIncomingIdentifier }: Location): Record<string, string> {
  const parent = parentIncomingIdentifier ? { merchant_store_parent_id: parentIncomingIdentifier } : {}
  return { merchant_store_id: incomingIdentifier, ...parent }
}

type Purchase = {
  readonly request: SettleRequest
  readonly customer: Customer
  readonly walletTransactionId: string
}

function closeEarlier(
  scope: Scope,
  spend: EarlierSpend,
  { request, customer, walletTransactionId }: Purchase,
): Closed {
  const isNamed = spend.walletTransactionId !== undefined || spend.reference !== undefined
  const key = isNamed ? spend : { reference: request.reference }
  const walletId = customer.wallet?.walletId ?? null
  const parentWalletTransactionId = spend.link ? walletTransactionId : null
  if (spend.operationType === 'VOID') return writeVoid(scope, findSpend(scope, { ...key, walletId }))
  return settleSpend(scope, { ...key, walletId, parentWalletTransactionId })
}

/** Kept for refunds: terms and consequences, with the coupons that were really issued. */
function writeReceipt(
  scope: Scope,
  { walletTransactionId, reference, walletId }: WalletTransaction,
  { opened, applied }: { opened: Opened; applied: Applied },
): void {
  const settledMs = scope.nowMs
  const { terms, consequences } = renameCoupons(opened, applied.issued)
  const receipt = { walletTransactionId, reference, walletId, settledMs, terms, consequences, returned: [] }
  scope.rows.receipts.insert(scope.tenant.id, walletTransactionId, receipt)
}
