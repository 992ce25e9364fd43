// Yesterday's results, results from tomorrow, and results without a time: none of them speaks of this run.
import { describe, expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  sampleAttempt,
  sampleCase,
  sampleEvidence,
  sampleSeal,
} from '../../../test/acceptance/sample-evidence.ts'
import type { EvidenceCase } from '../../evidence/evidence.ts'
import { runStartMs } from '../../../test/acceptance/run-folder.ts'
import { resultsFresh } from './results-fresh.ts'

const minute = 60_000
const ask = (change: Parameters<typeof sampleEvidence>[0], rest: object = {}) =>
  askRule(resultsFresh, { evidence: sampleEvidence(change), ...rest })
const withTimes = (start: number | null, stop: number | null) => [
  sampleCase({ attempts: [sampleAttempt({ start, stop })] }),
]

test('holds when the run is young and every result lies inside it', () => {
  expect(ask({})).toMatchObject({ outcome: 'pass', actual: { ageMinutes: 9, outside: 0 } })
})

test('fails on a run that is too old, and its age is a matter of policy', () => {
  const now = runStartMs + 25 * 60 * minute
  expect(ask({}, { now }).outcome).toBe('fail')
  expect(ask({}, { now, settings: { maxAgeMinutes: 2000 } }).outcome).toBe('pass')
})

test('the age that is told is never one that would be allowed, or of a time that has come', () => {
  const { end } = sampleSeal()
  const ageAt = (now: number) => ask({}, { now }).actual['ageMinutes']
  expect(ageAt(end + 24 * 60 * minute)).toBe(1440)
  expect(ageAt(end + 24 * 60 * minute + 1)).toBe(1441)
  expect(ageAt(end - 2 * minute - 1)).toBe(-3)
})

test('holds at the very edge of its age, and where a run took no time at all', () => {
  const end = sampleSeal().end
  const cases = withTimes(end, end)
  expect(ask({ cases }, { now: end + 24 * 60 * minute }).outcome).toBe('pass')
  expect(ask({ cases }, { now: end + 24 * 60 * minute + 1 }).outcome).toBe('fail')
  expect(ask({ cases }, { now: end - 2 * minute }).outcome).toBe('pass')
  expect(ask({ cases }, { now: end - 2 * minute - 1 }).outcome).toBe('fail')
  expect(ask({ cases, seal: sampleSeal({ start: end, end }) }).outcome).toBe('pass')
})

test('no run lasts longer than a day and longer than results may be old', () => {
  const { end } = sampleSeal()
  const began = (hours: number, settings: object = {}) =>
    ask({ seal: sampleSeal({ start: end - hours * 60 * minute }) }, { settings })
  expect(began(24, { maxAgeMinutes: 60 }).outcome).toBe('pass')
  expect(began(25)).toMatchObject({ outcome: 'fail', actual: { tookMinutes: 1500 } })
  expect(began(25, { maxAgeMinutes: 1600 }).outcome).toBe('pass')
  expect(ask({}).actual).not.toHaveProperty('tookMinutes')
})

test('of shards that ran apart each has to be young, and to have ended after it began', () => {
  const { start, end, shards } = sampleSeal()
  const [shard = expect.fail()] = shards
  const joined = (change: Partial<typeof shard>) => {
    const apart = [shard, { ...shard, start, ...change }].map((one) => ({ ...one, runId: 'r' }))
    return ask(
      { seal: sampleSeal({ start: end - 120 * minute, shards: apart }) },
      { settings: { maxAgeMinutes: 60 } },
    )
  }
  expect(joined({}).outcome).toBe('pass')
  expect(joined({ start: end - 100 * minute, end: end - 90 * minute })).toMatchObject({
    outcome: 'fail',
    actual: { ageMinutes: 99 },
  })
  expect(joined({ start: end, end: start }).outcome).toBe('fail')
})

test('a result may be off by as much as clocks are, and no more', () => {
  const { start, end } = sampleSeal()
  const outcomeOf = (from: number, to: number): string => ask({ cases: withTimes(from, to) }).outcome
  expect(outcomeOf(start - 2 * minute, start)).toBe('pass')
  expect(outcomeOf(start - 2 * minute - 1, start)).toBe('fail')
  expect(outcomeOf(end + 2 * minute, end + 2 * minute)).toBe('pass')
  expect(outcomeOf(end, end + 2 * minute + 1)).toBe('fail')
})

test('a result without a stop is told by its start, and one case of two attempts by either', () => {
  const { start, end } = sampleSeal()
  expect(ask({ cases: withTimes(start, null) }).outcome).toBe('pass')
  expect(ask({ cases: withTimes(end + 3 * minute, null) }).outcome).toBe('fail')
  const attempts = [sampleAttempt(), sampleAttempt({ start: null })]
  expect(ask({ cases: [sampleCase({ attempts })] }).actual).toMatchObject({ outside: 1, withoutStart: 1 })
})

