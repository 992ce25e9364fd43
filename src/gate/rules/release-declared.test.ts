// A release that nobody declared promised nothing, so nothing about it can be kept.
import { expect, test } from 'vitest'
import { askRule, emptyEvidence, sampleRelease } from '../../../test/acceptance/sample-evidence.ts'
import { samplePromised } from '../../../test/acceptance/sample-promise.ts'
import type { Release } from '../../release/release.ts'
import { releaseDeclared } from './release-declared.ts'

const ask = (change: Partial<Release> = {}) =>
  askRule(releaseDeclared, { release: { ...sampleRelease, ...change } })

test('holds when everything is said that its kind needs, for the build that was seen', () => {
  expect(ask()).toMatchObject({ outcome: 'pass', actual: { declared: true, missing: [], changes: 1 } })
})

test('fails without a release', () => {
  expect(askRule(releaseDeclared)).toMatchObject({ outcome: 'fail', actual: { declared: false } })
})

test.each<[keyof Release, Partial<Release>]>([
  ['window', { window: undefined }],
  ['expectedDowntimeMinutes', { expectedDowntimeMinutes: undefined }],
  ['services', { services: [] }],
  ['author', { author: undefined }],
])('fails without %s', (field, change) => {
  for (const kind of ['scheduled', 'emergency'] as const)
    expect(ask({ ...change, kind })).toMatchObject({ outcome: 'fail', actual: { missing: [field] } })
})

test('a patch needs neither a window nor a downtime, nor changes', () => {
  const release: Release = {
    ...sampleRelease,
    kind: 'patch',
    window: undefined,
    expectedDowntimeMinutes: undefined,
  }
  const promised = samplePromised({ changes: [] })
  expect(askRule(releaseDeclared, { release, promised }).outcome).toBe('pass')
  expect(ask({ kind: 'patch', author: undefined }).outcome).toBe('fail')
})

test('fails for another version than the one that answered, and for another digest', () => {
  expect(ask({ candidate: { version: '7.8.0' } })).toMatchObject({
    outcome: 'fail',
    actual: { otherBuilds: [expect.stringContaining('7.7.0')] },
  })
  expect(ask({ candidate: { version: '7.7.0', digest: 'sha256:another' } }).outcome).toBe('fail')
})

test('fails on a service that no tenant has', () => {
  expect(ask({ services: ['walet'] })).toMatchObject({
    outcome: 'fail',
    actual: { unknownServices: ['walet'] },
  })
})

test('fails for a scheduled release that nobody wrote a change for', () => {
  const promised = samplePromised({ changes: [] })
  expect(askRule(releaseDeclared, { release: sampleRelease, promised })).toMatchObject({
    outcome: 'fail',
    actual: { lacksChanges: true },
  })
})

test('cannot tell where nobody asked the target, or what was promised is not known', () => {
  const asked = { release: sampleRelease }
  expect(askRule(releaseDeclared, { ...asked, evidence: emptyEvidence() }).outcome).toBe('inconclusive')
  expect(askRule(releaseDeclared, { ...asked, promised: null }).outcome).toBe('inconclusive')
})
