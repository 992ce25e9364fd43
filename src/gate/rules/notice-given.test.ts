// Told of this window, each contact of each tenant, before the deadline: 19 November for the tenant with the American
// calendar, the 20th for the other.
import { expect, test } from 'vitest'
import { askRule, sampleRelease } from '../../../test/acceptance/sample-evidence.ts'
import { sampleLedger, samplePromised, sampleTenants } from '../../../test/acceptance/sample-promise.ts'
import { parseLedger, type Told } from '../../notice/ledger-line.ts'
import type { Release } from '../../release/release.ts'
import { noticeGiven } from './notice-given.ts'

type Asked = {
  change?: (told: Told) => readonly Told[]
  release?: Partial<Release>
  now?: string
  settings?: object
}

const ask = ({ change, release, now = '2026-11-30T03:00:00Z', settings = {} }: Asked = {}) =>
  askRule(noticeGiven, {
    release: { ...sampleRelease, ...release },
    promised: samplePromised({ ledger: parseLedger(sampleLedger(change)) }),
    now: Temporal.Instant.from(now).epochMilliseconds,
    settings,
  })
const toldAt =
  (at: string) =>
  (told: Told): readonly Told[] => [{ ...told, at }]

test('holds where everybody was told in time, and says by when it had to be', () => {
  expect(ask()).toMatchObject({
    outcome: 'pass',
    expected: {
      workingDays: 5,
      convention: 'clear',
      cutOff: '17:00',
      calendars: 'both',
      zone: 'Europe/London',
    },
    actual: {
      inTime: 2,
      deadlines: [
        expect.stringContaining('maple 2026-11-20T17:00:00Z'),
        expect.stringContaining('2026-11-19'),
      ],
    },
  })
})

test('fails for the tenant that was told a moment too late', () => {
  expect(ask({ change: toldAt('2026-11-19T17:00:00Z') }).outcome).toBe('pass')
  expect(ask({ change: toldAt('2026-11-19T17:00:01Z') })).toMatchObject({
    outcome: 'fail',
    actual: { late: ['cedar at 2026-11-19T17:00:01Z'] },
    tenants: ['cedar'],
  })
  expect(ask({ change: toldAt('2026-11-19T17:00:01Z'), settings: { convention: 'inclusive' } }).outcome).toBe(
    'pass',
  )
  // What is told is never the deadline itself.
  expect(ask({ change: toldAt('2026-11-19T17:00:00.250Z') })).toMatchObject({
    outcome: 'fail',
    actual: { late: ['cedar at 2026-11-19T17:00:01Z'] },
  })
})

test('fails where a contact was refused or another window was named', () => {
  const refused = { accepted: [], refused: [{ recipient: 'x', answer: '550' }] }
  expect(ask({ change: (told) => [told.tenant === 'cedar' ? { ...told, ...refused } : told] })).toMatchObject(
    {
      outcome: 'fail',
      actual: { missing: ['cedar (1 of 1)'] },
    },
  )
  const release = { window: { start: '2026-12-01T03:00', end: '2026-12-01T04:00' } }
  expect(ask({ release })).toMatchObject({ outcome: 'fail', tenants: ['maple', 'cedar'] })
})

test('a notice of less downtime than is expected now counts as none, and one that does not say for any', () => {
  const told =
    (...minutes: (number | null)[]) =>
    (one: Told) =>
      minutes.map((downtimeMinutes) => ({ ...one, downtimeMinutes }))
  const askFor = (expectedDowntimeMinutes: number, ...minutes: (number | null)[]) =>
    ask({ change: told(...minutes), release: { expectedDowntimeMinutes } }).outcome
  expect(askFor(10, 0)).toBe('fail')
  expect(askFor(10, 9.5)).toBe('fail')
  expect(askFor(10, 10)).toBe('pass')
  expect(askFor(5, 10)).toBe('pass')
  expect(askFor(10, null)).toBe('pass')
  expect(askFor(10, 10, 2)).toBe('fail')
  expect(askFor(10, 2, 10)).toBe('pass')
  expect(ask({ change: told(2), release: { expectedDowntimeMinutes: undefined } }).outcome).toBe('pass')
})

