// How a spend ends: settled with the purchase it pays for, voided, or let go with everything else its reference holds.
import type { Account, StoredAccount } from '../model/account.ts'
import { makeAccountView } from '../model/account.ts'
import type { AccountTransaction } from '../model/account-transaction.ts'
import type { TransactionsAnswer } from '../model/checkout-answers.ts'
import { emptyBook, type Hold } from '../model/points-book.ts'
import type { WalletTransaction } from '../model/wallet-transaction.ts'
import { writeEntry } from './ledger.ts'
import { releaseLocks } from './locks.ts'
import { closeHold, free, giveBack, readPurse, spend, type Purse } from './points-moves.ts'
import { found, Refusal } from './refusal.ts'
import { findScheme } from './schemes.ts'
import type { Scope } from './scope.ts'
import {
  closeTransaction,
  findTransaction,
  findTransactionByReference,
  listByReference,
} from './wallet-transactions.ts'

/** A spend by its id, or by the reference it was made under; whose it has to be, where that is known. */
export type SpendKey = {
  readonly walletTransactionId?: string | undefined
  readonly reference?: string | undefined
  readonly walletId?: string | null
}

export function voidSpend(scope: Scope, key: SpendKey): TransactionsAnswer {
  return scope.store.write(() => {
    const closed = writeVoid(scope, findSpend(scope, key))
    return {
      walletTransactions: [closed.transaction],
      accountTransactions: closed.entries,
      tierMembershipTransactions: [],
    }
  })
}

export type Unlocked = {
  readonly walletTransactions: readonly WalletTransaction[]
  readonly accountTransactions: readonly AccountTransaction[]
  readonly accounts: readonly Account[]
}

/** Lets go of everything that a reference holds: coupons, and points of a locked spend. */
export function unlockReference(scope: Scope, reference: string): Unlocked {
  return scope.store.write(() => {
    const coupons = releaseLocks(scope, reference)
    const held = listByReference(scope, reference).filter(isHeld)
    if (coupons.length === 0 && held.length === 0) throw new Refusal('LOCK_NOT_FOUND')
    const closed = held.map((transaction) => writeVoid(scope, transaction))
    return {
      walletTransactions: closed.map(({ transaction }) => transaction),
      accountTransactions: closed.flatMap(({ entries }) => entries),
      accounts: coupons.map((account) => makeAccountView(account, scope.nowMs)),
    }
  })
}

function isHeld({ type, status, expiryDate }: WalletTransaction): boolean {
  return type === 'SPEND' && status === 'ACTIVE' && expiryDate !== null
}

export type Completion = SpendKey & {
  /** The purchase it pays for; null where the two are not to be linked. */
  readonly parentWalletTransactionId: string | null
}

/** The spend of this customer is spent for good. */
export function settleSpend(scope: Scope, completion: Completion): Closed {
  const transaction = findSpend(scope, completion)
  const { account, held } = findHeld(scope, transaction)
  const { parentWalletTransactionId } = completion
  const entries = writeSettledSpend(scope, account, held)
  const linked = parentWalletTransactionId === null ? {} : { parentWalletTransactionId }
  return {
    entries,
    transaction: closeTransaction(scope, transaction, { status: 'SETTLED', entries, ...linked }),
  }
}

export type Closed = {
  readonly transaction: WalletTransaction
  readonly entries: AccountTransaction[]
}

/** What was spent at once is in the ledger already. */
function writeSettledSpend(scope: Scope, account: StoredAccount, held: Hold): AccountTransaction[] {
  const purse = readPurse(account)
  if (held.untilMs === null) {
    const { book } = closeHold(purse, held)
    scope.rows.accounts.replace(scope.tenant.id, account.accountId, { ...account, book })
    return []
  }
  const scheme = findScheme(scope, account.campaignId)
  const { balances, book } = spend(free(purse, held), scheme, held)
  return [
    writeEntry(scope, account, { event: 'SPEND', value: held.points, balances, changes: { book } })
      .transaction,
  ]
}

/** Voids a spend that the caller has found. */
export function writeVoid(scope: Scope, transaction: WalletTransaction): Closed {
  const { account, held } = findHeld(scope, transaction)
  const purse = readPurse(account)
  const isSpent = held.untilMs === null
  const { balances, book } = isSpent
    ? giveBack(purse, findScheme(scope, account.campaignId), held)
    : free(purse, held)
  const entry = {
    event: 'VOID',
    value: held.points,
    ...makeVoided(scope, account, { balances, book }),
  } as const
  const entries = [writeEntry(scope, account, entry).transaction]
  return { entries, transaction: closeTransaction(scope, transaction, { status: 'VOIDED', entries }) }
}

/** The fault forgets what the spend held. */
function makeVoided({ faults }: Scope, account: StoredAccount, { balances, book }: Purse) {
  if (faults.has('void-keeps-lock')) return { balances: account.balances }
  return { balances, changes: { book } }
}

export function findSpend(scope: Scope, key: SpendKey): WalletTransaction {
  const { walletTransactionId, reference = '' } = key
  const transaction =
    walletTransactionId === undefined
      ? findTransactionByReference(scope, reference, 'SPEND')
      : findTransaction(scope, walletTransactionId)
  const isOwn = key.walletId === undefined || key.walletId === transaction.walletId
  if (transaction.type !== 'SPEND' || !isOwn) throw new Refusal('TRANSACTION_NOT_FOUND')
  if (transaction.status !== 'ACTIVE') throw new Refusal('ILLEGAL_TRANSITION')
  return transaction
}

/** The account of an active spend, and what it holds there. */
function findHeld(scope: Scope, transaction: WalletTransaction): { account: StoredAccount; held: Hold } {
  const [touched] = transaction.accounts
  const account = found(
    scope.rows.accounts.find(scope.tenant.id, touched?.accountId ?? ''),
    'ACCOUNT_NOT_FOUND',
  )
  const { holds } = account.book ?? emptyBook
  const held = holds.find(
    ({ walletTransactionId }) => walletTransactionId === transaction.walletTransactionId,
  )
  return { account, held: found(held, 'ILLEGAL_TRANSITION') }
}
