// What came of each form that changes something. A form counts once, however often it is sent, and every sending of it
// is answered with what the first one did.
import type { Store } from '../store/open-store.ts'
import { writeDeed, type Deed } from './deed.ts'
import type { FormVisit, Sent, UserVisit } from './page.ts'

/** What was done, as the page says it where the form leads. */
export type Notice = { readonly title: string; readonly text: string }

/** What a form did, which page says so, and what the audit keeps of it; null where that is kept already. */
export type Done = { readonly place: string; readonly notice: Notice; readonly deed: Deed | null }

export function createOnceTable(store: Store): void {
  store.run(`CREATE TABLE IF NOT EXISTS dashboard_once (
    mark TEXT PRIMARY KEY, tenant TEXT NOT NULL, user_name TEXT NOT NULL, place TEXT NOT NULL, notice TEXT NOT NULL
  ) STRICT`)
}

/** Does the work unless this very form has done it. Work, record and audit are written together or not at all. */
export function doOnce(visit: FormVisit, work: () => Done): Sent {
  const { scope, user, form } = visit
  return scope.store.write(() => {
    const earlier = findEarlier(visit)
    if (earlier) return earlier
    const { place, notice, deed } = work()
    if (deed) writeDeed(scope, deed)
    const sql = 'INSERT INTO dashboard_once (mark, tenant, user_name, place, notice) VALUES (?, ?, ?, ?, ?)'
    scope.store.run(sql, form.mark, user.tenant.id, user.name, place, JSON.stringify(notice))
    return makeAnswer(place, form.mark)
  })
}

/** The answer that this very form has got already. */
export function findEarlier({ scope, user, form }: FormVisit): Sent | undefined {
  const sql = 'SELECT place FROM dashboard_once WHERE mark = ? AND tenant = ? AND user_name = ?'
  const row = scope.store.get(sql, form.mark, user.tenant.id, user.name)
  return row && makeAnswer(String(row['place']), form.mark)
}

function makeAnswer(place: string, mark: string): Sent {
  return { location: `${place}?done=${mark}` }
}

/** What this user's form did to what this page shows. */
export function findNotice({ scope, user, path, query }: UserVisit): Notice | undefined {
  const mark: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, 'done') : undefined
  if (typeof mark !== 'string') return undefined
  const sql = `SELECT notice FROM dashboard_once
    WHERE mark = ? AND tenant = ? AND user_name = ? AND place = ?`
  const row = scope.store.get(sql, mark, user.tenant.id, user.name, path)
  // Written above and nowhere else, so its shape is known.
  return row && (JSON.parse(String(row['notice'])) as Notice)
}
