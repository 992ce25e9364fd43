// A history in one file, by what Node itself brings. A file that is there always holds a history: it is made under
// another name and gets its own when it is complete.
import { existsSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { HistoryError, transact, type Driver, type Row, type Value } from './driver.ts'
import { migrate } from './migrations.ts'

/** How long a writer waits for another one. */
const patienceMs = 20_000

/** Null where there is no file. */
export async function openSqlite(path: string): Promise<Driver | null> {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return null
  // An empty file is an empty database to SQLite, and a truncated history to us.
  if (found.size === 0) throw new HistoryError('the file is empty')
  return openFile(path)
}

/** The history of that file, which is made if it is not there. */
export async function createSqlite(path: string): Promise<Driver> {
  if (!existsSync(path)) await createFile(path)
  return (await openSqlite(path)) ?? openFile(path)
}

async function createFile(path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  rmSync(temporary, { force: true })
  const driver = openFile(temporary)
  await migrate(driver)
  await driver.close()
  try {
    // Unlike a rename, a link takes nothing away from a process that was quicker.
    linkSync(temporary, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(temporary, { force: true })
  }
}

function openFile(path: string): Driver {
  const database = new DatabaseSync(path, { timeout: patienceMs })
  const query = async (sql: string, values: readonly Value[] = []): Promise<Row[]> =>
    database.prepare(sql.replaceAll(/\$(\d+)/g, '?$1')).all(...values) as Row[]
  return {
    source: 'sqlite',
    query,
    async hasTable(name) {
      return (await query('SELECT name FROM sqlite_master WHERE name = $1', [name])).length > 0
    },
    read: (work) => transact({ query }, 'BEGIN', work),
    write: (work) => transact({ query }, 'BEGIN IMMEDIATE', work),
    async close() {
      database.close()
    },
  }
}
