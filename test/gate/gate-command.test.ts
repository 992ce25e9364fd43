// `airlock gate` as a pipeline calls it: a process, its exit code, and which stream says what.
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ruleIds } from '../../src/gate/rules/rules.ts'
import { verdictSchema, type Verdict } from '../../src/gate/verdict.ts'
import { usualNowMs } from '../acceptance/gate-environment.ts'
import { makeReleaseFilesFor, writeFiles, writeUsualRelease } from '../acceptance/promise-files.ts'
import { firstCase, usualCases, writeRun, type RunSpec } from '../acceptance/run-folder.ts'
import { makeTempFolder, readJson, runAirlock } from '../airlock.ts'

let root: string
/** Runs are judged as of ten minutes after they began, which makes every verdict here a preview. */
const now = new Date(usualNowMs).toISOString()
const runs: Record<string, RunSpec> = {
  passed: {},
  failed: { cases: firstCase('failed') },
  unsealed: { seal: () => null },
  'many failures': {
    cases: Array.from({ length: 256 }, (_, at) => ({
      scenario: `Basket ${at}`,
      attempts: ['failed'] as const,
    })),
  },
}

beforeAll(async () => {
  root = await makeTempFolder()
  for (const [name, spec] of Object.entries(runs)) await writeRun(join(root, name), spec)
  await symlink('circle', join(root, 'circle'))
  await writeUsualRelease(root)
})
afterAll(() => rm(root, { recursive: true, force: true }))

const gate = (...args: string[]) => runAirlock(['gate', ...args], { cwd: root })
const parse = (text: string): Verdict => verdictSchema.parse(JSON.parse(text))

describe('the exit code', () => {
  test.each([
    ['passed', 0, ' PASS '],
    ['failed', 1, ' BLOCK '],
    ['many failures', 1, ' BLOCK '],
    ['unsealed', 2, ' INCONCLUSIVE '],
  ])('of a run that %s is %i, and the first line says why', async (run, exitCode, word) => {
    const judged = await gate('--run', run, '--now', now, '--out', run)
    expect(judged.exitCode).toBe(exitCode)
    expect(judged.stdout.split('\n')[0]).toContain(word)
    expect(judged.stderr).toContain(join(run, 'verdict.json'))
    expect(await readJson(root, run, 'verdict.json')).toMatchObject({ preview: true })
  })

  test('of a run that was never sealed comes with the words', async () => {
    const { stdout } = await gate('--run', 'unsealed', '--now', now)
    expect(stdout).toContain('never sealed')
    expect(stdout).toContain('The run never ended')
  })

  test('is that of the time it is, where nobody gave one', async () => {
    const start = Date.now() - 90_000
    await writeRun(join(root, 'just now'), { startMs: start })
    await writeFiles(root, makeReleaseFilesFor(start, { release: '2026.23' }))
    const asked = ['--run', 'just now', '--release', 'releases/2026.23']
    const { exitCode, stdout } = await gate(...asked, '--json')
    expect(exitCode).toBe(0)
    expect(parse(stdout).preview).toBe(false)
    expect(Date.parse(parse(stdout).decidedAt)).toBeGreaterThanOrEqual(start)
  })

  test('of last week’s run is 1 today', async () => {
    await writeRun(join(root, 'last week'), { startMs: Date.now() - 7 * 86_400_000 })
    const { exitCode, stdout } = await gate('--run', 'last week')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('ended 7 days ago')
  })
})

describe('--json', () => {
  test.each(['passed', 'failed', 'unsealed'])('makes stdout one document (%s)', async (run) => {
    const { stdout, stderr } = await gate('--run', run, '--now', now, '--out', run, '--json')
    expect(stdout.trimEnd()).not.toContain('\n')
    expect(parse(stdout)).toEqual(await readJson(root, run, 'verdict.json'))
    expect(stderr).toBe('')
  })

  test('changes neither the verdict nor the exit code', async () => {
    const asked = ['--run', 'failed', '--now', now, '--out', 'failed']
    const text = await gate(...asked)
    const before = await readFile(join(root, 'failed', 'verdict.json'), 'utf8')
    const json = await gate(...asked, '--json')
    expect(json.exitCode).toBe(text.exitCode)
    expect(await readFile(join(root, 'failed', 'verdict.json'), 'utf8')).toBe(before)
  })
})

test('a preview says that it is one, and what would be decided then', async () => {
  const { exitCode, stdout } = await gate('--run', 'passed', '--now', '2026-12-24T08:00:00Z')
  expect(exitCode).toBe(1)
  expect(stdout).toContain('A preview')
  expect(stdout).toContain('would be decided 2026-12-24 08:00 UTC')
})

