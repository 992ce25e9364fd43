// Entities of one kind. Every read names the tenant: there is no way to ask for a row of whoever it may be.
import type { Row, Store } from './open-store.ts'

export type Collection<Entity> = {
  readonly insert: (tenant: string, id: string, entity: Entity) => void
  readonly replace: (tenant: string, id: string, entity: Entity) => void
  readonly find: (tenant: string, id: string) => Entity | undefined
  /** In the order of their ids. */
  readonly list: (tenant: string, where?: Readonly<Record<string, string>>) => Entity[]
  /** So many of those that came after an id. */
  readonly listAfter: (tenant: string, id: string, limit: number) => Entity[]
  readonly count: (tenant: string, where: Readonly<Record<string, string>>) => number
}

export function makeCollection<Entity>(store: Store, table: string): Collection<Entity> {
  // The document was written by this very collection, so its shape is known.
  const read = (row: Row) => JSON.parse(String(row['document'])) as Entity
  return {
    insert: (tenant, id, entity) => {
      const sql = `INSERT INTO ${table} (id, tenant, document) VALUES (?, ?, ?)`
      store.run(sql, Number(id), tenant, JSON.stringify(entity))
    },
    replace: (tenant, id, entity) => {
      const sql = `UPDATE ${table} SET document = ? WHERE id = ? AND tenant = ?`
      store.run(sql, JSON.stringify(entity), Number(id), tenant)
    },
    find: (tenant, id) => {
      if (!isId(id)) return undefined
      const row = store.get(`SELECT document FROM ${table} WHERE id = ? AND tenant = ?`, Number(id), tenant)
      return row && read(row)
    },
    list: (tenant, where = {}) => {
      const sql = `SELECT document FROM ${table} WHERE tenant = ?${renderWhere(where)} ORDER BY id`
      return store.all(sql, tenant, ...Object.values(where)).map(read)
    },
    listAfter: (tenant, id, limit) => {
      const sql = `SELECT document FROM ${table} WHERE tenant = ? AND id > ? ORDER BY id LIMIT ?`
      return store.all(sql, tenant, Number(id), limit).map(read)
    },
    count: (tenant, where) => {
      const sql = `SELECT count(*) AS count FROM ${table} WHERE tenant = ?${renderWhere(where)}`
      return Number(store.get(sql, tenant, ...Object.values(where))?.['count'])
    },
  }
}

/** Column names come from code, never from a request. */
function renderWhere(where: Readonly<Record<string, string>>): string {
  return Object.keys(where)
    .map((column) => ` AND ${column} = ?`)
    .join('')
}

function isId(text: string): boolean {
  return /^[1-9]\d{0,14}$/.test(text)
}

/** The next id. One sequence for all kinds and tenants, so that an id never means two things. */
export function takeId(store: Store): string {
  const row = store.get('UPDATE sequence SET value = value + 1 RETURNING value')
  return String(row?.['value'])
}
