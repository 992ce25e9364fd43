// What time does to points: pending ones are released, old ones expire, locked spends lapse. Nobody is awake for it, so
// it is written when somebody next looks, as entries of the moment it was due, and once however many look at once.
import type { StoredAccount } from '../model/account.ts'
import type { AccountEvent } from '../model/account-transaction.ts'
import { renderInstant } from '../model/instant.ts'
import { findDue, type Due } from '../model/points-book.ts'
import { writeEntry } from './ledger.ts'
import { free, readPurse, release, take, type Purse } from './points-moves.ts'
import { found } from './refusal.ts'
import type { Scope } from './scope.ts'

/** The account as time has left it. */
export function bringUpToDate(scope: Scope, account: StoredAccount): StoredAccount {
  if (!findNextDue(scope, account)) return account
  return scope.store.write(() => {
    // Read again: another instance may have been here since.
    let current = found(scope.rows.accounts.find(scope.tenant.id, account.accountId), 'ACCOUNT_NOT_FOUND')
    let due = findNextDue(scope, current)
    while (due) {
      current = writeDue(scope, current, due)
      due = findNextDue(scope, current)
    }
    return current
  })
}

function findNextDue(scope: Scope, account: StoredAccount): Due | null {
  if (account.type !== 'POINTS' || account.book === undefined) return null
  return findDue(account.book, readPurse(account).balances.usable, scope.nowMs)
}

function writeDue(scope: Scope, account: StoredAccount, due: Due): StoredAccount {
  const { event, points, purse } = evaluateDue(readPurse(account), due)
  const { balances, book } = purse
  // Never before the entry that stands before it.
  const atMs = Math.max(due.atMs, Date.parse(account.lastUpdated))
  const at = renderInstant(atMs)
  if (due.kind === 'lapse') closeTransaction(scope, due.hold.walletTransactionId, at)
  const entry = { event, value: points, balances, changes: { book }, source: 'SYSTEM' as const, at }
  return writeEntry(scope, account, entry).account
}

type Brought = { readonly event: AccountEvent; readonly points: number; readonly purse: Purse }

function evaluateDue(purse: Purse, due: Due): Brought {
  switch (due.kind) {
    case 'lapse':
      return { event: 'VOID', points: due.hold.points, purse: free(purse, due.hold) }
    case 'release':
      return { event: 'RELEASE', points: due.pending.points, purse: release(purse, due.pending) }
    case 'expiry':
      return { event: 'EXPIRY', points: due.points, purse: take(purse, due.points) }
  }
}

/** The spend whose lock lapsed is over with it. */
function closeTransaction(scope: Scope, walletTransactionId: string, at: string): void {
  const { walletTransactions } = scope.rows
  const transaction = walletTransactions.find(scope.tenant.id, walletTransactionId)
  if (!transaction) return
  const changed = { ...transaction, status: 'VOIDED' as const, lastUpdated: at }
  walletTransactions.replace(scope.tenant.id, walletTransactionId, changed)
}
