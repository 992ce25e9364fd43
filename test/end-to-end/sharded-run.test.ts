// A pipeline runs the shards of one plan on machines of their own. What they leave is judged as one run, or not at all.
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Verdict } from '../../src/gate/verdict.ts'
import type { Seal } from '../../src/run/seal.ts'
import { makeTempFolder, projects, readJson, readResults, runAirlock } from '../airlock.ts'
import { startLibrary, type Library } from '../start-library.ts'

const cwd = join(projects, 'library')
let library: Library
/** Runs of one shard each, and a folder for what a test makes of them. */
let [first, second, place] = ['', '', '']

beforeAll(async () => {
  library = await startLibrary()
  ;[first, second, place] = [await runShard('1/2'), await runShard('2/2'), await makeTempFolder()]
})
afterAll(async () => library.stop())

async function runShard(shard: string, ...flags: string[]): Promise<string> {
  const out = await makeTempFolder()
  const args = ['run', '--target', 'policy/targets/library.yaml', '--shard', shard, '--out', out, ...flags]
  const ran = await runAirlock(args, { cwd, env: library.env })
  expect(ran.stderr).not.toContain('failed')
  // What others have to run is not counted.
  if (flags.length === 0) expect(ran.stderr).toMatch(/^2 cases on /)
  return out
}

const join_ = (name: string, ...folders: string[]) =>
  runAirlock(['gate', '--run', ...folders, '--out', join(place, name)], { cwd, env: library.env })

async function outcomesIn(name: string): Promise<Record<string, string>> {
  const { findings } = await readJson<Verdict>(join(place, name), 'verdict.json')
  return Object.fromEntries(findings.map(({ rule, outcome }) => [rule, outcome]))
}
const whole = {
  'results-sealed': 'pass',
  'results-readable': 'pass',
  'plan-complete': 'pass',
  'witnesses-agree': 'pass',
  'candidate-matches': 'pass',
  'no-failures': 'pass',
}

test('all shards are one run, in whatever order they are named, that can be judged and reported again', async () => {
  await join_('whole', second, first)
  const out = join(place, 'whole')
  expect(await outcomesIn('whole')).toMatchObject(whole)
  const seal = await readJson<Seal>(out, 'run.json')
  expect(seal.shards.map(({ index, total, cases }) => [index, total, cases.length])).toEqual([
    [1, 2, expect.any(Number)],
    [2, 2, expect.any(Number)],
  ])
  expect((await readResults(out)).map(({ name }) => name)).toHaveLength(4)
  await join_('other-order', first, second)
  const texts = ['whole', 'other-order'].map((name) => readFile(join(place, name, 'run.json'), 'utf8'))
  const [one, other] = await Promise.all(texts)
  expect(one).toBe(other)
  const again = await runAirlock(['gate', '--run', out, '--json'], { cwd, env: library.env })
  expect((JSON.parse(again.stdout) as Verdict).findings.length).toBeGreaterThan(0)
  expect(await outcomesIn('whole')).toMatchObject(whole)
})

test('a shard that is not there blocks, and the remedy says what to do', async () => {
  const alone = await runAirlock(['gate', '--run', first, '--out', join(place, 'alone')], { cwd })
  expect(alone.exitCode).toBe(1)
  expect(alone.stdout).toContain('Run each shard of the same plan exactly once, and judge all of them')
  expect(await outcomesIn('alone')).toMatchObject({ 'results-sealed': 'fail' })
})

async function copyOf(folder: string, change: (copy: string) => Promise<unknown>): Promise<string> {
  const copy = await makeTempFolder()
  await cp(folder, copy, { recursive: true })
  await change(copy)
  return copy
}
const resultIn = async (folder: string): Promise<string> => {
  const names = await readdir(join(folder, 'allure-results'))
  return join(folder, 'allure-results', names.find((name) => name.endsWith('-result.json')) ?? '')
}

