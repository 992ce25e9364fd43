// A verdict for a release without a window ends when its results are too old, whenever it was judged. How windows and
// waivers end one stands in the tests of those.
import { describe, expect, test } from 'vitest'
import {
  noPast,
  sampleAttempt,
  sampleCase,
  sampleEarlier,
  sampleEvidence,
  sampleRelease,
  sampleSeal,
} from '../../test/acceptance/sample-evidence.ts'
import { samplePromised, sampleTenants } from '../../test/acceptance/sample-promise.ts'
import type { Evidence, EvidenceCase } from '../evidence/evidence.ts'
import type { Freeze } from '../release/freezes.ts'
import { decide, type Question } from './decide.ts'
import { makeDefaultPolicy, parsePolicy } from './policy/parse-policy.ts'
import type { Policy } from './policy/policy.ts'

const hourMs = 3_600_000
const { end } = sampleSeal()
const inHours = (hours: number) => Temporal.Instant.fromEpochMilliseconds(end + hours * hourMs).toString()

/** Judged 23 hours after the end of the run, of which results may be 24 old. */
function ask(evidence: Evidence, change: Partial<Question> = {}) {
  return decide({
    evidence,
    release: null,
    promised: samplePromised(),
    policy: makeDefaultPolicy('scheduled'),
    now: end + 23 * hourMs,
    history: noPast,
    preview: false,
    inputs: [],
    ...change,
  })
}
const until = (...asked: Parameters<typeof ask>) => ask(...asked).validUntil

