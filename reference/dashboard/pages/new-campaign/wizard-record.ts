// What has been written on the way to a campaign, kept for whoever writes it: steps are gone back to, and the next one
// may reach another instance. No campaign comes of it before the last step.
import { randomBytes } from 'node:crypto'
import type { Store } from '../../../store/open-store.ts'
import type { UserVisit } from '../../page.ts'
import type { Texts } from '../../written.ts'

const keptMs = 24 * 3600 * 1000

/** By the name of the step. */
export type WizardTexts = Readonly<Record<string, Texts>>

export function createWizardTable(store: Store): void {
  store.run(`CREATE TABLE IF NOT EXISTS dashboard_wizard (
    tenant TEXT NOT NULL, user_name TEXT NOT NULL, id TEXT NOT NULL, texts TEXT NOT NULL, written_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant, user_name, id)
  ) STRICT`)
}

export function makeWizardId(): string {
  return randomBytes(12).toString('base64url')
}

export function isWizardId(text: string): boolean {
  return /^[\w-]{16}$/.test(text)
}

export function readWizard({ scope, user }: UserVisit, id: string): WizardTexts {
  const sql = 'SELECT texts FROM dashboard_wizard WHERE tenant = ? AND user_name = ? AND id = ?'
  const row = scope.store.get(sql, scope.tenant.id, user.name, id)
  // Written below and nowhere else, so its shape is known.
  return row ? (JSON.parse(String(row['texts'])) as WizardTexts) : {}
}

/** Keeps a step's texts. What nobody has gone on with for a day, by real time, goes. */
export function writeWizardStep(visit: UserVisit, id: string, texts: WizardTexts): void {
  const { scope, user } = visit
  const { store, tenant } = scope
  const writtenMs = Date.now()
  store.write(() => {
    store.run('DELETE FROM dashboard_wizard WHERE written_ms < ?', writtenMs - keptMs)
    const all = JSON.stringify({ ...readWizard(visit, id), ...texts })
    const sql =
      'INSERT OR REPLACE INTO dashboard_wizard (tenant, user_name, id, texts, written_ms) VALUES (?, ?, ?, ?, ?)'
    store.run(sql, tenant.id, user.name, id, all, writtenMs)
  })
}

export function deleteWizard({ scope, user }: UserVisit, id: string): void {
  const sql = 'DELETE FROM dashboard_wizard WHERE tenant = ? AND user_name = ? AND id = ?'
  scope.store.run(sql, scope.tenant.id, user.name, id)
}
