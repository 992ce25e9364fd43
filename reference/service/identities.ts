// Identities: unique within a tenant whatever their case, and taken for ever once they were given.
import { makeMeta } from '../model/fields.ts'
import { identitySteps, type Identity, type IdentityInput, type IdentityStep } from '../model/identity.ts'
import type { Wallet } from '../model/wallet.ts'
import { takeId } from '../store/collection.ts'
import { found, Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'

export function findIdentityByValue(scope: Scope, value: string): Identity | undefined {
  const sql = 'SELECT identity_id FROM identity_key WHERE tenant = ? AND value = ?'
  const row = scope.store.get(sql, scope.tenant.id, makeKey(scope, value))
  return row && scope.rows.identities.find(scope.tenant.id, String(row['identity_id']))
}

/** Adds an identity to a wallet that the caller has found fit to be changed. */
export function createIdentity(scope: Scope, wallet: Wallet, input: IdentityInput): Identity {
  return scope.store.write(() => {
    const identityId = takeId(scope.store)
    const value = input.value ?? `9826${identityId}`
    takeKey(scope, value, identityId)
    const identity: Identity = {
      identityId,
      walletId: wallet.walletId,
      type: input.type,
      friendlyName: input.friendlyName ?? null,
      value,
      safeValue: value.slice(-4).padStart(value.length, '*'),
      secret: null,
      dates: { start: scope.now, end: null },
      meta: makeMeta(input.meta),
      state: input.state ?? 'DEFAULT',
      status: input.status ?? 'ACTIVE',
      dateCreated: scope.now,
      lastUpdated: scope.now,
      mobileWallet: null,
    }
    scope.rows.identities.insert(scope.tenant.id, identityId, identity)
    return identity
  })
}

export function listIdentities(scope: Scope, wallet: Wallet): Identity[] {
  return scope.rows.identities.list(scope.tenant.id, { walletId: wallet.walletId })
}

export function stepIdentity(
  scope: Scope,
  key: { wallet: Wallet; identityId: string },
  step: IdentityStep,
): Identity {
  return scope.store.write(() => {
    const identity = findIdentity(scope, key)
    const { from, to } = identitySteps[step]
    if (!(from as readonly string[]).includes(identity.status)) throw new Refusal('ILLEGAL_TRANSITION')
    const changed: Identity = { ...identity, status: to, lastUpdated: scope.now }
    scope.rows.identities.replace(scope.tenant.id, identity.identityId, changed)
    return changed
  })
}

/** The identity, if it is this wallet's. */
export function findIdentity(scope: Scope, key: { wallet: Wallet; identityId: string }): Identity {
  const identity = scope.rows.identities.find(scope.tenant.id, key.identityId)
  return found(identity?.walletId === key.wallet.walletId ? identity : undefined, 'IDENTITY_NOT_FOUND')
}

function takeKey(scope: Scope, value: string, identityId: string): void {
  if (scope.faults.has('deleted-card-free')) freeDeletedKey(scope, value)
  const sql = 'INSERT OR IGNORE INTO identity_key (tenant, value, identity_id) VALUES (?, ?, ?)'
  const taken = scope.store.run(sql, scope.tenant.id, makeKey(scope, value), Number(identityId))
  if (taken === 0) throw new Refusal('IDENTITY_EXISTS')
}

/** The fault gives a deleted customer's card away. */
function freeDeletedKey(scope: Scope, value: string): void {
  const { walletId = '' } = findIdentityByValue(scope, value) ?? {}
  if (scope.rows.wallets.find(scope.tenant.id, walletId)?.status !== 'DELETED') return
  const sql = 'DELETE FROM identity_key WHERE tenant = ? AND value = ?'
  scope.store.run(sql, scope.tenant.id, makeKey(scope, value))
}

function makeKey(scope: Scope, value: string): string {
  return scope.faults.has('identity-case') ? value : value.normalize('NFC').toLowerCase()
}
