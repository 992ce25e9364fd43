// A blackout wins over every good reason.
import { expect, test } from 'vitest'
import { askRule, sampleRelease } from '../../../test/acceptance/sample-evidence.ts'
import { samplePromised, sampleTenants } from '../../../test/acceptance/sample-promise.ts'
import type { Freeze } from '../../release/freezes.ts'
import type { Release } from '../../release/release.ts'
import { freezeRespected } from './freeze-respected.ts'

const tenants = sampleTenants.map((tenant) =>
  tenant.id === 'cedar' ? { ...tenant, services: ['pos'] } : tenant,
)
const usualFreeze = { from: '2026-11-30', to: '2026-11-30', reason: 'Peak trading' }
const ask = (freeze: Partial<Freeze> = {}, change: Partial<Release> = {}) => {
  const freezes = [{ ...usualFreeze, ...freeze }]
  const promised = samplePromised({ freezes, tenants })
  return askRule(freezeRespected, { release: { ...sampleRelease, ...change }, promised })
}

test('holds where nobody wrote a freeze down', () => {
  expect(askRule(freezeRespected, { release: sampleRelease })).toMatchObject({
    outcome: 'pass',
    actual: { freezes: 0, start: '2026-11-30T03:00Z' },
  })
})

test('fails in a freeze, whatever the kind', () => {
  for (const kind of ['scheduled', 'emergency', 'patch'] as const)
    expect(ask({}, { kind })).toMatchObject({
      outcome: 'fail',
      actual: { broken: ['2026-11-30 to 2026-11-30: Peak trading'] },
    })
})

test.each([
  ['the day before', { from: '2026-11-20', to: '2026-11-29' }, 'pass'],
  ['days of which the last is this one', { from: '2026-11-20', to: '2026-11-30' }, 'fail'],
  ['the day after', { from: '2026-12-01', to: '2026-12-24' }, 'pass'],
  ['hours up to its start', { from: '2026-11-30T00:00', to: '2026-11-30T03:00' }, 'pass'],
  ['its last minute', { from: '2026-11-30T03:59', to: '2026-11-30T09:00' }, 'fail'],
])('%s', (_, freeze, outcome) => {
  expect(ask(freeze).outcome).toBe(outcome)
})

test('a tenant’s own freeze counts for what touches its services', () => {
  expect(ask({ tenants: ['cedar'] }).outcome).toBe('pass')
  expect(ask({ tenants: ['cedar'] }, { services: ['pos'] })).toMatchObject({
    outcome: 'fail',
    tenants: ['cedar'],
  })
  expect(ask({ tenants: ['cedar'] }, { services: [] }).outcome).toBe('fail')
})

test('and for what touches that tenant in another way than by a service it declares', () => {
  const freezes = [{ ...usualFreeze, tenants: ['cedar'] }]
  const [change] = samplePromised().changes
  const named = { ...change!, audience: ['cedar'] }
  const undeclared = { ...change!, services: ['pos'] }
  for (const one of [named, undeclared]) {
    const promised = samplePromised({ freezes, tenants, changes: [one] })
    expect(askRule(freezeRespected, { release: sampleRelease, promised })).toMatchObject({
      outcome: 'fail',
      tenants: ['cedar'],
    })
  }
})

test('one service of many that is touched is enough, and each frozen tenant is named once', () => {
  expect(ask({ tenants: ['maple', 'cedar'] }, { services: ['pos', 'wallet'] })).toMatchObject({
    outcome: 'fail',
    expected: { freezesMet: 0 },
    actual: { broken: ['2026-11-30 to 2026-11-30 for maple and cedar: Peak trading'] },
    tenants: ['cedar', 'maple'],
  })
})

test('a freeze of all beside that of a tenant is one of all', () => {
  const freezes = [{ tenants: ['maple'] }, {}].map((own) => ({ ...usualFreeze, ...own }))
  const promised = samplePromised({ freezes, tenants })
  expect(askRule(freezeRespected, { release: sampleRelease, promised })).toMatchObject({
    outcome: 'fail',
    tenants: [],
  })
})

test('one for a tenant that nobody knows counts for everything', () => {
  expect(ask({ tenants: ['ceder'] }).outcome).toBe('fail')
})

test('a patch without a window is let in now', () => {
  const patch = { kind: 'patch' as const, window: undefined }
  expect(ask({}, patch).outcome).toBe('pass')
  expect(ask({ from: '2026-11-23', to: '2026-11-23' }, patch).outcome).toBe('fail')
})

test('cannot tell without a release, a window, freezes, or times that can be read', () => {
  expect(askRule(freezeRespected).outcome).toBe('inconclusive')
  expect(ask({}, { window: undefined }).outcome).toBe('inconclusive')
  expect(ask({ to: '2026-11-29' }).outcome).toBe('inconclusive')
  expect(ask({ from: '2026-11-30T25:00' })).toMatchObject({
    outcome: 'inconclusive',
    actual: { unreadable: ['2026-11-30T25:00 to 2026-11-30: Peak trading'] },
  })
  expect(askRule(freezeRespected, { release: sampleRelease, promised: null }).outcome).toBe('inconclusive')
})
