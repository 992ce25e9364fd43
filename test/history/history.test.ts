// What a history promises, on every database there is for it.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Driver } from '../../src/history/driver.ts'
import { openHistory, type History } from '../../src/history/open-history.ts'
import { createSqlite } from '../../src/history/open-sqlite.ts'
import { openPostgres } from '../../src/history/open-postgres.ts'
import type { Past } from '../../src/history/past.ts'
import { usualContract } from '../acceptance/run-contract.ts'
import { makeTempFolder } from '../airlock.ts'
import { startPostgres, type PostgresServer } from './postgres-server.ts'
import { asOf, inventory, met, policy, sampleRecording } from './sample-recordings.ts'

let folder: string
let postgres: PostgresServer
let places = 0

beforeAll(async () => {
  folder = await makeTempFolder()
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.close()
  await rm(folder, { recursive: true, force: true })
})

const makePlace = {
  sqlite: async () => join(folder, `${(places += 1)}`, 'history.sqlite'),
  postgres: async () => postgres.makePlace(`history_${(places += 1)}`),
}
const open = (place: string): History => openHistory({ cwd: folder, env: { AIRLOCK_HISTORY: place } })
const openDriver = async (place: string): Promise<Driver> =>
  place.startsWith('postgres') ? openPostgres(place) : createSqlite(place)

