// What came of each goodwill form. A form counts once, however often it is sent, and every sending of it is answered
// with what the first one did.
import { isPoints, type Balances } from '../../../model/account.ts'
import { creditGoodwill, type Goodwill } from '../../../service/points.ts'
import type { Store } from '../../../store/open-store.ts'
import type { UserVisit } from '../../page.ts'

export type Given = {
  readonly points: number
  readonly before: number
  readonly after: number
  readonly at: string
}

export function createGoodwillTable(store: Store): void {
  store.run(`CREATE TABLE IF NOT EXISTS dashboard_goodwill (
    mark TEXT PRIMARY KEY, tenant TEXT NOT NULL, user_name TEXT NOT NULL, wallet_id TEXT NOT NULL,
    document TEXT NOT NULL
  ) STRICT`)
}

/** Gives the points unless this very form has given them. Both are written together or not at all. */
export function writeGoodwill(visit: UserVisit, mark: string, goodwill: Goodwill): void {
  const { scope, user } = visit
  scope.store.write(() => {
    if (findGoodwill(visit, mark, goodwill.walletId)) return
    const result = creditGoodwill(scope, goodwill)
    const given: Given = {
      points: result.value,
      before: readCurrent(result.balancesBefore),
      after: readCurrent(result.balancesAfter),
      at: result.dateCreated,
    }
    const sql = `INSERT INTO dashboard_goodwill (mark, tenant, user_name, wallet_id, document)
      VALUES (?, ?, ?, ?, ?)`
    scope.store.run(sql, mark, user.tenant.id, user.name, goodwill.walletId, JSON.stringify(given))
  })
}

/** What this user's form gave to this wallet. */
export function findGoodwill({ scope, user }: UserVisit, mark: string, walletId: string): Given | undefined {
  const sql = `SELECT document FROM dashboard_goodwill
    WHERE mark = ? AND tenant = ? AND user_name = ? AND wallet_id = ?`
  const row = scope.store.get(sql, mark, user.tenant.id, user.name, walletId)
  // Written above and nowhere else, so its shape is known.
  return row && (JSON.parse(String(row['document'])) as Given)
}

function readCurrent(balances: Balances): number {
  if (!isPoints(balances)) throw new Error('goodwill moved something other than points')
  return balances.current
}
