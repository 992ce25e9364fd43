// Quick feedback for whoever writes scenarios: one scenario, what failed, what changed, and again at every save.
import { execFile } from 'node:child_process'
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTarget } from '../../src/run/start-target.ts'
import { listDescendants, runAirlock, startAirlock, waitUntil, waitUntilGone } from '../airlock.ts'
import { openProject, type OpenProject } from '../open-project.ts'
import { keys } from '../start-library.ts'

const target = ['--target', 'policy/targets/faulty.yaml', '--retry', '0', '--tenants', 'north']
const lending = `@service:loans
Feature: Lending books

  Scenario: A book on the shelf can be lent
    When a reader asks for "Middlemarch"
    Then the reader gets it

  Scenario: A lent book cannot be lent again
    Given "Emma" is lent
    When a reader asks for "Emma"
    Then the reader is told that it is out
`
const promises = `@service:loans
Feature: Promises

  Scenario: Nobody is sent away
    When a reader asks for "Persuasion"
    Then the reader gets it
`
let project: OpenProject

beforeEach(async () => {
  project = await openProject({
    'features/books/lending.feature': lending,
    'features/promises.feature': promises,
    '.gitignore': 'node_modules\nreports\n',
  })
})

afterEach(async () => project.close())

async function run(args: readonly string[], env: Record<string, string> = {}) {
  return runAirlock(['run', ...args, ...target], { cwd: project.folder, env: { ...keys, ...env } })
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(join(project.folder, path), text)
}

async function git(...args: string[]): Promise<void> {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com']
  await promisify(execFile)('git', [...identity, ...args], { cwd: project.folder })
}

describe('a single scenario', () => {
  it('is run by any of its lines', async () => {
    const { exitCode, stdout } = await run(['features/books/lending.feature:10'])
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('1 of 1 cases passed'),
    })
  })

  it('is found however its place is written, and a name that fits nothing keeps all from running', async () => {
    const features = ['./features/books/lending.feature:5', join(project.folder, 'features/promises.feature')]
    const named = await run(features)
    expect(named).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('2 of 2 cases passed') })
    const misspelt = await run([...features, 'features/book'])
    expect(misspelt).toMatchObject({
      exitCode: 3,
      stdout: '',
      stderr: expect.stringContaining('features/book: expected a feature file of the target'),
    })
    expect(misspelt.stderr).toContain('Did you mean features/books?')
  })

  it('uses the target that is up already', async () => {
    const command = [process.execPath, 'server.ts']
    const env = { ...process.env, ...keys }
    const up = await startTarget({ command, cwd: project.folder, env, timeoutMs: 20_000 })
    try {
      const ready = { pid: process.pid, environment: up.environment }
      await write('running.json', JSON.stringify(ready))
      const { exitCode, stdout, stderr } = await run(['features/promises.feature'])
      expect({ exitCode, stdout }).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining('1 of 1 cases passed'),
      })
      expect(stderr).toContain('using faulty as it runs already (running.json)')
    } finally {
      await up.stop()
    }
  })

  it('starts its own where the one that was up is gone', async () => {
    const environment = { LIBRARY_URL: 'http://127.0.0.1:9' }
    // Ids of processes are far lower than this.
    await write('running.json', JSON.stringify({ pid: 2 ** 30, environment }))
    const { exitCode, stderr } = await run(['features/promises.feature'])
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('starting faulty'),
    })
  })
})

it.each(['run', 'plan'])('%s refuses hooks that nobody would load', async (command) => {
  await write('steps/checks.mts', "import { After } from '@cucumber/cucumber'\n\nAfter(() => undefined)\n")
  const { exitCode, stderr } = await runAirlock([command, ...target.slice(0, 2)], {
    cwd: project.folder,
    env: keys,
  })
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining(
      'steps/checks.mts: expected steps and hooks in files whose names end in .ts',
    ),
  })
})

it.each([
  ['features', [''], 'received an empty one'],
  ['--tenants', ['--tenants', ''], 'received nothing'],
])('an empty name of %s, as an unset variable leaves it, is refused', async (_, args, said) => {
  const options = { cwd: project.folder, env: keys }
  const { exitCode, stderr } = await runAirlock(['plan', ...target.slice(0, 2), ...args], options)
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 3, stderr: expect.stringContaining(said) })
})

describe('what failed last', () => {
  it('is run alone, until it passes', async () => {
    await write(
      'features/promises.feature',
      promises.replace('the reader gets it', 'the reader is told that it is out'),
    )
    expect(await run([])).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('2 of 3 cases passed'),
    })
    expect(await run(['--failed'])).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('0 of 1 cases passed'),
    })
    await write('features/promises.feature', promises)
    expect(await run(['--failed'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('1 of 1 cases passed'),
    })
    const last = await run(['--failed'])
    expect(last).toMatchObject({ exitCode: 0, stdout: 'Nothing to run with --failed.\n' })
  })
})

it('what failed is refused before anything has run', async () => {
  expect(await run(['--failed'])).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('--failed: expected an earlier run below reports/ that has ended'),
  })
})