test('a notice that named fewer of a tenant’s services than stop counts as none, and one that does not say for any', () => {
  const tenants = sampleTenants.map((tenant) => ({ ...tenant, services: ['wallet', 'pos'] }))
  const askFor = (services: string[], ...named: (string[] | null)[]) => {
    const told = (one: Told) => named.map((stopped) => ({ ...one, services: stopped }))
    const promised = samplePromised({ tenants, ledger: parseLedger(sampleLedger(told)) })
    return askRule(noticeGiven, { release: { ...sampleRelease, services }, promised }).outcome
  }
  expect(askFor(['wallet'], ['wallet'])).toBe('pass')
  expect(askFor(['wallet', 'pos'], ['wallet'])).toBe('fail')
  expect(askFor(['wallet'], ['pos', 'wallet'])).toBe('pass')
  expect(askFor(['wallet', 'pos'], null)).toBe('pass')
  expect(askFor(['wallet', 'pos'], ['wallet', 'pos'], ['wallet'])).toBe('fail')
  expect(askFor(['wallet', 'pos'], ['wallet'], ['wallet', 'pos'])).toBe('pass')
})

test('a window that moved away and back starts the clock anew', () => {
  const window = { start: '2026-12-01T03:00:00Z', end: '2026-12-01T04:00:00Z' }
  const away = (told: Told): readonly Told[] =>
    told.window ? [told, { ...told, window, revision: 1 }] : [told]
  expect(ask({ change: away }).outcome).toBe('fail')
})

test('fails for a tenant without a contact', () => {
  const tenants = sampleTenants.map((tenant) => ({ ...tenant, contacts: [] }))
  const promised = samplePromised({ tenants })
  expect(askRule(noticeGiven, { release: sampleRelease, promised })).toMatchObject({
    outcome: 'fail',
    actual: { withoutContact: ['maple', 'cedar'] },
  })
})

test('an emergency owes hours that have passed, over the night on which the clocks change', () => {
  const emergency = { reason: 'a hole', declaredBy: 'x@example.com', reference: 'INC-1' }
  const window = { start: '2027-03-28T06:00', end: '2027-03-28T07:00' }
  const release = { kind: 'emergency' as const, emergency, window }
  const instants = { start: '2027-03-28T05:00:00Z', end: '2027-03-28T06:00:00Z' }
  const told = (at: string) => (one: Told) => [{ ...one, at, window: one.window && instants }]
  const now = '2027-03-28T05:00:00Z'
  expect(ask({ release, now, change: told('2027-03-27T17:00:00Z') }).outcome).toBe('pass')
  expect(ask({ release, now, change: told('2027-03-27T17:01:00Z') }).outcome).toBe('fail')
})

test('a patch without downtime needs no notice; a release without it only one before the start', () => {
  const patch = { kind: 'patch' as const, expectedDowntimeMinutes: 0 }
  expect(ask({ release: patch, change: () => [] })).toMatchObject({
    outcome: 'pass',
    actual: { asked: false },
  })
  const smooth = { expectedDowntimeMinutes: 0 }
  expect(ask({ release: smooth, change: toldAt('2026-11-30T02:00:00Z') })).toMatchObject({
    outcome: 'pass',
    expected: { beforeStart: true },
  })
  expect(ask({ release: smooth, change: () => [] }).outcome).toBe('fail')
})

test('cannot tell without release, promise, window or calendar, or from a ledger with a flaw', () => {
  const release = sampleRelease
  expect(askRule(noticeGiven).outcome).toBe('inconclusive')
  expect(askRule(noticeGiven, { release, promised: null }).outcome).toBe('inconclusive')
  const { window: _window, ...timeless } = release
  expect(askRule(noticeGiven, { release: timeless }).outcome).toBe('inconclusive')
  expect(askRule(noticeGiven, { release, promised: samplePromised({ calendars: {} }) })).toMatchObject({
    outcome: 'inconclusive',
    actual: { unknown: ['maple: there is no calendar of GB-ENG', 'cedar: there is no calendar of GB-ENG'] },
  })
  // One of whom nobody can tell is enough, and where there is nobody nothing was shown.
  const { 'GB-ENG': home } = samplePromised().calendars
  const tenants = sampleTenants.map((tenant, at) => ({ ...tenant, calendar: at === 0 ? 'GB-ENG' : 'XX' }))
  const promised = samplePromised({ tenants, calendars: { 'GB-ENG': home! } })
  expect(askRule(noticeGiven, { release, promised })).toMatchObject({
    outcome: 'inconclusive',
    actual: { inTime: 1, unknown: [expect.stringContaining('cedar')] },
  })
  expect(askRule(noticeGiven, { release, promised: samplePromised({ tenants: [] }) }).outcome).toBe(
    'inconclusive',
  )
  const ledger = parseLedger(sampleLedger().replace('250', '251'))
  expect(askRule(noticeGiven, { release, promised: samplePromised({ ledger }) }).outcome).toBe('inconclusive')
})
