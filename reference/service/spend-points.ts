// Points spent at a till. A spend is a transaction of its own, ACTIVE until the purchase it pays for is settled: with a
// lock its points are only held until then, without one they are gone at once and can be voided back.
import type { SpendCalculation, TransactionsAnswer } from '../model/checkout-answers.ts'
import { renderInstant } from '../model/instant.ts'
import type { Scheme } from '../model/scheme.ts'
import { takeId } from '../store/collection.ts'
import { findCustomer, type Customer, type CustomerKey } from './customer.ts'
import { writeEntry, type Entry } from './ledger.ts'
import { lockMinutes } from './locks.ts'
import { listPointsHolders } from './offers.ts'
import { findOutlet, type Location } from './outlets.ts'
import { evaluateWorth, hold, readPurse, spendVoidable } from './points-moves.ts'
import { findPointsTarget, type PointsTarget } from './points-target.ts'
import { found, Refusal } from './refusal.ts'
import { replyOnce } from './replies.ts'
import type { Scope } from './scope.ts'
import { requireSpendRule } from './spend-rule.ts'
import { writeTransaction } from './wallet-transactions.ts'

type SpenderKey = CustomerKey & {
  readonly location: Location
  /** Of several points accounts this one; otherwise the first that may be spent from. */
  readonly accountId?: string | undefined
  /** So many points, or as many as are worth this amount. */
  readonly balances?: { readonly current: number } | undefined
  readonly amount?: number | undefined
}

export type SpendRequest = SpenderKey & { readonly reference: string; readonly lock: boolean }

export function spendPoints(scope: Scope, request: SpendRequest): TransactionsAnswer {
  return replyOnce(scope, { kind: 'SPEND', reference: request.reference, request }, () => {
    const { target, customer } = findSpender(scope, request)
    const points = evaluatePoints(target.scheme, request) ?? 0
    requireSpendRule(scope, target.scheme, points)
    const walletTransactionId = takeId(scope.store)
    const untilMs = request.lock ? scope.nowMs + evaluateHoldMs(target.scheme) : null
    const entry = makeSpendEntry(target, { walletTransactionId, points, untilMs })
    const { transaction } = writeEntry(scope, target.account, entry)
    const { reference, location } = request
    const spent = writeTransaction(scope, {
      type: 'SPEND',
      status: 'ACTIVE',
      walletTransactionId,
      reference,
      location,
      customer,
      accountTransactions: [transaction],
      expiryDate: untilMs === null ? null : renderInstant(untilMs),
    })
    return {
      walletTransactions: [spent],
      accountTransactions: [transaction],
      tierMembershipTransactions: [],
    }
  })
}

/** What could be spent, or what a wish comes to; nothing is changed. */
export function calculateSpend(scope: Scope, request: SpenderKey): SpendCalculation {
  const { account, scheme, wallet } = findSpender(scope, request).target
  const { minimum, maximum, step } = scheme.services.spend
  const { usable } = readPurse(account).balances
  const points = evaluatePoints(scheme, request)
  if (points !== null) requireSpendRule(scope, scheme, points)
  if (points !== null && points > usable) throw new Refusal('INSUFFICIENT_BALANCE')
  const most = Math.floor(Math.max(0, Math.min(usable, maximum)) / step) * step
  const makePart = (current: number) => ({ balances: { current }, amount: evaluateWorth(scheme, current) })
  return {
    walletId: wallet.walletId,
    accountId: account.accountId,
    balances: { usable },
    rules: { minimum, maximum, step },
    most: makePart(most < minimum ? 0 : most),
    requested: points === null ? null : makePart(points),
  }
}

function findSpender(scope: Scope, request: SpenderKey): { target: PointsTarget; customer: Customer } {
  findOutlet(scope, request.location)
  const customer = findCustomer(scope, request)
  const walletId = found(customer.wallet?.walletId, 'WALLET_NOT_FOUND')
  const accountId = request.accountId ?? findFirstAccount(scope, customer)
  return { customer, target: findPointsTarget(scope, { walletId, accountId }, 'spend') }
}

function findFirstAccount(scope: Scope, { wallet }: Customer): string {
  const holders = listPointsHolders(scope, wallet)
  const spendable = holders.find(({ scheme }) => scheme.services.spend.enabled)
  return found(spendable ?? holders[0], 'ACCOUNT_NOT_FOUND').accountId
}

/** An amount is paid by as many points as it takes, never by fewer. */
function evaluatePoints({ rates }: Scheme, { balances, amount }: SpenderKey): number | null {
  if (balances) return balances.current
  if (amount === undefined) return null
  return Math.ceil((amount * rates.redemption.points) / rates.redemption.value)
}

function evaluateHoldMs({ timeoutOverride }: Scheme): number {
  return (timeoutOverride ?? lockMinutes) * 60_000
}

type Spent = {
  readonly walletTransactionId: string
  readonly points: number
  readonly untilMs: number | null
}

function makeSpendEntry({ account, scheme }: PointsTarget, spent: Spent): Entry {
  const purse = readPurse(account)
  const isHeld = spent.untilMs !== null
  const { balances, book } = isHeld
    ? hold(purse, { ...spent, taken: [] })
    : spendVoidable(purse, scheme, spent)
  return { event: isHeld ? 'LOCK' : 'SPEND', value: spent.points, balances, changes: { book } }
}
