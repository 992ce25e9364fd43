// The shape of the database, forward only: a step that was released is never changed, the next one is added below it.
// Statements must mean the same to SQLite and to PostgreSQL.
import { HistoryError, type Driver } from './driver.ts'

const migrations: readonly (readonly string[])[] = [
  [
    'CREATE TABLE airlock_documents (sha256 text PRIMARY KEY, body text NOT NULL)',
    `CREATE TABLE airlock_runs (
      run_id text PRIMARY KEY,
      started_at double precision NOT NULL,
      decided_at double precision NOT NULL,
      target text NOT NULL,
      release_id text,
      kind text,
      whole integer NOT NULL,
      verdict text NOT NULL,
      version text,
      digest text,
      findings text NOT NULL,
      counts text NOT NULL,
      policy text NOT NULL REFERENCES airlock_documents,
      inventory text NOT NULL REFERENCES airlock_documents,
      contract text REFERENCES airlock_documents,
      sha256 text NOT NULL
    )`,
    'CREATE INDEX airlock_runs_by_start ON airlock_runs (started_at)',
    `CREATE TABLE airlock_cases (
      run_id text NOT NULL REFERENCES airlock_runs,
      case_id text NOT NULL,
      outcome text NOT NULL,
      ms double precision,
      PRIMARY KEY (run_id, case_id)
    )`,
  ],
  ['ALTER TABLE airlock_runs ADD COLUMN excused text'],
]

/** Brings the database to the newest shape; every step and its number in one transaction, one process at a time. */
export async function migrate(driver: Driver): Promise<void> {
  if ((await readVersion(driver)) === migrations.length) return
  await driver.write(async () => {
    // Another process may have done it while this one waited.
    const version = await readVersion(driver)
    if (version === null) await driver.query('CREATE TABLE airlock_schema (version integer PRIMARY KEY)')
    for (let at = version ?? 0; at < migrations.length; at += 1) await applyStep(driver, at)
  })
}

async function applyStep(driver: Driver, at: number): Promise<void> {
  for (const statement of migrations[at] ?? []) await driver.query(statement)
  await driver.query('INSERT INTO airlock_schema (version) VALUES ($1)', [at + 1])
}

/** Null where there is no history in this database; throws where a newer Airlock has been at work. */
export async function readVersion(driver: Driver): Promise<number | null> {
  if (!(await driver.hasTable('airlock_schema'))) return null
  const [row] = await driver.query('SELECT MAX(version) AS version FROM airlock_schema')
  const version = Number(row?.['version'] ?? 0)
  if (version <= migrations.length) return version
  throw new HistoryError(
    `it has schema ${version}, and this Airlock knows ${migrations.length}: use the newer Airlock that wrote it`,
  )
}
