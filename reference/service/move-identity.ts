// An identity of one wallet becomes another's: its value stays as it is and leads there from now on.
import type { Identity } from '../model/identity.ts'
import type { Wallet } from '../model/wallet.ts'
import { findIdentity } from './identities.ts'
import { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'
import { findWritableWallet } from './wallets.ts'

/** Moves an identity of a wallet that the caller has found fit to be changed. */
export function moveIdentity(
  scope: Scope,
  key: { readonly wallet: Wallet; readonly identityId: string },
  targetId: string,
): Identity {
  return scope.store.write(() => {
    const identity = findIdentity(scope, key)
    const { walletId } = findWritableWallet(scope, targetId)
    if (walletId === key.wallet.walletId) throw new Refusal('ILLEGAL_TRANSITION')
    const moved: Identity = { ...identity, walletId, lastUpdated: scope.now }
    scope.rows.identities.replace(scope.tenant.id, identity.identityId, moved)
    return moved
  })
}