async function changeSeal(copy: string, change: (seal: Seal) => Seal): Promise<void> {
  const seal = await readJson<Seal>(copy, 'run.json')
  await writeFile(join(copy, 'run.json'), JSON.stringify(change(seal)))
}
const sealTwice = (seal: Seal): Seal => ({
  ...seal,
  files: seal.files.flatMap((file) => [file, { ...file, sha256: '00' }]),
})

const sealOddly = (seal: Seal): Seal => {
  const odd = ['allure-results', '', 'x'.repeat(300), 'a\0b']
  return { ...seal, files: [...seal.files, ...odd.map((path) => ({ path, bytes: 0, sha256: '' }))] }
}
const layFolder = async (file: string): Promise<void> => {
  await rm(file, { force: true })
  await mkdir(file)
}

test.each<[string, (copy: string) => Promise<unknown>]>([
  ['a result changed', async (copy) => writeFile(await resultIn(copy), '{}')],
  ['a result gone', async (copy) => rm(await resultIn(copy))],
  ['a result added', (copy) => writeFile(join(copy, 'allure-results', 'a-result.json'), '{}')],
  ['another account of what was covered', (copy) => writeFile(join(copy, 'coverage.json'), '{}')],
  ['a file that was sealed as two', (copy) => changeSeal(copy, sealTwice)],
  ['names sealed that no file has', (copy) => changeSeal(copy, sealOddly)],
  [
    'folders in place of files',
    (copy) => Promise.all(['coverage.json', 'run.json'].map((name) => layFolder(join(copy, name)))),
  ],
  ['no seal', (copy) => rm(join(copy, 'run.json'))],
])('what was done to a shard before is seen in the whole: %s', async (name, change) => {
  const copy = await copyOf(second, change)
  const { exitCode } = await join_(name, first, copy)
  expect(exitCode).toBe(1)
  expect(await outcomesIn(name)).toMatchObject({ 'results-sealed': 'fail' })
})

test('folders that are no shards of one run are refused with all that is wrong, and nothing is written', async () => {
  const other = await runShard('2/2', '--retry', '0')
  const narrowed = await runShard('2/2', '--tenants', 'north')
  const same = await copyOf(first, async () => undefined)
  const laid = await copyOf(second, (copy) => writeFile(join(copy, 'openapi.json'), '{}'))
  const named = await copyOf(second, async (copy) =>
    writeFile(join(copy, 'allure-results', basename(await resultIn(first))), '{}'),
  )
  const refusals = [
    [join_('x', first, same), /expected each shard once, received 1-of-2 in/],
    [join_('x', first, join(place, 'nothing')), /expected the run of a shard, received no plan.json/],
    [join_('x', first, join(second, 'plan.json')), /expected the run of a shard, received no plan.json/],
    [join_('x', first, other), /expected --retry 1 as .*, received 0/],
    [join_('x', first, narrowed), /expected the same plan as .*, received another one/],
    [join_('x', first, laid), /expected files that the run has sealed, received .*openapi\.json/],
    [join_('x', first, named), /expected files that the run has sealed, received .*-result\.json/],
    [join_('whole', first, second), /expected a folder in which nothing is yet/],
    [
      runAirlock(['gate', '--run', first, second, '--out', join(place, 'x'), '--now', 'soon'], { cwd }),
      /--now: expected an instant/,
    ],
    [runAirlock(['gate', '--run', first, second], { cwd }), /--out: expected a folder in which/],
    [
      runAirlock(['gate', '--dry-run', '--run', first, second, '--out', join(place, 'x')], { cwd }),
      /one run/,
    ],
  ] as const
  for (const [asked, message] of refusals) {
    const { exitCode, stderr } = await asked
    expect(stderr).toMatch(message)
    expect(exitCode).toBe(3)
  }
  expect(await readdir(place)).not.toContain('x')
})

test.each([
  ['run', '--shard', '1/2'],
  ['gate', '--run', 'a', 'b'],
])('an empty --out, as an unset variable leaves it, is no folder: %s', async (...args) => {
  const { exitCode, stderr } = await runAirlock([...args, '--out', ''], { cwd: await makeTempFolder() })
  expect(stderr).toContain("option '--out <dir>' argument '' is invalid")
  expect(exitCode).toBe(3)
})
