// What every service function stands on: the store, the faults, and on whose behalf and at which instant it works.
import type { StoredAccount } from '../model/account.ts'
import type { AccountTransaction, TransactionSource } from '../model/account-transaction.ts'
import type { Campaign } from '../model/campaign.ts'
import type { Consumer } from '../model/consumer.ts'
import type { PlatformEvent } from '../model/event.ts'
import type { Identity } from '../model/identity.ts'
import { renderInstant } from '../model/instant.ts'
import type { Scheme } from '../model/scheme.ts'
import type { Tenant } from '../model/tenant.ts'
import type { WalletTransaction } from '../model/wallet-transaction.ts'
import type { Wallet } from '../model/wallet.ts'
import type { Faults } from '../faults/faults.ts'
import { readNow } from '../store/clock.ts'
import { makeCollection, type Collection } from '../store/collection.ts'
import type { Store } from '../store/open-store.ts'
import type { AuditEntry } from '../model/audit-entry.ts'
import type { Job } from '../model/job.ts'
import type { Receipt } from '../model/receipt.ts'

export type Rows = {
  readonly wallets: Collection<Wallet>
  readonly identities: Collection<Identity>
  readonly consumers: Collection<Consumer>
  readonly accounts: Collection<StoredAccount>
  readonly accountTransactions: Collection<AccountTransaction>
  readonly walletTransactions: Collection<WalletTransaction>
  readonly campaigns: Collection<Campaign>
  readonly schemes: Collection<Scheme>
  readonly audit: Collection<AuditEntry>
  readonly jobs: Collection<Job>
  readonly receipts: Collection<Receipt>
  readonly events: Collection<PlatformEvent>
}

/** What an instance holds open for as long as it runs. */
export type Platform = {
  readonly store: Store
  readonly rows: Rows
  readonly faults: Faults
  /** How often each client has asked this instance of late. */
  readonly requests: Map<string, { readonly startedMs: number; readonly count: number }>
}

/** On whose behalf a call works: a client by its id, or somebody of the dashboard by name. */
export type Caller = { readonly source: TransactionSource; readonly actor: string }

/** One call: a tenant's, at an instant of that tenant's clock. */
export type Scope = Platform &
  Caller & {
    readonly tenant: Tenant
    readonly nowMs: number
    /** The same instant as the platform writes it. */
    readonly now: string
  }

export function makePlatform(store: Store, faults: Faults): Platform {
  return {
    store,
    faults,
    requests: new Map(),
    rows: {
      wallets: makeCollection(store, 'wallet'),
      identities: makeCollection(store, 'identity'),
      consumers: makeCollection(store, 'consumer'),
      accounts: makeCollection(store, 'account'),
      accountTransactions: makeCollection(store, 'account_transaction'),
      walletTransactions: makeCollection(store, 'wallet_transaction'),
      campaigns: makeCollection(store, 'campaign'),
      schemes: makeCollection(store, 'scheme'),
      audit: makeCollection(store, 'audit'),
      jobs: makeCollection(store, 'job'),
      receipts: makeCollection(store, 'receipt'),
      events: makeCollection(store, 'event'),
    },
  }
}

/**
 * Opens the scope of one call. The dashboard opens one with the source `API` too; goodwill names itself. A bare source
 * is the platform's own work, which nobody in person asked for.
 */
export function openScope(platform: Platform, tenant: Tenant, caller: TransactionSource | Caller): Scope {
  const nowMs = readNow(platform.store, tenant.id)
  const by = typeof caller === 'string' ? { source: caller, actor: 'platform' } : caller
  return { ...platform, tenant, nowMs, now: renderInstant(nowMs), ...by }
}

/** The same call later: what had to wait for its turn happens when it gets it, so that later entries have later times. */
export function renewTime(scope: Scope): Scope {
  const nowMs = readNow(scope.store, scope.tenant.id)
  return { ...scope, nowMs, now: renderInstant(nowMs) }
}
