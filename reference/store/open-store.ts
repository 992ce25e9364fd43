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
  /** The store as it is now, into a file of its own. */
  readonly copyTo: (file: string) => void
  readonly close: () => void
}

const usualBusyMs = 8000

/** Opens the store file, and makes its tables where they are missing. Nobody waits longer than this for another writer. */
export function openStore(file: string, busyMs = usualBusyMs): Store {
  const database = new DatabaseSync(file, { timeout: busyMs })
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
    copyTo: (file) => void database.prepare('VACUUM INTO ?').run(file),
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

const sqliteBusy = 5
const sqliteLocked = 6

/** Others keep the store too long, or it is closed already: nothing of ours was done. */
export function isStoreBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('errcode' in error) return error.errcode === sqliteBusy || error.errcode === sqliteLocked
  return 'code' in error && error.code === 'ERR_INVALID_STATE' && error.message === 'database is not open'
}
