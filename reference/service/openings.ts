// What an open worked out, kept until its basket is settled: so that settle does what was told and nothing else, and can
// tell a basket that was changed in between.
import type { SettledBasket } from '../model/basket.ts'
import type { Consequences } from '../model/consequences.ts'
import type { EnrichedBasket } from '../model/enriched-basket.ts'
import { makeDigest } from './digest.ts'
import type { Scope } from './scope.ts'

/** Whose basket, and under which reference it was opened; coupons may be locked by that one. */
export type OpeningKey = {
  readonly basket: EnrichedBasket | SettledBasket
  readonly walletId: string | null
  readonly reference: string | null
}

export type Opening = { readonly reference: string | null; readonly consequences: Consequences }

export function writeOpening(scope: Scope, key: OpeningKey, consequences: Consequences): void {
  const sql = `INSERT INTO opening (tenant, digest, holder, reference, adjudication) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (tenant, digest, holder, reference) DO UPDATE SET adjudication = excluded.adjudication`
  scope.store.run(sql, ...renderKey(scope, key), JSON.stringify(consequences))
}

/** The open of this very basket for this customer; the one of the same reference where there are several. */
export function findOpening(scope: Scope, key: OpeningKey): Opening | undefined {
  const sql = `SELECT reference, adjudication FROM opening WHERE tenant = ? AND digest = ? AND holder = ?
    ORDER BY reference = ? DESC, reference LIMIT 1`
  const row = scope.store.get(sql, ...renderKey(scope, key))
  if (!row) return undefined
  const reference = String(row['reference'])
  return {
    reference: reference === '' ? null : reference,
    // Written by `writeOpening` alone, so its shape is known.
    consequences: JSON.parse(String(row['adjudication'])) as Consequences,
  }
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
