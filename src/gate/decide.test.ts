// The verdict follows from the findings alone, and the same question has the same answer.
import { describe, expect, test } from 'vitest'
import {
  emptyEvidence,
  noPast,
  problem,
  sampleCase,
  sampleEvidence,
  samplePast,
  sampleRelease,
} from '../../test/acceptance/sample-evidence.ts'
import { samplePromised } from '../../test/acceptance/sample-promise.ts'
import { usualNowMs } from '../../test/acceptance/gate-environment.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Release } from '../release/release.ts'
import { decide, type Question } from './decide.ts'
import { decideWord } from './decide-word.ts'
import { makeDefaultPolicy, parsePolicy } from './policy/parse-policy.ts'
import type { Policy } from './policy/policy.ts'
import { verdictSchema } from './verdict.ts'

const policy = makeDefaultPolicy('scheduled')

function ask(evidence: Evidence = sampleEvidence(), change: Partial<Question> = {}) {
  return decide({
    evidence,
    release: sampleRelease,
    promised: samplePromised(),
    policy,
    now: usualNowMs,
    history: noPast,
    preview: false,
    inputs: [],
    ...change,
  })
}

function writePolicy(text: string): Policy {
  const parsed = parsePolicy({ file: 'policy.yaml', text }, 'scheduled')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

describe('the word', () => {
  const finding = (
    outcome: 'pass' | 'warn' | 'inconclusive' | 'fail',
    level: 'block' | 'warn' | 'record' = 'block',
  ) => ({ outcome, level })

  test.each([
    [[finding('pass'), finding('warn')], 'pass'],
    [[finding('pass'), finding('inconclusive')], 'inconclusive'],
    [[finding('inconclusive'), finding('fail')], 'block'],
    [[finding('pass'), finding('fail', 'warn'), finding('inconclusive', 'record')], 'pass'],
    [[finding('pass', 'warn')], 'inconclusive'],
    [[], 'inconclusive'],
  ])('of %j is %s', (findings, word) => {
    expect(decideWord(findings)).toBe(word)
  })
})

test('a verdict fits its schema and holds what was judged, when, and for how long', () => {
  const input = { path: 'evidence.json', bytes: 2, sha256: 'b'.repeat(64) }
  const verdict = ask(undefined, { inputs: [input] })
  expect(verdictSchema.parse(verdict)).toEqual(verdict)
  expect(verdict).toMatchObject({
    verdict: 'pass',
    decidedAt: '2026-11-23T08:10:00Z',
    validUntil: '2026-11-30T03:57:00Z',
    inputs: [input, { path: 'plan.json' }],
  })
})

test('the same question has the same answer', () => {
  expect(JSON.stringify(ask())).toBe(JSON.stringify(ask()))
})

describe('the subject', () => {
  const declare = (candidate: Release['candidate']): Release => ({ ...sampleRelease, candidate })

  test('is what the release declares, with the digest that was seen where it declares none', () => {
    const { subject, release } = ask(undefined, { release: declare({ version: '7.7.0' }) })
    expect(release).toEqual({ id: '2026.24', kind: 'scheduled' })
    expect(subject).toMatchObject({ version: '7.7.0', source: 'declared' })
    expect(subject.digest).toMatch(/^sha256:/)
    expect(ask(undefined, { release: declare({ version: '7', digest: 'sha256:x' }) }).subject.digest).toBe(
      'sha256:x',
    )
  })

  test('is what the target said without a release, and nothing without a run', () => {
    expect(ask(undefined, { release: null }).subject).toMatchObject({ version: '7.7.0', source: 'observed' })
    expect(ask(emptyEvidence('results'), { release: null }).subject).toEqual({
      version: null,
      digest: null,
      source: 'none',
    })
  })
})

describe('tenants', () => {
  const failed = sampleCase({ id: 'case-3', outcome: 'failed' })

  test('are blocked by what names them, and by what holds for all', () => {
    const { tenants } = ask(
      sampleEvidence({ cases: [sampleCase(), failed, sampleCase({ id: 'case-2', tenant: 'cedar' })] }),
    )
    expect(tenants).toMatchObject({
      cedar: { verdict: 'pass', tests: 1 },
      maple: { verdict: 'block', tests: 2, failed: 1 },
    })
    const sealed = ask(sampleEvidence({ problems: [problem('file-changed')] })).tenants
    expect(Object.values(sealed).map(({ verdict }) => verdict)).toEqual(['block', 'block'])
  })

  test('are all there, also one without any case', () => {
    const { tenants } = ask(sampleEvidence({ cases: [sampleCase()] }))
    expect(tenants['cedar']).toMatchObject({ verdict: 'block', tests: 0 })
  })

  test('of a rule that names others are not left without a verdict', () => {
    const off = [
      'results-present',
      'results-readable',
      'results-sealed',
      'results-fresh',
      'candidate-matches',
      'plan-complete',
    ]
    const others = [...off, 'witnesses-agree', 'no-unexplained-skips', 'flake-budget', 'tenants-covered']
    const only = writePolicy(`rules:\n${others.map((id) => `  ${id}: { level: off }\n`).join('')}`)
    const verdict = ask(sampleEvidence({ cases: [failed, sampleCase({ id: 'case-2', tenant: 'cedar' })] }), {
      policy: only,
    })
    expect(verdict.tenants['cedar']?.verdict).toBe('pass')
    expect(verdict.policy.off).toEqual(others)
  })
})

test('a time given by hand makes a preview', () => {
  expect(ask(undefined, { preview: true }).preview).toBe(true)
})

test('what became looser since the last release that passed is named, apart from what the preset asks', () => {
  const looser = writePolicy('rules: { flake-budget: { max: 2 }, no-failures: { level: warn } }')
  const rules = {
    'no-failures': { level: 'block' as const, settings: {} },
    'flake-budget': { level: 'block' as const, settings: { max: 2 } },
  }
  const history = samplePast({ policy: { sha256: 'c'.repeat(64), rules } })
  const { policy: told } = ask(sampleEvidence(), { policy: looser, history })
  expect(told.loosened).toEqual(['no-failures: block → warn', 'flake-budget: max 0 → 2'])
  expect(told.loosenedSince).toEqual({ baseline: '2026.23', rules: ['no-failures: block → warn'] })
  expect(ask(sampleEvidence(), { policy: looser }).policy.loosenedSince).toBeNull()
})

test('a rule of the team’s own that nobody ran cannot tell', () => {
  const { verdict, findings } = ask(sampleEvidence(), {
    policy: writePolicy('customRules: [{ module: no-friday.ts }]'),
  })
  expect(verdict).toBe('inconclusive')
  expect(findings.at(-1)).toMatchObject({
    rule: 'no-friday',
    outcome: 'inconclusive',
    actual: { error: 'nobody ran it' },
  })
})
