// The command as people call it: real runs, real generators, and all that may be missing on a machine.
import { createHash } from 'node:crypto'
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { showReport } from '../../scripts/release.ts'
import { runReport } from '../../scripts/report.ts'
import type { Environment } from '../../src/io/environment.ts'
import { findJava } from '../../src/io/find-java.ts'
import { runAllure } from '../../src/io/run-allure.ts'
import { parseAllurePage } from '../../src/report/parse-allure-page.ts'
import { makeUuid } from '../../src/run/make-allure-result.ts'
import { manyFailures } from './sample-events.ts'
import { runId } from './sample-plan.ts'
import { makeSample, type SampleOptions } from './sample-run.ts'
import { writeSample } from './write-sample.ts'

const java = await findJava(process.env)
let root: string
let project: string
let runs = 0

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'airlock-report-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))
beforeEach(async () => {
  project = join(root, `project [${runs++}] of tests`)
  await mkdir(project, { recursive: true })
})

type Options = SampleOptions & { id?: string; env?: Record<string, string>; without?: string[] }

async function report({ id = '20261120-1', env = {}, without = [], ...sample }: Options) {
  const folder = join(project, 'reports', id)
  await writeSample(folder, makeSample(sample), without)
  const out = { stdout: '', stderr: '' }
  const environment: Environment = {
    cwd: project,
    env: { ...process.env, ...env },
    stdout: { write: (text) => (out.stdout += text) },
    stderr: { write: (text) => (out.stderr += text) },
    now: () => 0,
  }
  const before = await digestFolder(folder)
  const exitCode = await runReport({ run: `reports/${id}` }, environment)
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  return { exitCode, ...out, folder, before, read }
}

/** A report of an earlier verdict, and what the next run takes its trend from. */
async function writeOlderReport(): Promise<string> {
  const folder = join(project, 'reports', '20261120-1', 'allure-report')
  await mkdir(join(folder, 'history'), { recursive: true })
  await writeFile(join(folder, 'history.jsonl'), '')
  await mkdir(join(folder, 'data'))
  await writeFile(join(folder, 'index.html'), 'may be deployed')
  return folder
}

/** Digest of every file that a run leaves, by path. */
async function digestFolder(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const digests = await Promise.all(
    files.map(async (file) => [
      file,
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ]),
  )
  return Object.fromEntries(digests) as Record<string, string>
}

const gateResult = createHash('md5')
  .update(makeUuid(['Release gate', runId, 'no-failures']))
  .digest('hex')

