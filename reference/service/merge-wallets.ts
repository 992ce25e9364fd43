// Two wallets become one: the victim's identities, coupons and points are the survivor's from now on, and the victim can
// only be read. Points move as two entries, so that both ledgers still add up.
import type { StoredAccount } from '../model/account.ts'
import { addLot, emptyBook, fitLots, type PointsBook } from '../model/points-book.ts'
import type { Wallet } from '../model/wallet.ts'
import { listStoredAccounts } from './accounts.ts'
import { findConsumer } from './consumers.ts'
import { listIdentities } from './identities.ts'
import { writeEntry, type Entry } from './ledger.ts'
import { readPurse, type Purse } from './points-moves.ts'
import { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'
import { findWritableWallet, writeWallet } from './wallets.ts'
import { maxAmount } from '../model/fields.ts'

export type Merge = { readonly victimId: string; readonly survivorId: string }

export function mergeWallets(scope: Scope, { victimId, survivorId }: Merge): Wallet {
  return scope.store.write(() => {
    const victim = findWritableWallet(scope, victimId)
    const survivor = findWritableWallet(scope, survivorId)
    if (victim.walletId === survivor.walletId) throw new Refusal('ILLEGAL_TRANSITION')
    moveBelongings(scope, victim, survivor)
    const own = listStoredAccounts(scope, survivor)
    for (const account of listStoredAccounts(scope, victim)) giveAccount(scope, account, { survivor, own })
    writeWallet(scope, { ...victim, status: 'MERGED', relationships: { survivor: [survivor.walletId] } })
    return writeWallet(scope, { ...survivor, relationships: addDonor(survivor, victim.walletId) })
  })
}

/** The wallet that has now what this one had, however often it was merged on. */
export function followMerges(scope: Scope, walletId: string): string {
  const wallet = scope.rows.wallets.find(scope.tenant.id, walletId)
  const [next] = wallet ? readRelated(wallet, 'survivor') : []
  return next === undefined ? walletId : followMerges(scope, next)
}

function addDonor(wallet: Wallet, donor: string): Wallet['relationships'] {
  return {
    ...(Array.isArray(wallet.relationships) ? {} : wallet.relationships),
    donor: [...readRelated(wallet, 'donor'), donor],
  }
}

function readRelated({ relationships }: Wallet, kind: string): string[] {
  return Array.isArray(relationships) ? [] : (relationships[kind] ?? [])
}

function moveBelongings(scope: Scope, victim: Wallet, survivor: Wallet): void {
  const { identities, consumers } = scope.rows
  const { walletId } = survivor
  for (const identity of listIdentities(scope, victim)) {
    identities.replace(scope.tenant.id, identity.identityId, {
      ...identity,
      walletId,
      lastUpdated: scope.now,
    })
  }
  const person = findConsumer(scope, victim)
  // Where both have one, the survivor's is right and the other stays behind with its wallet.
  if (!person || findConsumer(scope, survivor)) return
  consumers.replace(scope.tenant.id, person.consumerId, { ...person, walletId })
}

type Taking = { readonly survivor: Wallet; readonly own: readonly StoredAccount[] }

function giveAccount(scope: Scope, account: StoredAccount, { survivor, own }: Taking): void {
  const same = own.find(({ type, campaignId }) => type === 'POINTS' && campaignId === account.campaignId)
  if (account.type === 'POINTS' && same) return givePoints(scope, account, same)
  if (account.type === 'ECOUPON' && scope.faults.has('merge-loses-coupons')) return
  const moved = { ...account, walletId: survivor.walletId, lastUpdated: scope.now }
  scope.rows.accounts.replace(scope.tenant.id, account.accountId, moved)
}

/** A scheme has one account a wallet, so the points of the one go into the other. */
function givePoints(scope: Scope, from: StoredAccount, to: StoredAccount): void {
  const purse = readPurse(from)
  // Who settles or voids the spend must find its points where it left them.
  if (purse.book.holds.length > 0) throw new Refusal('ACCOUNT_LOCKED')
  const emptied = { ...purse.balances, current: 0, usable: 0, pending: 0 }
  const { current } = purse.balances
  const value = Math.abs(current)
  writeEntry(scope, from, {
    event: current >= 0 ? 'DEBIT' : 'CREDIT',
    value,
    balances: emptied,
    changes: { status: 'INACTIVE', book: emptyBook, mergedInto: to.accountId },
    details: { mergedInto: to.accountId },
  })
  const taken = writeEntry(scope, to, makeTakingEntry(purse, to, from.accountId))
  if (!scope.faults.has('merge-doubles-points')) return
  writeEntry(scope, taken.account, makeTakingEntry(purse, taken.account, from.accountId))
}

function makeTakingEntry(from: Purse, account: StoredAccount, accountId: string): Entry {
  const to = readPurse(account)
  const { current } = from.balances
  const balances = addBalances(to.balances, from.balances)
  if (Math.max(...Object.values(balances)) > maxAmount) throw new Refusal('BALANCE_LIMIT')
  return {
    event: current >= 0 ? 'CREDIT' : 'DEBIT',
    value: Math.abs(current),
    balances,
    changes: { book: addBooks(to.book, from.book, balances.current) },
    details: { mergedFrom: accountId },
  }
}

function addBalances(a: Purse['balances'], b: Purse['balances']): Purse['balances'] {
  return {
    current: a.current + b.current,
    usable: a.usable + b.usable,
    locked: a.locked + b.locked,
    lifetime: a.lifetime + b.lifetime,
    lifetimeSpend: a.lifetimeSpend + b.lifetimeSpend,
    lifetimeSpendValue: a.lifetimeSpendValue + b.lifetimeSpendValue,
    pending: a.pending + b.pending,
  }
}

function addBooks(a: PointsBook, b: PointsBook, current: number): PointsBook {
  const lots = b.lots.reduce((all, { points, untilMs }) => addLot(all, points, untilMs), [...a.lots])
  return { lots: fitLots(lots, current), pending: [...a.pending, ...b.pending], holds: a.holds }
}
