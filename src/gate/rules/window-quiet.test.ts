// The early hours of Monday, where the platform is at home.
import { expect, test } from 'vitest'
import { askRule, sampleRelease } from '../../../test/acceptance/sample-evidence.ts'
import { samplePromised, sampleTenants } from '../../../test/acceptance/sample-promise.ts'
import type { Release } from '../../release/release.ts'
import { windowQuiet } from './window-quiet.ts'

const within = (start: string, end: string): Partial<Release> => ({ window: { start, end } })
const ask = (change: Partial<Release> = {}, settings = {}) =>
  askRule(windowQuiet, { release: { ...sampleRelease, ...change }, settings })

test('holds in the early hours of Monday', () => {
  expect(ask()).toMatchObject({ outcome: 'pass', actual: { isQuiet: true, local: 'Mon 03:00', trading: [] } })
})

test.each([
  ['from the first quiet minute to the last', '2026-11-30T00:00', '2026-11-30T05:00', 'pass'],
  ['a minute too long', '2026-11-30T04:00', '2026-11-30T05:01', 'fail'],
  ['a minute too early', '2026-11-29T23:59', '2026-11-30T01:00', 'fail'],
  ['on a Tuesday', '2026-12-01T03:00', '2026-12-01T04:00', 'fail'],
  ['by its offset', '2026-11-30T04:00+01:00', '2026-11-30T05:00+01:00', 'pass'],
])('%s', (_, ...[start, end, outcome]) => {
  const asked = { release: { ...sampleRelease, ...within(start, end) } }
  expect(askRule(windowQuiet, { ...asked, promised: samplePromised({ tenants: [] }) }).outcome).toBe(outcome)
})

test('hours are those of the provider’s clock, also in summer', () => {
  expect(ask(within('2026-07-06T04:00', '2026-07-06T04:30')).actual).toMatchObject({
    start: '2026-07-06T03:00Z',
    isQuiet: true,
  })
})

test('quiet hours may be several, and reach over midnight', () => {
  const quiet = [
    { day: 1, from: '00:00', to: '05:00' },
    { day: 6, from: '22:00', to: '06:00' },
  ]
  const sunday = within('2026-11-29T01:00', '2026-11-29T02:00')
  expect(ask(sunday).outcome).toBe('fail')
  expect(ask(sunday, { quiet }).actual).toMatchObject({ isQuiet: true })
})

test('emergencies and patches cannot wait for it', () => {
  for (const kind of ['emergency', 'patch'] as const)
    expect(ask({ kind, ...within('2026-12-01T03:00', '2026-12-01T04:00') }).outcome).toBe('warn')
  expect(ask({ kind: 'patch', window: undefined })).toMatchObject({
    outcome: 'pass',
    actual: { asked: false },
  })
})

test('tells of tenants who trade then, by their own clocks', () => {
  const tenants = sampleTenants.map((tenant) =>
    tenant.id === 'cedar' ? { ...tenant, tradingHours: '10:00-23:00' } : tenant,
  )
  const asked = { release: sampleRelease, promised: samplePromised({ tenants }) }
  expect(askRule(windowQuiet, asked)).toMatchObject({
    outcome: 'warn',
    tenants: ['cedar'],
    actual: { trading: ['cedar Sun 22:00'] },
  })
  const overnight = sampleTenants.map((tenant) => ({ ...tenant, tradingHours: '20:00-03:30' }))
  expect(
    askRule(windowQuiet, { ...asked, promised: samplePromised({ tenants: overnight }) }).tenants,
  ).toEqual(['maple', 'cedar'])
})

test('cannot tell without a release, a window, a time that there is, or a zone', () => {
  expect(askRule(windowQuiet).outcome).toBe('inconclusive')
  expect(ask({ window: undefined }).outcome).toBe('inconclusive')
  expect(ask(within('2026-03-29T01:30', '2026-03-29T03:00')).outcome).toBe('inconclusive')
  expect(askRule(windowQuiet, { release: sampleRelease, promised: null })).toMatchObject({
    outcome: 'inconclusive',
    actual: { local: '', trading: [] },
  })
})

test('a window that ends a second too late does not read as if it ended in time', () => {
  const window = { start: '2026-11-30T03:00', end: '2026-11-30T05:00:01' }
  expect(askRule(windowQuiet, { release: { ...sampleRelease, window } })).toMatchObject({
    outcome: 'fail',
    actual: { start: '2026-11-30T03:00Z', end: '2026-11-30T05:01Z' },
  })
})