function writeFresh(settings: string): Policy {
  const parsed = parsePolicy(
    { file: 'policy.yaml', text: `rules: { results-fresh: { ${settings} } }` },
    'scheduled',
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

const at = (start: number | null, change: Partial<EvidenceCase> = {}) =>
  sampleCase({ ...change, attempts: [sampleAttempt({ start, stop: start })] })

test('it counts from the end of the run, and not from when it was judged', () => {
  expect(until(sampleEvidence())).toBe(inHours(24))
  expect(until(sampleEvidence(), { now: end + hourMs })).toBe(inHours(24))
  expect(until(sampleEvidence(), { policy: writeFresh('maxAgeMinutes: 1500') })).toBe(inHours(25))
})

test('a result may claim a time before all clocks, and ends the verdict all the same', () => {
  const claimed = sampleEvidence({ seal: null, cases: [at(-1e300), at(end)] })
  expect(until(claimed)).toBe('1970-01-02T00:00:00Z')
  expect(until(sampleEvidence({ seal: { ...sampleSeal(), end: -1e300 } }))).toBe('1970-01-02T00:00:00Z')
})

test('it counts from when it was judged, where the clock of the run is ahead', () => {
  expect(until(sampleEvidence(), { now: end - 60_000 })).toBe('2026-11-24T08:00:00Z')
})

test('it counts from the oldest result, where no seal holds them together', () => {
  const cases = [at(end + 20 * hourMs), at(end + 2 * hourMs), at(end + 9 * hourMs)]
  expect(until(sampleEvidence({ cases, seal: null }))).toBe(inHours(26))
})

test('it counts from a result of another suite that is older than the run', () => {
  const other = at(end - 2 * hourMs, { planned: false, source: 'junit' })
  const undated = at(null, { planned: false, source: 'junit' })
  const cases = [sampleCase(), other, undated]
  expect(until(sampleEvidence({ cases }), { now: end })).toBe(inHours(22))
})

test('it counts from when it was judged, where nothing tells a time', () => {
  expect(until(sampleEvidence({ cases: [at(null)], seal: null }))).toBe(inHours(47))
})

test.each<[string, Partial<Evidence>]>([
  ['a run', {}],
  ['results without a seal', { seal: null, cases: [at(end + 8 * hourMs)] }],
])('at that moment %s is just fresh enough, and a second later no more', (_what, change) => {
  const evidence = sampleEvidence(change)
  const endsAt = Temporal.Instant.from(until(evidence) ?? '').epochMilliseconds
  const freshAt = (now: number) =>
    ask(evidence, { now }).findings.find(({ rule }) => rule === 'results-fresh')?.outcome
  expect(freshAt(endsAt)).not.toBe('fail')
  expect(freshAt(endsAt + 1000)).toBe('fail')
})

test.each(['warn', 'record', 'off'])(
  'where age is at level %s, it counts from when it was judged',
  (level) => {
    const asked = { policy: writeFresh(`level: ${level}`), now: end + 72 * hourMs }
    expect(until(sampleEvidence(), asked)).toBe(inHours(96))
  },
)

test('where age is waived, it counts from when it was judged, and ends with the waiver', () => {
  const waiver = { rule: 'results-fresh', reason: 'r', owner: 'o', link: 'l', created: '2026-11-23' }
  const waived = (expires: string) =>
    until(sampleEvidence(), { waivers: [{ ...waiver, expires }], now: end + 30 * hourMs })
  expect(waived('2026-12-01')).toBe(inHours(54))
  expect(waived('2026-11-24')).toBe('2026-11-25T00:00:00Z')
})

describe('for a release without a window', () => {
  const { window: _window, ...patch } = { ...sampleRelease, kind: 'patch' as const, services: ['wallet'] }
  const untilFreeze = (freeze: Partial<Freeze>, change: Partial<Question> = {}) => {
    const freezes = [{ from: '2026-11-24T07:30', to: '2026-11-24T18:00', reason: 'Peak', ...freeze }]
    return until(sampleEvidence(), { release: patch, promised: samplePromised({ freezes }), ...change })
  }

  test('it ends when a freeze begins, for which nobody would ask again', () => {
    expect(untilFreeze({})).toBe('2026-11-24T07:30:00Z')
    expect(untilFreeze({ from: '2026-11-24T09:00' })).toBe(inHours(24))
    expect(untilFreeze({ from: '2026-11-20', to: '2026-11-22' })).toBe(inHours(24))
    expect(untilFreeze({ tenants: ['maple'] })).toBe('2026-11-24T07:30:00Z')
  })

  test('it ends with the day on which the regression of an emergency is due', () => {
    const decidedAt = Temporal.Instant.from('2026-11-16T12:00Z').epochMilliseconds
    const emergency = sampleEarlier({ kind: 'emergency', whole: false, version: '7.6.1', decidedAt })
    const owing = { release: patch, history: { ...noPast, releases: [emergency] } }
    expect(until(sampleEvidence(), { ...owing, now: end })).toBe('2026-11-24T00:00:00Z')
    const paid = { ...owing.history, regressions: [{ runId: 'r', version: '7.6.1', digest: null }] }
    expect(until(sampleEvidence(), { ...owing, history: paid, now: end })).toBe(inHours(24))
  })

  test('it does not end with a freeze of whom it does not touch, or which decides nothing', () => {
    const other = { ...patch, services: ['pos'] }
    const birch = { ...sampleTenants[1]!, id: 'birch', services: ['pos'] }
    const freezes = [{ from: '2026-11-24T07:30', to: '2026-11-24T18:00', reason: 'Peak', tenants: ['maple'] }]
    const promised = samplePromised({ freezes, changes: [], tenants: [...sampleTenants, birch] })
    expect(until(sampleEvidence(), { release: other, promised })).toBe(inHours(24))
    const parsed = parsePolicy({ file: 'p', text: 'rules: { freeze-respected: { level: warn } }' }, 'patch')
    if (!parsed.ok) throw new Error('no policy')
    expect(untilFreeze({}, { policy: parsed.value })).toBe(inHours(24))
  })
})

test('for a release with a window it ends when it is too late to begin in it, where that stops a release', () => {
  const window = { start: '2026-11-30T03:00:00Z', end: '2026-11-30T04:00:00Z' }
  const lasting = (expectedDowntimeMinutes: number | undefined, policy = makeDefaultPolicy('scheduled')) =>
    until(sampleEvidence(), { release: { ...sampleRelease, window, expectedDowntimeMinutes }, policy })
  const write = (settings: string): Policy => {
    const parsed = parsePolicy(
      { file: 'policy.yaml', text: `rules: { window-fits: { ${settings} } }` },
      'scheduled',
    )
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    return parsed.value
  }
  expect(lasting(2)).toBe('2026-11-30T03:57:00Z')
  expect(lasting(0)).toBe('2026-11-30T04:00:00Z')
  expect(lasting(undefined)).toBe('2026-11-30T04:00:00Z')
  expect(lasting(2, write('margin: 5'))).toBe('2026-11-30T03:50:00Z')
  expect(lasting(2, write('level: warn'))).toBe('2026-11-30T04:00:00Z')
  expect(lasting(2, write('level: off'))).toBe('2026-11-30T04:00:00Z')
})

test('for a patch with a window it ends with the day on which a regression is due, where that is in the window', () => {
  const decidedAt = Temporal.Instant.from('2026-11-16T12:00Z').epochMilliseconds
  const emergency = sampleEarlier({ kind: 'emergency', whole: false, version: '7.6.1', decidedAt })
  const untilWith = (start: string, end: string, kind: 'patch' | 'emergency' = 'patch') =>
    until(sampleEvidence(), {
      release: { ...sampleRelease, kind, window: { start, end }, expectedDowntimeMinutes: 0 },
      history: { ...noPast, releases: [emergency] },
      now: sampleSeal().end,
    })
  expect(untilWith('2026-11-23T23:30', '2026-11-24T00:30')).toBe('2026-11-24T00:00:00Z')
  expect(untilWith('2026-11-23T22:30', '2026-11-23T23:30')).toBe('2026-11-23T23:30:00Z')
  expect(untilWith('2026-11-23T23:30', '2026-11-24T00:30', 'emergency')).toBe('2026-11-24T00:30:00Z')
})
