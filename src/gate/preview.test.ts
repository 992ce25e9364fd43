// The moments at which a verdict may turn, and what is said of each turn. That the rules then think otherwise is tried
// with the whole gate.
import { describe, expect, test } from 'vitest'
import {
  noPast,
  sampleEvidence,
  sampleFinding,
  sampleRelease,
  sampleSeal,
} from '../../test/acceptance/sample-evidence.ts'
import { samplePromised } from '../../test/acceptance/sample-promise.ts'
import { decide, type Question } from './decide.ts'
import { makeDefaultPolicy, parsePolicy } from './policy/parse-policy.ts'
import type { Policy } from './policy/policy.ts'
import { listTurningPoints, makePreview } from './preview.ts'
import type { Finding, Verdict } from './verdict.ts'

const minuteMs = 60_000
const dayMs = 1440 * minuteMs
const { end } = sampleSeal()
const now = end + minuteMs

function write(text: string): Policy {
  const parsed = parsePolicy({ file: 'policy.yaml', text }, 'scheduled')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}
const noFreshness = 'rules: { results-fresh: { level: off } }'
const ask = (change: Partial<Question> = {}): Question => ({
  evidence: sampleEvidence(),
  release: null,
  policy: write(noFreshness),
  history: noPast,
  now,
  preview: true,
  inputs: [],
  ...change,
})
const points = (change: Partial<Question>, later = now + 3 * dayMs) =>
  listTurningPoints(ask(change), { now, later })

describe('the moments', () => {
  const later = now + 3 * dayMs

  test('end with the one that was asked for, and there is none before it where nothing ends', () => {
    expect(points({})).toEqual([later])
    expect(points({}, now)).toEqual([])
    expect(points({}, now - dayMs)).toEqual([])
  })

  test('hold the first at which results are too old, where their age counts', () => {
    expect(points({ policy: makeDefaultPolicy('scheduled') })).toEqual([end + dayMs + 1, later])
    const nothing = sampleEvidence({ cases: [], seal: null })
    expect(points({ policy: makeDefaultPolicy('scheduled'), evidence: nothing })).toEqual([later])
  })

  test('hold the last at which there is time enough in the window, and its end', () => {
    const window = { start: '2026-11-24T00:00:00Z', end: '2026-11-24T04:00:00Z' }
    const at = (time: string) => Temporal.Instant.from(time).epochMilliseconds
    const asked = (release: Partial<typeof sampleRelease>) =>
      points({ release: { ...sampleRelease, window, approvals: [], ...release }, promised: samplePromised() })
    expect(asked({ expectedDowntimeMinutes: 2 })).toEqual([
      at('2026-11-24T03:57Z') + 1,
      at(window.end),
      later,
    ])
    const over = at(window.end)
    expect(asked({ expectedDowntimeMinutes: undefined })).toEqual([over, over + 1, later])
  })

  test('hold each day where a rule of the team’s own is on, and no more than sixty', () => {
    const custom = (level: string) =>
      write(`customRules: [{ module: a.ts }, { module: b.ts }]
rules: { results-fresh: { level: off }, a: { level: ${level} }, b: { level: off } }`)
    const first = (Math.floor(now / dayMs) + 1) * dayMs
    expect(points({ policy: custom('block') })).toEqual([first, first + dayMs, first + 2 * dayMs, later])
    expect(points({ policy: custom('off') })).toEqual([later])
    const far = points({ policy: custom('warn') }, now + 100 * dayMs)
    expect(far).toHaveLength(61)
    expect(far.at(-2)).toBe(first + 59 * dayMs)
  })

  test('stand in their order, each once', () => {
    const ends = (expires: string) => ({
      rule: 'no-failures',
      cases: [],
      tenants: [],
      reason: 'r',
      owner: 'o',
      link: 'l',
      created: '2026-11-01',
      expires,
    })
    const waivers = [ends('2026-11-25'), ends('2026-11-24'), ends('2026-11-24'), ends('2026-11-01')]
    const days = points({ waivers }).map((at) => Temporal.Instant.fromEpochMilliseconds(at).toString())
    expect(days.slice(0, -1)).toEqual(['2026-11-25T00:00:00Z', '2026-11-26T00:00:00Z'])
  })
})

describe('a turn', () => {
  const base = decide(ask())
  const verdict = (...findings: Partial<Finding>[]): Verdict => ({
    ...base,
    verdict: findings.length === 0 ? 'pass' : 'block',
    findings: findings.map((change) => sampleFinding({ level: 'block', outcome: 'fail', ...change })),
  })
  const turns = (...verdicts: [Verdict, ...Verdict[]]) =>
    makePreview(verdicts).turns.map(({ verdict: word, newly, noMore }) => [
      word,
      newly.map(({ rule }) => rule),
      noMore,
    ])
  const [failing, notice] = [{ rule: 'no-failures' }, { rule: 'notice-given' }]

  test('is none where nothing changes', () => {
    expect(turns(verdict(failing), verdict(failing))).toEqual([])
    expect(turns(verdict())).toEqual([])
  })

  test('says what stands in the way from then on, and what does no more', () => {
    expect(turns(verdict(), verdict(failing), verdict(notice), verdict())).toEqual([
      ['block', ['no-failures'], []],
      ['block', ['notice-given'], ['no-failures']],
      ['pass', [], ['notice-given']],
    ])
  })

  test('says of one rule that it fails where nobody could tell before', () => {
    const unknown = { ...failing, outcome: 'inconclusive' as const }
    expect(turns(verdict(unknown), verdict(failing))).toEqual([['block', ['no-failures'], []]])
  })

  test('is none for what decides nothing, unless the word is another', () => {
    const idle = [{ level: 'warn' as const }, { waiver: 'OPS-1' }, { outcome: 'warn' as const }]
    for (const change of idle)
      expect(turns(verdict({ ...failing, ...change }), verdict(failing))[0]?.[1]).toHaveLength(1)
    expect(turns({ ...verdict(), verdict: 'inconclusive' }, verdict())).toEqual([['pass', [], []]])
  })

  test('comes between a now and a later, which one verdict is both of', () => {
    const [first, last] = [verdict(), verdict(failing)]
    expect(makePreview([first, last])).toMatchObject({ schema: 'airlock.preview/1', now: first, later: last })
    expect(makePreview([first])).toMatchObject({ now: first, later: first, turns: [] })
  })
})
