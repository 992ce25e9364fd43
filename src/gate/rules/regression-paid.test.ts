// An emergency goes out with a part of the suite, and owes the rest.
import { describe, expect, test } from 'vitest'
import { candidateDigest } from '../../../test/acceptance/sample-attestation.ts'
import {
  askRule,
  emptyEvidence,
  noPast,
  sampleEarlier,
  sampleEvidence,
  sampleRelease,
  sampleSeal,
} from '../../../test/acceptance/sample-evidence.ts'
import { samplePromised } from '../../../test/acceptance/sample-promise.ts'
import type { Past, PastRelease } from '../../history/past.ts'
import type { RuleInput } from '../rule.ts'
import { regressionPaid } from './regression-paid.ts'

/** Of Wednesday, 18 November; five working days later it is the 25th. */
const emergency = sampleEarlier({
  release: '2026.23.1',
  kind: 'emergency',
  whole: false,
  version: '7.6.1',
  decidedAt: Temporal.Instant.from('2026-11-18T12:00Z').epochMilliseconds,
})
const owing: Past = { ...noPast, releases: [emergency] }
const ask = (change: Partial<RuleInput> = {}, settings = {}) =>
  askRule(regressionPaid, { release: sampleRelease, history: owing, settings, ...change })
const kind = (word: 'emergency' | 'patch') => ({
  release: { ...sampleRelease, kind: word, window: undefined },
})
const on = (day: number, hour = 12) => ({
  now: Temporal.Instant.from(`2026-11-${day}T${String(hour).padStart(2, '0')}:00Z`).epochMilliseconds,
})

test('holds where nothing is owed', () => {
  expect(ask({ history: noPast })).toMatchObject({ outcome: 'pass', actual: { emergencies: 0, owed: [] } })
  const whole = { ...emergency, whole: true }
  expect(ask({ history: { ...noPast, releases: [whole] } }).outcome).toBe('pass')
})

test('blocks the next scheduled release until it is paid', () => {
  expect(ask()).toMatchObject({
    outcome: 'fail',
    actual: { owed: ['2026.23.1 (7.6.1), due 2026-11-25'], overdue: [] },
  })
})

describe('is paid', () => {
  const run = { runId: 'r', version: '7.6.1', digest: null }

  test('by a whole run of that version', () => {
    expect(ask({ history: { ...owing, regressions: [run] } }).outcome).toBe('pass')
  })

  test('not by one of another version, or of another build of it', () => {
    const built = { ...owing, releases: [{ ...emergency, digest: 'sha256:a' }] }
    for (const [history, other] of [
      [owing, { ...run, version: '7.7.0' }],
      [built, { ...run, digest: 'sha256:b' }],
    ] as const)
      expect(ask({ history: { ...history, regressions: [other] } }).outcome).toBe('fail')
  })

  test('by one that names no digest, or the same, but by none without a version', () => {
    const built = (change: Partial<PastRelease>) => ({ ...noPast, releases: [{ ...emergency, ...change }] })
    const paid = (change: Partial<PastRelease>, other: Partial<typeof run> | { digest: string }) =>
      ask({ history: { ...built(change), regressions: [{ ...run, ...other }] } }).outcome
    expect(paid({ digest: 'sha256:a' }, { digest: null })).toBe('pass')
    expect(paid({ digest: null }, { digest: 'sha256:b' })).toBe('pass')
    expect(paid({ digest: 'sha256:a' }, { digest: 'sha256:a' })).toBe('pass')
    expect(
      ask({ history: { ...built({ version: null }), regressions: [{ ...run, version: null }] } }).outcome,
    ).toBe('fail')
  })

  test('never by a release of another kind', () => {
    const scheduled = { ...emergency, kind: 'scheduled' as const }
    expect(ask({ history: { ...noPast, releases: [scheduled] } }).outcome).toBe('pass')
  })

  test('by the run at hand, when it is a whole one of that very build', () => {
    const same = { ...emergency, version: '7.7.0', digest: `sha256:${candidateDigest}` }
    const history = { ...noPast, releases: [same] }
    const narrowed = sampleEvidence({ selection: { tags: '@smoke', tenants: null, paths: null, only: null } })
    const stopped = sampleEvidence({ seal: sampleSeal({ interrupted: true }) })
    const shards = sampleSeal().shards.map((shard) => ({ ...shard, total: 4 }))
    const oneShard = sampleEvidence({ seal: sampleSeal({ shards }) })
    expect(ask({ history }).outcome).toBe('pass')
    const { start, end } = sampleSeal().candidate
    const [first, ...others] = end
    const elsewhere = [{ ...first!, version: '7.7.1' }, ...others]
    const silent = [{ ...first!, version: null, error: 'down' }, ...others]
    const mixed = [elsewhere, silent, []].map((seen) =>
      sampleEvidence({ seal: sampleSeal({ candidate: { start, end: seen } }) }),
    )
    for (const evidence of [narrowed, stopped, oneShard, emptyEvidence(), ...mixed])
      expect(ask({ history, evidence }).outcome).toBe('fail')
  })
})

