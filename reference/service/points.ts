// Points: earned, given, taken and spent, each within what the scheme allows.
import { isPoints, type PointsBalances, type StoredAccount } from '../model/account.ts'
import type { AccountEvent, OperationResult } from '../model/account-transaction.ts'
import { maxAmount, type MetaInput } from '../model/fields.ts'
import { evaluateEarn, type Scheme } from '../model/scheme.ts'
import type { Wallet } from '../model/wallet.ts'
import { findAccount } from './accounts.ts'
import type { AccountKey } from './coupons.ts'
import { makeEntry, makeOperationResult, writeEntry, type Entry, type Written } from './ledger.ts'
import { findOutlet, type Location } from './outlets.ts'
import { Refusal } from './refusal.ts'
import { findScheme, requireSchemeActive } from './schemes.ts'
import type { Scope } from './scope.ts'
import { findActiveWallet } from './wallets.ts'

export const pointsOperations = ['earn', 'credit', 'debit', 'spend', 'goodwill'] as const

export type PointsOperation = (typeof pointsOperations)[number]

export type Move = {
  readonly operation: PointsOperation
  /** So many points, or the amount of a purchase to work them out from. */
  readonly points: { readonly value: number } | { readonly amount: number }
  readonly details?: MetaInput | undefined
  readonly location?: Location | undefined
}

/** Goodwill is a credit; its source tells them apart in the ledger. */
const events = {
  earn: 'EARN',
  credit: 'CREDIT',
  goodwill: 'CREDIT',
  debit: 'DEBIT',
  spend: 'SPEND',
} as const satisfies Record<PointsOperation, AccountEvent>

/** Moves points on an account of an active wallet. */
export function movePoints(scope: Scope, key: AccountKey, move: Move): OperationResult {
  return scope.store.write(() => {
    if (move.location) findOutlet(scope, move.location)
    const wallet = findActiveWallet(scope, key.walletId)
    const account = findAccount(scope, wallet, key.accountId)
    const scheme = findPointsScheme(scope, account)
    requireAllowed(move.operation, { wallet, account, scheme })
    const value = 'value' in move.points ? move.points.value : evaluateEarn(scheme, move.points.amount)
    const written = writeEntry(scope, account, makePointsEntry(account, scheme, { ...move, value }))
    return makeOperationResult(scope, written)
  })
}

export type Goodwill = AccountKey & { readonly points: number; readonly reason: string | null }

/** Customer care's gift, as the dashboard gives it; the ledger keeps the reason. */
export function creditGoodwill(scope: Scope, goodwill: Goodwill): OperationResult {
  const details = goodwill.reason === null ? {} : { reason: goodwill.reason }
  const move = { operation: 'goodwill', points: { value: goodwill.points }, details } as const
  if (!scope.faults.has('goodwill-lost')) return movePoints(scope, goodwill, move)
  return scope.store.write(() => {
    const account = findAccount(scope, findActiveWallet(scope, goodwill.walletId), goodwill.accountId)
    const entry = makePointsEntry(account, findPointsScheme(scope, account), {
      ...move,
      value: goodwill.points,
    })
    return makeOperationResult(scope, makeEntry(scope, account, entry))
  })
}

export type PurchasePoints = AccountKey & {
  readonly operation: 'earn' | 'credit'
  readonly value: number
  readonly details?: MetaInput | undefined
}

/** Writes points that a purchase brought. */
export function writePurchasePoints(scope: Scope, gain: PurchasePoints): Written {
  const wallet = findActiveWallet(scope, gain.walletId)
  const account = findAccount(scope, wallet, gain.accountId)
  const scheme = findPointsScheme(scope, account)
  requireAllowed(gain.operation, { wallet, account, scheme })
  return writeEntry(scope, account, makePointsEntry(account, scheme, gain))
}

function findPointsScheme(scope: Scope, account: StoredAccount): Scheme {
  if (account.type !== 'POINTS') throw new Refusal('OPERATION_NOT_ALLOWED')
  const scheme = findScheme(scope, account.campaignId)
  requireSchemeActive(scope, scheme)
  return scheme
}

function requireAllowed(
  operation: PointsOperation,
  { wallet, account, scheme }: { wallet: Wallet; account: StoredAccount; scheme: Scheme },
): void {
  if (account.status !== 'ACTIVE') throw new Refusal('ACCOUNT_NOT_ACTIVE')
  if (!scheme.services[operation].enabled) throw new Refusal('OPERATION_NOT_ALLOWED')
  const isEarnOnly = wallet.state === 'EARNONLY' || account.state === 'EARNONLY'
  if (operation === 'spend' && isEarnOnly) throw new Refusal('WALLET_EARN_ONLY')
}

type Amount = {
  readonly operation: PointsOperation
  readonly value: number
  readonly details?: MetaInput | undefined
}

function makePointsEntry(account: StoredAccount, scheme: Scheme, amount: Amount): Entry {
  if (!isPoints(account.balances)) throw new Refusal('OPERATION_NOT_ALLOWED')
  const { operation, value, details } = amount
  const balances = evaluateBalances(account.balances, scheme, amount)
  const source = operation === 'goodwill' ? { source: 'GOODWILL' as const } : {}
  return { event: events[operation], value, balances, details, ...source }
}

/** What an operation makes of the balances, or the refusal of it. */
export function evaluateBalances(
  before: PointsBalances,
  scheme: Scheme,
  { operation, value }: Pick<Amount, 'operation' | 'value'>,
): PointsBalances {
  if (operation === 'spend') return spend(before, scheme, value)
  if (operation === 'debit') return debit(before, scheme, value)
  const after = {
    ...before,
    current: before.current + value,
    usable: before.usable + value,
    lifetime: before.lifetime + value,
  }
  if (after.current > maxAmount || after.lifetime > maxAmount) throw new Refusal('BALANCE_LIMIT')
  return after
}

function debit(before: PointsBalances, scheme: Scheme, value: number): PointsBalances {
  if (value > before.usable && !scheme.negativeBalance) throw new Refusal('INSUFFICIENT_BALANCE')
  const after = { ...before, current: before.current - value, usable: before.usable - value }
  if (after.current < -maxAmount) throw new Refusal('BALANCE_LIMIT')
  return after
}

/** Spending never goes below nothing, whatever a debit may do. */
function spend(before: PointsBalances, scheme: Scheme, value: number): PointsBalances {
  const { minimum, maximum, step } = scheme.services.spend
  if (value < minimum || value > maximum || value % step !== 0) {
    throw new Refusal('SPEND_RULE', [`from ${minimum} to ${maximum} in steps of ${step}`])
  }
  if (value > before.usable) throw new Refusal('INSUFFICIENT_BALANCE')
  const { points, value: worth } = scheme.rates.redemption
  return {
    ...before,
    current: before.current - value,
    usable: before.usable - value,
    lifetimeSpend: before.lifetimeSpend + value,
    lifetimeSpendValue: before.lifetimeSpendValue + Math.floor((value * worth) / points),
  }
}
