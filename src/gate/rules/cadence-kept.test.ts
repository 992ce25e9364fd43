// About two weeks from one scheduled release to the next: told, and never a reason to stop.
import { expect, test } from 'vitest'
import { askRule, noPast, sampleEarlier, sampleRelease } from '../../../test/acceptance/sample-evidence.ts'
import type { PastRelease } from '../../history/past.ts'
import { cadenceKept } from './cadence-kept.ts'

/** The window is on 30 November. */
const ask = (...releases: PastRelease[]) =>
  askRule(cadenceKept, { release: sampleRelease, history: { ...noPast, releases } })
const on = (day: number, { time = '03:00', ...change }: Partial<PastRelease> & { time?: string } = {}) =>
  sampleEarlier({ decidedAt: Temporal.Instant.from(`2026-11-${day}T${time}Z`).epochMilliseconds, ...change })

test('holds two weeks after the last one', () => {
  expect(ask(on(16))).toMatchObject({ outcome: 'pass', actual: { daysSince: 14, baseline: '2026.23' } })
})

test.each([
  [13, 'pass'],
  [12, 'warn'],
  [19, 'pass'],
  [20, 'warn'],
] as const)('one of the %i. is told as %s', (day, outcome) => {
  expect(ask(on(day)).outcome).toBe(outcome)
})

test.each([
  [12, '17:24', 17.4, 'warn'],
  [13, '02:59:59', 17.1, 'warn'],
  [13, '03:00:01', 17, 'pass'],
  [16, '02:00', 14.1, 'pass'],
  [16, '04:00', 13.9, 'pass'],
  [19, '02:59:59', 11, 'pass'],
  [19, '03:00:01', 10.9, 'warn'],
  [19, '12:36', 10.6, 'warn'],
] as const)('parts of a day count: of the %i. at %s, told as %d days, it is a %s', (...asked) => {
  const [day, time, daysSince, outcome] = asked
  expect(ask(on(day, { time }))).toMatchObject({ outcome, actual: { daysSince } })
})

test('the first release has nothing to keep in step with', () => {
  expect(ask()).toMatchObject({ outcome: 'pass', actual: { baseline: null, daysSince: null } })
})

test('neither emergencies nor an earlier verdict on this release count as the last one', () => {
  const others = [on(29, { kind: 'emergency', release: '2026.23.1' }), on(28, { release: '2026.24' })]
  expect(ask(...others, on(16))).toMatchObject({ outcome: 'pass', actual: { daysSince: 14 } })
})

test('other kinds are not asked', () => {
  const release = { ...sampleRelease, kind: 'emergency' as const }
  const history = { ...noPast, releases: [on(29)] }
  expect(askRule(cadenceKept, { release, history })).toMatchObject({
    outcome: 'pass',
    actual: { asked: false },
  })
})

test('cannot tell without a release, a history, or a window that can be read', () => {
  const asked = { release: sampleRelease, history: { ...noPast, releases: [on(16)] } }
  const damaged = { ...noPast, problem: 'file is not a database' }
  expect(askRule(cadenceKept).outcome).toBe('inconclusive')
  for (const change of [{ history: null }, { history: damaged }, { promised: null }])
    expect(askRule(cadenceKept, { ...asked, ...change }).outcome).toBe('inconclusive')
})

test('its limits are settings', () => {
  const asked = { release: sampleRelease, history: { ...noPast, releases: [on(23)] } }
  expect(askRule(cadenceKept, { ...asked, settings: { days: 7, toleranceDays: 0 } }).outcome).toBe('pass')
})
