// Cucumber in one file has to be the same Cucumber: the same ends of cases, told in the same words, from the same places.
// It is tried in a copy of Airlock, with real workers.
import { appendFileSync, cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeTempFolder,
  projects,
  readResults,
  root as airlockRoot,
  runAirlock,
  type AllureResult,
  type Finished,
} from '../test/airlock.ts'
import { startLibrary, type Library } from '../test/start-library.ts'
import { writeCucumber } from './write-cucumber.ts'

let library: Library
let root: string

beforeAll(async () => {
  library = await startLibrary()
  root = await makeTempFolder()
  for (const name of ['bundle', 'scripts', 'src', 'package.json'])
    cpSync(join(airlockRoot, name), join(root, name), { recursive: true })
  symlinkSync(join(airlockRoot, 'node_modules'), join(root, 'node_modules'))
})
afterAll(async () => {
  rmSync(root, { recursive: true })
  await library.stop()
})

type Ran = Finished & { readonly results: readonly AllureResult[] }

async function run(...features: string[]): Promise<Ran> {
  const out = await makeTempFolder()
  const args = ['run', ...features, '--target', 'policy/targets/nasty.yaml', '--out', out]
  const ran = await runAirlock(args, { cwd: join(projects, 'nasty'), env: library.env, from: root })
  const results = ran.exitCode === 0 || ran.exitCode === 1 ? await readResults(out) : []
  rmSync(out, { recursive: true })
  return { ...ran, results }
}

const nasty = 'features/nasty/nasty.feature'
const lineOf = (name: string): number =>
  readFileSync(join(projects, 'nasty', nasty), 'utf8')
    .split('\n')
    .findIndex((line) => line.trim() === `Scenario: ${name}`) + 1

/** What is not another at each run: ends, words, and the lines of code that they come from. */
function whatIsSaid({ exitCode, results }: Ran) {
  const said = results.map(({ name, status, statusDetails }) => ({ name, status, statusDetails }))
  return { exitCode, said: said.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }
}

test('cases end as they do with the packages, and failures name the same lines of steps alone', async () => {
  const names = ['passes', 'failed assertion', 'thrown error', 'ambiguous', 'failing Before hook', 'pending']
  const features = names.map((name) => `${nasty}:${lineOf(name)}`)
  const packages = await run(...features)
  expect(packages.results.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
  await writeCucumber(root)
  const bundled = await run(...features)
  expect(whatIsSaid(bundled)).toEqual(whatIsSaid(packages))
  expect(JSON.stringify(bundled.results)).toContain('nasty.steps.ts:')
})

test('it is what workers load', async () => {
  await writeCucumber(root)
  appendFileSync(join(root, 'dist/cucumber/lib/all.js'), 'throw new Error("spoilt")\n')
  const { exitCode, stderr } = await run(`${nasty}:${lineOf('passes')}`)
  expect(exitCode).toBe(3)
  expect(stderr).toContain('spoilt')
})