describe('with Allure 3', () => {
  const env = { AIRLOCK_ALLURE: '3' }

  test('report, release page and comment are built, and no sealed file is touched', async () => {
    const { exitCode, stdout, stderr, folder, before, read } = await report({ env, events: manyFailures })
    expect(exitCode).toBe(1)
    expect(stderr).toBe('')
    expect(stdout).toMatch(/Allure report {2}reports\/20261120-1\/allure-report\/index\.html {2}\(Allure 3\./)
    const registry = JSON.parse(await read('allure-report/test-results.json')) as {
      byId: Record<string, unknown>
    }
    expect(registry.byId[gateResult]).toMatchObject({ name: 'no-failures', status: 'failed' })
    expect(await read('verdict.md')).toMatch(/^## ⛔ Block/)
    expect(await digestFolder(folder)).toMatchObject(before)
    expect((await readdir(folder)).toSorted()).toEqual([
      'allure-report',
      'allure-results',
      'ctrf.json',
      'evidence.json',
      'gl-code-quality.json',
      'index.html',
      'junit.xml',
      'plan.json',
      'run.json',
      'verdict.json',
      'verdict.md',
    ])
  })

  test('the report asks nobody on the network, and the page links to its cases and names the step', async () => {
    const { read } = await report({ env, events: manyFailures })
    expect(await read('allure-report/index.html')).not.toContain('googletagmanager')
    const page = await read('index.html')
    const { byId } = JSON.parse(await read('allure-report/test-results.json')) as {
      byId: Record<string, { name: string }>
    }
    const links = [...page.matchAll(/allure-report\/index\.html#([0-9a-f]{32})/g)].map(
      ([, id]) => byId[id ?? '']?.name,
    )
    expect(links).toContain('A repeated settle changes nothing')
    expect(links).not.toContain(undefined)
    expect(page).toContain('Then the customer still has 663 points')
  })

  test('a choice that there is none of is told, and a report is built all the same', async () => {
    const { exitCode, stderr, read } = await report({ env: { AIRLOCK_ALLURE: '4', PATH: '' } })
    expect(exitCode).toBe(0)
    expect(stderr).toBe('Allure report: AIRLOCK_ALLURE is neither 2, 3 nor none, so it chooses nothing: 4.\n')
    expect(await read('allure-report/index.html')).not.toBe('')
  })

  test('history grows from run to run, also when a line of it is damaged', async () => {
    const lines = async ({ read }: Awaited<ReturnType<typeof report>>) =>
      (await read('allure-report/history.jsonl')).trim().split('\n').length
    const first = await report({ env, id: '20261120-1' })
    expect(await lines(first)).toBe(1)
    await writeFile(
      join(first.folder, 'allure-report', 'history.jsonl'),
      `${await first.read('allure-report/history.jsonl')}{"broken`,
    )
    expect(await lines(await report({ env, id: '20261120-2', events: manyFailures }))).toBe(2)
  })
})

describe.skipIf(java === null)('with Allure 2', () => {
  const env = { AIRLOCK_ALLURE: '2' }

  test('one page holds everything, history is left for the next run, and both runs are in its trend', async () => {
    await report({ env, id: '20261120-1' })
    const { exitCode, stdout, stderr, folder, before, read } = await report({
      env,
      id: '20261120-2',
      events: manyFailures,
    })
    expect(exitCode).toBe(1)
    expect(stderr).toBe('')
    expect(stdout).toMatch(/\(Allure 2\.[\d.]+, Java .* from (PATH|JAVA_HOME)\)/)
    expect(JSON.parse(await read('allure-report/history/history-trend.json'))).toHaveLength(2)
    expect(await digestFolder(folder)).toMatchObject(before)
    const allure = await read('allure-report/index.html')
    expect(allure).not.toContain('googletagmanager')
    const { cases } = parseAllurePage(allure)
    const links = [...(await read('index.html')).matchAll(/#testresult\/(\w+)/g)].map(([, uid]) => uid)
    expect(links.length).toBeGreaterThan(3)
    for (const uid of links) expect(Object.values(cases)).toContain(uid)
    expect(await readdir(folder)).not.toContain('allure-staging')
  })

  test('folders may be named in letters that the terminal is not set up for', async () => {
    project = join(root, `prüfung ${runs}`)
    const { exitCode, stderr, read } = await report({ env: { ...env, LC_ALL: 'C' } })
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(parseAllurePage(await read('allure-report/index.html')).cases).not.toEqual({})
  })

  test('the gate stands in it as a suite and a category of its own', async () => {
    const { read } = await report({ env, events: manyFailures })
    const page = await read('allure-report/index.html')
    const embedded = (path: string) => {
      const [, base64 = ''] = page.split(`d('${path}','`)
      return JSON.parse(Buffer.from(base64.slice(0, base64.indexOf("'")), 'base64').toString()) as {
        children: { name: string; children: unknown[] }[]
      }
    }
    expect(embedded('data/suites.json').children.map(({ name }) => name)).toContain('Release gate')
    const categories = embedded('data/categories.json').children.map(({ name }) => name)
    expect(categories.toSorted()).toEqual(['Product failures', 'Release gate', 'Test failures'])
  })
})

describe('results too large for one page', () => {
  const versions = [...(java === null ? [] : ['2']), '3']

  test.each(versions)(
    'become a folder that Allure %s fills, and the reader is told how to open it',
    async (version) => {
      const folder = join(project, 'reports', '20261120-1', 'allure-results')
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'recording-attachment.webm'), '')
      await truncate(join(folder, 'recording-attachment.webm'), 41_000_000)
      const { stdout, read } = await report({ env: { AIRLOCK_ALLURE: version }, events: manyFailures })
      expect(stdout).toContain('npx allure open reports/20261120-1/allure-report')
      expect(await readdir(join(folder, '..', 'allure-report'))).toContain('data')
      const page = await read('index.html')
      expect(page).toContain('npx allure open')
      expect(page.match(/allure-report\/index\.html#/g)).toHaveLength(6)
    },
  )
})

describe('where something is missing', () => {
  const none = { AIRLOCK_ALLURE: 'none' }

  test('without a verdict it says so everywhere and ends inconclusive', async () => {
    const { exitCode, stdout, read } = await report({
      env: { AIRLOCK_ALLURE: '3' },
      without: ['verdict.json'],
    })
    expect(exitCode).toBe(2)
    expect(stdout).toMatch(/^No verdict: verdict\.json is missing\./)
    expect(await read('index.html')).toContain('This run has not been judged')
    expect(await read('verdict.md')).toMatch(/^## ❔ Not judged/)
    const { byId } = JSON.parse(await read('allure-report/test-results.json')) as {
      byId: Record<string, { name: string; status: string }>
    }
    expect(Object.values(byId)).toContainEqual(expect.objectContaining({ name: 'verdict', status: 'broken' }))
  })

  test('without results there is no Allure report, and the verdict is shown all the same', async () => {
    await report({ env: none })
    await rm(join(project, 'reports', '20261120-1', 'allure-results'), { recursive: true })
    const out = { text: '' }
    const write = { write: (text: string) => (out.text += text) }
    const environment = { cwd: project, env: process.env, stdout: write, stderr: write, now: () => 0 }
    expect(await runReport({ run: 'reports/20261120-1' }, environment)).toBe(0)
    expect(out.text).toContain('Allure report  none: there is no allure-results folder in this run\n')
  })

  test('a folder that is not there is a mistake of the caller', async () => {
    const write = { write: () => true }
    const environment = { cwd: project, env: {}, stdout: write, stderr: write, now: () => 0 }
    await expect(runReport({ run: 'reports/nowhere' }, environment)).rejects.toThrow(
      'command line at --run: expected the folder of a run, received reports/nowhere, which is not there.',
    )
  })

  test('no Allure report is built where none is wanted', async () => {
    const { exitCode, stdout, folder, read } = await report({ env: none })
    expect(exitCode).toBe(0)
    expect(stdout).not.toContain('Allure')
    expect(await readdir(folder)).not.toContain('allure-report')
    expect(await read('index.html')).toContain('There is no Allure report of this run.')
  })

  test('no Allure report of an earlier verdict stays, and what a link led to does', async () => {
    const older = await writeOlderReport()
    await rename(older, join(project, 'elsewhere'))
    await symlink(join(project, 'elsewhere'), older)
    const { folder, stdout } = await report({ env: none })
    expect(await readdir(folder)).not.toContain('allure-report')
    expect(await readdir(join(project, 'elsewhere'))).toContain('index.html')
    expect(stdout).toContain('none: that of an earlier verdict now lies in allure-report-earlier\n')
  })

  test('each verdict has its exit code', async () => {
    expect((await report({ env: none })).exitCode).toBe(0)
    expect((await report({ env: none, id: 'b', events: manyFailures })).exitCode).toBe(1)
    expect((await report({ env: none, id: 'c', sealed: false })).exitCode).toBe(2)
  })
})

describe('a generator that fails', () => {
  /** A Java that tells its version and then does nothing else but fail. */
  async function brokenJava(): Promise<Record<string, string>> {
    const bin = join(project, 'java', 'bin')
    await mkdir(bin, { recursive: true })
    const script =
      '#!/bin/sh\n[ "$1" = -version ] && { echo \'version "17.0.2"\' >&2; exit 0; }\necho out of luck >&2\nexit 7\n'
    await writeFile(join(bin, 'java'), script)
    await chmod(join(bin, 'java'), 0o755)
    return { JAVA_HOME: join(project, 'java') }
  }

  test('does not change the verdict, and moves the report of the verdict before away', async () => {
    const env = { AIRLOCK_ALLURE: '2', ...(await brokenJava()) }
    const older = await writeOlderReport()
    const { exitCode, stdout, stderr, read, folder } = await report({ env })
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(
      /^Allure report: Allure 2\.[\d.]+, Java 17\.0\.2 from JAVA_HOME failed\. [^]*out of luck/,
    )
    expect(stdout).toMatch(
      /Allure report {2}none: Allure 2\.[\d.]+, Java 17\.0\.2 from JAVA_HOME failed; that of an earlier verdict now lies/,
    )
    expect(await readdir(older)).toEqual(['history', 'history.jsonl'])
    expect(await read('allure-report-earlier/index.html')).toBe('may be deployed')
    expect(await read('index.html')).not.toContain('href="allure-report')
    expect(await readdir(folder)).not.toContain('allure-staging')
  })

  test('is replaced by the other one where nobody chose, and what was set aside goes', async () => {
    await mkdir(join(project, 'reports', '20261120-1', 'allure-report-earlier'), { recursive: true })
    const { exitCode, stdout, stderr, folder } = await report({ env: await brokenJava() })
    expect(await readdir(folder)).not.toContain('allure-report-earlier')
    expect(exitCode).toBe(0)
    expect(stderr).toContain('out of luck')
    expect(stdout).toMatch(/allure-report\/index\.html {2}\(Allure 3\./)
  })
})

test.each(['2', '3'].filter((version) => version === '3' || java !== null))(
  'a link that leads nowhere among the results ends nothing with Allure %s',
  async (version) => {
    const results = join(project, 'reports', '20261120-1', 'allure-results')
    await mkdir(results, { recursive: true })
    await symlink(join(project, 'nowhere'), join(results, 'gone-attachment.txt'))
    const { exitCode, folder } = await report({ env: { AIRLOCK_ALLURE: version }, events: manyFailures })
    expect(exitCode).toBe(1)
    expect(await readdir(folder)).toContain('verdict.md')
    expect(await readdir(folder)).not.toContain('allure-staging')
  },
)

test('a report of which no part can be made is told in a line, and leaves nothing behind', async () => {
  const folder = join(project, 'reports', '20261120-1')
  await mkdir(join(folder, 'allure-results', 'gate-result.json'), { recursive: true })
  await writeFile(join(project, 'reports', '20261120-1', 'allure-staging'), 'in the way')
  const result = 'not/there/result.json'
  const request = { run: folder, name: 'x', added: [{ name: result, text: '' }], wanted: [], env: {} }
  const { report: made, problems } = await runAllure({ ...request, env: { AIRLOCK_ALLURE: '3' } })
  expect(made).toBeNull()
  expect(problems.map(({ output }) => output)).toEqual([expect.stringContaining('ENOENT')])
  expect(await readdir(folder)).not.toContain('allure-staging')
})

test('a release keeps its verdict where its report cannot be built', async () => {
  await mkdir(join(project, 'reports', '20261120-1', 'verdict.md.tmp'), { recursive: true })
  await writeSample(join(project, 'reports', '20261120-1'), makeSample())
  let stderr = ''
  const write = (text: string) => (stderr += text)
  const stdout = { write: () => true }
  const environment = {
    cwd: project,
    env: { AIRLOCK_ALLURE: 'none' },
    stdout,
    stderr: { write },
    now: () => 0,
  }
  await showReport('reports/20261120-1', environment)
  expect(stderr).toMatch(/^The report could not be built, and the verdict stands: EISDIR.*\n$/)
})

test('names of scenarios do no harm in any of the reports', async () => {
  const hostile = '</script><script>alert(document.domain)</script>'
  const scene = { uri: 'features/a/a.feature', feature: hostile, service: 'wallet', scenarios: [hostile] }
  const { read } = await report({
    env: { AIRLOCK_ALLURE: '3' },
    scenes: [scene],
    events: [{ scenario: hostile, outcome: 'failed', message: hostile }],
  })
  for (const name of ['index.html', 'allure-report/index.html'])
    expect(await read(name)).not.toContain(hostile)
})

test('a link in the place of a run file is not followed', async () => {
  const { folder } = await report({ env: { AIRLOCK_ALLURE: 'none' } })
  await rm(join(folder, 'verdict.json'))
  await writeFile(join(project, 'other.json'), '{}')
  await symlink(join(project, 'other.json'), join(folder, 'verdict.json'))
  const write = { write: () => true }
  const environment = {
    cwd: project,
    env: { AIRLOCK_ALLURE: 'none' },
    stdout: write,
    stderr: write,
    now: () => 0,
  }
  expect(await runReport({ run: 'reports/20261120-1' }, environment)).toBe(2)
})
