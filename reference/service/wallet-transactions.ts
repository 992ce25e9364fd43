// Wallet transactions: written by settle, spend and refund, found again by id or reference. Only their meta can be changed
// by clients afterwards.
import type { AccountTransaction } from '../model/account-transaction.ts'
import { makeMeta, type MetaInput } from '../model/fields.ts'
import type { Wallet } from '../model/wallet.ts'
import type { WalletTransaction } from '../model/wallet-transaction.ts'
import { takeId } from '../store/collection.ts'
import type { Customer } from './customer.ts'
import type { Location } from './outlets.ts'
import { bringUpToDate } from './passing-time.ts'
import { found } from './refusal.ts'
import type { Scope } from './scope.ts'

/** As it was settled or brought back. */
export type TransactionBasket = {
  readonly summary: Record<string, unknown> & { readonly redemptionChannel?: string | null | undefined }
  readonly contents: readonly Record<string, unknown>[]
}

export type NewTransaction = Pick<WalletTransaction, 'type' | 'status'> & {
  readonly reference: string
  readonly location: Location
  readonly customer: Customer
  readonly accountTransactions: readonly AccountTransaction[]
  readonly basket?: TransactionBasket
  /** An id taken earlier, where something else already names it. */
  readonly walletTransactionId?: string
  readonly parentWalletTransactionId?: string
  readonly expiryDate?: string | null
}

export function writeTransaction(scope: Scope, made: NewTransaction): WalletTransaction {
  const { type, status, reference, expiryDate = null } = made
  const transaction: WalletTransaction = {
    walletTransactionId: made.walletTransactionId ?? takeId(scope.store),
    parentWalletTransactionId: made.parentWalletTransactionId ?? '0',
    ...makeWho(made.customer),
    reference,
    transactionDateTime: scope.now,
    transactionDateTimeOffset: '+00:00',
    type,
    status,
    state: 'ORIGINAL',
    meta: [],
    expiryDate,
    accounts: listTouched(made.accountTransactions),
    ...makeWhat(made.basket),
    location: makeWhere(made.location),
    dateCreated: scope.now,
    lastUpdated: scope.now,
  }
  scope.rows.walletTransactions.insert(scope.tenant.id, transaction.walletTransactionId, transaction)
  return transaction
}

function makeWho({
  wallet,
  identity,
}: Customer): Pick<WalletTransaction, 'walletId' | 'identityId' | 'identity'> {
  return {
    walletId: wallet?.walletId ?? null,
    identityId: identity?.identityId ?? null,
    identity: identity?.value ?? null,
  }
}

function makeWhat(basket: TransactionBasket = emptyBasket): Pick<WalletTransaction, 'basket' | 'channel'> {
  const channel = basket.summary.redemptionChannel ?? 'api'
  return { channel, basket: { ...markDone(basket), payment: [] } }
}

function makeWhere(location: Location): WalletTransaction['location'] {
  return {
    storeId: location.incomingIdentifier,
    storeParentId: location.parentIncomingIdentifier ?? null,
  }
}

const emptyBasket = { contents: [], summary: {} }

function listTouched(entries: readonly AccountTransaction[]): WalletTransaction['accounts'] {
  return entries.map(({ accountId, accountTransactionId }) => ({ accountId, accountTransactionId }))
}

/** Closes an open transaction, with the entries that came of it. */
export function closeTransaction(
  scope: Scope,
  transaction: WalletTransaction,
  closed: Pick<WalletTransaction, 'status'> & {
    readonly entries: readonly AccountTransaction[]
    readonly parentWalletTransactionId?: string | undefined
  },
): WalletTransaction {
  const { status, entries, parentWalletTransactionId = transaction.parentWalletTransactionId } = closed
  const accounts = [...transaction.accounts, ...listTouched(entries)]
  const lastUpdated = scope.now
  const changed = { ...transaction, status, parentWalletTransactionId, accounts, lastUpdated }
  scope.rows.walletTransactions.replace(scope.tenant.id, transaction.walletTransactionId, changed)
  return changed
}

/** The basket's results were a prospect; now they have happened. */
function markDone({
  summary,
  contents,
}: TransactionBasket): Pick<WalletTransaction['basket'], 'summary' | 'contents'> {
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
  const transaction = readTransaction(scope, transactionId)
  const isOwn = transaction?.walletId === wallet.walletId
  return found(isOwn ? transaction : undefined, 'TRANSACTION_NOT_FOUND')
}

/** Any transaction of the tenant, also one of nobody known. */
export function findTransaction(scope: Scope, transactionId: string): WalletTransaction {
  const transaction = readTransaction(scope, transactionId)
  return found(transaction && isShown(scope, transaction) ? transaction : undefined, 'TRANSACTION_NOT_FOUND')
}

/** Of several under one reference the purchase, unless another type is asked for. */
export function findTransactionByReference(
  scope: Scope,
  reference: string,
  type?: WalletTransaction['type'],
): WalletTransaction {
  const shown = listByReference(scope, reference).filter((transaction) => isShown(scope, transaction))
  const wanted = shown.find((transaction) => transaction.type === (type ?? 'SETTLE'))
  const isMistold = type === undefined && scope.faults.has('missing-as-malformed')
  const code = isMistold ? 'INVALID_REQUEST' : 'TRANSACTION_NOT_FOUND'
  return found(wanted ?? (type ? undefined : shown[0]), code)
}

export function listByReference(scope: Scope, reference: string): WalletTransaction[] {
  const transactions = scope.rows.walletTransactions.list(scope.tenant.id, { reference })
  return transactions.map((transaction) => refreshTransaction(scope, transaction))
}

function readTransaction(scope: Scope, transactionId: string): WalletTransaction | undefined {
  const transaction = scope.rows.walletTransactions.find(scope.tenant.id, transactionId)
  return transaction && refreshTransaction(scope, transaction)
}

/** A spend may have lapsed since it was written, which is seen when its account is. */
function refreshTransaction(scope: Scope, transaction: WalletTransaction): WalletTransaction {
  if (transaction.status !== 'ACTIVE' || transaction.expiryDate === null) return transaction
  for (const { accountId } of transaction.accounts) {
    const account = scope.rows.accounts.find(scope.tenant.id, accountId)
    if (account) bringUpToDate(scope, account)
  }
  const { walletTransactionId } = transaction
  return scope.rows.walletTransactions.find(scope.tenant.id, walletTransactionId) ?? transaction
}

/** What belongs to a deleted wallet is gone with it. */
function isShown(scope: Scope, { walletId }: WalletTransaction): boolean {
  if (walletId === null) return true
  const wallet = scope.rows.wallets.find(scope.tenant.id, walletId)
  return wallet !== undefined && wallet.status !== 'DELETED'
}

export function listWalletTransactions(scope: Scope, wallet: Wallet): WalletTransaction[] {
  const transactions = scope.rows.walletTransactions.list(scope.tenant.id, { walletId: wallet.walletId })
  return transactions.map((transaction) => refreshTransaction(scope, transaction))
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
