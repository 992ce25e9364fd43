// The history as commands see it: where it lies is the environment's to say, and what it lies in makes no difference.
import { join, resolve } from 'node:path'
import type { Environment } from '../io/environment.ts'
import type { Parsed } from '../release/problem.ts'
import { describeError, HistoryError, type Driver } from './driver.ts'
import { migrate, readVersion } from './migrations.ts'
import type { Past } from './past.ts'
import type { Recording } from './run-record.ts'
import { selectPast, type Selected } from './select-past.ts'
import type { Selection } from './selection.ts'
import { storeDocument, storeRun } from './store-run.ts'
import { exportLines, importLines, parseLines, type Source } from './transfer.ts'
import { listRuns } from './list-runs.ts'
import type { PastRun } from './past.ts'

export type Imported = { readonly runs: number; readonly added: number }

export type History = AsyncDisposable & {
  /** Where it lies, without secrets. */
  readonly name: string
  /** Begins one where there is none; whether that was so. */
  create(): Promise<boolean>
  /** Never throws: a history that cannot be read is a past with a problem. */
  readPast(selection: Selection): Promise<Selected>
  /** All of it or nothing. It has to be there: one that was lost must be missed, and not begun anew in silence. */
  record(recording: Recording): Promise<void>
  /** Like the export, throws where there is none. */
  list(): Promise<PastRun[]>
  export(): Promise<string[]>
  /** Nothing changes where a line is wrong, where there is no run, nor where everything is known. */
  import(source: Source): Promise<Parsed<Imported>>
  close(): Promise<void>
}

/** Opens nothing yet: a gate that reads no history waits for none. */
export function openHistory(environment: Pick<Environment, 'cwd' | 'env'>): History {
  const place = findPlace(environment)
  const connection = connect(place)
  const close = () => connection.close()
  return {
    name: place.name,
    ...makeReader(place, connection),
    ...makeWriter(connection),
    close,
    [Symbol.asyncDispose]: close,
  }
}

type Connection = ReturnType<typeof connect>

function makeReader(place: Place, connection: Connection): Pick<History, 'readPast' | 'list' | 'export'> {
  return {
    async readPast(selection) {
      try {
        const driver = await connection.reader()
        if (driver) return await driver.read(() => selectPast(driver, selection))
        return nothing(place.kind, missing)
      } catch (error) {
        return nothing(place.kind, describeError(error))
      }
    },
    async list() {
      const driver = await requireThere(connection)
      return driver.read(() => listRuns(driver))
    },
    async export() {
      const driver = await requireThere(connection)
      return driver.read(() => exportLines(driver))
    },
  }
}

/** One that is not there is no empty one: an export of nothing would begin it anew where it is imported. */
async function requireThere(connection: Connection): Promise<Driver> {
  const driver = await connection.reader()
  if (driver === null) throw new HistoryError(missing)
  return driver
}

function makeWriter(connection: Connection): Pick<History, 'create' | 'record' | 'import'> {
  return {
    async create() {
      if (await connection.reader()) return false
      await connection.writer()
      return true
    },
    async record({ record, documents }) {
      await requireThere(connection)
      const driver = await connection.writer()
      await driver.write(async () => {
        for (const document of documents) await storeDocument(driver, document)
        await storeRun(driver, record)
      })
    },
    async import(source) {
      const parsed = parseLines(source)
      if (!parsed.ok) return parsed
      const driver = await connection.writer()
      const added = await driver.write(() => importLines(driver, parsed.value))
      return { ok: true, value: { runs: parsed.value.filter((line) => 'run' in line).length, added } }
    },
  }
}

const missing = 'there is none'

type Place = { readonly name: string } & (
  { readonly kind: 'sqlite' | 'unknown' | 'unescaped' } | { readonly kind: 'postgres'; readonly url: string }
)

function findPlace({ cwd, env }: Pick<Environment, 'cwd' | 'env'>): Place {
  const written = env['AIRLOCK_HISTORY'] ?? ''
  if (written === '') return { kind: 'sqlite', name: join(cwd, '.airlock', 'history.sqlite') }
  const scheme = /^[a-z][a-z0-9+.-]*(?=:\/\/)/i.exec(written)?.[0].toLowerCase()
  if (scheme === undefined) return { kind: 'sqlite', name: resolve(cwd, written) }
  if (scheme !== 'postgres' && scheme !== 'postgresql')
    return { kind: 'unknown', name: hideSecrets(written, scheme) }
  if (isUnescaped(written)) return { kind: 'unescaped', name: 'postgres://…' }
  return { kind: 'postgres', name: hideSecrets(written, 'postgres'), url: written }
}

/** Where a slash or a hash ends the host too soon, the rest of a password is taken for a server or a database, and shown. */
function isUnescaped(url: string): boolean {
  // A socket's address has nobody behind its user.
  const read = URL.parse(url.replace('@/', '@host/'))
  return read === null || read.hash !== '' || read.pathname.includes('@')
}

/** Host and database tell which one it is; a password may stand in the user part as well as in the query. */
function hideSecrets(url: string, scheme: string): string {
  const { host = '', pathname = '' } = URL.parse(url) ?? {}
  return `${scheme}://${host}${pathname}`
}

/** Taken for a path, the address of another database would be a file that is missed, or begun, in a folder of its name. */
function refuseUnknown({ kind, name }: Place): void {
  if (kind === 'unescaped')
    throw new HistoryError(
      'an address in which signs have to be escaped: @ as %40, / as %2F, # as %23, ? as %3F',
    )
  if (kind === 'unknown') throw new HistoryError(`${name} is neither a file nor an address of PostgreSQL`)
}

function nothing(kind: Place['kind'], problem: string): Selected {
  const lists = { capabilities: [], flakes: [], releases: [], regressions: [] }
  const source = kind === 'postgres' ? kind : 'sqlite'
  const past: Past = { source, problem, runs: 0, lastPassed: null, ...lists }
  return { past, baseline: null }
}

/** One connection, opened when it is first needed. */
function connect(place: Place) {
  let open: Driver | null = null
  return {
    /** Null where there is no history yet. */
    async reader(): Promise<Driver | null> {
      open ??= await openExisting(place)
      return open && (await isThere(open)) ? open : null
    },
    async writer(): Promise<Driver> {
      open ??= await openForWriting(place)
      if (open.source === 'postgres' || (await isThere(open))) await migrate(open)
      return open
    },
    async close(): Promise<void> {
      const closing = open
      open = null
      // What was committed stands; a connection that broke has nothing left to close.
      await closing?.close().catch(() => undefined)
    },
  }
}

/** Drivers are loaded when they are needed: one of them is, and often neither. */
async function openExisting(place: Place): Promise<Driver | null> {
  refuseUnknown(place)
  if (place.kind === 'postgres') return (await import('./open-postgres.ts')).openPostgres(place.url)
  return (await import('./open-sqlite.ts')).openSqlite(place.name)
}

async function openForWriting(place: Place): Promise<Driver> {
  refuseUnknown(place)
  if (place.kind === 'postgres') return (await import('./open-postgres.ts')).openPostgres(place.url)
  return (await import('./open-sqlite.ts')).createSqlite(place.name)
}

/** Brings an older one forward. A file without a history in it is somebody else's, or what is left of one. */
async function isThere(driver: Driver): Promise<boolean> {
  const version = await readVersion(driver)
  if (version === null && driver.source === 'sqlite')
    throw new HistoryError('the file holds no history of Airlock')
  if (version !== null) await migrate(driver)
  return version !== null
}
