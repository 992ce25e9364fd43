// What an open worked out, kept until its basket is settled: so that settle does what was told and nothing else, and can
// tell a basket that was changed in between.
import type { SettledBasket } from '../model/basket.ts'
import type { Consequences } from '../model/consequences.ts'
import type { EnrichedBasket } from '../model/enriched-basket.ts'
import type { PurchaseTerms } from '../model/purchase-terms.ts'
import type { Row } from '../store/open-store.ts'
import { makeDigest } from './digest.ts'
import type { Scope } from './scope.ts'

/** Whose basket, and under which reference it was opened; coupons may be locked by that one. */
export type OpeningKey = {
  readonly basket: EnrichedBasket | SettledBasket
  readonly walletId: string | null
  readonly reference: string | null
}

/** What was worked out, and from what. */
export type Opened = { readonly consequences: Consequences; readonly terms: PurchaseTerms }

export type Opening = Opened & { readonly reference: string | null }

export function writeOpening(scope: Scope, key: OpeningKey, opened: Opened): void {
  const sql = `INSERT INTO opening (tenant, digest, holder, reference, adjudication) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (tenant, digest, holder, reference) DO UPDATE SET adjudication = excluded.adjudication`
  scope.store.run(sql, ...renderKey(scope, key), JSON.stringify(opened))
}

/** The open of this very basket for this customer; the one of the same reference where there are several. */
export function findOpening(scope: Scope, key: OpeningKey): Opening | undefined {
  const sql = `SELECT reference, adjudication FROM opening WHERE tenant = ? AND digest = ? AND holder = ?
    ORDER BY reference = ? DESC, reference LIMIT 1`
  const row = scope.store.get(sql, ...renderKey(scope, key)) ?? findChanged(scope, key)
  if (!row) return undefined
  const reference = String(row['reference'])
  // Written by `writeOpening` alone, so its shape is known.
  const opened = JSON.parse(String(row['adjudication'])) as Opened
  return { ...opened, reference: reference === '' ? null : reference }
}

/** The fault asks for the reference alone, whatever the basket says by now. */
function findChanged(scope: Scope, { reference }: OpeningKey): Row | undefined {
  if (!scope.faults.has('basket-unchecked')) return undefined
  const sql = 'SELECT reference, adjudication FROM opening WHERE tenant = ? AND reference = ?'
  return scope.store.get(sql, scope.tenant.id, reference ?? '')
}

/** Forgets one open, because its basket has been settled. */
export function deleteOpening(scope: Scope, key: OpeningKey): void {
  const sql = 'DELETE FROM opening WHERE tenant = ? AND digest = ? AND holder = ? AND reference = ?'
  scope.store.run(sql, ...renderKey(scope, key))
}

/** Forgets every open of a reference, because another one takes its place. */
export function deleteOpenings(scope: Scope, reference: string): void {
  scope.store.run('DELETE FROM opening WHERE tenant = ? AND reference = ?', scope.tenant.id, reference)
}

/** No customer and no reference are empty: neither can be empty where it is given. */
function renderKey(scope: Scope, { basket, walletId, reference }: OpeningKey) {
  return [scope.tenant.id, makeDigest(basket), walletId ?? '', reference ?? ''] as const
}
