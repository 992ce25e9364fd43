// Points that a client or customer care moves: earned, given, taken and spent, each within what the scheme allows.
import { isPoints, type StoredAccount } from '../model/account.ts'
import type { OperationResult } from '../model/account-transaction.ts'
import type { MetaInput } from '../model/fields.ts'
import { evaluateEarn, type Scheme } from '../model/scheme.ts'
import { findAccount } from './accounts.ts'
import { chooseRounding } from './adjudicate-basket.ts'
import { writeAudit } from './audit.ts'
import type { AccountKey } from './coupons.ts'
import { makeGainEntry } from './gain-points.ts'
import { makeEntry, makeOperationResult, writeEntry, type Entry } from './ledger.ts'
import { findOutlet, type Location } from './outlets.ts'
import { debit, readPurse, spend, topUp } from './points-moves.ts'
import {
  findPointsScheme,
  findPointsTarget,
  type PointsOperation,
  type PointsTarget,
} from './points-target.ts'
import type { Scope } from './scope.ts'
import { requireSpendRule } from './spend-rule.ts'
import { findActiveWallet } from './wallets.ts'

export type Move = {
  readonly operation: PointsOperation
  /** So many points, or the amount of a purchase to work them out from. */
  readonly points: { readonly value: number } | { readonly amount: number }
  readonly details?: MetaInput | undefined
  readonly location?: Location | undefined
}

/** Moves points on an account of an active wallet. */
export function movePoints(scope: Scope, key: AccountKey, move: Move): OperationResult {
  return scope.store.write(() => writeMove(scope, findMoveTarget(scope, key, move), move))
}

/** What a move is about to change, as it stands now. */
export function findMoveTarget(scope: Scope, key: AccountKey, move: Move): PointsTarget {
  if (move.location) findOutlet(scope, move.location)
  return findPointsTarget(scope, key, move.operation)
}

export function writeMove(scope: Scope, target: PointsTarget, move: Move): OperationResult {
  const { operation, points, details } = move
  const value =
    'value' in points
      ? points.value
      : evaluateEarn(target.scheme, points.amount, chooseRounding(scope.faults))
  const isUnexplained = operation === 'goodwill' && scope.faults.has('goodwill-unexplained')
  const entry = {
    ...makeMoveEntry(scope, target, { operation, value }),
    details: isUnexplained ? undefined : details,
  }
  const written = writeEntry(scope, target.account, entry)
  writeMoveAudit(scope, target, { operation, value, details })
  const account = operation === 'debit' ? fillUp(scope, target.scheme, written.account) : written.account
  return makeOperationResult(scope, { account, transaction: written.transaction })
}

type Amount = { readonly operation: PointsOperation; readonly value: number }

function makeMoveEntry(scope: Scope, target: PointsTarget, { operation, value }: Amount): Entry {
  if (operation === 'spend') return makeSpendEntry(scope, target, value)
  if (operation !== 'debit') return makeGainEntry(scope, target, { operation, value })
  const isAllowed = target.scheme.negativeBalance || scope.faults.has('debit-below-zero')
  const scheme = { ...target.scheme, negativeBalance: isAllowed }
  const { balances, book } = debit(readPurse(target.account), scheme, value)
  return { event: 'DEBIT', value, balances, changes: { book } }
}

function makeSpendEntry(scope: Scope, { account, scheme }: PointsTarget, value: number): Entry {
  requireSpendRule(scope, scheme, value)
  const purse = readPurse(account)
  const { current, usable } = purse.balances
  const mayUse = scope.faults.has('held-spendable') ? current : usable
  const order = scope.faults.has('expiry-youngest-first') ? 'last-first' : 'first-first'
  const { balances, book } = spend(purse, scheme, { points: value, mayUse, order })
  return { event: 'SPEND', value, balances, changes: { book } }
}

/** What people give and take by hand is kept with who did it and why. */
function writeMoveAudit(
  scope: Scope,
  { wallet, account }: PointsTarget,
  { operation, value, details }: Amount & Pick<Move, 'details'>,
): void {
  if (operation === 'earn' || operation === 'spend') return
  const reason = details && !Array.isArray(details) ? (details['reason'] ?? null) : null
  const { accountId } = account
  const { walletId } = wallet
  writeAudit(scope, { action: operation.toUpperCase(), walletId, accountId, value, reason })
}

/** A scheme may fill up what a taking left below zero. */
export function fillUp(scope: Scope, scheme: Scheme, account: StoredAccount): StoredAccount {
  if (!scheme.autoTopUp || !isPoints(account.balances) || account.balances.usable >= 0) return account
  const { purse, points } = topUp(readPurse(account))
  const { balances, book } = purse
  const entry = { event: 'AUTOTOPUP', value: points, balances, changes: { book }, source: 'SYSTEM' } as const
  return writeEntry(scope, account, entry).account
}

export type Goodwill = AccountKey & { readonly points: number; readonly reason: string | null }

/** Customer care's gift, as the dashboard gives it; the ledger keeps the reason. */
export function creditGoodwill(scope: Scope, goodwill: Goodwill): OperationResult {
  const details = goodwill.reason === null ? {} : { reason: goodwill.reason }
  const move = { operation: 'goodwill', points: { value: goodwill.points }, details } as const
  if (!scope.faults.has('goodwill-lost')) return movePoints(scope, goodwill, move)
  return scope.store.write(() => {
    const account = findAccount(scope, findActiveWallet(scope, goodwill.walletId), goodwill.accountId)
    const scheme = findPointsScheme(scope, account)
    const entry = makeGainEntry(scope, { account, scheme }, { operation: 'goodwill', value: goodwill.points })
    return makeOperationResult(scope, makeEntry(scope, account, { ...entry, details }))
  })
}
