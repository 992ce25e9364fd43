// A project of its own in a temporary folder: as many features as a measurement needs, one service, one tenant.
import { createServer, type Server } from 'node:http'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const stepsFolder = fileURLToPath(new URL('steps', import.meta.url))
export type BenchProject = { readonly folder: string; readonly env: Record<string, string>; close(): void }

const scenario = (n: number) => `
  Scenario: thing ${n}
    Given a thing number ${n}
    When it is asked for again
    Then the answer is good
    And it names the thing ${n}
    And it counts
`
const wait = (n: number, ms: number) => `\n  Scenario: wait ${n}\n    Given a wait of ${ms} ms\n`

/** `files` features of `each` scenarios; with `waitMs` they wait instead of calling the service. */
export async function makeBenchProject(files: number, each: number, waitMs?: number): Promise<BenchProject> {
  const folder = await mkdtemp(join(tmpdir(), 'airlock-bench-'))
  await mkdir(join(folder, 'features'))
  await mkdir(join(folder, 'policy', 'targets'), { recursive: true })
  for (let file = 0; file < files; file++) {
    const numbers = Array.from({ length: each }, (_, index) => file * each + index)
    const text = numbers.map((n) => (waitMs === undefined ? scenario(n) : wait(n, waitMs))).join('')
    await writeFile(join(folder, 'features', `f${file}.feature`), `Feature: F${file}\n${text}`)
  }
  await writeFile(join(folder, 'policy', 'tenants.yaml'), tenants)
  await writeFile(join(folder, 'policy', 'targets', 'bench.yaml'), target)
  const server = await openService()
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    folder,
    env: { BENCH_URL: `http://127.0.0.1:${port}`, BENCH_SECRET: 'bench-secret' },
    close: () => server.close().closeAllConnections(),
  }
}

const tenants = `tenants:
  - { id: one, name: One, zone: UTC, calendar: GB-ENG, services: [api], clientId: one, secret: "\${BENCH_SECRET}" }
`
const target = `name: bench
services: { api: "\${BENCH_URL}" }
identity: { url: /version, version: $.version }
code: ["${stepsFolder}"]
`

async function openService(): Promise<Server> {
  let count = 0
  const server = createServer((request, response) => {
    count += 1
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ path: request.url, count, version: '1.0.0' }))
  })
  const ready = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', ready.resolve)
  await ready.promise
  return server
}