test.each([
  ['patch', on(25, 23), 'pass'],
  ['patch', on(26, 0), 'fail'],
  ['emergency', on(25, 23), 'pass'],
  ['emergency', on(26, 0), 'warn'],
] as const)('a release of kind %s at %j is a %s', (word, at, outcome) => {
  expect(ask({ ...kind(word), ...at }).outcome).toBe(outcome)
})

test('a patch with a window is let in then, and not when it is judged', () => {
  const window = (start: string, end: string) => ({
    release: { ...kind('patch').release, window: { start, end } },
  })
  const [before, onLast, after] = [
    window('2026-11-25T03:00', '2026-11-25T04:00'),
    window('2026-11-25T23:30', '2026-11-26T00:30'),
    window('2026-11-30T03:00', '2026-11-30T04:00'),
  ]
  expect(ask({ ...before, ...on(23) }).outcome).toBe('pass')
  expect(ask({ ...onLast, ...on(23) }).outcome).toBe('pass')
  expect(ask({ ...onLast, ...on(26, 0) }).outcome).toBe('fail')
  expect(ask({ ...after, ...on(23) })).toMatchObject({ outcome: 'fail', actual: { overdue: ['2026.23.1'] } })
})

test('the days are a setting, and working days', () => {
  expect(ask(kind('patch'), { dueDays: 2 }).actual).toMatchObject({
    owed: [expect.stringContaining('2026-11-20')],
  })
  expect(ask({ ...kind('patch'), ...on(21) }, { dueDays: 2 }).outcome).toBe('fail')
})

test('cannot tell where the calendar does not say when it is due, unless it is owed in any case', () => {
  const promised = samplePromised({ calendars: {} })
  expect(ask({ ...kind('patch'), promised })).toMatchObject({
    outcome: 'inconclusive',
    actual: { unknown: 'there is no calendar of GB-ENG' },
  })
  expect(ask({ promised }).outcome).toBe('fail')
})

describe('of two that are owed', () => {
  const both = (first: Partial<PastRelease>, second: Partial<PastRelease>): Partial<RuleInput> => ({
    ...kind('patch'),
    history: { ...noPast, releases: [first, second].map((change) => ({ ...emergency, ...change })) },
  })
  const longAgo = { release: '2026.22.1', decidedAt: emergency.decidedAt - 14 * 86_400_000 }
  const afterCalendars = { decidedAt: Temporal.Instant.from('2090-11-18T12:00Z').epochMilliseconds }

  test('one that is overdue is enough', () => {
    expect(ask(both({}, longAgo))).toMatchObject({ outcome: 'fail', actual: { overdue: ['2026.22.1'] } })
  })

  test('one of which nobody can tell when it is due is enough not to tell', () => {
    expect(ask(both({}, afterCalendars)).outcome).toBe('inconclusive')
  })
})

test('cannot tell without a release, a history, or what was promised', () => {
  const damaged = { ...noPast, problem: 'file is not a database' }
  for (const change of [{ release: null }, { history: null }, { history: damaged }, { promised: null }])
    expect(ask(change).outcome).toBe('inconclusive')
})
