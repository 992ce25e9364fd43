// What the gate makes of a history, and what becomes of one by judging runs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { link, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Verdict } from '../../src/gate/verdict.ts'
import { pastFileSchema } from '../../src/history/past.ts'
import { makeDocument } from '../../src/history/run-record.ts'
import { openHistory } from '../../src/history/open-history.ts'
import {
  makeReleaseFilesFor,
  usualPolicy,
  writeFiles,
  writeUsualRelease,
} from '../acceptance/promise-files.ts'
import { askGate } from '../acceptance/gate-environment.ts'
import { usualContract } from '../acceptance/run-contract.ts'
import { firstCase, runStartMs, writeRun, type RunSpec } from '../acceptance/run-folder.ts'
import type { Seal } from '../../src/run/seal.ts'
import { makeTempFolder, readJson, runAirlock } from '../airlock.ts'
import { dayMs } from './sample-recordings.ts'

let root: string
const historyFile = () => join(root, '.airlock', 'history.sqlite')

beforeEach(async () => {
  root = await makeTempFolder()
  await writeUsualRelease(root)
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** A run of that day, judged ten minutes after it began. */
async function judge(day: number, spec: RunSpec = {}, ask: { now?: string; out?: string } = {}) {
  const runId = `2026112${day}-080000-1a2b`
  const startMs = runStartMs + day * dayMs
  await writeRun(join(root, 'reports', runId), { runId, startMs, ...spec })
  await writeFiles(root, makeReleaseFilesFor(startMs))
  const run = join('reports', runId)
  const judged = await askGate(root, { run, ...ask }, startMs + 600_000)
  return { ...judged, runId, verdict: await readJson<Verdict>(root, run, 'verdict.json') }
}

async function useHistory<T>(ask: (history: ReturnType<typeof openHistory>) => Promise<T>): Promise<T> {
  await using history = openHistory({ cwd: root, env: {} })
  return await ask(history)
}

const readPastFile = async (runId: string) =>
  pastFileSchema.parse(await readJson(root, 'reports', runId, 'history.json'))

const list = () => useHistory((history) => history.list())
const contractKept = ({ findings }: Verdict) => findings.find(({ rule }) => rule === 'contract-kept')

/** An operation fewer than the usual contract has. */
const smaller = (files: Map<string, string>): void => {
  const paths = Object.fromEntries(Object.entries(usualContract.paths).slice(0, 1))
  files.set('openapi.json', JSON.stringify({ ...usualContract, paths }))
}

test('each run that is judged is kept, whatever the verdict', async () => {
  const passed = await judge(1)
  const blocked = await judge(2, { cases: firstCase('failed') })
  expect([passed.exitCode, blocked.exitCode]).toEqual([0, 1])
  expect(await list()).toMatchObject([
    { runId: blocked.runId, verdict: 'block', release: '2026.24', cases: 6 },
    { runId: passed.runId, verdict: 'pass', version: '7.7.0', whole: true },
  ])
  const startedAt = runStartMs + 9 * dayMs
  const { past } = await useHistory((history) =>
    history.readPast({ runId: null, startedAt, target: 'reference', demanded: [] }),
  )
  expect(past.problem).toBeNull()
  expect(past.lastPassed?.runId).toBe(passed.runId)
  expect(past.lastPassed?.scenarios).toHaveLength(3)
  expect(past.lastPassed?.scenarios[0]?.cases.map(({ tenant }) => tenant)).toEqual(['cedar', 'maple'])
  expect(past.lastPassed?.policy.rules['no-failures']?.level).toBe('block')
})

test('a preview is not kept, and neither are results of other frameworks', async () => {
  const { runId } = await judge(
    1,
    {},
    {
      now: '2026-11-24T08:10:00Z',
      out: 'reports/20261121-080000-1a2b',
    },
  )
  writeFileSync(join(root, 'results-only.yaml'), 'extends: results-only\n')
  const results = [join('reports', runId, 'allure-results')]
  await askGate(root, { results, policy: 'results-only.yaml' })
  expect(await list()).toEqual([])
})

test('judged twice, a run gives the same verdict and is kept once', async () => {
  await judge(1)
  const first = await judge(2)
  const second = await judge(2)
  expect(second.verdict).toEqual(first.verdict)
  expect(await readPastFile(second.runId)).toMatchObject({
    runs: 1,
    lastPassed: { runId: '20261121-080000-1a2b' },
  })
  expect(second.verdict.inputs.map(({ path }) => path)).toContain('history.json')
  expect(await list()).toHaveLength(2)
})

test('judged again when it is long too late, a run that passed is still what the next is compared with', async () => {
  const { runId } = await judge(1)
  const again = await askGate(root, { run: join('reports', runId) }, runStartMs + 3 * dayMs)
  expect(again.exitCode).toBe(1)
  expect(await list()).toMatchObject([{ runId, verdict: 'pass' }])
  const { exitCode, verdict } = await judge(5, { edit: smaller })
  expect(exitCode).toBe(1)
  expect(contractKept(verdict)).toMatchObject({ outcome: 'fail', actual: { baseline: runId } })
})

const policyFile = (name: string) => join(root, 'policy', name)
const newFailures = ({ findings }: Verdict) => findings.find(({ rule }) => rule === 'no-new-failures')

test('what a quarantine excused is no old failure once its entry is taken out', async () => {
  writeFileSync(policyFile('policy.yaml'), `${usualPolicy}rules: { no-failures: { level: warn } }\n`)
  await judge(1)
  const named = { feature: 'Opening a wallet', scenario: 'A new customer gets an empty wallet' }
  const entry = { ...named, owner: 'qa@example.com', link: 'https://example.com/1', reason: 'a clock' }
  const term = { created: '2026-11-20', expires: '2026-12-10' }
  writeFileSync(policyFile('quarantine.yaml'), JSON.stringify([{ ...entry, ...term }]))
  expect((await judge(2, { cases: firstCase('failed') })).exitCode).toBe(0)
  await rm(policyFile('quarantine.yaml'))
  const { exitCode, verdict } = await judge(3, { cases: firstCase('failed') })
  expect(newFailures(verdict)).toMatchObject({ outcome: 'fail', actual: { newFailures: 1 } })
  expect(exitCode).toBe(1)
})

test('what a scope left out is no old failure once the scope is gone', async () => {
  const write = (rule: string) =>
    writeFileSync(policyFile('policy.yaml'), `${usualPolicy}rules: { no-failures: { level: warn }${rule} }\n`)
  write('')
  await judge(1)
  write(", no-new-failures: { scope: { tags: 'not @smoke' } }")
  expect((await judge(2, { cases: firstCase('failed') })).exitCode).toBe(0)
  write('')
  const { exitCode, verdict } = await judge(3, { cases: firstCase('failed') })
  expect(newFailures(verdict)).toMatchObject({ outcome: 'fail', actual: { newFailures: 1 } })
  expect(exitCode).toBe(1)
})

test('the contract of the last release outlives its report', async () => {
  const { runId } = await judge(1)
  await rm(join(root, 'reports', runId), { recursive: true })
  const { exitCode, verdict } = await judge(2, { edit: smaller })
  expect(exitCode).toBe(1)
  expect(contractKept(verdict)).toMatchObject({ outcome: 'fail', actual: { baseline: runId } })
})

test('a run that began before there was a clock is not compared with nothing', async () => {
  const { runId } = await judge(1)
  await rm(join(root, 'reports', runId), { recursive: true })
  const fromNowhere = { edit: smaller, seal: (seal: Seal) => ({ ...seal, start: 0 }) }
  const { exitCode, verdict } = await judge(2, fromNowhere)
  expect(exitCode).toBe(1)
  expect(verdict.findings.find(({ rule }) => rule === 'results-fresh')).toMatchObject({ outcome: 'fail' })
})

test('a history that cannot be read is no reason to pass', async () => {
  await judge(1)
  writeFileSync(historyFile(), 'no database '.repeat(1000))
  const before = readFileSync(historyFile())
  const { exitCode, stdout, stderr, verdict } = await judge(2)
  expect(exitCode).toBe(2)
  expect(contractKept(verdict)).toMatchObject({
    outcome: 'inconclusive',
    actual: { problem: 'file is not a database' },
  })
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('the history cannot be read: file is not a database')
  expect(stdout).toContain('Mend the history')
  expect(stderr).toMatch(/^The verdict stands, but it is not in the history: file is not a database$/m)
  expect(readFileSync(historyFile())).toEqual(before)
})

test('a history that is gone is missed, and not begun anew', async () => {
  await judge(1)
  await rm(historyFile())
  const { exitCode, verdict, stderr } = await judge(2)
  expect(exitCode).toBe(2)
  expect(contractKept(verdict)?.outcome).toBe('inconclusive')
  expect(stderr).toMatch(/not in the history: there is none$/m)
  expect(existsSync(historyFile())).toBe(false)
})

test('a history that cannot be written changes no verdict', async () => {
  await judge(1)
  const database = new DatabaseSync(historyFile())
  database.exec(
    `CREATE TRIGGER full BEFORE INSERT ON airlock_runs BEGIN SELECT RAISE(ABORT, 'no room left'); END`,
  )
  database.close()
  const { exitCode, stderr } = await judge(2)
  expect(exitCode).toBe(0)
  expect(stderr).toMatch(/^The verdict stands, but it is not in the history: no room left$/m)
  expect(await list()).toHaveLength(1)
})

test('the command line carries a history to another machine', async () => {
  await judge(1)
  await judge(2)
  const env = { AIRLOCK_HISTORY: '' }
  const exported = await runAirlock(['history', 'export', 'h.ndjson'], { cwd: root, env })
  expect(exported).toMatchObject({ exitCode: 0, stdout: '2 runs written to h.ndjson\n' })
  await rm(historyFile())
  const imported = await runAirlock(['history', 'import', 'h.ndjson'], { cwd: root, env })
  expect(imported).toMatchObject({
    exitCode: 0,
    stdout: '2 runs read from h.ndjson, 2 of them new or with a later verdict\n',
  })
  const listed = await runAirlock(['history', 'list', '--json'], { cwd: root, env })
  expect(JSON.parse(listed.stdout)).toMatchObject({ runs: [{ verdict: 'pass' }, { verdict: 'pass' }] })
})

/** Its place is the project's folder, whatever the environment says. */
const here = { AIRLOCK_HISTORY: '' }

test.each([['list'], ['export', 'h.ndjson']])(
  'a history that is gone is no empty one to `history %s`',
  async (...args) => {
    const { exitCode, stdout, stderr } = await runAirlock(['history', ...args], { cwd: root, env: here })
    expect([exitCode, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(/history\.sqlite: expected a history that can be used, received there is none/)
    expect(existsSync(join(root, 'h.ndjson'))).toBe(false)
  },
)

test.each([
  ['no line', ''],
  ['a document and no run', `{"schema":"airlock.history/1","document":${JSON.stringify(makeDocument([]))}}`],
])('a file with %s begins no history', async (_what, text) => {
  writeFileSync(join(root, 'h.ndjson'), `${text}\n`)
  const imported = await runAirlock(['history', 'import', 'h.ndjson'], { cwd: root, env: here })
  expect(imported).toMatchObject({ exitCode: 3, stdout: '' })
  expect(imported.stderr).toMatch(/^h\.ndjson: expected at least one run, received none/)
  expect(existsSync(historyFile())).toBe(false)
})

test('an export to where no file can be is refused', async () => {
  await judge(1)
  const { exitCode, stderr } = await runAirlock(['history', 'export', 'policy'], { cwd: root, env: here })
  expect(exitCode).toBe(3)
  expect(stderr).toMatch(/^policy: expected a file that can be written, received /)
})

test('an export replaces neither the history itself nor a link', async () => {
  await judge(1)
  await symlink('elsewhere', join(root, 'linked'))
  await link(historyFile(), join(root, 'same'))
  for (const [file, received] of [
    ['.airlock/history.sqlite', 'the history itself'],
    ['same', 'the history itself'],
    ['linked', 'no file of its own'],
  ] as const) {
    const { exitCode, stderr } = await runAirlock(['history', 'export', file], { cwd: root, env: here })
    expect([exitCode, stderr]).toEqual([
      3,
      `${file}: expected a file that can be written, received ${received}. Name another file.\n`,
    ])
  }
  expect(await list()).toHaveLength(1)
})

test('a file that is no export is refused with its line', async () => {
  writeFileSync(join(root, 'h.ndjson'), '\n{"schema":"airlock.history/1","run":{}}\n')
  const { exitCode, stderr, stdout } = await runAirlock(['history', 'import', 'h.ndjson'], { cwd: root })
  expect(exitCode).toBe(3)
  expect(stderr).toMatch(/^h\.ndjson:2 at run\.runId: expected /)
  expect(stdout).toBe('')
})
