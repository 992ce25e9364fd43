// Wallets: made, found, changed along their status steps, and deleted for good while their identities stay taken.
import { makeMeta, type MetaInput } from '../model/fields.ts'
import type { Identity, IdentityInput } from '../model/identity.ts'
import { tenants } from '../model/tenant.ts'
import { walletSteps, type Wallet, type WalletPatch, type WalletStep } from '../model/wallet.ts'
import { takeId } from '../store/collection.ts'
import { listWalletsByConsumer } from './consumers.ts'
import { createIdentity, findIdentityByValue } from './identities.ts'
import { found, Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'

export type NewWallet = {
  readonly type?: Wallet['type'] | undefined
  readonly status?: 'ACTIVE' | 'INACTIVE' | 'SUSPENDED' | undefined
  readonly state?: Wallet['state'] | undefined
  readonly friendlyName?: string | null | undefined
  readonly meta?: MetaInput | undefined
  readonly identities?: readonly IdentityInput[] | undefined
}

export function createWallet(scope: Scope, input: NewWallet): { wallet: Wallet; identities: Identity[] } {
  return scope.store.write(() => {
    const wallet: Wallet = {
      walletId: takeId(scope.store),
      friendlyName: input.friendlyName ?? null,
      status: input.status ?? 'ACTIVE',
      type: input.type ?? 'CONSUMER',
      state: input.state ?? 'DEFAULT',
      meta: makeMeta(input.meta),
      dateCreated: scope.now,
      lastUpdated: scope.now,
      relationships: [],
    }
    scope.rows.wallets.insert(scope.tenant.id, wallet.walletId, wallet)
    const identities = (input.identities ?? []).map((identity) => createIdentity(scope, wallet, identity))
    return { wallet, identities }
  })
}

/** The tenant's wallet. A deleted one and another tenant's one are refused exactly as an unknown one. */
export function findWallet(scope: Scope, walletId: string): Wallet {
  const wallet = scope.faults.has('tenant-leak')
    ? tenants.map(({ id }) => scope.rows.wallets.find(id, walletId)).find((other) => other !== undefined)
    : scope.rows.wallets.find(scope.tenant.id, walletId)
  return found(wallet?.status === 'DELETED' ? undefined : wallet, 'WALLET_NOT_FOUND')
}

/** The wallet to be changed: what is terminated or merged can only be read. */
export function findWritableWallet(scope: Scope, walletId: string): Wallet {
  const wallet = findWallet(scope, walletId)
  const isReadOnly = wallet.status === 'TERMINATED' || wallet.status === 'MERGED'
  if (isReadOnly && !scope.faults.has('terminated-writable')) throw new Refusal('WALLET_TERMINATED')
  return wallet
}

/** The wallet whose coupons and points may move: only an active one. */
export function findActiveWallet(scope: Scope, walletId: string): Wallet {
  const wallet = findWritableWallet(scope, walletId)
  if (wallet.status === 'SUSPENDED' || wallet.status === 'INACTIVE') throw new Refusal('WALLET_NOT_ACTIVE')
  return wallet
}

export function findWalletByIdentity(scope: Scope, value: string): { wallet: Wallet; identity: Identity } {
  const identity = found(findIdentityByValue(scope, value), 'WALLET_NOT_FOUND')
  return { identity, wallet: findWallet(scope, identity.walletId) }
}

export function changeWallet(scope: Scope, walletId: string, patch: WalletPatch): Wallet {
  return scope.store.write(() => {
    const wallet = findWritableWallet(scope, walletId)
    const { friendlyName = wallet.friendlyName, meta } = patch
    return writeWallet(scope, { ...wallet, friendlyName, meta: meta ? makeMeta(meta) : wallet.meta })
  })
}

export function changeWalletState(scope: Scope, walletId: string, state: Wallet['state']): Wallet {
  return scope.store.write(() => writeWallet(scope, { ...findWritableWallet(scope, walletId), state }))
}

export function stepWallet(scope: Scope, walletId: string, step: WalletStep): Wallet {
  return scope.store.write(() => {
    const wallet = findWritableWallet(scope, walletId)
    const { from, to } = walletSteps[step]
    if (!(from as readonly string[]).includes(wallet.status)) throw new Refusal('ILLEGAL_TRANSITION')
    return writeWallet(scope, { ...wallet, status: to })
  })
}

/** There is no way back. The identities stay behind, so that nobody else can take the customer's card number. */
export function deleteWallet(scope: Scope, walletId: string): void {
  scope.store.write(() => {
    writeWallet(scope, { ...findWritableWallet(scope, walletId), status: 'DELETED' })
  })
}

export function writeWallet(scope: Scope, wallet: Wallet): Wallet {
  const changed = { ...wallet, lastUpdated: scope.now }
  scope.rows.wallets.replace(scope.tenant.id, wallet.walletId, changed)
  return changed
}

/** Customer care's search: by wallet id, transaction reference, account id, token, identity value, or the person. */
export function searchWallets(scope: Scope, text: string): Wallet[] {
  const { accounts, walletTransactions, wallets } = scope.rows
  const tenant = scope.tenant.id
  const ids = [
    text,
    findIdentityByValue(scope, text)?.walletId,
    accounts.find(tenant, text)?.walletId,
    ...accounts.list(tenant, { token: text }).map(({ walletId }) => walletId),
    ...walletTransactions.list(tenant, { reference: text }).map(({ walletId }) => walletId),
    ...listWalletsByConsumer(scope, text),
  ]
  const unique = new Set(ids.filter((id) => id !== undefined && id !== null))
  return [...unique].flatMap((id) => {
    const wallet = wallets.find(tenant, id)
    return wallet && wallet.status !== 'DELETED' ? [wallet] : []
  })
}
