// A wallet's one account of a points scheme.
import type { PointsBalances, StoredAccount } from '../model/account.ts'
import { endless } from '../model/instant.ts'
import type { Scheme } from '../model/scheme.ts'
import type { Wallet } from '../model/wallet.ts'
import { takeId } from '../store/collection.ts'
import { writeNewAccount, type Written } from './ledger.ts'
import { makeAccountBase } from './new-account.ts'
import { Refusal } from './refusal.ts'
import { requireSchemeActive } from './schemes.ts'
import type { Scope } from './scope.ts'

export type PointsRequest = {
  readonly wallet: Wallet
  readonly scheme: Scheme
  readonly state?: 'EARNBURN' | 'EARNONLY' | undefined
  readonly status?: 'ACTIVE' | 'INACTIVE' | undefined
}

export function openPointsAccount(scope: Scope, request: PointsRequest): Written {
  return scope.store.write(() => {
    requireNoAccount(scope, request)
    return writePointsAccount(scope, request)
  })
}

export function requireNoAccount(scope: Scope, { scheme, wallet }: PointsRequest): void {
  requireSchemeActive(scope, scheme)
  const where = { walletId: wallet.walletId, campaignId: scheme.id }
  if (scope.rows.accounts.count(scope.tenant.id, where) > 0) throw new Refusal('ACCOUNT_EXISTS')
}

/** Opens an account that the caller has found the wallet does not have. */
export function writePointsAccount(scope: Scope, { wallet, scheme, status, state }: PointsRequest): Written {
  const account: StoredAccount = {
    ...makeAccountBase(scope, takeId(scope.store), scheme.id),
    walletId: wallet.walletId,
    type: 'POINTS',
    clientType: 'RETAILPOINTS',
    status: status ?? 'ACTIVE',
    state: state ?? 'EARNBURN',
    dates: { start: scope.now, end: endless.account },
    balances: noPoints,
    token: null,
  }
  return writeNewAccount(scope, account, noPoints)
}

const noPoints: PointsBalances = {
  current: 0,
  usable: 0,
  locked: 0,
  lifetime: 0,
  lifetimeSpend: 0,
  lifetimeSpendValue: 0,
  pending: 0,
}
