// Items come back: the purchase is undone as a whole and worked out anew for what is left of it, on the terms it was
// opened on. So nobody keeps a discount or points by buying more than they mean to keep.
import type { AccountTransaction } from '../model/account-transaction.ts'
import type { TransactionsAnswer } from '../model/checkout-answers.ts'
import { makeConsequences } from '../model/consequences.ts'
import type { Receipt } from '../model/receipt.ts'
import { addReturned, makeRemaining, type ReturnedBasket } from '../model/returned-basket.ts'
import { adjudicateBasket } from './adjudicate-basket.ts'
import { findCustomer, type Customer, type CustomerKey } from './customer.ts'
import { followMerges } from './merge-wallets.ts'
import { findOutlet, type Location } from './outlets.ts'
import { regainPoints, takeBackPoints } from './refund-points.ts'
import { found, Refusal } from './refusal.ts'
import { replyOnce } from './replies.ts'
import type { Scope } from './scope.ts'
import { reapplyCoupons, reverseCoupons, type Difference } from './undo-coupons.ts'
import { findTransactionByReference, writeTransaction } from './wallet-transactions.ts'
import { findActiveWallet } from './wallets.ts'

export type RefundRequest = CustomerKey & {
  readonly reference: string
  readonly location: Location
  readonly originalTransaction: { readonly reference: string }
  readonly basket: ReturnedBasket
}

export function refundCheckout(scope: Scope, request: RefundRequest): TransactionsAnswer {
  return replyOnce(scope, { kind: 'REFUND', reference: request.reference, request }, () => {
    findOutlet(scope, request.location)
    const receipt = findReceipt(scope, request.originalTransaction.reference)
    const customer = findBuyer(scope, request, receipt)
    const { reference, location, basket } = request
    const accountTransactions = applyReturn(scope, receipt, basket)
    const refund = writeTransaction(scope, {
      type: 'REFUND',
      status: 'SETTLED',
      reference,
      location,
      basket,
      customer,
      accountTransactions,
      parentWalletTransactionId: receipt.walletTransactionId,
    })
    return { walletTransactions: [refund], accountTransactions, tierMembershipTransactions: [] }
  })
}

function findReceipt(scope: Scope, reference: string): Receipt {
  const { walletTransactionId } = findTransactionByReference(scope, reference, 'SETTLE')
  return found(scope.rows.receipts.find(scope.tenant.id, walletTransactionId), 'TRANSACTION_NOT_FOUND')
}

/** Whoever bought it, also where their wallet has been merged since; another customer's purchase is unknown. */
function findBuyer(scope: Scope, request: RefundRequest, { walletId }: Receipt): Customer {
  const named = findCustomer(scope, request)
  if (walletId === null) {
    if (named.wallet) throw new Refusal('TRANSACTION_NOT_FOUND')
    return named
  }
  const wallet = findActiveWallet(scope, followMerges(scope, walletId))
  if (named.wallet === null) return { wallet, identity: null }
  if (named.wallet.walletId !== wallet.walletId) throw new Refusal('TRANSACTION_NOT_FOUND')
  return named
}

function applyReturn(scope: Scope, receipt: Receipt, basket: ReturnedBasket): AccountTransaction[] {
  const { terms, consequences: before } = receipt
  const returned = addReturned(terms.basket, receipt.returned, basket)
  if (!returned && !scope.faults.has('refund-unlimited')) throw new Refusal('OVER_REFUND')
  const left = makeRemaining(terms.basket, returned ?? receipt.returned)
  const { offers: candidates, holders } = terms
  const after = makeConsequences(adjudicateBasket(scope, { basket: left, candidates, holders }))
  scope.rows.receipts.replace(scope.tenant.id, receipt.walletTransactionId, {
    ...receipt,
    returned: returned ?? receipt.returned,
    consequences: after,
  })
  return writeDifference(scope, receipt, { before, after })
}

/** Everything back, then what is left: in this order, so that each ledger tells the same story. */
function writeDifference(scope: Scope, receipt: Receipt, difference: Difference): AccountTransaction[] {
  const forgetsCoupons = scope.faults.has('refund-keeps-coupon')
  return [
    ...(forgetsCoupons ? [] : reverseCoupons(scope, difference)),
    ...takeBackPoints(scope, receipt, difference),
    ...regainPoints(scope, receipt, difference),
    ...(forgetsCoupons ? [] : reapplyCoupons(scope, difference)),
  ]
}
