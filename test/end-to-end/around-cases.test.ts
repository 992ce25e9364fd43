// What surrounds cases does its worst: code that never loads, hooks around all of them, processes that leave while they
// wait. Nobody may be left waiting, and nothing secret may be told.
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { Verdict } from '../../src/gate/verdict.ts'
import type { Seal } from '../../src/run/seal.ts'
import {
  listDescendants,
  makeTempFolder,
  readJson,
  runAirlock,
  startAirlock,
  waitUntil,
  waitUntilGone,
  type Finished,
} from '../airlock.ts'
import { openProject, type OpenProject } from '../open-project.ts'

const version = JSON.stringify({ build: { version: '1.0.0', digest: 'sha256:1' } })
const env = { NORTH_KEY: 'north-key-7c1d', SOUTH_KEY: 'south-key-91ab', TOKEN: 'token-of-the-target' }

/** A server that says which build it is, after a while. */
async function startServer(delayMs = 0) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    void setTimeout(delayMs).then(() => response.end(version))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  return { url: `http://127.0.0.1:${port}`, asked, stop: () => server.close() }
}

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0)) await close()
})

type Tried = { readonly project: OpenProject; readonly out: string; readonly asked: readonly string[] }
type Given = { readonly scenarios?: readonly string[]; readonly delayMs?: number; readonly limits?: string }

/** A project with this code and these scenarios, and a candidate that answers. */
async function open(
  code: string,
  { scenarios = ['passes'], delayMs = 0, limits = '' }: Given = {},
): Promise<Tried> {
  const server = await startServer(delayMs)
  const blocks = scenarios.map(
    (name) => `${name.includes('alone') ? '  @lock:*\n' : ''}  Scenario: ${name}\n    Then it ${name}\n`,
  )
  const project = await openProject({
    'own/own.steps.ts': `import { AfterAll, BeforeAll, Then } from '@cucumber/cucumber'\nThen('it passes', () => undefined)\n${code}`,
    'own/own.feature': `@service:loans\n@one-tenant\nFeature: Own\n\n${blocks.join('\n')}`,
    'own.yaml': `name: own
services: { loans: '${server.url}' }
identity: { url: '/about?token=\${TOKEN}', version: $.build.version, digest: $.build.digest }
limits: { ${limits} }
features: [own]
code: [own]
`,
  })
  const out = await makeTempFolder()
  opened.push(
    () => server.stop(),
    () => project.close(),
    async () => rm(out, { recursive: true, force: true }),
  )
  return { project, out, asked: server.asked }
}

async function run({ project, out }: Tried, ...flags: string[]): Promise<Finished> {
  const args = ['run', '--target', 'own.yaml', '--retry', '0', '--out', out, ...flags]
  return runAirlock(args, { cwd: project.folder, env })
}

test('a worker that leaves while it waits is replaced, and its next cases are run', async () => {
  const tried = await open(
    `import { setTimeout as wait } from 'node:timers/promises'
Then('it leaves soon', () => void setTimeout(() => process.exit(7), 600))
Then('it takes long', () => wait(2500))
Then('it is alone', () => undefined)`,
    { scenarios: ['leaves soon', 'takes long', 'is alone'] },
  )
  const { stdout } = await run(tried, '--workers', '2')
  expect(stdout).toContain('3 of 3 cases passed')
  const { shards } = await readJson<Seal>(tried.out, 'run.json')
  expect(shards[0]?.workers).toContainEqual(expect.objectContaining({ exitCode: 7, ended: 'lost' }))
})

test('a worker that a passed case leaves to die after the last one is told, and to the gate', async () => {
  // As an error does that nobody has caught; when that comes cannot be told beforehand.
  const late = `process.on('exit', () => { process.exitCode = 1 })`
  const tried = await open(`Then('it leaves an assertion', () => void ${late})`, {
    scenarios: ['leaves an assertion'],
  })
  const { exitCode, stdout } = await run(tried)
  expect({ exitCode, stdout }).toMatchObject({
    exitCode: 2,
    stdout: expect.stringContaining('1 of 1 cases passed, a worker left'),
  })
  expect(stdout).toContain('exit code 1')
  await runAirlock(['gate', '--run', tried.out], { cwd: tried.project.folder })
  const { findings } = await readJson<Verdict>(tried.out, 'verdict.json')
  expect(findings.find(({ rule }) => rule === 'results-sealed')?.outcome).toBe('fail')
})

