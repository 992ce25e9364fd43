// Pending points that customer care does not want to wait for: released before their time, or turned down.
import type { OperationResult } from '../model/account-transaction.ts'
import { renderInstant } from '../model/instant.ts'
import type { Pending } from '../model/points-book.ts'
import { writeAudit } from './audit.ts'
import type { AccountKey } from './coupons.ts'
import { makeOperationResult, writeEntry } from './ledger.ts'
import { dropPending, readPurse, release } from './points-moves.ts'
import { findPointsTarget } from './points-target.ts'
import { found } from './refusal.ts'
import type { Scope } from './scope.ts'
import type { StoredAccount } from '../model/account.ts'

export type PendingView = Pick<Pending, 'pendingId' | 'points' | 'reference'> & {
  readonly releaseDate: string
}

/** What of an account is pending, the soonest first. */
export function listPending(account: StoredAccount): PendingView[] {
  return (account.book?.pending ?? [])
    .toSorted((a, b) => a.releaseMs - b.releaseMs)
    .map(({ pendingId, points, reference, releaseMs }) => ({
      pendingId,
      points,
      reference,
      releaseDate: renderInstant(releaseMs),
    }))
}

export type PendingDecision = AccountKey & {
  readonly pendingId: string
  readonly decision: 'approve' | 'reject'
  readonly reason: string | null
}

/** Decides about pending points: they become the customer's at once, or are gone. */
export function decidePending(scope: Scope, decided: PendingDecision): OperationResult {
  return scope.store.write(() => {
    const { wallet, account } = findPointsTarget(scope, decided, 'earn')
    const all = account.book?.pending ?? []
    const pending = found(
      all.find(({ pendingId }) => pendingId === decided.pendingId),
      'PENDING_NOT_FOUND',
    )
    const isApproved = decided.decision === 'approve'
    const { balances, book } = (isApproved ? release : dropPending)(readPurse(account), pending)
    const { reason } = decided
    const value = pending.points
    const written = writeEntry(scope, account, {
      event: isApproved ? 'RELEASE' : 'REJECT',
      value,
      balances,
      changes: { book },
      details: reason === null ? {} : { reason },
    })
    const { accountId } = account
    const action = isApproved ? 'PENDING_APPROVE' : 'PENDING_REJECT'
    writeAudit(scope, { action, walletId: wallet.walletId, accountId, value, reason })
    return makeOperationResult(scope, written)
  })
}
