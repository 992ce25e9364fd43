// A history that a team shares. One connection, since one command does one thing at a time.
import { Client } from 'pg'
import { transact, type Driver, type Row, type Value } from './driver.ts'

const patienceMs = 20_000
/** "airlock" in ASCII: what writers of the history queue for, in whatever database. */
const lock = '27412370183447403'

export async function openPostgres(url: string): Promise<Driver> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: patienceMs,
    // The server gives up first, and says on what.
    statement_timeout: 3 * patienceMs,
    query_timeout: 4 * patienceMs,
    application_name: 'airlock',
  })
  // A connection that breaks between two statements fails the next one; here it must not end the process.
  client.on('error', () => undefined)
  await client.connect()
  const query = async (sql: string, values: readonly Value[] = []): Promise<Row[]> =>
    (await client.query<Row>(sql, [...values])).rows
  return {
    source: 'postgres',
    query,
    async hasTable(name) {
      return (await query('SELECT to_regclass($1)::text AS found', [name]))[0]?.['found'] !== null
    },
    read: (work) => transact({ query }, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    write: (work) =>
      transact({ query }, 'BEGIN', async () => {
        await query(`SELECT pg_advisory_xact_lock(${lock})`)
        return work()
      }),
    close: () => client.end(),
  }
}