// Cases that are alone come last.
const leaving = `import { setTimeout as wait } from 'node:timers/promises'
const leave = async () => { await wait(50); throw new Error('left on the way') }
Then('it leaves an error', () => void leave())
Then('it leaves a timer', () => void setTimeout(() => { throw new Error('left on the way') }, 50))
Then('it takes long alone', () => wait(600))`

test.each(['leaves an error', 'leaves a timer'])(
  'what comes when it %s is told of that case, which had passed, and fails no other',
  async (name) => {
    const tried = await open(leaving, { scenarios: [name, 'takes long alone'] })
    const { exitCode, stdout } = await run(tried, '--workers', '1', '--retry', '1')
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('2 of 2 cases passed, an error left behind'),
    })
    expect(stdout).toContain(`"${name}" had passed when this came of it:\n  Error: left on the way`)
    await runAirlock(['gate', '--run', tried.out], { cwd: tried.project.folder })
    const { findings } = await readJson<Verdict>(tried.out, 'verdict.json')
    expect(findings.find(({ rule }) => rule === 'results-sealed')?.outcome).toBe('fail')
  },
)

test('a worker that a passed case leaves spinning is not waited for when all is done', async () => {
  const tried = await open(`Then('it leaves a loop', () => void process.on('exit', () => { for (;;); }))`, {
    scenarios: ['leaves a loop'],
    limits: 'caseSeconds: 1',
  })
  const { exitCode, stdout } = await run(tried)
  expect({ exitCode, stdout }).toMatchObject({
    exitCode: 2,
    stdout: expect.stringContaining('did not end within 1 s'),
  })
})

test('what a case has started and left is not waited for, though it holds the output open', async () => {
  const tried = await open(
    `import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
Then('it leaves a process', () => {
  const left = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60000)'], { detached: true, stdio: 'inherit' })
  left.unref()
  writeFileSync('left.txt', String(left.pid))
})`,
    { scenarios: ['leaves a process'] },
  )
  const { exitCode, stdout } = await run(tried)
  process.kill(Number(await readFile(join(tried.project.folder, 'left.txt'), 'utf8')))
  expect({ exitCode, stdout }).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('1 of 1 cases passed'),
  })
}, 30_000)

test('code that never ends to load is not waited for', async () => {
  const { project } = await open('await new Promise(() => undefined)', { limits: 'loadSeconds: 2' })
  const args = ['lint', '--target', 'own.yaml']
  const { exitCode, stdout, stderr } = await runAirlock(args, { cwd: project.folder, env })
  expect(exitCode).toBe(3)
  expect(stdout + stderr).toContain('not loaded within 2 s')
})

test('code that loads in the first worker and never in the second is told as well', async () => {
  const tried = await open(
    `import { mkdirSync } from 'node:fs'
try { mkdirSync(process.env['ONCE'] ?? '') } catch { await new Promise(() => undefined) }
Then('it passes too', () => undefined)`,
    { scenarios: ['passes', 'passes too'], limits: 'loadSeconds: 6' },
  )
  const once = join(tried.project.folder, 'once')
  const args = ['run', '--target', 'own.yaml', '--out', tried.out, '--workers', '2']
  const { exitCode, stderr } = await runAirlock(args, {
    cwd: tried.project.folder,
    env: { ...env, ONCE: once },
  })
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('not loaded within 6 s'),
  })
})

test('a hook before all cases that never ends is what is told of the cases', async () => {
  const code = 'BeforeAll({ timeout: -1 }, () => new Promise(() => undefined))'
  const tried = await open(code, { limits: 'caseSeconds: 1' })
  const { exitCode, stdout } = await run(tried)
  expect({ exitCode, stdout }).toMatchObject({
    exitCode: 2,
    stdout: expect.stringContaining('a hook took more than 1 s'),
  })
})

test.each([
  ['fails', 'AfterAll(() => { throw new Error("it was not tidied") })', 'it was not tidied'],
  [
    'never ends',
    'AfterAll({ timeout: -1 }, () => new Promise(() => undefined))',
    'a hook took more than 1 s',
  ],
])('a hook after all cases that %s lets no run pass', async (_what, code, words) => {
  const { exitCode, stdout } = await run(await open(code, { limits: 'caseSeconds: 1' }))
  expect(stdout).toContain('1 of 1 cases passed, a hook failed')
  expect({ exitCode, stdout }).toMatchObject({ exitCode: 1, stdout: expect.stringContaining(words) })
})

