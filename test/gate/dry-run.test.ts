// A dry run tells what time will do to a verdict, and leaves no trace of having been asked.
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Preview } from '../../src/gate/preview.ts'
import { usualPolicy, writeUsualRelease } from '../acceptance/promise-files.ts'
import { askGate } from '../acceptance/gate-environment.ts'
import { sampleRelease } from '../acceptance/sample-evidence.ts'
import { sampleLedger } from '../acceptance/sample-promise.ts'
import { runStartMs, usualCases, usualScenarios, writeRun } from '../acceptance/run-folder.ts'
import { makeTempFolder } from '../airlock.ts'
import { beginHistory } from '../empty-history.ts'

const [wallet] = usualScenarios
const failing = {
  cases: usualCases((found) =>
    found.scenario === wallet?.scenario ? { ...found, attempts: ['failed'] } : found,
  ),
}
const exception = `reason: because, owner: qa@example.com, link: https://tracker.example/1, created: 2026-11-20`

let root: string
beforeEach(async () => {
  root = await makeTempFolder()
  await writeRun(join(root, 'run'), failing)
  await writeUsualRelease(root)
  await write(
    'policy.yaml',
    'rules: { results-fresh: { maxAgeMinutes: 14400 }, no-new-failures: { level: record } }',
  )
})
afterEach(() => rm(root, { recursive: true, force: true }))

const write = (name: string, text: string) =>
  writeFile(join(root, 'policy', name), name === 'policy.yaml' ? `${usualPolicy}${text}` : text)
const ask = (now?: string) => askGate(root, { run: 'run', dryRun: true, json: true, now })
const list = async () => (await readdir(root, { recursive: true })).toSorted()

test('says from when on it would block, and why, while it passes today', async () => {
  await write('waivers.yaml', `[{ rule: no-failures, expires: 2026-11-25, ${exception} }]`)
  const { exitCode, stdout } = await ask('2026-11-27T08:00:00Z')
  const { now, later, turns } = JSON.parse(stdout) as Preview
  expect([now.verdict, later.verdict, exitCode]).toEqual(['pass', 'block', 1])
  expect([now.preview, later.preview, later.decidedAt]).toEqual([true, true, '2026-11-27T08:00:00Z'])
  expect(turns.map(({ at, verdict, newly }) => [at, verdict, newly.map(({ rule }) => rule)])).toEqual([
    ['2026-11-26T00:00:00Z', 'block', ['no-failures']],
  ])
})

test('of an entry of the quarantine, and of results that become too old, each at its own moment', async () => {
  await write(
    'quarantine.yaml',
    `[{ feature: ${wallet?.uri ?? 'features/wallets/open.feature'}, scenario: ${wallet?.scenario}, expires: 2026-11-24, ${exception} }]`,
  )
  const { stdout } = await ask('2026-12-24T08:00:00Z')
  const { turns } = JSON.parse(stdout) as Preview
  expect(turns.map(({ at, newly }) => [at, newly.map(({ rule }) => rule)])).toEqual([
    ['2026-11-25T00:00:00Z', ['no-failures', 'quarantine-valid']],
    ['2026-11-30T03:57:00Z', ['window-fits']],
    ['2026-12-03T08:01:00Z', ['results-fresh']],
  ])
})

test('of a waiver that begins, an approval and a notice of later on, each at its own moment', async () => {
  const later = exception.replace('2026-11-20', '2026-11-26')
  await write('waivers.yaml', `[{ rule: no-failures, expires: 2026-12-20, ${later} }]`)
  const approvals = sampleRelease.approvals.map((one) => ({ ...one, at: '2026-11-24T09:30' }))
  const file = join(root, 'releases', '2026.24')
  await writeFile(join(file, 'release.yaml'), JSON.stringify({ ...sampleRelease, approvals }))
  const told = sampleLedger((one) => [{ ...one, at: '2026-11-24T16:20:00Z' }])
  await writeFile(join(file, 'notices.jsonl'), told)
  const { stdout } = await ask('2026-11-28T08:00:00Z')
  const { turns } = JSON.parse(stdout) as Preview
  expect(turns.map(({ at, noMore }) => [at, noMore])).toEqual([
    ['2026-11-24T09:30:00Z', ['approved']],
    ['2026-11-24T16:20:00Z', ['notes-published']],
    ['2026-11-25T10:00:00Z', ['no-failures']],
  ])
})