test('where the run itself is too old, or too long, it is nobody’s own', () => {
  const cases = withTimes(0, 10)
  expect(ask({ cases }).tenants).toEqual(['maple'])
  expect(ask({ cases }, { now: runStartMs + 25 * 60 * minute }).tenants).toEqual([])
  const seal = sampleSeal({ start: sampleSeal().end - 25 * 60 * minute })
  expect(ask({ cases, seal }).tenants).toEqual([])
})

test('another suite may have run at a time of its own, as long as it is young', () => {
  const other = (start: number) => [
    sampleCase(),
    { ...sampleCase({ id: 'other', attempts: [sampleAttempt({ start, stop: start })] }), source: 'junit' },
  ]
  expect(ask({ cases: other(runStartMs - 60 * minute) as EvidenceCase[] }).outcome).toBe('pass')
  expect(ask({ cases: other(runStartMs - 25 * 60 * minute) as EvidenceCase[] })).toMatchObject({
    outcome: 'fail',
    cases: ['other'],
  })
})

test('fails on a run that ends in the future, but not within the tolerance of clocks', () => {
  expect(ask({}, { now: runStartMs - 10 * minute }).outcome).toBe('fail')
  expect(ask({}, { now: runStartMs }).outcome).toBe('pass')
})

test('fails on a seal that ends before it starts', () => {
  expect(ask({ seal: sampleSeal({ end: runStartMs - 1 }) }).outcome).toBe('fail')
})

test.each([
  ['from 1970', 0, 10],
  ['without a start', null, null],
  ['before the run', runStartMs - 3 * minute, runStartMs],
  ['after the run', runStartMs + 4 * minute, runStartMs + 4 * minute],
  ['of negative length', runStartMs + 1000, runStartMs],
  ['that outlasts the run', runStartMs + 1000, runStartMs + 9 * minute],
])('fails on a result %s and names the case', (_name, start, stop) => {
  expect(ask({ cases: withTimes(start, stop) })).toMatchObject({
    outcome: 'fail',
    cases: ['case-1'],
    tenants: ['maple'],
  })
})

test('cannot tell of a run whose results are all gone: only they could be fresh', () => {
  const missing = sampleEvidence().cases.map((found) => ({
    ...found,
    attempts: [],
    outcome: 'missing' as const,
  }))
  expect(ask({ cases: missing }).outcome).toBe('inconclusive')
})

describe('a report without any time', () => {
  const undated = {
    ...sampleCase({ attempts: [sampleAttempt({ start: null, stop: null })] }),
    source: 'junit',
  }
  const cases = [undated as EvidenceCase]

  test('fails, also where nothing else tells when it was', () => {
    expect(ask({ origin: 'results', seal: null, cases })).toMatchObject({
      outcome: 'fail',
      actual: { undated: 1, ageMinutes: null },
    })
  })

  test('is one of JUnit alone, and has no time in any attempt', () => {
    const times = (start: number | null, stop: number | null) => sampleAttempt({ start, stop })
    const undatedOf = (source: string, ...attempts: ReturnType<typeof times>[]) =>
      ask({ cases: [{ ...undated, source, attempts } as EvidenceCase] }).actual['undated']
    expect(undatedOf('junit', times(null, null))).toBe(1)
    expect(undatedOf('playwright', times(null, null))).toBe(0)
    expect(undatedOf('junit', times(null, null), times(runStartMs, runStartMs))).toBe(0)
    expect(undatedOf('junit', times(runStartMs, null))).toBe(0)
    expect(undatedOf('junit', times(null, runStartMs))).toBe(0)
  })

  test('leaves it open where the policy only warns of it, unless a run beside it tells', () => {
    const settings = { undatedReports: 'warn' }
    expect(ask({ origin: 'results', seal: null, cases }, { settings }).outcome).toBe('inconclusive')
    expect(ask({ cases: [sampleCase(), ...cases] }, { settings }).outcome).toBe('warn')
  })
})

describe('without a seal', () => {
  const results = { origin: 'results', seal: null } as const

  test('holds results of other frameworks against the clock alone', () => {
    expect(ask(results).outcome).toBe('pass')
    expect(ask({ ...results, cases: withTimes(0, 10) }).outcome).toBe('fail')
    expect(ask({ ...results, cases: withTimes(runStartMs + 31 * 365 * 1440 * minute, null) }).outcome).toBe(
      'fail',
    )
    expect(ask({ ...results, cases: withTimes(null, null) }).outcome).toBe('fail')
  })

  test('the latest end is the one that tells its age, in whatever order they come', () => {
    const attempts = [5, 1, 3].map((at) =>
      sampleAttempt({ start: runStartMs + at * minute, stop: runStartMs + at * minute }),
    )
    const cases = [sampleCase({ attempts })]
    expect(ask({ ...results, cases }).actual['ageMinutes']).toBe(5)
    const late = sampleAttempt({ start: runStartMs + 7 * minute, stop: null })
    expect(
      ask({ ...results, cases: [sampleCase({ attempts: [...attempts, late] })] }).actual['ageMinutes'],
    ).toBe(3)
  })

  test('cannot tell of a run, nor of nothing', () => {
    expect(ask({ seal: null }).outcome).toBe('inconclusive')
    expect(askRule(resultsFresh, { evidence: emptyEvidence('results') }).outcome).toBe('inconclusive')
  })
})