test('secrets of hooks and of the target are in nothing that is written or told', async () => {
  const tried = await open(
    `BeforeAll(() => { throw new Error('not let in with ' + process.env['NORTH_KEY'] + ' and ' + process.env['TOKEN']) })`,
  )
  const { stdout, stderr } = await run(tried)
  const files = ['run.json', 'coverage.json', 'messages/shard-1-of-1.ndjson', 'logs/worker-1.log']
  const written = await Promise.all(
    files.map((file) => readFile(join(tried.out, file), 'utf8').catch(() => '')),
  )
  const all = [stdout, stderr, ...written].join('\n')
  expect(all).toContain('not let in with [redacted]')
  expect(all).toContain('/about?token=[redacted]')
  expect(all).not.toMatch(/north-key|token-of-the-target/)
})

test('a case that was given up is among those that failed last', async () => {
  const { project } = await open(`Then('it leaves', () => process.exit(7))`, {
    scenarios: ['passes', 'leaves'],
  })
  const again = (...flags: string[]) =>
    runAirlock(['run', '--target', 'own.yaml', ...flags], { cwd: project.folder, env })
  expect((await again()).exitCode).toBe(2)
  const { exitCode, stdout } = await again('--failed')
  expect({ exitCode, stdout }).toMatchObject({
    exitCode: 2,
    stdout: expect.stringContaining('0 of 1 cases passed'),
  })
})

test('who stops a run while the candidate is asked who it is stops it before any case', async () => {
  const { project, out, asked } = await open('', { delayMs: 2000 })
  const running = startAirlock(['run', '--target', 'own.yaml', '--out', out], { cwd: project.folder, env })
  await waitUntil(() => asked.length > 0)
  process.kill(running.pid, 'SIGINT')
  const { exitCode, stdout } = await running.finished
  expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '' })
  expect(existsSync(join(out, 'run.json'))).toBe(false)
})

test('a signal that comes twice at once, as from a terminal and from npx, is one wish: the run is sealed', async () => {
  const { project, out } = await open(
    `Then('it waits', () => new Promise((done) => setTimeout(done, 3000)))`,
    { scenarios: ['waits'] },
  )
  const running = startAirlock(['run', '--target', 'own.yaml', '--out', out], { cwd: project.folder, env })
  await waitUntil(() => existsSync(join(out, 'messages')))
  process.kill(running.pid, 'SIGINT')
  await setTimeout(5) // a fast machine ends such a run within fifty
  process.kill(running.pid, 'SIGINT')
  expect((await running.finished).exitCode).toBe(130)
  expect(await readJson<Seal>(out, 'run.json')).toMatchObject({ interrupted: true })
})

test('messages that cannot be written are a fault of the run, which is not sealed', async () => {
  const tried = await open('')
  await mkdir(join(tried.out, 'messages/shard-1-of-1.ndjson'), { recursive: true })
  const { exitCode, stderr } = await run(tried)
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 4,
    stderr: expect.stringContaining('could not be written'),
  })
  // Whoever has to mend it must know whether the disk is full or a folder gone.
  expect(stderr).toContain('EISDIR')
  expect(existsSync(join(tried.out, 'run.json'))).toBe(false)
})

test('a folder that holds a run takes no other', async () => {
  const tried = await open('')
  expect((await run(tried)).exitCode).toBe(0)
  const { exitCode, stderr } = await run(tried)
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('a folder without a run in it'),
  })
  const watched = await run(tried, '--watch')
  expect({ ...watched }).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('no --watch') })
})

test('a target that will not end is ended with an Airlock that is stopped twice', async () => {
  const { project, out } = await open('')
  const server = `import { createServer } from 'node:http'
const server = createServer((_, response) => response.end('${version}')).listen(0, '127.0.0.1', () => {
  const url = 'http://127.0.0.1:' + server.address().port
  process.stdout.write(JSON.stringify({ environment: { OWN_URL: url } }) + '\\n')
})
process.on('SIGTERM', () => undefined)
`
  const target = `name: own
start: [node, stays.mjs]
services: { loans: '\${OWN_URL}' }
identity: { url: /about, version: $.build.version, digest: $.build.digest }
features: [own]
code: [own]
`
  await writeFile(join(project.folder, 'stays.mjs'), server)
  await writeFile(join(project.folder, 'own.yaml'), target)
  const args = ['run', '--target', 'own.yaml', '--out', out]
  const running = startAirlock(args, { cwd: project.folder, env })
  await waitUntil(() => existsSync(join(out, 'run.json')))
  const started = (await listDescendants(running.pid)).filter(({ command }) => command.includes('stays.mjs'))
  expect(started).toHaveLength(1)
  process.kill(running.pid, 'SIGINT')
  await setTimeout(400) // what comes sooner is one wish
  process.kill(running.pid, 'SIGINT')
  expect((await running.finished).exitCode).toBe(130)
  await waitUntilGone(started)
})
