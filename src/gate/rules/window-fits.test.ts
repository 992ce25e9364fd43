// Minutes, with a margin, and over when the window is.
import { describe, expect, test } from 'vitest'
import { askRule, sampleRelease } from '../../../test/acceptance/sample-evidence.ts'
import type { Release } from '../../release/release.ts'
import { windowFits } from './window-fits.ts'

const ask = (change: Partial<Release> = {}, at?: string) =>
  askRule(windowFits, {
    release: { ...sampleRelease, ...change },
    ...(at !== undefined && { now: Temporal.Instant.from(at).epochMilliseconds }),
  })

test('holds for minutes in an hour that is to come', () => {
  expect(ask()).toMatchObject({
    outcome: 'pass',
    actual: {
      expectedDowntimeMinutes: 2,
      minutesNeeded: 3,
      windowMinutes: 60,
      latestStart: '2026-11-30T03:57:00Z',
    },
  })
})

test('the latest start is told to the second, and never later than it is', () => {
  expect(ask({ expectedDowntimeMinutes: 2.0001 })).toMatchObject({
    actual: { latestStart: '2026-11-30T03:56:59Z' },
  })
})

describe('in the window', () => {
  test.each([
    ['2026-11-30T03:00:00Z', 'pass'],
    ['2026-11-30T03:57:00Z', 'pass'],
    ['2026-11-30T03:57:00.001Z', 'fail'],
    ['2026-11-30T03:57:01Z', 'fail'],
    ['2026-11-30T04:00:00Z', 'fail'],
    ['2026-12-07T03:00:00Z', 'fail'],
  ])('beginning at %s is a %s', (at, outcome) => {
    expect(ask({}, at).outcome).toBe(outcome)
  })

  test('nothing begins after its end, also where no downtime is expected', () => {
    expect(ask({ expectedDowntimeMinutes: 0 }, '2026-11-30T03:59:59Z').outcome).toBe('pass')
    expect(ask({ expectedDowntimeMinutes: 0 }, '2026-11-30T04:00:00Z').outcome).toBe('fail')
  })
})

test.each([
  [5, 'pass'],
  [6, 'warn'],
  [10, 'warn'],
  [11, 'fail'],
])('%i minutes of downtime are a %s', (expectedDowntimeMinutes, outcome) => {
  expect(ask({ expectedDowntimeMinutes }).outcome).toBe(outcome)
})

test('fails where it does not fit with its margin', () => {
  const window = { start: '2026-11-30T03:00', end: '2026-11-30T03:06' }
  expect(ask({ window, expectedDowntimeMinutes: 4 }).outcome).toBe('pass')
  expect(ask({ window, expectedDowntimeMinutes: 4.5 }).outcome).toBe('fail')
})

test('a patch has no downtime, and needs no window', () => {
  const patch = { kind: 'patch' as const, window: undefined }
  for (const expectedDowntimeMinutes of [0, undefined])
    expect(ask({ ...patch, expectedDowntimeMinutes })).toMatchObject({
      outcome: 'pass',
      actual: { asked: false },
    })
  expect(ask({ ...patch, expectedDowntimeMinutes: 1 }).outcome).toBe('fail')
  expect(ask({ kind: 'patch', expectedDowntimeMinutes: 0 }, '2026-11-30T05:00:00Z').outcome).toBe('fail')
})

test('cannot tell without a release, a window, an expected downtime, or a zone', () => {
  expect(askRule(windowFits).outcome).toBe('inconclusive')
  expect(ask({ window: undefined }).outcome).toBe('inconclusive')
  expect(ask({ window: undefined, expectedDowntimeMinutes: 0 }).outcome).toBe('inconclusive')
  expect(ask({ expectedDowntimeMinutes: undefined }).outcome).toBe('inconclusive')
  expect(askRule(windowFits, { release: sampleRelease, promised: null }).outcome).toBe('inconclusive')
})
