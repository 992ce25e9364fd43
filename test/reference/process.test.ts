// The platform as a process: one line when it is ready, one line when it cannot be, and nothing left when it is gone.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ready } from '../../reference/start-platform.ts'
import { faultTable } from '../../reference/faults/faults.ts'
import { listDescendants, makeTempFolder, readJson, root, waitUntil, waitUntilGone } from '../airlock.ts'
import { signedRequest } from './signed-request.ts'

function startProcess(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'reference/main.ts'), ...args], { stdio: 'pipe' })
  const finished = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
  }))
  let stderr = ''
  let stdout = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  return { child, finished, stdout: () => stdout, stderr: () => stderr }
}

async function startReady(...args: string[]) {
  const started = startProcess(...args)
  const lines = createInterface({ input: started.child.stdout })
  const ended = started.finished.then(({ code }) =>
    Promise.reject(new Error(`ended with ${code}: ${started.stderr()}`)),
  )
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string]
  const ready = JSON.parse(line) as Ready
  return { ...started, ready, instances: await listDescendants(started.child.pid ?? -1) }
}

describe('a running platform', () => {
  let platform: Awaited<ReturnType<typeof startReady>>
  beforeAll(async () => {
    platform = await startReady('--instances', '2', '--version', '7.8.0')
  })
  afterAll(async () => {
    platform.child.kill('SIGTERM')
    await platform.finished
  })

  it('says in one line of JSON where it listens, and which build every instance is', async () => {
    const { ready, instances, stdout } = platform
    const pids = instances.map(({ pid }) => pid)
    expect(new Set(pids)).toEqual(new Set(ready.instances.map(({ pid }) => pid)))
    const names = ['REFERENCE_URL', 'MAPLE_CLIENT_ID', 'MAPLE_SECRET', 'MAPLE_DASHBOARD_USER', 'CEDAR_SECRET']
    expect(Object.keys(ready.environment)).toEqual(expect.arrayContaining(names))
    const versions = await Promise.all(ready.instances.map(({ url }) => readVersion(url)))
    for (const version of versions) expect(version).toMatchObject({ version: '7.8.0', digest: ready.digest })
    expect(new Set(versions.map(({ instance }) => instance)).size).toBe(2)
    expect(stdout().trim().split('\n')).toHaveLength(1)
  })

  it('keeps its port to itself', async () => {
    const { port } = new URL(platform.ready.url)
    const second = startProcess('--instances', '1', '--port', port)
    expect(await second.finished).toEqual({ code: 3, signal: null })
    expect(second.stderr()).toContain(`--port ${port} cannot be used`)
  })

  it('answers on while one of its instances is gone', async () => {
    const { ready, instances } = platform
    const [lost] = instances
    process.kill(lost!.pid, 'SIGKILL')
    const { url = '' } = ready.instances.find(({ pid }) => pid === lost!.pid) ?? {}
    // It is gone for whoever lists processes while its last threads still hold its port.
    await waitUntil(() => isRefused(url))
    const client = { url: ready.url, clientId: '', secret: '' }
    const call = { method: 'GET', target: '/health' }
    const replies = await Promise.all([1, 2, 3, 4].map(() => signedRequest(client, call)))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })
})

function isRefused(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    (error: Error) => String(error.cause).includes('ECONNREFUSED'),
  )
}

async function readVersion(url: string): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/version`)
  return (await answer.json()) as Record<string, string>
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'stops on %s, says nothing and leaves nothing behind',
  async (signal) => {
    const { child, finished, instances, ready, stderr } = await startReady('--instances', '1', '--https')
    child.kill(signal)
    expect(await finished).toEqual({ code: 0, signal: null })
    await waitUntilGone(instances)
    await expect(access(folderOf(ready))).rejects.toThrow(/ENOENT/)
    expect(stderr()).toBe('')
  },
)

it('stops when its stdin closes, where it was told to', async () => {
  const { child, finished, instances } = await startReady('--instances', '1', '--stop-with-stdin')
  child.stdin.end()
  expect(await finished).toEqual({ code: 0, signal: null })
  await waitUntilGone(instances)
})

it('takes its instances and its folder with it when it is killed', async () => {
  const { child, finished, instances, ready } = await startReady('--instances', '2', '--https')
  expect(instances).toHaveLength(2)
  child.kill('SIGKILL')
  expect(await finished).toEqual({ code: null, signal: 'SIGKILL' })
  await waitUntilGone(instances)
  await expect(access(folderOf(ready))).rejects.toThrow(/ENOENT/)
})

it('says it in a file as well, where it is told to, for as long as it runs', async () => {
  const folder = await makeTempFolder()
  // The folder need not be there: nobody has run anything before.
  const path = join(folder, 'new', 'ready.json')
  const started = await startReady('--instances', '1', '--ready-file', path)
  const written = await readJson<Ready & { pid: number }>(path)
  expect(written).toEqual(started.ready)
  expect(written.pid).toBe(started.child.pid)
  expect(await readdir(join(folder, 'new'))).toEqual(['ready.json'])
  started.child.kill('SIGTERM')
  await started.finished
  expect(await readdir(join(folder, 'new'))).toEqual([])
  await rm(folder, { recursive: true })
})

it('stops again when it cannot say so in that file', async () => {
  const started = startProcess('--instances', '1', '--ready-file', '/dev/null/ready.json')
  expect(await started.finished).toEqual({ code: 3, signal: null })
  expect(started.stderr()).toContain('--ready-file /dev/null/ready.json cannot be written')
  expect(started.stdout()).toBe('')
})

it('replaces its instances on SIGUSR2 and serves on', async () => {
  const { child, finished, instances, ready } = await startReady('--instances', '1')
  const before = await readVersion(ready.url)
  child.kill('SIGUSR2')
  const startedAt = async () => (await readVersion(ready.url))['startedAt']
  await expect.poll(startedAt, { timeout: 30_000 }).not.toBe(before['startedAt'])
  await waitUntilGone(instances)
  child.kill('SIGTERM')
  expect(await finished).toEqual({ code: 0, signal: null })
})

it('lists its faults in one line of JSON, and starts nothing for it', async () => {
  const { finished, stdout, stderr } = startProcess('--list-faults')
  expect(await finished).toEqual({ code: 0, signal: null })
  expect(stdout().trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(stdout())).toEqual(faultTable)
  expect(stderr()).toBe('')
})

/** The certificate lies in the folder of its platform. */
function folderOf({ certificate = '' }: Ready): string {
  return dirname(certificate)
}

it.each([
  [['--port', 'many'], '--port "many" is not a whole number from 0 to 65535.'],
  [['--instances', '0'], '--instances "0" is not a whole number from 1 to 16.'],
  [['--fault', 'gremlins'], '--fault "gremlins" is unknown.'],
  [['--version', 'a b'], '--version "a b" is not a version'],
  [['--versions', '7.7.0,a b'], '--versions "a b" is not a version'],
  [['--colour'], "Unknown option '--colour'"],
  [['stray'], "Unexpected argument 'stray'"],
])('refuses %j with exit code 3 and one line', async (args, message) => {
  const { finished, stdout, stderr } = startProcess(...args)
  expect(await finished).toEqual({ code: 3, signal: null })
  expect(stderr()).toContain(message)
  expect(stderr().trim().split('\n')).toHaveLength(1)
  expect(stdout()).toBe('')
})
