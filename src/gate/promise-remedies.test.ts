// What is told to mend it is what would mend it: each way in which a window does not fit has words of its own.
import { expect, test } from 'vitest'
import { askRule, sampleRelease } from '../../test/acceptance/sample-evidence.ts'
import type { Release } from '../release/release.ts'
import { promiseRemedies } from './promise-remedies.ts'
import type { Facts } from './rule.ts'
import { approved } from './rules/approved.ts'
import { windowFits } from './rules/window-fits.ts'

const hour = { start: '2026-11-30T03:00', end: '2026-11-30T04:00' }
const minutes = { start: '2026-11-30T03:00', end: '2026-11-30T03:03' }

test.each<[string, Partial<Release>, string, RegExp]>([
  ['no window', { window: undefined }, '2026-11-23T08:10Z', /^Give the release a window/],
  [
    'no downtime',
    { expectedDowntimeMinutes: undefined },
    '2026-11-23T08:10Z',
    /^Say in the release file how long/,
  ],
  ['a window that is over', { window: hour }, '2026-11-30T04:00Z', /^The window is over/],
  [
    'a window that is too short',
    { window: minutes, expectedDowntimeMinutes: 4 },
    '2026-11-23T08:10Z',
    /^Make the window longer/,
  ],
  [
    'a late beginning',
    { window: hour, expectedDowntimeMinutes: 4 },
    '2026-11-30T03:55Z',
    /^It is too late to begin/,
  ],
  [
    'a long downtime',
    { window: hour, expectedDowntimeMinutes: 30 },
    '2026-11-23T08:10Z',
    /^Make the downtime shorter/,
  ],
  [
    'one that fills the window',
    { window: { ...hour, end: '2026-11-30T03:30' }, expectedDowntimeMinutes: 20 },
    '2026-11-23T08:10Z',
    /^Make the downtime shorter/,
  ],
  [
    'a patch with a downtime',
    { kind: 'patch', window: undefined },
    '2026-11-23T08:10Z',
    /^Release it as scheduled/,
  ],
])('%s', (_what, ...[change, at, remedy]) => {
  const now = Temporal.Instant.from(at).epochMilliseconds
  const { actual, outcome } = askRule(windowFits, { release: { ...sampleRelease, ...change }, now })
  expect(outcome).not.toBe('pass')
  expect(promiseRemedies['window-fits'](actual)).toMatch(remedy)
})

test('of no release at all', () => {
  expect(promiseRemedies['window-fits'](askRule(windowFits).actual)).toMatch(/^Declare the release/)
})

test.each<[string, Facts, RegExp]>([
  ['nothing declared', { declared: false }, /^Declare the release/],
  ['something missing', { missing: ['window'], lacksChanges: true }, /^Complete the release file/],
  ['another build', { otherBuilds: ['7.6.0'] }, /^Deploy the candidate everywhere/],
  ['services that are none', { unknownServices: ['pso'], lacksChanges: true }, /^Correct the services/],
  ['no changes', { lacksChanges: true }, /^Write below `changes\/`/],
  ['no tenants file', { observations: 2 }, /^Judge it beside a tenants file/],
  ['nobody asked', { observations: 0 }, /^Judge a run that asked the target/],
])('a release that is not declared well, by %s', (_what, actual, told) => {
  expect(promiseRemedies['release-declared']({ declared: true, ...actual })).toMatch(told)
})

test('of approvals that nobody asks for, with or without some', () => {
  for (const approvals of [sampleRelease.approvals, []]) {
    const release = { ...sampleRelease, approvals }
    const asked = askRule(approved, { release, settings: { roles: { scheduled: [] } } })
    expect(asked.outcome).toBe('inconclusive')
    expect(promiseRemedies.approved(asked.actual)).toBe('Name in the policy who has to approve.')
  }
  const unsealed = askRule(approved, { release: sampleRelease, promised: null }).actual
  expect(promiseRemedies.approved(unsealed)).toMatch(/^Judge a run that was sealed/)
})
