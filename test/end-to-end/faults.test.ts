// Faults are tried as a person tries them: by the command, on a platform that can be started with any of them.
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAirlock } from '../airlock.ts'
import { openProject, type OpenProject } from '../open-project.ts'
import { keys } from '../start-library.ts'

const target = ['--target', 'policy/targets/faulty.yaml']
let project: OpenProject

beforeAll(async () => {
  project = await openProject({})
})

afterAll(async () => project.close())

async function tryFaults(args: readonly string[] = [], env: Record<string, string> = {}) {
  return runAirlock(['faults', ...args, ...target], { cwd: project.folder, env: { ...keys, ...env } })
}

describe('trying the faults of a platform', () => {
  it('fails when nothing notices one of them, names it, and writes the page', async () => {
    const { exitCode, stdout } = await tryFaults()
    expect(exitCode).toBe(1)
    expect(stdout).toContain(
      '✓ lends-twice caught by 1 scenario\n    A lent book cannot be lent again (north, south)',
    )
    expect(stdout).toContain('✗ town-lost was not noticed by any of 4 cases')
    expect(stdout).toContain('1 of 2 faults not noticed: town-lost')
    const page = await readFile(join(project.folder, 'docs', 'faults.md'), 'utf8')
    expect(page).toContain(
      '| `lends-twice` | A book that is out is lent again. | A lent book cannot be lent again (north, south) |',
    )
    expect(page).toContain('| **nothing** |')
  })

  it('passes when those that were named are caught, and leaves the page alone', async () => {
    const before = await readPage()
    const { exitCode, stdout } = await tryFaults(['lends-twice'])
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('1 fault, all of them caught'),
    })
    expect(await readPage()).toBe(before)
  })

  it('takes a part of the list', async () => {
    const { exitCode, stdout } = await tryFaults(['--part', '2/2'])
    expect(exitCode).toBe(1)
    expect(stdout).not.toContain('lends-twice')
  })

  it('writes no page of a part, be it the only one', async () => {
    await rm(join(project.folder, 'docs'), { recursive: true, force: true })
    const { exitCode, stdout } = await tryFaults(['--part', '1/1'])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('1 of 2 faults not noticed: town-lost')
    expect(await readPage()).toBe('')
  })

  it('tries a fault of a part only until something has failed', async () => {
    const features = { 'features/books/often.feature': renderOften(manyScenarios) }
    const often = await openProject(features)
    const args = ['faults', '--part', '1/2', '--workers', '1', ...target]
    const { exitCode, stdout } = await runAirlock(args, { cwd: often.folder, env: keys })
    await often.close()
    const [, caught] = /lends-twice caught by (\d+) scenarios?/.exec(stdout) ?? []
    expect({ exitCode, isCaught: Number(caught) > 0 }).toEqual({ exitCode: 0, isCaught: true })
    expect(Number(caught)).toBeLessThan(manyScenarios)
  })

  it('says nothing of faults when what caught them fails without any', async () => {
    const page = await readPage()
    const { exitCode, stdout } = await tryFaults([], { LIBRARY_CLOSED: 'yes' })
    expect(exitCode).toBe(2)
    expect(stdout).toContain('does not pass without a fault')
    expect(stdout).toContain('A book on the shelf can be lent (features/books/lending.feature)')
    expect(stdout).not.toContain('all of them caught')
    expect(await readPage()).toBe(page)
  })
})

const manyScenarios = 400

function renderOften(times: number): string {
  const scenarios = Array.from(
    { length: times },
    (_, at) => `
  Scenario: A lent book cannot be lent again, as reader ${at} finds
    Given "Emma-${at}" is lent
    When a reader asks for "Emma-${at}"
    Then the reader is told that it is out
`,
  )
  return `@service:loans\nFeature: Lending often\n${scenarios.join('')}`
}

async function readPage(): Promise<string> {
  const path = join(project.folder, 'docs', 'faults.md')
  return existsSync(path) ? readFile(path, 'utf8') : ''
}

describe('faults that cannot be tried', () => {
  it('are refused by name, with those there are', async () => {
    const { exitCode, stderr } = await tryFaults(['nonsense'])
    expect(exitCode).toBe(3)
    expect(stderr).toContain('one of lends-twice, town-lost, received nonsense')
  })

  it('are refused as a part that there is not, by the name of the flag', async () => {
    const { exitCode, stderr } = await tryFaults(['--part', '3/2'])
    expect(exitCode).toBe(3)
    expect(stderr).toContain('--part')
    expect(stderr).not.toContain('--shard')
  })

  it('are refused where the target names none', async () => {
    const env = { ...keys, LIBRARY_URL: 'http://127.0.0.1:9' }
    const args = ['faults', '--target', 'policy/targets/library.yaml']
    const { exitCode, stderr } = await runAirlock(args, { cwd: project.folder, env })
    expect(exitCode).toBe(3)
    expect(stderr).toContain('a `faults` key')
  })
})
