// The one place where a balance changes. Account and entry are written together, so that the chain of balances before
// and after has no gap and its sum is the balance.
import type { Balances, StoredAccount } from '../model/account.ts'
import { makeAccountView } from '../model/account.ts'
import type {
  AccountEvent,
  AccountTransaction,
  OperationResult,
  TransactionSource,
} from '../model/account-transaction.ts'
import { makeMeta, type MetaInput } from '../model/fields.ts'
import { takeId } from '../store/collection.ts'
import type { Scope } from './scope.ts'

export type Entry = {
  readonly event: AccountEvent
  readonly value: number
  readonly balances: Balances
  /** What changes on the account besides its balances. */
  readonly changes?: Partial<Pick<StoredAccount, 'status' | 'lock' | 'walletId' | 'book' | 'mergedInto'>>
  readonly details?: MetaInput | undefined
  readonly source?: TransactionSource
  /** When it happened, if not now: what time brings is written when somebody looks. */
  readonly at?: string
}

export type Written = { readonly account: StoredAccount; readonly transaction: AccountTransaction }

/** Works out what an entry would make of the account, without writing it. */
export function makeEntry(scope: Scope, account: StoredAccount, entry: Entry): Written {
  const at = entry.at ?? scope.now
  const transaction: AccountTransaction = {
    accountTransactionId: takeId(scope.store),
    parentAccountTransactionId: '',
    accountId: account.accountId,
    event: entry.event,
    value: entry.value,
    source: entry.source ?? scope.source,
    balancesBefore: account.balances,
    balancesAfter: entry.balances,
    transactionDetails: makeMeta(entry.details),
    properties: [],
    dateCreated: at,
    lastUpdated: at,
  }
  const changed = { ...account, ...entry.changes, balances: entry.balances, lastUpdated: at }
  return { account: changed, transaction }
}

/** Writes an entry and the account it changes. */
export function writeEntry(scope: Scope, account: StoredAccount, entry: Entry): Written {
  return scope.store.write(() => {
    const made = makeEntry(scope, account, entry)
    const { rows, tenant } = scope
    rows.accounts.replace(tenant.id, account.accountId, made.account)
    rows.accountTransactions.insert(tenant.id, made.transaction.accountTransactionId, made.transaction)
    return made
  })
}

/** Writes a new account and the entry it begins with. */
export function writeNewAccount(scope: Scope, account: StoredAccount, empty: Balances): Written {
  return scope.store.write(() => {
    scope.rows.accounts.insert(scope.tenant.id, account.accountId, account)
    const before = { ...account, balances: empty }
    return writeEntry(scope, before, { event: 'CREATE', value: 0, balances: account.balances })
  })
}

/** What an operation answers: its entry, and the account as it now stands. */
export function makeOperationResult(scope: Scope, { account, transaction }: Written): OperationResult {
  return { ...transaction, account: makeAccountView(account, scope.nowMs) }
}
