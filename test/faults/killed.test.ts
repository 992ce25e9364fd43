// Processes die at any moment. What they leave behind must be told, finished by others, or never be taken for a run.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/gate/verdict.ts'
import type { Plan } from '../../src/plan/plan.ts'
import type { Seal } from '../../src/run/seal.ts'
import {
  listDescendants,
  makeTempFolder,
  projects,
  readJson,
  readResults,
  runAirlock,
  startAirlock,
  waitUntil,
  waitUntilGone,
  type Running,
} from '../airlock.ts'

const cwd = join(projects, 'slow')
const env = { NASTY_SECRET: 'slow-secret-1' }

function start(out: string): Running {
  return startAirlock(['run', '--target', 'policy/targets/slow.yaml', '--workers', '2', '--out', out], {
    cwd,
    env,
  })
}

/** Waits until some cases have ended and others have not. */
async function waitForMiddle(out: string): Promise<void> {
  await waitUntil(async () => existsSync(join(out, 'allure-results')) && (await readResults(out)).length >= 2)
}

describe('a worker killed in the middle of a run', () => {
  it('is replaced; every planned case has its one result and the loss is counted', async () => {
    const out = await makeTempFolder()
    const running = start(out)
    await waitForMiddle(out)
    const workers = (await listDescendants(running.pid)).filter(({ command }) =>
      command.includes('worker.ts'),
    )
    process.kill(workers[0]!.pid, 'SIGKILL')
    const { exitCode, stdout } = await running.finished
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('12 of 12 cases passed'),
    })
    const plan = await readJson<Plan>(out, 'plan.json')
    const results = await readResults(out)
    expect(results.map(({ historyId }) => historyId).toSorted()).toEqual(
      plan.cases.map(({ id }) => id).toSorted(),
    )
    const seal = await readJson<Seal>(out, 'run.json')
    expect(seal.shards[0]?.losses).toMatchObject([{ signal: 'SIGKILL' }])
    expect(stdout).toContain('1 lost to the machine')
    const gate = await runAirlock(['gate', '--run', out, '--json'], { cwd })
    expect(gate.exitCode, gate.stdout).toBe(0)
    expect((JSON.parse(gate.stdout) as Verdict).counts).toMatchObject({ passed: 12, missing: 0, lost: 0 })
  })
})

describe('a run that is killed', () => {
  it('leaves no seal and no process behind', async () => {
    const out = await makeTempFolder()
    const running = start(out)
    await waitForMiddle(out)
    const started = await listDescendants(running.pid)
    expect(started.length).toBeGreaterThanOrEqual(3)
    process.kill(running.pid, 'SIGKILL')
    await running.finished
    await waitUntilGone(started)
    expect(existsSync(join(out, 'run.json'))).toBe(false)
  })

  it('is inconclusive to the gate, which says that it was never sealed', async () => {
    const out = await makeTempFolder()
    const running = start(out)
    await waitForMiddle(out)
    process.kill(running.pid, 'SIGKILL')
    await running.finished
    const { exitCode, stdout } = await runAirlock(['gate', '--run', out], { cwd })
    expect(exitCode).toBe(2)
    expect(stdout).toContain('never sealed')
    const { findings } = await readJson<Verdict>(out, 'verdict.json')
    expect(findings.filter(({ outcome }) => outcome === 'fail')).toEqual([])
    expect(findings.find(({ rule }) => rule === 'results-sealed')?.outcome).toBe('inconclusive')
  })
})

describe('a run that is interrupted', () => {
  it('ends with 130 and a seal that says so, and leaves no process behind', async () => {
    const out = await makeTempFolder()
    const running = start(out)
    await waitForMiddle(out)
    const started = await listDescendants(running.pid)
    process.kill(running.pid, 'SIGINT')
    const { exitCode } = await running.finished
    expect(exitCode).toBe(130)
    expect(await readJson<Seal>(out, 'run.json')).toMatchObject({ interrupted: true })
    await waitUntilGone(started)
  })
})
