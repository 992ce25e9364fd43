// Caches that should not be there: each answers what it was told first, for a while, as a hurried change makes them. They
// lie in the shared store, so that it does not matter which instance is asked.
import type { Store } from '../store/open-store.ts'

const keptMs = 60_000

/** What was read under this key before, or what is read now. Nothing is not worth keeping. */
export function remember<Value>({ store }: { readonly store: Store }, key: string, read: () => Value): Value {
  const sql = 'SELECT value FROM remembered WHERE key = ? AND until_ms > ?'
  const known = store.get(sql, key, Date.now())
  // Kept under this very key, so it is what this reader reads.
  if (known) return JSON.parse(String(known['value'])) as Value
  const value = read()
  if (value !== undefined) keep(store, key, value)
  return value
}

/** One and the other in turn, each time this is asked for. */
export function takeTurns({ store }: { readonly store: Store }, key: string): 1 | -1 {
  const row = store.get('SELECT value FROM remembered WHERE key = ?', key)
  const turn = Number(row?.['value'] ?? 1) === 1 ? -1 : 1
  keep(store, key, turn)
  return turn
}

function keep(store: Store, key: string, value: unknown): void {
  const sql = `INSERT INTO remembered (key, value, until_ms) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, until_ms = excluded.until_ms`
  store.run(sql, key, JSON.stringify(value), Date.now() + keptMs)
}
