// The points account that something is about to happen to, with what decides whether it may.
import type { StoredAccount } from '../model/account.ts'
import type { Scheme } from '../model/scheme.ts'
import type { Wallet } from '../model/wallet.ts'
import { findAccount } from './accounts.ts'
import type { AccountKey } from './coupons.ts'
import { Refusal } from './refusal.ts'
import { findScheme, requireSchemeActive } from './schemes.ts'
import type { Scope } from './scope.ts'
import { findActiveWallet } from './wallets.ts'

export const pointsOperations = ['earn', 'credit', 'debit', 'spend', 'goodwill'] as const

export type PointsOperation = (typeof pointsOperations)[number]

export type PointsTarget = {
  readonly wallet: Wallet
  readonly account: StoredAccount
  readonly scheme: Scheme
}

/** The account of an active wallet, if the operation is one that wallet, account and scheme allow. */
export function findPointsTarget(scope: Scope, key: AccountKey, operation: PointsOperation): PointsTarget {
  const wallet = findActiveWallet(scope, key.walletId)
  const account = findAccount(scope, wallet, key.accountId)
  const target = { wallet, account, scheme: findPointsScheme(scope, account) }
  requireAllowed(operation, target)
  return target
}

export function findPointsScheme(scope: Scope, account: StoredAccount): Scheme {
  if (account.type !== 'POINTS') throw new Refusal('OPERATION_NOT_ALLOWED')
  const scheme = findScheme(scope, account.campaignId)
  requireSchemeActive(scope, scheme)
  return scheme
}

export function requireAllowed(operation: PointsOperation, { wallet, account, scheme }: PointsTarget): void {
  if (account.status !== 'ACTIVE') throw new Refusal('ACCOUNT_NOT_ACTIVE')
  if (!scheme.services[operation].enabled) throw new Refusal('OPERATION_NOT_ALLOWED')
  const isEarnOnly = wallet.state === 'EARNONLY' || account.state === 'EARNONLY'
  if (operation === 'spend' && isEarnOnly) throw new Refusal('WALLET_EARN_ONLY')
}
