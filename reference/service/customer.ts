// Who stands at the till: a customer known by an identity or a wallet, or nobody known.
import type { Identity } from '../model/identity.ts'
import type { Wallet } from '../model/wallet.ts'
import { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'
import { findActiveWallet, findWalletByIdentity, findWritableWallet } from './wallets.ts'

export type CustomerKey = {
  readonly identity?: { readonly identityValue: string } | undefined
  readonly walletId?: string | undefined
}

export type Customer =
  | { readonly wallet: Wallet; readonly identity: Identity | null }
  | { readonly wallet: null; readonly identity: null }

export function findCustomer(scope: Scope, { identity: named, walletId }: CustomerKey): Customer {
  if (named) return findIdentified(scope, named.identityValue, walletId)
  if (walletId === undefined) return { wallet: null, identity: null }
  return { wallet: findActiveWallet(scope, walletId), identity: null }
}

/** A card that is lost or suspended is no longer its customer's word. */
function findIdentified(scope: Scope, value: string, walletId: string | undefined): Customer {
  const { wallet, identity } = findWalletByIdentity(scope, value)
  if (walletId !== undefined && walletId !== wallet.walletId) throw new Refusal('WALLET_NOT_FOUND')
  const findServed = scope.faults.has('suspended-at-till') ? findWritableWallet : findActiveWallet
  const active = findServed(scope, wallet.walletId)
  if (identity.status !== 'ACTIVE') throw new Refusal('IDENTITY_NOT_ACTIVE')
  return { wallet: active, identity }
}