describe('a question that cannot be asked ends with 3 and judges nothing', () => {
  test.each([
    [
      'a folder of a run that is not there',
      ['--run', 'nowhere'],
      /nowhere: expected a folder.*received nothing/,
    ],
    ['a folder of results that is not there', ['--results', 'nowhere'], /nowhere/],
    ['a file in place of a folder', ['--run', 'passed/plan.json'], /received a file/],
    ['neither a run nor results', [], /--run or --results/],
    ['a run that an unset variable names', ['--run', ''], /'--run <dir...>' argument '' is invalid/],
    ['results that one names', ['--results', 'passed', ' '], /'--results <dir...>' argument ' ' is invalid/],
    ['a link in a circle', ['--run', 'circle'], /circle: expected a folder.*received ELOOP/],
    [
      'two forms at once',
      ['--run', 'passed', '--json', '--format', 'junit'],
      /'--json' cannot be used with option '--format/,
    ],
    ['a form that there is not', ['--run', 'passed', '--format', 'xml'], /Allowed choices are text, json/],
    ['a time that is none', ['--run', 'passed', '--now', 'tomorrow'], /--now: expected an instant/],
    ['a time before all clocks', ['--run', 'passed', '--now', '1969-12-31T23:59:59Z'], /from 1970 to 9999/],
    [
      'a time after all calendars',
      ['--run', 'passed', '--now', '+010000-01-01T00:00:00Z'],
      /from 1970 to 9999/,
    ],
    ['the last time that there is', ['--run', 'passed', '--now', '+275760-09-13T00:00:00Z'], /--now/],
    [
      'a file in place of the folder to write to',
      ['--run', 'passed', '--out', 'passed/plan.json'],
      /--out: expected a folder.*received passed\/plan\.json, which is a file/,
    ],
    [
      'a folder to write to below a file',
      ['--run', 'passed', '--out', 'passed/plan.json/x'],
      /--out: .*passed\/plan\.json, which is a file/,
    ],
    ['a policy that is not there', ['--run', 'passed', '--policy', 'none.yaml'], /none\.yaml/],
    ['a release that is not there', ['--run', 'passed', '--release', 'none'], /release\.yaml/],
    ['a flag that does not exist', ['--run', 'passed', '--force'], /unknown option '--force'/],
  ])('%s', async (_name, args, message) => {
    const { exitCode, stdout, stderr } = await gate(...args)
    expect(exitCode).toBe(3)
    expect(stderr).toMatch(message)
    expect(stdout).toBe('')
  })

  test('a policy with a rule that does not exist, with its place', async () => {
    await writeFile(
      join(root, 'odd.yaml'),
      'extends: release\nrules:\n  flake-budget: { max: 1 }\n  no-fialures: {}\n',
    )
    const { exitCode, stderr, stdout } = await gate('--run', 'passed', '--policy', 'odd.yaml')
    expect(exitCode).toBe(3)
    expect(stderr).toMatch(
      /^odd\.yaml:4:\d+ at rules\.no-fialures: expected a rule, one of results-present, /m,
    )
    expect(stdout).toBe('')
  })

  test('a policy with several mistakes, all of them at once', async () => {
    await writeFile(
      join(root, 'wrong.yaml'),
      'rules:\n  flake-budget: { maximum: 1 }\n  results-fresh: { level: of }\nextra: 1\n',
    )
    const { exitCode, stderr } = await gate('--run', 'passed', '--policy', 'wrong.yaml')
    expect(exitCode).toBe(3)
    expect(stderr).toMatch(/^wrong\.yaml:2:\d+ at rules\.flake-budget\.maximum/m)
    expect(stderr).toMatch(/^wrong\.yaml:3:\d+ at rules\.results-fresh\.level/m)
    expect(stderr).toMatch(/^wrong\.yaml:\d+:\d+: expected only known keys, received extra/m)
  })

  test('a policy under which nothing blocks', async () => {
    await writeFile(
      join(root, 'toothless.yaml'),
      `rules:\n${ruleIds.map((id) => `  ${id}: { level: warn }\n`).join('')}`,
    )
    const { exitCode, stderr } = await gate('--run', 'failed', '--policy', 'toothless.yaml')
    expect(exitCode).toBe(3)
    expect(stderr).toContain('at least one rule that blocks')
  })
})

test('a verdict that cannot be written is a fault, and no pass', async () => {
  await mkdir(join(root, 'passed twice', 'verdict.json', 'a folder'), { recursive: true })
  await writeRun(join(root, 'passed twice'))
  const { exitCode, stderr } = await gate('--run', 'passed twice', '--now', now, '--out', 'passed twice')
  expect(exitCode).toBe(4)
  expect(stderr).toContain('verdict.json could not be written')
})

test('results of another framework are judged by the policy that was named, and answered below reports', async () => {
  await writeFile(
    join(root, 'results-only.yaml'),
    'extends: results-only\nrules: { results-fresh: { level: record } }\n',
  )
  const results = join('passed', 'allure-results')
  const { exitCode, stderr } = await gate('--results', results, '--policy', 'results-only.yaml')
  expect(exitCode).toBe(0)
  const path = stderr.trim().split('\n').at(-1) ?? ''
  expect(path).toMatch(/reports\/gate-[0-9a-f]{12}\/verdict\.json$/)
  expect(parse(await readFile(path, 'utf8'))).toMatchObject({ verdict: 'pass', runId: null })
})

test('a run of one tenant alone is judged for it alone, and blocked for the others', async () => {
  const cases = usualCases((found) => found, ['maple'])
  await writeRun(join(root, 'one tenant'), { cases, tenants: ['cedar', 'maple'] })
  const { stdout } = await gate('--run', 'one tenant', '--now', now, '--json')
  expect(parse(stdout).tenants).toMatchObject({ cedar: { verdict: 'block' }, maple: { verdict: 'pass' } })
})

test('--help shows an example', async () => {
  const { exitCode, stdout } = await gate('--help')
  expect(exitCode).toBe(0)
  expect(stdout).toContain('npx airlock gate --run reports/')
})
