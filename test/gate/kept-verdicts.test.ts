// What a gate leaves in a folder is what it last decided there: a look changes nothing, and a signed pass of before
// never lies beside a newer verdict.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { GateOptions } from '../../scripts/gate.ts'
import { runKeysCreate } from '../../scripts/keys.ts'
import { askGate, usualNowMs } from '../acceptance/gate-environment.ts'
import { writeUsualRelease } from '../acceptance/promise-files.ts'
import { writeRun } from '../acceptance/run-folder.ts'
import { makeTempFolder } from '../airlock.ts'

let root: string
const key = 'airlock.key'
const now = '2026-11-23T08:20:00Z'
const signed = 'verdict.dsse.json'
const tomorrowMs = usualNowMs + 2 * 86_400_000

/** Every file below the project's folder with its bytes, but for the history. */
async function readAll(): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('.airlock'))
  const texts = files.map(async ({ parentPath, name }) => {
    const file = join(parentPath, name)
    return [file.slice(root.length + 1), await readFile(file, 'latin1')] as const
  })
  return Object.fromEntries(await Promise.all(texts))
}

beforeEach(async () => {
  root = await makeTempFolder()
  await writeUsualRelease(root)
  await writeRun(join(root, 'run'))
  const silent = { write: () => true }
  runKeysCreate({ out: '.' }, { cwd: root, env: {}, stdout: silent, stderr: silent, now: () => usualNowMs })
  const { exitCode, stdout } = await askGate(root, { run: 'run', key })
  expect(exitCode, stdout).toBe(0)
})
afterEach(() => rm(root, { recursive: true, force: true }))

describe('a look leaves every file as it is', () => {
  test.each<[string, GateOptions]>([
    ['of a run', { run: 'run', now }],
    ['of a run, with a key', { run: 'run', now, key }],
    ['of a run, as JSON', { run: 'run', now, json: true }],
    ['in a dry run', { run: 'run', now, dryRun: true }],
    ['in a dry run for now', { run: 'run', dryRun: true }],
    ['of results', { results: ['run/allure-results'], now }],
  ])('%s', async (_, options) => {
    const before = await readAll()
    expect(before).toHaveProperty([`run/${signed}`])
    const { stdout, stderr } = await askGate(root, options)
    expect(stdout).not.toBe('')
    expect(stderr).not.toContain('verdict.json')
    expect(await readAll()).toEqual(before)
  })
})

test('a look goes where it is told to, and to no other place', async () => {
  const before = await readAll()
  await askGate(root, { run: 'run', now, out: 'look' })
  const after = await readAll()
  expect(after).toMatchObject(before)
  const added = Object.keys(after).filter((file) => before[file] === undefined)
  expect(added.toSorted()).toEqual(['look/evidence.json', 'look/history.json', 'look/verdict.json'])
})

describe('a verdict that goes to another folder', () => {
  test('leaves that of the run alone, and says that it is there', async () => {
    const before = await readAll()
    const { exitCode, stderr } = await askGate(root, { run: 'run', out: 'elsewhere', key }, tomorrowMs)
    expect(exitCode).toBe(1)
    expect(await readAll()).toMatchObject(before)
    expect(stderr).toContain(`an earlier signed verdict still lies in run: ${signed}`)
  })

  test('says nothing of a run that has none, and nothing where it is the run’s own', async () => {
    await writeRun(join(root, 'other'))
    const own = [{ run: 'other', out: 'elsewhere' }, { run: 'run', out: './run/' }, { run: 'run' }]
    for (const options of own)
      expect((await askGate(root, options, tomorrowMs)).stderr).not.toContain('still lies')
  })
})

test('a signed verdict is gone before a newer one is written', async () => {
  await rm(join(root, 'run/verdict.json'))
  await mkdir(join(root, 'run/verdict.json/in the way'), { recursive: true })
  expect((await askGate(root, { run: 'run' }, tomorrowMs)).exitCode).toBe(4)
  expect(await readdir(join(root, 'run'))).not.toContain(signed)
})

test('a report of the verdict before is told, as it still shows that one', async () => {
  const before = await askGate(root, { run: 'run' })
  expect(before.stderr).not.toContain('airlock report')
  await mkdir(join(root, 'run', 'allure-report'))
  for (const page of ['index.html', 'allure-report/index.html'])
    await writeFile(join(root, 'run', page), 'may be deployed')
  const { stderr } = await askGate(root, { run: 'run' })
  const old = 'allure-report/index.html, index.html'
  expect(stderr).toContain(`${old} in run still say what was decided before: airlock report --run run\n`)
  expect((await askGate(root, { run: 'run', now })).stderr).not.toContain('airlock report')
})
