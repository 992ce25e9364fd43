// What each movement makes of a points account: its balances and its book together, or the refusal of it. Pure, so that
// an open can try what a settle will do.
import { isPoints, type PointsBalances, type StoredAccount } from '../model/account.ts'
import { maxAmount } from '../model/fields.ts'
import {
  addLot,
  emptyBook,
  fitLots,
  takeLots,
  type Hold,
  type Pending,
  type PointsBook,
} from '../model/points-book.ts'
import type { Scheme } from '../model/scheme.ts'
import { Refusal } from './refusal.ts'

export type Purse = { readonly balances: PointsBalances; readonly book: PointsBook }

export function readPurse({ balances, book = emptyBook }: StoredAccount): Purse {
  if (!isPoints(balances)) throw new Refusal('OPERATION_NOT_ALLOWED')
  return { balances, book }
}

/** Points come in, to last until then. */
export function gain({ balances, book }: Purse, points: number, untilMs: number | null): Purse {
  const after = shift(balances, points)
  const lifetime = balances.lifetime + points
  if (Math.max(after.current, lifetime) + balances.pending > maxAmount) throw new Refusal('BALANCE_LIMIT')
  const lots = fitLots(addLot(book.lots, points, untilMs), after.current)
  return { balances: { ...after, lifetime }, book: { ...book, lots } }
}

/** A purchase earned points that have to wait. */
export function gainPending({ balances, book }: Purse, pending: Pending): Purse {
  const waiting = balances.pending + pending.points
  if (Math.max(balances.current, balances.lifetime) + waiting > maxAmount) throw new Refusal('BALANCE_LIMIT')
  return {
    balances: { ...balances, pending: waiting },
    book: { ...book, pending: [...book.pending, pending] },
  }
}

/** Pending points are gone: given back with their purchase, or turned down. */
export function dropPending({ balances, book }: Purse, pending: Pending): Purse {
  return {
    balances: { ...balances, pending: balances.pending - pending.points },
    book: { ...book, pending: book.pending.filter(({ pendingId }) => pendingId !== pending.pendingId) },
  }
}

/** Pending points become the customer's. */
export function release(purse: Purse, pending: Pending): Purse {
  return gain(dropPending(purse, pending), pending.points, pending.untilMs)
}

/** Those that end first go first; the other way round only where a fault asks for it. */
export type TakingOrder = 'first-first' | 'last-first'

/** Points go, whatever a rule says. */
export function take({ balances, book }: Purse, points: number, order: TakingOrder = 'first-first'): Purse {
  const after = shift(balances, -points)
  if (after.current < -maxAmount) throw new Refusal('BALANCE_LIMIT')
  const lots =
    order === 'first-first' ? book.lots : takeLots(book.lots.toReversed(), points).left.toReversed()
  return { balances: after, book: { ...book, lots: fitLots(lots, after.current) } }
}

/** Points that were given by mistake or for what came back: those given then go first, and they never counted. */
export function takeBack({ balances, book }: Purse, points: number, untilMs: number | null): Purse {
  const after = shift(balances, -points)
  const given = book.lots.filter((lot) => lot.untilMs === untilMs)
  const others = book.lots.filter((lot) => lot.untilMs !== untilMs)
  const left = [...takeLots(given, points).left, ...others].sort((a, b) => a.untilMs - b.untilMs)
  const lots = fitLots(left, after.current)
  return { balances: { ...after, lifetime: balances.lifetime - points }, book: { ...book, lots } }
}

/** A debit goes below zero only where the scheme says so, or fills it up again. */
export function debit(purse: Purse, scheme: Scheme, points: number): Purse {
  const mayOverdraw = scheme.negativeBalance || scheme.autoTopUp
  if (points > purse.balances.usable && !mayOverdraw) throw new Refusal('INSUFFICIENT_BALANCE')
  return take(purse, points)
}

/** Fills a balance up to zero. It is no gain of the customer's, so it counts in no lifetime. */
export function topUp({ balances, book }: Purse): { purse: Purse; points: number } {
  const points = Math.max(0, -balances.usable)
  return { purse: { balances: shift(balances, points), book }, points }
}

export type Spending = {
  readonly points: number
  /** As much as is usable, unless a fault thinks otherwise. */
  readonly mayUse?: number
  readonly order?: TakingOrder
}

/** Spending never goes below nothing, whatever a debit may do. */
export function spend(purse: Purse, scheme: Scheme, { points, mayUse, order }: Spending): Purse {
  if (points > (mayUse ?? purse.balances.usable)) throw new Refusal('INSUFFICIENT_BALANCE')
  const { balances, book } = take(purse, points, order)
  return { balances: countSpend(balances, scheme, points), book }
}

/** A locked spend: the points stay, and nobody else can spend them. */
export function hold({ balances, book }: Purse, held: Hold): Purse {
  if (held.points > balances.usable) throw new Refusal('INSUFFICIENT_BALANCE')
  return { balances: moveLocked(balances, held.points), book: { ...book, holds: [...book.holds, held] } }
}

/** A locked spend is given up. */
export function free({ balances, book }: Purse, held: Hold): Purse {
  return { balances: moveLocked(balances, -held.points), book: dropHold(book, held) }
}

/** A spend at once that may still be voided: it keeps what was taken for it. */
export function spendVoidable(purse: Purse, scheme: Scheme, held: Omit<Hold, 'taken' | 'untilMs'>): Purse {
  const { taken } = takeLots(purse.book.lots, held.points)
  const { balances, book } = spend(purse, scheme, held)
  return { balances, book: { ...book, holds: [...book.holds, { ...held, untilMs: null, taken }] } }
}

/** What was spent at once comes back, to last as long as it would have. */
export function giveBack(purse: Purse, scheme: Scheme, held: Hold): Purse {
  const book = dropHold(purse.book, held)
  const balances = countSpend(shift(purse.balances, held.points), scheme, -held.points)
  const lots = held.taken.reduce((all, { points, untilMs }) => addLot(all, points, untilMs), [...book.lots])
  return { balances, book: { ...book, lots } }
}

/** The purchase is settled: nothing more can come back by voiding. */
export function closeHold({ balances, book }: Purse, held: Hold): Purse {
  return { balances, book: dropHold(book, held) }
}

/** The money that points are worth. */
export function evaluateWorth({ rates }: Scheme, points: number): number {
  return Math.floor((points * rates.redemption.value) / rates.redemption.points)
}

function shift(balances: PointsBalances, points: number): PointsBalances {
  return { ...balances, current: balances.current + points, usable: balances.usable + points }
}

function moveLocked(balances: PointsBalances, points: number): PointsBalances {
  return { ...balances, usable: balances.usable - points, locked: balances.locked + points }
}

function countSpend(balances: PointsBalances, scheme: Scheme, points: number): PointsBalances {
  const worth = Math.sign(points) * evaluateWorth(scheme, Math.abs(points))
  return {
    ...balances,
    lifetimeSpend: balances.lifetimeSpend + points,
    lifetimeSpendValue: balances.lifetimeSpendValue + worth,
  }
}

function dropHold(book: PointsBook, { walletTransactionId }: Hold): PointsBook {
  return { ...book, holds: book.holds.filter((other) => other.walletTransactionId !== walletTransactionId) }
}
