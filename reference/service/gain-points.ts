// Points that come in: at once, or pending where the scheme makes what a purchase earns wait. Here it is decided how long
// they last.
import type { StoredAccount } from '../model/account.ts'
import type { AccountEvent } from '../model/account-transaction.ts'
import { evaluateMonthEnd } from '../model/points-book.ts'
import type { Scheme } from '../model/scheme.ts'
import { takeId } from '../store/collection.ts'
import type { Entry } from './ledger.ts'
import { gain, gainPending, readPurse, type Purse } from './points-moves.ts'
import type { Scope } from './scope.ts'

export type Gained = {
  readonly operation: 'earn' | 'credit' | 'goodwill'
  readonly value: number
  /** The purchase that brought them, if one did. */
  readonly reference?: string | null
  /** When they were earned, if not now: what is earned anew after a refund keeps its age. */
  readonly earnedMs?: number
}

const dayMs = 24 * 3600 * 1000

/** Goodwill is a credit; its source tells them apart in the ledger. */
const events = { earn: 'EARN', credit: 'CREDIT', goodwill: 'CREDIT' } as const satisfies Record<
  Gained['operation'],
  AccountEvent
>

export function makeGainEntry(
  scope: Scope,
  { account, scheme }: { account: StoredAccount; scheme: Scheme },
  gained: Gained,
): Entry {
  const { balances, book } = evaluateGain(scope, { purse: readPurse(account), scheme }, gained)
  const { operation, value } = gained
  const source = operation === 'goodwill' ? { source: 'GOODWILL' as const } : {}
  return { event: events[operation], value, balances, changes: { book }, ...source }
}

function evaluateGain(
  scope: Scope,
  { purse, scheme }: { purse: Purse; scheme: Scheme },
  { operation, value, reference = null, earnedMs = scope.nowMs }: Gained,
): Purse {
  const untilMs = evaluateEnd(scope, scheme, earnedMs)
  const { enabled, days } = scheme.pendingPoints
  const releaseMs = earnedMs + days * dayMs
  const isDue = releaseMs <= scope.nowMs || scope.faults.has('pending-at-once')
  const mustWait = operation === 'earn' && enabled && value > 0 && !isDue
  if (!mustWait) return gain(purse, value, untilMs)
  return gainPending(purse, { pendingId: takeId(scope.store), points: value, releaseMs, untilMs, reference })
}

/** Until when points last that were earned then; null where the scheme lets them last for ever. */
export function evaluateEnd(
  { tenant, faults }: Scope,
  { services }: Scheme,
  earnedMs: number,
): number | null {
  const { enabled, months } = services.expiryPoints
  if (!enabled) return null
  const zone = faults.has('expiry-in-utc') ? 'UTC' : tenant.zone
  // The fault ends a month where it begins.
  return evaluateMonthEnd(earnedMs, faults.has('expiry-early') ? months - 1 : months, zone)
}
