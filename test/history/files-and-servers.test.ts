// What can be wrong with the place itself, and what is said of it.
import { existsSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHistory, type History } from '../../src/history/open-history.ts'
import { makeTempFolder } from '../airlock.ts'
import { asOf, sampleRecording } from './sample-recordings.ts'

let folder: string
beforeAll(async () => {
  folder = await makeTempFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function readProblem(place: string): Promise<string | null> {
  await using history = open(place)
  return (await history.readPast(asOf(9))).past.problem
}

/** What it says to somebody who wants to write. */
async function readRefusal(place: string): Promise<string> {
  await using history = open(place)
  return await history.record(sampleRecording(1)).then(
    () => 'written',
    (error: unknown) => String(error),
  )
}

async function create(place: string): Promise<void> {
  await using history = open(place)
  await history.create()
}

const open = (place: string): History => openHistory({ cwd: folder, env: { AIRLOCK_HISTORY: place } })

test.each<[string, (path: string) => void, RegExp]>([
  ['is no database', (path) => writeFileSync(path, 'hello '.repeat(2000)), /not a database/],
  ['is empty', (path) => truncateSync(path, 0), /the file is empty/],
  ['is cut in half', (path) => truncateSync(path, 20_000), /malformed/],
  ['is cut in its head', (path) => truncateSync(path, 50), /not a database|malformed/],
  ['is the database of another program', makeForeign, /no history of Airlock/],
])('a file that %s is a problem, and is left as it is', async (_what, damage, message) => {
  const path = join(folder, `${Math.random()}.sqlite`)
  await create(path)
  expect(await readRefusal(path)).toBe('written')
  expect(await readProblem(path)).toBeNull()
  damage(path)
  expect(await readProblem(path)).toMatch(message)
  expect(await readRefusal(path)).toMatch(message)
  expect(await readProblem(path)).toMatch(message)
})

function makeForeign(path: string): void {
  writeFileSync(path, '')
  const database = new DatabaseSync(path)
  database.exec('CREATE TABLE something (else_ text)')
  database.close()
}

test('a folder in place of a file is a problem', async () => {
  await mkdir(join(folder, 'a folder'))
  expect(await readProblem('a folder')).toMatch(/unable to open/)
})

test('a history has its place below .airlock, unless another one was named', async () => {
  expect(await readRefusal('')).toContain('there is none')
  await create('')
  expect(await readRefusal('')).toBe('written')
  const history = openHistory({ cwd: folder, env: {} })
  expect(existsSync(join(folder, '.airlock', 'history.sqlite'))).toBe(true)
  expect(history.name).toBe(join(folder, '.airlock', 'history.sqlite'))
  expect(await readRefusal('elsewhere/h.sqlite')).toContain('there is none')
  await create('elsewhere/h.sqlite')
  expect(await readRefusal('elsewhere/h.sqlite')).toBe('written')
  expect(existsSync(join(folder, 'elsewhere', 'h.sqlite'))).toBe(true)
})

test('a server that does not answer is a problem, told without its password', async () => {
  const place = 'postgres://someone:opensesame@127.0.0.1:9/history?password=opensesame'
  const said = [await readProblem(place), await readRefusal(place)]
  expect(said.join()).toMatch(/ECONNREFUSED.*ECONNREFUSED/)
  expect(said.join()).not.toContain('opensesame')
  expect(open(place).name).toBe('postgres://127.0.0.1:9/history')
})

test.each(['open@sesame/now', 'open#sesame', 'open?sesame', 'open/sesame'])(
  'a password with signs in it that are not escaped is a problem, and not shown: %s',
  async (password) => {
    const place = `postgres://someone:${password}@127.0.0.1:9/history`
    await using history = open(place)
    expect(history.name).toBe('postgres://…')
    expect(await readProblem(place)).toContain('signs have to be escaped')
    expect(await readRefusal(place)).not.toMatch(/sesame|now/)
  },
)

test('an address of a socket, and one with escaped signs, are right', () => {
  for (const place of ['postgres://someone@/history?host=/run', 'postgres://someone:a%40b%2Fc@host/history'])
    expect(open(place).name).not.toBe('postgres://…')
})

test('the address of another database is a problem and no path, told without its password', async () => {
  const place = 'mysql://someone:opensesame@127.0.0.1:9/history'
  const told = 'mysql://127.0.0.1:9/history is neither a file nor an address of PostgreSQL'
  expect(await readProblem(place)).toBe(told)
  expect(await readRefusal(place)).toContain(told)
  await expect(create(place)).rejects.toThrow(told)
  expect(existsSync(join(folder, 'mysql:'))).toBe(false)
})

test('a server whose scheme is written large is a server too, and no file with a password for its name', () => {
  expect(open('Postgres://someone:opensesame@127.0.0.1:9/history').name).toBe(
    'postgres://127.0.0.1:9/history',
  )
})
