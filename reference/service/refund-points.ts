// Points of a purchase that is undone: taken back whole, also below zero, and earned anew for what is left, as old as
// they were.
import type { StoredAccount } from '../model/account.ts'
import type { AccountTransaction } from '../model/account-transaction.ts'
import type { Consequences } from '../model/consequences.ts'
import type { Receipt } from '../model/receipt.ts'
import type { Scheme } from '../model/scheme.ts'
import { evaluateEnd, makeGainEntry } from './gain-points.ts'
import { writeEntry } from './ledger.ts'
import { bringUpToDate } from './passing-time.ts'
import { fillUp } from './points.ts'
import { dropPending, readPurse, takeBack } from './points-moves.ts'
import { found } from './refusal.ts'
import { findScheme } from './schemes.ts'
import type { Scope } from './scope.ts'
import type { Difference } from './undo-coupons.ts'

/** One entry an account, of everything the purchase had given it. */
export function takeBackPoints(scope: Scope, receipt: Receipt, { before }: Difference): AccountTransaction[] {
  return [...sumGains(before)].flatMap(([accountId, value]) => {
    const { account, scheme } = findGainer(scope, accountId)
    if (!scheme.isRefundable) return []
    return [writeTakingBack(scope, { account, scheme, value }, receipt)]
  })
}

export function regainPoints(
  scope: Scope,
  receipt: Receipt,
  { before, after }: Difference,
): AccountTransaction[] {
  const { reference, settledMs: earnedMs } = receipt
  const entries = after.gains.flatMap(({ accountId, operation, value }) => {
    const gainer = findGainer(scope, accountId)
    if (!gainer.scheme.isRefundable) return []
    const entry = makeGainEntry(scope, gainer, { operation, value, reference, earnedMs })
    return [writeEntry(scope, gainer.account, entry).transaction]
  })
  // Only now is it known what the refund really leaves.
  for (const { accountId } of before.gains) fillUpAccount(scope, accountId)
  return entries
}

function sumGains({ gains }: Consequences): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { accountId, value } of gains) totals.set(accountId, (totals.get(accountId) ?? 0) + value)
  return totals
}

type Gainer = { readonly account: StoredAccount; readonly scheme: Scheme }

/** The account that has the points now: merging may have carried them on. */
function findGainer(scope: Scope, accountId: string): Gainer {
  const account = found(scope.rows.accounts.find(scope.tenant.id, accountId), 'ACCOUNT_NOT_FOUND')
  if (account.mergedInto !== undefined) return findGainer(scope, account.mergedInto)
  return { account: bringUpToDate(scope, account), scheme: findScheme(scope, account.campaignId) }
}

/** What is still pending of the purchase goes first. */
function writeTakingBack(
  scope: Scope,
  { account, scheme, value }: Gainer & { readonly value: number },
  { reference, settledMs }: Receipt,
): AccountTransaction {
  const full = readPurse(account)
  const waiting = full.book.pending.filter((pending) => pending.reference === reference)
  const purse = waiting.reduce(dropPending, full)
  const rest = value - (full.balances.pending - purse.balances.pending)
  const taken = Math.max(0, rest) * (scope.faults.has('refund-takes-twice') ? 2 : 1)
  const { balances, book } = takeBack(purse, taken, evaluateEnd(scope, scheme, settledMs))
  return writeEntry(scope, account, { event: 'REFUND_DEBIT', value, balances, changes: { book } }).transaction
}

function fillUpAccount(scope: Scope, accountId: string): void {
  const { account, scheme } = findGainer(scope, accountId)
  fillUp(scope, scheme, account)
}
