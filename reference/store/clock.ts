// Each tenant's clock, kept in the store so that all instances agree. Tests move it; nobody else can.
import type { Store } from './open-store.ts'

/** What the tenant's clock shows, in milliseconds since 1970. */
export function readNow(store: Store, tenant: string): number {
  const row = store.get('SELECT offset_ms FROM clock WHERE tenant = ?', tenant)
  return Date.now() + Number(row?.['offset_ms'] ?? 0)
}

/** Moves the clock so far from real time; it keeps ticking from there. */
export function writeClockOffset(store: Store, tenant: string, offsetMs: number): void {
  const sql = `INSERT INTO clock (tenant, offset_ms) VALUES (?, ?)
    ON CONFLICT (tenant) DO UPDATE SET offset_ms = excluded.offset_ms`
  store.run(sql, tenant, Math.round(offsetMs))
}
