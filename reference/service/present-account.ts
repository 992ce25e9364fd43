// A coupon that somebody shows at a till, by its token or by wallet and account: looked at, held for this outlet, used,
// or let go.
import { isLockedFor, type EnrichedAccount, type StoredAccount } from '../model/account.ts'
import type { OperationResult } from '../model/account-transaction.ts'
import { renderInstant } from '../model/instant.ts'
import type { Outlet } from '../model/tenant.ts'
import type { Wallet } from '../model/wallet.ts'
import { makeEnrichedAccount } from './accounts.ts'
import { evaluateRedemption, findCoupon, writeRedemption } from './coupons.ts'
import { findCustomer, type CustomerKey } from './customer.ts'
import { makeOperationResult } from './ledger.ts'
import { lockCoupon, unlockCoupon } from './locks.ts'
import { findOutlet, type Location } from './outlets.ts'
import { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'
import { readToken } from './tokens.ts'

/** A token, with whoever shows it, or the ids. */
export type Presentation = CustomerKey & {
  readonly token?: string | undefined
  readonly accountId?: string | undefined
  readonly location: Location
}

export type PresentedAccount = {
  readonly account: EnrichedAccount
  readonly token: string | null
  readonly lockedUntil: string | null
}

export function verifyAccount(
  scope: Scope,
  shown: Presentation & { readonly lock: boolean },
): PresentedAccount {
  return scope.store.write(() => {
    const { account, outlet } = findRedeemable(scope, shown)
    if (!shown.lock) return makePresented(scope, account)
    return makePresented(scope, lockCoupon(scope, account, { reference: null, unitId: outlet.unitId }))
  })
}

export function redeemPresented(scope: Scope, shown: Presentation): OperationResult {
  return scope.store.write(() => {
    const { account, wallet } = findRedeemable(scope, shown)
    const written = writeRedemption(scope, account, { value: 0, walletId: wallet?.walletId ?? null })
    return makeOperationResult(scope, written)
  })
}

/** Lets a coupon go, whoever holds it: a till that is gone cannot do it itself. */
export function unlockAccount(scope: Scope, shown: Presentation): PresentedAccount {
  return scope.store.write(() => makePresented(scope, unlockCoupon(scope, findShown(scope, shown).account)))
}

function makePresented(scope: Scope, account: StoredAccount): PresentedAccount {
  const { lock, token } = account
  const isLocked = isLockedFor(account, { reference: null, unitId: null }, scope.nowMs)
  const lockedUntil = lock && isLocked ? renderInstant(lock.untilMs) : null
  return { account: makeEnrichedAccount(scope, account), token, lockedUntil }
}

type Shown = {
  readonly account: StoredAccount
  readonly outlet: Outlet
  readonly wallet: Wallet | null
}

/** A token tells what is wrong with it in its two old codes; ids in those of their operations. */
function findRedeemable(scope: Scope, shown: Presentation): Shown {
  const found = findShown(scope, shown)
  const { account, outlet } = found
  const refusal = evaluateRedemption(scope, account, { reference: null, outlet })
  if (refusal === null) return found
  throw shown.token === undefined ? new Refusal(refusal) : new Refusal('PCEXNV', [refusal])
}

function findShown(scope: Scope, shown: Presentation): Shown {
  const outlet = findOutlet(scope, shown.location)
  const { token, accountId = '', walletId = '' } = shown
  if (token === undefined) {
    const { account, wallet } = findCoupon(scope, { walletId, accountId })
    return { account, outlet, wallet }
  }
  const { wallet } = findCustomer(scope, shown)
  const account = readToken(scope, token, wallet)
  if (typeof account === 'string') throw new Refusal(account)
  return { account, outlet, wallet }
}
