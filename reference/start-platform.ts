// The whole platform as one value: a seeded store, its instances, and the front door before them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeBalancer, type Balancer } from './balancer.ts'
import { readBuild } from './build-identity.ts'
import { startFleet } from './fleet.ts'
import { FlagError, type Flags } from './parse-flags.ts'
import { seedStore } from './seed-store.ts'
import { openStore } from './store/open-store.ts'

/** What is printed when everything answers. */
export type Ready = {
  readonly url: string
  readonly httpsUrl?: string
  readonly certificate?: string
  readonly version: string
  readonly digest: string
  readonly instances: readonly { readonly name: string; readonly url: string; readonly pid: number }[]
  readonly environment: Readonly<Record<string, string>>
}

export type RunningPlatform = {
  readonly ready: Ready
  /** Replaces the instances one by one while they serve. */
  readonly restart: (version?: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Everything that was opened so far, to be closed in reverse, also when a later step fails. */
type Opened = (() => Promise<unknown>)[]

export async function startPlatform(flags: Flags): Promise<RunningPlatform> {
  const opened: Opened = []
  const stop = () => closeAll(opened)
  try {
    return { ...(await openAll(flags, opened)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openAll(flags: Flags, opened: Opened): Promise<Omit<RunningPlatform, 'stop'>> {
  const folder = await mkdtemp(join(tmpdir(), 'reference-'))
  opened.push(() => rm(folder, { recursive: true, force: true }))
  const store = flags.store ? resolve(flags.store) : join(folder, 'store.sqlite')
  const access = writeSeeds(store)
  const balancer = makeBalancer()
  const versions = chooseVersions(flags)
  const fleet = await startFleet({ folder, store, faults: flags.faults, versions }, balancer)
  opened.push(fleet.stop)
  const url = await openDoor(createServer(balancer.handle), { port: flags.port, opened, balancer })
  const secure = flags.isHttps ? await openSecureDoor(folder, { opened, balancer }) : {}
  const { version, digest } = readBuild(versions[0] ?? flags.version)
  const ready: Ready = {
    url,
    ...secure,
    version,
    digest,
    instances: fleet.instances.map(({ name, url: at, pid }) => ({ name, url: at, pid })),
    environment: { REFERENCE_URL: url, ...access },
  }
  return { ready, restart: fleet.restart }
}

/** The instances take turns with the versions that were named. */
function chooseVersions({ instances, version, versions = [] }: Flags): string[] {
  const named = versions.length > 0 ? versions : [version]
  return Array.from({ length: instances }, (_, index) => named[index % named.length] ?? version)
}

/** Seeded before any instance runs, and closed again: instances open it for themselves. */
function writeSeeds(file: string): Record<string, string> {
  const store = openStore(file)
  try {
    return seedStore(store)
  } finally {
    store.close()
  }
}

type Door = { readonly port: number; readonly opened: Opened; readonly balancer: Balancer }

async function openDoor(server: Server, door: Door): Promise<string> {
  const listening = once(server, 'listening')
  server.listen(door.port, '127.0.0.1')
  await listening.catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new FlagError(`--port ${door.port} cannot be used: ${reason}`, { cause: error })
  })
  door.opened.push(async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    door.balancer.close()
    await closed
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`
}

async function openSecureDoor(folder: string, door: Omit<Door, 'port'>) {
  // What makes it takes long to load, and hardly anybody asks for this door.
  const { makeCertificate } = await import('./certificate.ts')
  const { key, certificate } = await makeCertificate()
  const path = join(folder, 'certificate.pem')
  await writeFile(path, certificate)
  const server = createHttpsServer({ key, cert: certificate }, door.balancer.handle)
  const url = await openDoor(server, { ...door, port: 0 })
  return { httpsUrl: url.replace('http:', 'https:'), certificate: path }
}

async function closeAll(opened: Opened): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close()
}
