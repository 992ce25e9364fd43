// The one store that all instances share. Writing begins with an IMMEDIATE transaction, so that what is read in it cannot
// change before it is written: without that, two instances could both redeem the last coupon.
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite'
import { schemaSql } from './schema.ts'

export type Row = Record<string, SQLOutputValue>

export type Store = {
  readonly all: (sql: string, ...values: SQLInputValue[]) => Row[]
  readonly get: (sql: string, ...values: SQLInputValue[]) => Row | undefined
  readonly run: (sql: string, ...values: SQLInputValue[]) => number
  /** All of it or nothing. Work inside must not wait: one process has one connection. */
  readonly write: <Result>(work: () => Result) => Result
  readonly close: () => void
}

const busyTimeoutMs = 8000

/** Opens the store file, and makes its tables where they are missing. */
export function openStore(file: string): Store {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, known)
    return known
  }
  const store: Store = {
    all: (sql, ...values) => prepare(sql).all(...values),
    get: (sql, ...values) => prepare(sql).get(...values),
    run: (sql, ...values) => Number(prepare(sql).run(...values).changes),
    write: makeWrite(database),
    close: () => database.close(),
  }
  store.write(() => database.exec(schemaSql))
  return store
}

function makeWrite(database: DatabaseSync): Store['write'] {
  let isWriting = false
  return (work) => {
    // A service may call another one that writes: both then stand or fall together.
    if (isWriting) return work()
    database.exec('BEGIN IMMEDIATE')
    isWriting = true
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    } finally {
      isWriting = false
    }
  }
}