describe.each(['sqlite', 'postgres'] as const)('a history in %s', (source) => {
  let place: string
  let history: History

  beforeEach(async () => {
    place = await makePlace[source]()
    history = open(place)
    await history.create()
  })
  afterEach(() => history.close())

  const record = async (...days: number[]): Promise<void> => {
    for (const day of days) await history.record(sampleRecording(day))
  }
  const readPast = async (...asked: Parameters<typeof asOf>): Promise<Past> =>
    (await history.readPast(asOf(...asked))).past
  /** Changes the database behind the history's back. */
  const meddle = async (sql: string): Promise<void> => {
    const driver = await openDriver(place)
    await driver.query(sql)
    await driver.close()
  }

  test('that is not where it was named is a problem, and is begun by nobody but who means to', async () => {
    const other = await makePlace[source]()
    const lost = open(other)
    const { past } = await lost.readPast(asOf(1))
    const refusal = await lost.record(sampleRecording(1)).catch(String)
    const isThere = existsSync(other)
    const made = [await lost.create(), await lost.create()]
    await lost.close()
    expect(past.problem).toBe('there is none')
    expect(refusal).toContain('there is none')
    expect(isThere).toBe(false)
    expect(made).toEqual([true, false])
  })

  test('what a waiver or a looser policy let go is not what the next is compared with', async () => {
    const held = (rule: string) => ({ rule, level: 'block', outcome: 'pass' }) as const
    const [kept, served] = [held('inventory-kept'), held('contract-kept')]
    await history.record(sampleRecording(1, { findings: [kept, served] }))
    await history.record(sampleRecording(2, { findings: [{ ...kept, outcome: 'fail' }, served] }))
    await history.record(
      sampleRecording(3, {
        findings: [
          { ...kept, level: 'record' },
          { ...served, level: 'warn' },
        ],
      }),
    )
    await history.record(sampleRecording(4, { findings: [] }))
    const { past, baseline } = await history.readPast(asOf(9))
    expect([past.lastPassed?.runId, baseline?.run]).toEqual(['run-001', 'run-002'])
    const { past: undemanded } = await history.readPast({ ...asOf(9), demanded: [] })
    expect(undemanded.lastPassed?.runId).toBe('run-004')
  })

  test('where the rules that compare never held, the newest that passed is compared with', async () => {
    await record(1, 2)
    expect((await readPast(9)).lastPassed?.runId).toBe('run-002')
  })

  test('that nobody has written to is empty, which is no problem', async () => {
    const lists = { capabilities: [], flakes: [], releases: [], regressions: [] }
    const nothing = { source, problem: null, runs: 0, lastPassed: null, ...lists }
    expect(await history.readPast(asOf(1))).toEqual({ past: nothing, baseline: null })
    expect(await history.list()).toEqual([])
    expect(await history.export()).toEqual(['{"schema":"airlock.history/1","end":{"runs":0}}\n'])
  })

  test('tells the next run all about the last that passed', async () => {
    await record(1, 2)
    await history.record(sampleRecording(3, { verdict: 'block' }))
    const { past, baseline } = await history.readPast(asOf(4))
    expect(past.runs).toBe(3)
    expect(past.lastPassed).toEqual({
      runId: 'run-002',
      release: '2026.2',
      kind: 'scheduled',
      decidedAt: sampleRecording(2).record.decidedAt,
      policy,
      scenarios: inventory,
      cases: ['a', 'b', 'c'].map((id) => ({ id, outcome: 'passed' })),
    })
    expect(baseline).toMatchObject({ run: 'run-002', contract: usualContract })
  })

  test('tells of each release that passed its newest verdict, newest first', async () => {
    await record(1, 2)
    await history.record(sampleRecording(3, { release: '2026.2', whole: false }))
    await history.record(sampleRecording(4, { verdict: 'block' }))
    await history.record(sampleRecording(5, { release: null, kind: null }))
    const { releases } = await readPast(9)
    expect(releases.map(({ release, runId, whole }) => [release, runId, whole])).toEqual([
      ['2026.2', 'run-003', false],
      ['2026.1', 'run-001', true],
    ])
    expect(releases[1]).toMatchObject({ kind: 'scheduled', version: '7.7.0', digest: null })
  })

  test('tells of whole runs of a version that passed as an emergency, whatever their verdict', async () => {
    const emergency = { kind: 'emergency' as const, version: '7.7.1', whole: false }
    await history.record(sampleRecording(1, emergency))
    await record(2)
    const other = { version: '7.7.1', digest: 'sha256:a', findings: [met] }
    await history.record(sampleRecording(3, { ...other, verdict: 'block' }))
    await history.record(sampleRecording(4, { version: '7.7.1', whole: false }))
    expect((await readPast(9)).regressions).toEqual([
      { runId: 'run-003', version: '7.7.1', digest: 'sha256:a' },
    ])
    expect((await readPast(9, 'run-003')).regressions).toEqual([])
  })

  test('never tells a run of itself, nor of what began later', async () => {
    await record(1, 2, 3)
    expect((await readPast(2, 'run-002')).lastPassed?.runId).toBe('run-001')
    expect((await readPast(9, 'run-003')).lastPassed?.runId).toBe('run-002')
    expect((await readPast(1)).runs).toBe(0)
  })

  test('has no run for its last that was narrowed by hand, but knows what it served', async () => {
    await record(1)
    await history.record(sampleRecording(2, { whole: false, served: { ...usualContract, paths: {} } }))
    const { past, baseline } = await history.readPast(asOf(3))
    expect(past.lastPassed?.runId).toBe('run-001')
    expect(baseline).toMatchObject({ run: 'run-002', contract: { paths: {} } })
  })

  test('passes over runs that served no contract', async () => {
    await record(1)
    await history.record(sampleRecording(2, { contract: null }))
    const { past, baseline } = await history.readPast(asOf(3))
    expect([past.lastPassed?.runId, baseline?.run]).toEqual(['run-002', 'run-001'])
  })

  test('has the durations of the last ten whole runs on the same target, by capability', async () => {
    await record(...Array.from({ length: 12 }, (_, at) => at + 1))
    await history.record(sampleRecording(13, { target: 'elsewhere' }))
    await history.record(sampleRecording(14, { whole: false }))
    const { capabilities } = await readPast(20)
    expect(capabilities.map(({ capability }) => capability)).toEqual(['points', 'wallets'])
    expect(capabilities[0]?.runs.map(({ runId }) => runId)).toEqual(
      Array.from({ length: 10 }, (_, at) => `run-${String(12 - at).padStart(3, '0')}`),
    )
    expect(capabilities[1]?.runs[0]?.cases).toEqual([
      { case: 'a', ms: 112 },
      { case: 'b', ms: 112 },
    ])
  })

  test('has no durations of cases that did not pass at once, and counts the flaky ones', async () => {
    await record(1)
    const cases = [
      { id: 'a', outcome: 'flaky' as const, ms: 900 },
      { id: 'b', outcome: 'failed' as const, ms: 5 },
      { id: 'c', outcome: 'skipped' as const, ms: null },
    ]
    await history.record(sampleRecording(2, { cases }))
    const { capabilities, flakes } = await readPast(3)
    expect(capabilities.flatMap(({ runs }) => runs.map(({ runId }) => runId))).toEqual(['run-001', 'run-001'])
    expect(flakes).toEqual([{ case: 'a', runs: 2, flaky: 1 }])
  })

  test('has the later verdict on a run that was judged twice, in whatever order they arrive', async () => {
    const { decidedAt } = sampleRecording(1).record
    const first = sampleRecording(1, { verdict: 'inconclusive' })
    const later = sampleRecording(1, { decidedAt: decidedAt + 1, verdict: 'block', cases: [] })
    for (const recording of [first, later, first]) await history.record(recording)
    expect(await history.list()).toMatchObject([{ runId: 'run-001', verdict: 'block', cases: 0 }])
  })

  test('has a run that passed once as one that passed, in whatever order its verdicts arrive', async () => {
    const { decidedAt } = sampleRecording(1).record
    const before = sampleRecording(1, { decidedAt: decidedAt - 1, verdict: 'block', cases: [] })
    const after = sampleRecording(1, { decidedAt: decidedAt + 9, verdict: 'block', cases: [] })
    const again = sampleRecording(1, { decidedAt: decidedAt + 1, version: '7.7.1' })
    for (const recording of [after, sampleRecording(1), before, after]) await history.record(recording)
    expect(await history.list()).toMatchObject([{ verdict: 'pass', version: '7.7.0', cases: 3 }])
    for (const recording of [again, sampleRecording(1), after]) await history.record(recording)
    expect(await history.list()).toMatchObject([{ verdict: 'pass', version: '7.7.1', cases: 3 }])
  })

  test('takes a run that it has as it is', async () => {
    await record(1)
    const before = await history.export()
    await record(1)
    expect(await history.export()).toEqual(before)
  })

  test('lists what it has, newest first', async () => {
    await record(2, 1)
    expect(await history.list()).toMatchObject([
      { runId: 'run-002', release: '2026.2', verdict: 'pass', cases: 3, whole: true },
      { runId: 'run-001' },
    ])
  })

  test.each([
    ['a case', "UPDATE airlock_cases SET outcome = 'passed' WHERE case_id = 'b'"],
    ['a case too few', "DELETE FROM airlock_cases WHERE case_id = 'b'"],
    ['a word that is no outcome', "UPDATE airlock_cases SET outcome = 'fine' WHERE case_id = 'b'"],
    ['a finding', "UPDATE airlock_runs SET findings = '[]'"],
    ['a text that is no JSON', "UPDATE airlock_runs SET counts = '{'"],
    ['a policy', "UPDATE airlock_documents SET body = '{}' WHERE body LIKE '%flake-budget%'"],
    ['a contract', "UPDATE airlock_documents SET body = '{}' WHERE body LIKE '%openapi%'"],
  ])('that is damaged (%s) has a problem, and no past', async (_what, sql) => {
    const cases = ['a', 'b', 'c'].map((id) => ({ id, outcome: 'failed' as const, ms: 1 }))
    await history.record(sampleRecording(1, { cases }))
    await meddle(sql)
    const { past, baseline } = await history.readPast(asOf(2))
    expect(past).toMatchObject({ runs: 0, lastPassed: null, capabilities: [] })
    expect(past.problem).toMatch(/is damaged: it is not what was written/)
    expect(baseline).toBeNull()
  })

  test('that a newer Airlock has written to is left alone', async () => {
    await record(1)
    await meddle('INSERT INTO airlock_schema (version) VALUES (999)')
    expect((await readPast(2)).problem).toMatch(/schema 999.*newer Airlock/)
    await expect(record(2)).rejects.toThrow(/schema 999/)
    await expect(history.export()).rejects.toThrow(/schema 999/)
    await meddle('DELETE FROM airlock_schema WHERE version = 999')
    expect(await history.list()).toHaveLength(1)
  })

  test('goes as a file from one database to the other, and comes back the same', async () => {
    await record(1, 2)
    await history.record(
      sampleRecording(3, { contract: null, cases: [], excused: ['a'], release: null, kind: null }),
    )
    const lines = await history.export()
    const other = open(await makePlace[source === 'sqlite' ? 'postgres' : 'sqlite']())
    const text = { file: 'history.ndjson', lines: lines.map((line, at) => ({ text: line, line: at + 1 })) }
    expect(await other.import(text)).toEqual({ ok: true, value: { runs: 3, added: 3 } })
    expect(await other.export()).toEqual(lines)
    expect((await other.readPast(asOf(4))).past).toEqual({
      ...(await readPast(4)),
      source: source === 'sqlite' ? 'postgres' : 'sqlite',
    })
    expect(await other.import(text)).toEqual({ ok: true, value: { runs: 3, added: 0 } })
    expect(await other.export()).toEqual(lines)
    await other.close()
  })

  test('takes nothing of a file in which a line is wrong, and names the line', async () => {
    const other = open(await makePlace.sqlite())
    await other.create()
    await other.record(sampleRecording(1))
    const good = await other.export()
    await other.close()
    const [run = '', end = ''] = good.slice(-2)
    const import_ = async (...lines: string[]) =>
      history.import({ file: 'h.ndjson', lines: lines.map((text, at) => ({ text, line: at + 1 })) })
    const first = async (...lines: string[]) => {
      const read = await import_(...lines)
      return read.ok ? [] : read.problems
    }
    expect(await first(...good, 'nonsense')).toMatchObject([
      { line: 6, path: 'schema', received: 'nonsense' },
    ])
    expect(await first(run.replace('history/1', 'history/2'))).toMatchObject([{ line: 1, path: 'schema' }])
    expect(await first(...good.slice(0, 3), run.replace('"pass"', '"fine"'), end)).toMatchObject([
      { line: 4, path: 'run.verdict' },
    ])
    expect(await first(...good.slice(1))).toMatchObject([{ line: 3, path: 'run.policy' }])
    expect(await first(...good.map((line) => line.replace('A wallet', 'No wallet')))).toMatchObject([
      { path: 'document.sha256' },
    ])
    expect(await history.list()).toEqual([])
  })

  test('takes nothing of a file that was cut between two lines, or that goes on after its end', async () => {
    await record(1, 2)
    const lines = await history.export()
    const other = open(await makePlace.sqlite())
    const problemsOf = async (some: readonly string[]) => {
      const read = await other.import({ file: 'h', lines: some.map((text, at) => ({ text, line: at + 1 })) })
      return read.ok ? [] : read.problems
    }
    const end = lines.at(-1) ?? ''
    const cut = { path: 'end', received: 'none', line: lines.length - 1 }
    expect(await problemsOf(lines.slice(0, -1))).toMatchObject([cut])
    expect(await problemsOf([...lines.slice(0, -2), end])).toMatchObject([
      { path: 'end.runs', expected: '2 runs before it', received: '1', line: lines.length - 1 },
    ])
    expect(await problemsOf([...lines, ...lines])).toMatchObject([
      { path: 'end', received: 'lines after it', line: lines.length },
    ])
    await expect(other.list()).rejects.toThrow(/there is none/)
    await other.close()
  })

  test('reads what it was given whatever the order of its cases, and with half a character in a version', async () => {
    const cases = ['c', 'a', 'b'].map((id) => ({ id, outcome: 'passed' as const, ms: 1 }))
    await history.record(sampleRecording(1, { cases, version: '7.7.0-\ud800\0' }))
    const past = await readPast(2)
    expect(past.problem).toBeNull()
    expect(past.lastPassed?.cases.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(past.releases).toMatchObject([{ version: '7.7.0-\ufffd\ufffd' }])
  })

  test('that an older Airlock has written is brought forward, with every run in it', async () => {
    await record(1)
    const before = await history.export()
    await history.close()
    await meddle('ALTER TABLE airlock_runs DROP COLUMN excused')
    await meddle('DELETE FROM airlock_schema WHERE version > 1')
    history = open(place)
    expect((await readPast(2)).lastPassed?.runId).toBe('run-001')
    expect(await history.export()).toEqual(before)
    await history.record(sampleRecording(2, { excused: ['a'] }))
    expect((await readPast(3)).lastPassed?.cases.map(({ id }) => id)).toEqual(['b', 'c'])
  })

  test('takes no run in which a case stands twice, and names the line', async () => {
    const other = open(await makePlace.sqlite())
    await other.create()
    await other.record(sampleRecording(1))
    const lines = (await other.export()).map((text, at) => ({
      text: text.replace('"b"', '"a"'),
      line: at + 1,
    }))
    await other.close()
    expect(await history.import({ file: 'h.ndjson', lines: lines.slice(3) })).toMatchObject({
      problems: [{ line: 4, path: 'run.cases', expected: 'each case once' }],
    })
  })

  test('can be written to by two processes at once, from the first moment on', async () => {
    const writers = [startWriter(place, 'runs', '0', '8'), startWriter(place, 'runs', '8', '8')]
    const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'close'))[0] as number))
    expect(codes).toEqual([0, 0])
    expect(await history.list()).toHaveLength(16)
    expect((await readPast(50)).runs).toBe(16)
  })

  test('is as it was before when a writer is killed in the middle', async () => {
    await record(1)
    const before = await history.export()
    await history.close()
    const writer = startWriter(place, 'half', '2')
    const [said] = (await once(writer.stdout ?? writer, 'data')) as [Buffer]
    expect(String(said)).toBe('in the middle\n')
    writer.kill('SIGKILL')
    await once(writer, 'close')
    history = open(place)
    expect(await history.export()).toEqual(before)
    await record(2)
    expect((await readPast(3)).lastPassed?.runId).toBe('run-002')
  })
})

function startWriter(place: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), ...args], {
    env: { ...process.env, AIRLOCK_HISTORY: place },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
