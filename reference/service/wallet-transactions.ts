// Wallet transactions: written by settle, found again by id or reference, and only their meta can be changed afterwards.
import type { AccountTransaction } from '../model/account-transaction.ts'
import type { SettledBasket } from '../model/basket.ts'
import { makeMeta, type MetaInput } from '../model/fields.ts'
import type { Wallet } from '../model/wallet.ts'
import type { WalletTransaction } from '../model/wallet-transaction.ts'
import { takeId } from '../store/collection.ts'
import type { Customer } from './customer.ts'
import type { Location } from './outlets.ts'
import { found } from './refusal.ts'
import type { Scope } from './scope.ts'

export type Settled = {
  readonly reference: string
  readonly location: Location
  readonly basket: SettledBasket
  readonly customer: Customer
  readonly accountTransactions: readonly AccountTransaction[]
}

export function writeSettledTransaction(scope: Scope, settled: Settled): WalletTransaction {
  const { wallet, identity } = settled.customer
  const transaction: WalletTransaction = {
    walletTransactionId: takeId(scope.store),
    parentWalletTransactionId: '0',
    walletId: wallet?.walletId ?? null,
    reference: settled.reference,
    transactionDateTime: scope.now,
    transactionDateTimeOffset: '+00:00',
    identityId: identity?.identityId ?? null,
    identity: identity?.value ?? null,
    type: 'SETTLE',
    status: 'SETTLED',
    state: 'ORIGINAL',
    meta: [],
    expiryDate: null,
    accounts: settled.accountTransactions.map(({ accountId, accountTransactionId }) => ({
      accountId,
      accountTransactionId,
    })),
    basket: { ...markDone(settled.basket), payment: [] },
    channel: settled.basket.summary.redemptionChannel ?? 'api',
    location: {
      storeId: settled.location.incomingIdentifier,
      storeParentId: settled.location.parentIncomingIdentifier ?? null,
    },
    dateCreated: scope.now,
    lastUpdated: scope.now,
  }
  scope.rows.walletTransactions.insert(scope.tenant.id, transaction.walletTransactionId, transaction)
  return transaction
}

/** The basket's results were a prospect; now they have happened. */
function markDone({
  summary,
  contents,
}: SettledBasket): Pick<WalletTransaction['basket'], 'summary' | 'contents'> {
  return { summary: markResults(summary), contents: contents.map(markResults) }
}

function markResults(part: Record<string, unknown>): Record<string, unknown> {
  const marked = ['adjustmentResults', 'adjudicationResults'].flatMap((name) => {
    const results = part[name]
    return Array.isArray(results) ? [[name, results.map(markResult)] as const] : []
  })
  return { ...part, ...Object.fromEntries(marked) }
}

function markResult(result: unknown): unknown {
  return typeof result === 'object' && result !== null ? { ...result, success: true } : result
}

/** The transaction, if it is this wallet's. */
export function findWalletTransaction(
  scope: Scope,
  wallet: Wallet,
  transactionId: string,
): WalletTransaction {
  const transaction = scope.rows.walletTransactions.find(scope.tenant.id, transactionId)
  const isOwn = transaction?.walletId === wallet.walletId
  return found(isOwn ? transaction : undefined, 'TRANSACTION_NOT_FOUND')
}

/** Any transaction of the tenant, also one of nobody known. */
export function findTransaction(scope: Scope, transactionId: string): WalletTransaction {
  const transaction = scope.rows.walletTransactions.find(scope.tenant.id, transactionId)
  return found(transaction && isShown(scope, transaction) ? transaction : undefined, 'TRANSACTION_NOT_FOUND')
}

export function findTransactionByReference(scope: Scope, reference: string): WalletTransaction {
  const transactions = scope.rows.walletTransactions.list(scope.tenant.id, { reference })
  return found(
    transactions.find((transaction) => isShown(scope, transaction)),
    'TRANSACTION_NOT_FOUND',
  )
}

/** What belongs to a deleted wallet is gone with it. */
function isShown(scope: Scope, { walletId }: WalletTransaction): boolean {
  if (walletId === null) return true
  const wallet = scope.rows.wallets.find(scope.tenant.id, walletId)
  return wallet !== undefined && wallet.status !== 'DELETED'
}

export function listWalletTransactions(scope: Scope, wallet: Wallet): WalletTransaction[] {
  return scope.rows.walletTransactions.list(scope.tenant.id, { walletId: wallet.walletId })
}

export function changeTransactionMeta(
  scope: Scope,
  transactionId: string,
  meta: MetaInput,
): WalletTransaction {
  return scope.store.write(() => {
    const known = findTransaction(scope, transactionId)
    const state = 'MODIFIED' as const
    const changed: WalletTransaction = { ...known, meta: makeMeta(meta), state, lastUpdated: scope.now }
    scope.rows.walletTransactions.replace(scope.tenant.id, transactionId, changed)
    return changed
  })
}
