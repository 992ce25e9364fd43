// What a history must not let be forgotten or unlearned: ways in which what was kept of runs could make the next one pass.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHistory, type History } from '../../src/history/open-history.ts'
import type { Past } from '../../src/history/past.ts'
import { makeTempFolder } from '../airlock.ts'
import { asOf, met, sampleRecording } from './sample-recordings.ts'

let folder: string
let history: History

beforeEach(async () => {
  folder = await makeTempFolder()
  history = openHistory({ cwd: folder, env: { AIRLOCK_HISTORY: join(folder, 'history.sqlite') } })
  await history.create()
})
afterEach(async () => {
  await history.close()
  await rm(folder, { recursive: true, force: true })
})

const record = async (...days: number[]): Promise<void> => {
  for (const day of days) await history.record(sampleRecording(day))
}
const readPast = async (day: number): Promise<Past> => (await history.readPast(asOf(day))).past

test('has no durations of runs that were slow and not let in, however often they were tried', async () => {
  const slow = { rule: 'duration-budget', level: 'block', outcome: 'fail' } as const
  const runs = async () => {
    const { capabilities } = await readPast(50)
    return capabilities[0]?.runs.map(({ runId }) => runId)
  }
  await record(1, 2)
  for (let day = 3; day < 16; day += 1)
    await history.record(sampleRecording(day, { verdict: 'block', findings: [slow] }))
  expect(await runs()).toEqual(['run-002', 'run-001'])
  await history.record(sampleRecording(16, { findings: [{ ...slow, level: 'warn' }] }))
  await history.record(sampleRecording(17, { verdict: 'block' }))
  expect(await runs()).toEqual(['run-017', 'run-016', 'run-002', 'run-001'])
})

test('does not forget an emergency whose name another build has taken since', async () => {
  const hotfix = { release: 'hotfix', kind: 'emergency', version: '7.7.1', whole: false } as const
  await history.record(sampleRecording(1, hotfix))
  await history.record(sampleRecording(2, { ...hotfix, kind: 'patch', version: '7.7.2', whole: true }))
  const { releases } = await readPast(9)
  expect(releases.map(({ kind, version }) => [kind, version])).toEqual([
    ['patch', '7.7.2'],
    ['emergency', '7.7.1'],
  ])
})

test('a pass on another target, which may have less, is compared with only where there is none on the own one', async () => {
  const elsewhere = { target: 'elsewhere', cases: [] }
  await history.record(sampleRecording(3, elsewhere))
  expect((await history.readPast(asOf(9))).past.lastPassed?.runId).toBe('run-003')
  await record(1, 2)
  const { past, baseline } = await history.readPast(asOf(9))
  expect([past.lastPassed?.runId, baseline?.run]).toEqual(['run-002', 'run-002'])
})

test('has a run that passed as an emergency as of its first pass, however it is judged again', async () => {
  const { decidedAt } = sampleRecording(1).record
  const hotfix = { kind: 'emergency', whole: false } as const
  const verdicts = [
    sampleRecording(1, { ...hotfix, decidedAt: decidedAt - 1, verdict: 'block' }),
    sampleRecording(1, { ...hotfix, version: '7.7.1' }),
    sampleRecording(1, { ...hotfix, decidedAt: decidedAt + 1 }),
    sampleRecording(1, { decidedAt: decidedAt + 2 }),
    sampleRecording(1, { decidedAt: decidedAt + 3, verdict: 'block' }),
  ]
  for (const recording of [...verdicts, ...verdicts.toReversed()]) await history.record(recording)
  const { releases } = await readPast(2)
  expect(releases).toMatchObject([{ kind: 'emergency', decidedAt, version: '7.7.1' }])
})

test('tells the next run nothing of what was excused in this one', async () => {
  const cases = ['a', 'b', 'c'].map((id) => ({ id, outcome: 'failed' as const, ms: 1 }))
  await history.record(sampleRecording(1, { cases, excused: ['b'] }))
  expect((await readPast(2)).lastPassed?.cases.map(({ id }) => id)).toEqual(['a', 'c'])
  expect(await history.list()).toMatchObject([{ cases: 3 }])
  expect((await history.export()).at(-2)).toContain('"excused":["b"]')
})

test('knows of an emergency, and of what pays it, also where that began after the run at hand', async () => {
  const emergency = { release: 'hotfix', kind: 'emergency', version: '7.7.1', whole: false } as const
  await record(1)
  await history.record(sampleRecording(5, emergency))
  await history.record(sampleRecording(6, { release: 'later' }))
  const { releases, runs } = await readPast(3)
  expect([releases.map(({ release }) => release), runs]).toEqual([['hotfix', '2026.1'], 1])
  const whole = { release: null, kind: null, version: '7.7.1', findings: [met] }
  await history.record(sampleRecording(7, { ...whole, verdict: 'block' }))
  expect((await readPast(3)).regressions).toMatchObject([{ runId: 'run-007' }])
})

test('takes no run that met another build, or nobody knows which, for one of the emergency that it was judged as', async () => {
  const hotfix = { release: 'hotfix', kind: 'emergency', version: '7.7.1' } as const
  await history.record(sampleRecording(1, { ...hotfix, whole: false }))
  const judged = (outcome: 'fail' | 'inconclusive' | 'pass') => ({
    ...hotfix,
    verdict: 'block' as const,
    findings: [{ ...met, outcome }],
  })
  await history.record(sampleRecording(2, judged('fail')))
  await history.record(sampleRecording(3, judged('inconclusive')))
  // By a policy that turns the rule off.
  await history.record(sampleRecording(4, { ...judged('pass'), findings: [] }))
  expect((await readPast(9)).regressions).toEqual([])
  await history.record(sampleRecording(5, judged('pass')))
  expect((await readPast(9)).regressions).toMatchObject([{ runId: 'run-005' }])
})

test('counts what an emergency owes from its first verdict that passed, however often it is run again', async () => {
  const hotfix = { release: 'hotfix', kind: 'emergency', version: '7.7.1', whole: false } as const
  await history.record(sampleRecording(1, { ...hotfix, verdict: 'block' }))
  for (const day of [2, 5]) await history.record(sampleRecording(day, hotfix))
  const { decidedAt } = sampleRecording(2).record
  expect((await readPast(9)).releases).toMatchObject([{ runId: 'run-005', decidedAt }])
})