describe('what was changed', () => {
  beforeEach(async () => {
    await git('init', '-q')
    await git('add', '.')
    await git('commit', '-q', '-m', 'first')
  })

  it('is nothing after a commit', async () => {
    expect(await run(['--changed'])).toMatchObject({
      exitCode: 0,
      stdout: 'Nothing to run with --changed HEAD.\n',
    })
  })

  it('is a feature that was touched or is new', async () => {
    await write('features/promises.feature', `${promises}\n# touched\n`)
    await write('features/new.feature', promises.replaceAll('Persuasion', 'Sanditon'))
    expect(await run(['--changed'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('2 of 2 cases passed'),
    })
  })

  it('is every scenario that uses a step which stands on touched code', async () => {
    await write(
      'steps/out.steps.ts',
      `import { Then } from '@cucumber/cucumber'\nimport { word } from '../support/word.ts'\n\nThen('nobody hears of it', function () {\n  return word\n})\n`,
    )
    await write('support/word.ts', `export const word = 'quiet'\n`)
    await write('features/promises.feature', `${promises}    And nobody hears of it\n`)
    await git('add', '.')
    await git('commit', '-q', '-m', 'second')
    await write('support/word.ts', `export const word = 'loud'\n`)
    expect(await run(['--changed'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('1 of 1 cases passed'),
    })
    expect(await run(['--changed', 'HEAD~1'])).toMatchObject({
      stdout: expect.stringContaining('1 of 1 cases passed'),
    })
  })

  it('is everything when a hook was touched', async () => {
    await write('support/hooks.ts', `import { Before } from '@cucumber/cucumber'\n\nBefore(function () {})\n`)
    expect(await run(['--changed'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('3 of 3 cases passed'),
    })
  })

  it('is everything when a hook among steps, or the tenants were touched, or code is gone', async () => {
    const steps = `import { Before, Then } from '@cucumber/cucumber'\n\nBefore(function () {})\nThen('nobody says it', () => {})\n`
    const everything = { exitCode: 0, stdout: expect.stringContaining('3 of 3 cases passed') as unknown }
    await write('steps/mixed.steps.ts', steps)
    expect(await run(['--changed'])).toMatchObject(everything)
    await git('add', '.')
    await git('commit', '-q', '-m', 'second')
    await rm(join(project.folder, 'steps', 'mixed.steps.ts'))
    expect(await run(['--changed'])).toMatchObject(everything)
    await git('commit', '-q', '-a', '-m', 'third')
    await appendFile(join(project.folder, 'policy', 'tenants.yaml'), '# touched\n')
    expect(await run(['--changed'])).toMatchObject(everything)
  })

  it('is found in a project without support code', async () => {
    await rm(join(project.folder, 'support'), { recursive: true })
    expect(await run(['--changed'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('3 of 3 cases passed'),
    })
  })

  it.each(['nowhere', '--staged'])('is refused for %s, which is no commit', async (commit) => {
    const { exitCode, stderr } = await run([`--changed=${commit}`])
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 3, stderr: expect.stringContaining(commit) })
  })
})

it('what was changed is refused outside of a repository', async () => {
  const { exitCode, stderr } = await run(['--changed'], { GIT_CEILING_DIRECTORIES: '/' })
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('--changed') })
})

describe('watching', () => {
  it('runs again at every save, and ends with everything it started', async () => {
    const running = startAirlock(['run', 'features/promises.feature', '--watch', ...target], {
      cwd: project.folder,
      env: keys,
    })
    const rounds = (): number => running.stderr().split('watching; save').length - 1
    await waitUntil(async () => rounds() === 1)
    await write('features/promises.feature', promises.replace('gets it', 'is told that it is out'))
    await waitUntil(async () => rounds() === 2)
    await write('features/promises.feature', 'Feature: Half a file\n  Scenario: A\n    Given a\n    half')
    await waitUntil(async () => rounds() === 3)
    await write('features/promises.feature', promises)
    await waitUntil(async () => rounds() === 4)
    const started = await listDescendants(running.pid)
    process.kill(running.pid, 'SIGINT')
    const { exitCode, stdout, stderr } = await running.finished
    await waitUntilGone(started)
    expect(exitCode).toBe(130)
    const counts = stdout.split('\n').filter((line) => line.includes('of 1 cases passed'))
    expect(counts.map((line) => line.slice(0, 6))).toEqual(['1 of 1', '0 of 1', '1 of 1'])
    expect(stderr).toContain('features/promises.feature was saved')
    expect(stderr).toContain('features/promises.feature:4:5')
  })
})

it('a folder that is not there cannot be watched, and nothing is left running', async () => {
  const text = await readFile(join(project.folder, 'policy/targets/faulty.yaml'), 'utf8')
  await write('nowhere.yaml', `${text}\nfeatures: [nowhere]\n`)
  const running = startAirlock(['run', '--target', 'nowhere.yaml', '--watch'], {
    cwd: project.folder,
    env: keys,
  })
  const { exitCode, stderr } = await running.finished
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('nowhere: expected a file that can be read'),
  })
})

describe('a window to look at', () => {
  it('is no window on secrets that steps print', async () => {
    await write(
      'steps/out.steps.ts',
      `import { Then } from '@cucumber/cucumber'\n\nThen('all is told', function () {\n  console.log('told', JSON.stringify(this.parameters.tenants.north))\n})\n`,
    )
    await write('features/promises.feature', `${promises}    And all is told\n`)
    const { exitCode, stderr } = await run(['features/promises.feature', '--debug'], { DISPLAY: ':0' })
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('told {') })
    expect(stderr).not.toContain(keys.NORTH_KEY)
  })

  it.each(['--headed', '--debug'])('is refused by %s where there is no screen', async (flag) => {
    const { exitCode, stderr } = await run([flag], { DISPLAY: '', WAYLAND_DISPLAY: '' })
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('xvfb-run') })
  })
})