test('of a run whose clock was ahead, the moment at which it has ended', async () => {
  const ahead = { startMs: runStartMs + 3_600_000 }
  await writeRun(join(root, 'run'), { ...failing, ...ahead })
  const { stdout } = await ask('2026-11-23T12:00:00Z')
  const { turns } = JSON.parse(stdout) as Preview
  expect(turns.map(({ at, noMore }) => [at, noMore])).toEqual([['2026-11-23T08:59:00Z', ['results-fresh']]])
})

test('of a patch without a window, the moments at which a freeze begins and ends', async () => {
  const { window: _window, ...patch } = { ...sampleRelease, kind: 'patch', expectedDowntimeMinutes: 0 }
  await writeFile(join(root, 'releases', '2026.24', 'release.yaml'), JSON.stringify(patch))
  await write('waivers.yaml', `[{ rule: no-failures, expires: 2026-12-10, ${exception} }]`)
  await write('freezes.yaml', 'freezes: [{ from: 2026-11-25, to: 2026-11-26T12:00, reason: Peak }]')
  const { stdout } = await ask('2026-11-28T08:00:00Z')
  const { turns } = JSON.parse(stdout) as Preview
  expect(turns.map(({ at, newly, noMore }) => [at, newly.map(({ rule }) => rule), noMore])).toEqual([
    ['2026-11-25T00:00:00Z', ['freeze-respected'], []],
    ['2026-11-26T12:00:00Z', [], ['freeze-respected']],
  ])
})

test('of results without a seal, the moment at which the oldest of them is too old', async () => {
  await write('results-only.yaml', 'extends: results-only\nrules: { no-failures: { level: record } }')
  const { stdout } = await askGate(root, {
    results: ['run/allure-results'],
    policy: 'policy/results-only.yaml',
    dryRun: true,
    json: true,
    now: '2026-11-25T08:00:00Z',
  })
  const { turns } = JSON.parse(stdout) as Preview
  expect(turns.map(({ at, newly }) => [at, newly.map(({ rule }) => rule)])).toEqual([
    ['2026-11-24T08:00:02Z', ['results-fresh']],
  ])
})

test('tells it in words after the verdict, with what would have to change', async () => {
  await write('waivers.yaml', `[{ rule: no-failures, expires: 2026-11-25, ${exception} }]`)
  const { stdout } = await askGate(root, { run: 'run', dryRun: true, now: '2026-11-27T08:00:00Z' })
  expect(stdout).toContain('A preview: it opens no deployment.')
  expect(stdout).toContain('What would make it pass')
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    '2026-11-23 08:10 UTC, now: passes from 2026-11-26 00:00 UTC: would block because no-failures: 2 failed of 6 tests. Mend the failing cases',
  )
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
})

test('writes, signs and keeps nothing, and without a time looks at now alone', async () => {
  beginHistory(root)
  const before = await list()
  const { exitCode, stdout } = await ask()
  expect(await list()).toEqual(before)
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'airlock.preview/1', now: { preview: true }, turns: [] })
  expect(exitCode).toBe(1)
})

test('a rule of the team’s own is asked again for each day', async () => {
  await writeFile(
    join(root, 'policy', 'late.ts'),
    `import { defineRule } from 'airlock/rule'
import { z } from 'zod'
const day = Date.UTC(2026, 10, 26)
const judge = (outcome) => ({ outcome, expected: {}, actual: {}, cases: [], tenants: [] })
export default defineRule({ id: 'late', title: 'Not late', remedy: 'Be early.', settings: z.strictObject({}),
  plant: (sound) => ({ ...sound, now: day }), evaluate: ({ now }) => judge(now < day ? 'pass' : 'fail') })`,
  )
  await write(
    'policy.yaml',
    'customRules: [{ module: late.ts, timeoutSeconds: 20 }]\nrules: { no-failures: { level: record }, no-new-failures: { level: record }, results-fresh: { maxAgeMinutes: 14400 } }',
  )
  const { stdout } = await ask('2026-11-26T12:00:00Z')
  const { turns } = JSON.parse(stdout) as Preview
  expect(turns.map(({ at, newly }) => [at, newly.map(({ rule }) => rule)])).toEqual([
    ['2026-11-26T00:00:00Z', ['late']],
  ])
})
