// The entries of several accounts as one ledger, in the order of writing.
import type { EnrichedAccount } from '../../../model/account.ts'
import type { AccountTransaction } from '../../../model/account-transaction.ts'
import { listAccountTransactions } from '../../../service/accounts.ts'
import type { Scope } from '../../../service/scope.ts'

export type LedgerEntry = { readonly account: EnrichedAccount; readonly transaction: AccountTransaction }

/** Newest first. Ids are given in the order of writing; dates would tie, and a clock can be put back. */
export function listLedgerEntries(scope: Scope, accounts: readonly EnrichedAccount[]): LedgerEntry[] {
  const entries = accounts.flatMap((account) =>
    listAccountTransactions(scope, account.accountId).map((transaction) => ({ account, transaction })),
  )
  return entries.sort((a, b) => readOrder(b) - readOrder(a))
}

function readOrder({ transaction }: LedgerEntry): number {
  return Number(transaction.accountTransactionId)
}
