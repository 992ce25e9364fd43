// People answer for a release: in their roles, not for their own work, and for this build.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  sampleEvidence,
  sampleRelease,
  sampleSeal,
} from '../../../test/acceptance/sample-evidence.ts'
import { candidateDigest } from '../../../test/acceptance/sample-attestation.ts'
import { samplePromised } from '../../../test/acceptance/sample-promise.ts'
import type { Release } from '../../release/release.ts'
import { approved } from './approved.ts'

type Approval = Release['approvals'][number]
const at = '2026-11-23T08:05Z'
const qa: Approval = { by: 'b.person@example.com', role: 'qa', at }
const manager: Approval = { by: 'c.person@example.com', role: 'release-manager', at }
const ask = (approvals: Approval[], change: Partial<Release> = {}, settings = {}) =>
  askRule(approved, { release: { ...sampleRelease, approvals, ...change }, settings })

test('holds with a person for each role', () => {
  expect(ask([qa, manager])).toMatchObject({ outcome: 'pass', actual: { counted: 2, vacant: [] } })
})

test('fails where a role has nobody', () => {
  expect(ask([qa])).toMatchObject({ outcome: 'fail', actual: { vacant: ['release-manager'] } })
  expect(ask([])).toMatchObject({ outcome: 'fail', actual: { vacant: ['qa', 'release-manager'] } })
})

test('one person has one role, and another may take the one that is left', () => {
  const both = [qa, { ...manager, by: 'B.Person@example.com' }]
  expect(ask(both)).toMatchObject({ outcome: 'fail', actual: { vacant: ['release-manager'] } })
  expect(ask([...both, { ...qa, by: 'd.person@example.com' }]).outcome).toBe('pass')
  const twice = [
    { ...qa, by: 'Bea  Person' },
    { ...manager, by: 'bea person <b.person@example.com>' },
  ]
  expect(ask(twice)).toMatchObject({ outcome: 'fail', actual: { vacant: ['release-manager'] } })
})

test.each<[string, Partial<Approval>, string]>([
  ['by the author', { by: 'A.Person@example.com' }, 'byAuthor'],
  ['by the author with a name', { by: 'A Person <a.person@example.com>' }, 'byAuthor'],
  ['before the last run had ended', { at: '2026-11-23T08:00' }, 'early'],
  ['of the week before', { at: '2026-11-20T16:02Z' }, 'early'],
  ['in the future', { at: '2026-11-23T08:10:01' }, 'future'],
  ['of another build', { digest: 'sha256:another' }, 'otherBuild'],
  ['at no time that there is', { at: '2026-03-29T01:30' }, 'noTime'],
])('an approval %s counts for nothing', (_, change, flaw) => {
  expect(ask([{ ...qa, ...change }, manager])).toMatchObject({
    outcome: 'fail',
    actual: { vacant: ['qa'], [flaw]: [expect.stringMatching(/^qa /)] },
  })
})

test('an approval counts from the second in which the run ended', () => {
  const approvals = [
    { ...qa, at: '2026-11-23T08:01:00Z' },
    { ...manager, at: '2026-11-23T08:00:59Z' },
  ]
  const evidence = sampleEvidence({
    seal: sampleSeal({ end: Temporal.Instant.from('2026-11-23T08:01:00.9Z').epochMilliseconds }),
  })
  expect(askRule(approved, { evidence, release: { ...sampleRelease, approvals } })).toMatchObject({
    actual: { vacant: ['release-manager'], early: ['release-manager c.person@example.com'] },
  })
})

test('one that counts for nothing takes nothing from those that do', () => {
  expect(ask([{ ...qa, at: '2026-11-20T16:02Z' }, qa, manager]).outcome).toBe('pass')
})

test('an approval may have to name the digest', () => {
  const settings = { requireDigest: true }
  const digest = `sha256:${candidateDigest}`
  expect(ask([qa, manager], {}, settings)).toMatchObject({
    outcome: 'fail',
    actual: { noDigest: ['qa b.person@example.com', 'release-manager c.person@example.com'] },
  })
  expect(
    ask(
      [
        { ...qa, digest },
        { ...manager, digest },
      ],
      {},
      settings,
    ).outcome,
  ).toBe('pass')
})

test('each kind has its own roles, which are settings', () => {
  expect(ask([manager], { kind: 'emergency' }).outcome).toBe('pass')
  expect(ask([qa], { kind: 'emergency' }).outcome).toBe('fail')
  expect(ask([qa], { kind: 'patch' }).outcome).toBe('pass')
  expect(ask([manager], { kind: 'patch' }, { roles: { patch: ['release-manager'] } }).outcome).toBe('pass')
  expect(ask([manager], {}, { roles: { scheduled: [] } }).outcome).toBe('inconclusive')
})

test('cannot tell without a release, an author, the end of the run, or a zone', () => {
  const asked = { release: { ...sampleRelease, approvals: [qa, manager] } }
  expect(askRule(approved).outcome).toBe('inconclusive')
  expect(ask([qa, manager], { author: undefined }).outcome).toBe('inconclusive')
  expect(askRule(approved, { ...asked, evidence: emptyEvidence() }).outcome).toBe('inconclusive')
  expect(askRule(approved, { ...asked, promised: null }).outcome).toBe('inconclusive')
})

test('is bound to the last run: a later one asks for the approvals again', () => {
  const evidence = sampleEvidence({
    seal: sampleSeal({ end: Temporal.Instant.from('2026-11-23T08:06Z').epochMilliseconds }),
  })
  const asked = {
    evidence,
    release: { ...sampleRelease, approvals: [qa, manager] },
    promised: samplePromised(),
  }
  expect(askRule(approved, asked)).toMatchObject({
    outcome: 'fail',
    actual: { runEnded: '2026-11-23T08:06:00Z' },
  })
})
