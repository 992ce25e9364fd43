// The main job, as everybody's first minute with Airlock: the reference platform is started, tested, judged, reported
// on and stopped, and the exit code is the verdict's.
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/gate/verdict.ts'
import type { Plan } from '../../src/plan/plan.ts'
import type { Seal } from '../../src/run/seal.ts'
import {
  listDescendants,
  makeTempFolder,
  readJson,
  runAirlock,
  startAirlock,
  waitUntil,
  waitUntilGone,
  type Finished,
  type Process,
} from '../airlock.ts'

describe('a release of the healthy reference platform', () => {
  let out: string
  let ran: Finished
  let started: Process[]

  beforeAll(async () => {
    out = join(await makeTempFolder(), 'run')
    const running = startAirlock(['release', '--out', out])
    await waitUntil(() => existsSync(join(out, 'plan.json')) || running.stderr().includes('failed'))
    started = await listDescendants(running.pid)
    ran = await running.finished
    // The whole suite on a machine that has other work as well.
  }, 400_000)

  it('passes, and says so at the end', () => {
    expect(ran.exitCode, ran.stdout + ran.stderr).toBe(0)
    expect(ran.stdout).toMatch(/PASS +Scheduled release example-\d{4}-\d\d-\d\d \(7\.7\.0\) may be deployed/)
  })

  it('runs at least 180 scenarios, and says of every tenant why it is left out', async () => {
    const plan = await readJson<Plan>(out, 'plan.json')
    const verdict = await readJson<Verdict>(out, 'verdict.json')
    expect(new Set(plan.cases.map(({ uri, scenario }) => `${uri} ${scenario}`)).size).toBeGreaterThan(180)
    const reasons = new Set(plan.excluded.map(({ reason }) => reason))
    expect([...reasons].toSorted()).toEqual(['service', 'tenants'])
    expect(verdict.counts).toMatchObject({
      planned: plan.cases.length,
      passed: plan.cases.length,
      missing: 0,
    })
  })

  it('observes the candidate on every endpoint of every tenant, at the start and at the end', async () => {
    const { candidate } = await readJson<Seal>(out, 'run.json')
    const places = candidate.start.map(({ service, tenant }) => `${tenant} ${service}`)
    expect(places).toHaveLength(10)
    expect(candidate.end.map(({ service, tenant }) => `${tenant} ${service}`)).toEqual(places)
    expect(new Set([...candidate.start, ...candidate.end].map(({ digest }) => digest)).size).toBe(1)
  })

  it('leaves a report, a release page and a text for the pull request', async () => {
    expect(await readFile(join(out, 'index.html'), 'utf8')).toMatch(/Release example-[\d-]+ may be deployed/)
    expect(existsSync(join(out, 'allure-report', 'index.html'))).toBe(true)
    expect(await readFile(join(out, 'verdict.md'), 'utf8')).toContain('7.7.0')
  })

  it('keeps the promise of an example that it writes for the day', async () => {
    const { findings, window, validUntil, decidedAt } = await readJson<Verdict>(out, 'verdict.json')
    const told = findings.filter(({ rule }) => ['notice-given', 'notes-published', 'approved'].includes(rule))
    expect(told.map(({ outcome }) => outcome)).toEqual(['pass', 'pass', 'pass'])
    // Two minutes of downtime, and half of that in reserve, have to fit into what is left of it.
    expect(Date.parse(window?.end ?? '') - Date.parse(validUntil ?? '')).toBe(3 * 60_000)
    expect(Date.parse(decidedAt)).toBeLessThan(Date.parse(window?.start ?? ''))
    expect(Temporal.Instant.from(window?.start ?? '').toZonedDateTimeISO('Europe/London')).toMatchObject({
      dayOfWeek: 1,
      hour: 3,
    })
  })

  it('tells each client at a mail server of its own, and shows what they read', async () => {
    const mails = await readdir(join(out, 'mails'))
    expect(mails).toHaveLength(6)
    const subjects = await Promise.all(
      mails.map(async (name) => (await simpleParser(await readFile(join(out, 'mails', name)))).subject ?? ''),
    )
    expect(subjects.filter((subject) => subject.startsWith('Maintenance on '))).toHaveLength(3)
    expect(await readFile(join(out, 'notice', 'index.html'), 'utf8')).toContain('Told in time')
    expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('notice/index.html')
  })

  it('judged again, finds the release that was written for it', async () => {
    const { exitCode, stdout } = await runAirlock(['gate', '--run', out])
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('example-') })
  })

  it('writes no secret anywhere', async () => {
    const files = await readdir(out, { recursive: true, withFileTypes: true })
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), 'latin1'))
    // Secrets are made anew at each start; what gives one away is the header that carries a hash.
    for (const text of await Promise.all(texts)) expect(text).not.toMatch(/x-ees-auth-hash: [0-9a-f]{64}/i)
  })

  it('leaves no process behind', async () => {
    expect(started.length).toBeGreaterThan(3)
    await waitUntilGone(started)
  })
})

describe('a release that is interrupted', () => {
  it('ends with 130, judges nothing and leaves no process behind', async () => {
    const out = join(await makeTempFolder(), 'run')
    const running = startAirlock(['release', '--out', out])
    const hasResults = async () =>
      existsSync(join(out, 'allure-results')) &&
      (await readdir(join(out, 'allure-results'))).some((name) => name.endsWith('-result.json'))
    await waitUntil(hasResults)
    const started = await listDescendants(running.pid)
    process.kill(running.pid, 'SIGINT')
    const { exitCode } = await running.finished
    expect(exitCode).toBe(130)
    expect(existsSync(join(out, 'verdict.json'))).toBe(false)
    expect(await readJson<Seal>(out, 'run.json')).toMatchObject({ interrupted: true })
    await waitUntilGone(started)
  })
})
