// What failed in the last release that passed may fail again; nothing else may.
import { describe, expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  noPast,
  problem,
  sampleCase,
  sampleEvidence,
  samplePast,
} from '../../../test/acceptance/sample-evidence.ts'
import type { CaseOutcome } from '../../evidence/evidence.ts'
import { judgeQuarantine } from '../quarantine.ts'
import { usualNowMs } from '../../../test/acceptance/gate-environment.ts'
import { noNewFailures } from './no-new-failures.ts'

const now = (outcome: CaseOutcome, id = 'known') =>
  sampleEvidence({ cases: [sampleCase({ id, outcome }), sampleCase({ id: 'other' })] })
const before = (outcome: CaseOutcome) => samplePast({ cases: [{ id: 'known', outcome }] })

describe('a case that fails now', () => {
  test.each(['passed', 'flaky', 'skipped', 'missing', 'lost'] as const)('and was %s is new', (outcome) => {
    expect(askRule(noNewFailures, { evidence: now('failed'), history: before(outcome) })).toMatchObject({
      outcome: 'fail',
      cases: ['known'],
      tenants: ['maple'],
      actual: { newFailures: 1, baseline: '2026.23' },
    })
  })

  test.each(['failed', 'broken', 'unknown'] as const)('and was %s is not', (outcome) => {
    expect(askRule(noNewFailures, { evidence: now('broken'), history: before(outcome) })).toMatchObject({
      outcome: 'pass',
      cases: [],
      actual: { failing: 1, newFailures: 0 },
    })
  })

  test.each(['failed', 'broken', 'unknown'] as const)('is new as %s when nobody knew it', (outcome) => {
    expect(
      askRule(noNewFailures, { evidence: now(outcome, 'unheard of'), history: before('failed') }).outcome,
    ).toBe('fail')
  })

  test('is new when its quarantine has ended, though it failed all the while', () => {
    const evidence = now('failed')
    const entry = { owner: 'o', link: 'https://x.example', reason: 'r', created: '2026-10-01' }
    const judge = (expires: string) =>
      judgeQuarantine(
        { entries: [{ ...entry, case: 'known', expires }], problems: [] },
        { evidence, now: usualNowMs, maxDays: 90 },
      )
    const history = before('failed')
    expect(askRule(noNewFailures, { evidence, history, quarantine: judge('2026-11-22') }).outcome).toBe(
      'fail',
    )
    expect(
      askRule(noNewFailures, { evidence, history: before('passed'), quarantine: judge('2026-11-23') })
        .outcome,
    ).toBe('pass')
  })
})

test.each(['failed-fixture', 'global-error'] as const)('a %s is new: no history knows of it', (kind) => {
  const evidence = sampleEvidence({ problems: [problem(kind)] })
  expect(askRule(noNewFailures, { evidence, history: before('failed') })).toMatchObject({
    outcome: 'fail',
    tenants: [],
  })
})

test('flaky and skipped cases are for other rules', () => {
  expect(askRule(noNewFailures, { evidence: now('flaky'), history: before('passed') }).outcome).toBe('pass')
  expect(askRule(noNewFailures, { evidence: now('skipped'), history: before('passed') }).outcome).toBe('pass')
})

test('without an earlier release nobody knows what is new, and where nothing fails nothing is', () => {
  expect(askRule(noNewFailures, { evidence: now('failed'), history: noPast })).toMatchObject({
    outcome: 'inconclusive',
    cases: ['known'],
  })
  expect(askRule(noNewFailures, { evidence: now('passed'), history: noPast }).outcome).toBe('pass')
  const settings = { requireBaseline: true }
  expect(askRule(noNewFailures, { evidence: now('passed'), history: noPast, settings }).outcome).toBe(
    'inconclusive',
  )
})

test('cannot tell of a case lost with its workers, from a history that does not read, and from nothing', () => {
  expect(askRule(noNewFailures, { evidence: now('lost'), history: before('passed') })).toMatchObject({
    outcome: 'inconclusive',
    cases: ['known'],
  })
  const damaged = { ...noPast, problem: 'file is not a database' }
  for (const outcome of ['passed', 'failed'] as const)
    expect(askRule(noNewFailures, { evidence: now(outcome), history: damaged }).outcome).toBe('inconclusive')
  expect(askRule(noNewFailures, { evidence: now('passed'), history: null }).outcome).toBe('inconclusive')
  expect(askRule(noNewFailures, { evidence: emptyEvidence(), history: before('passed') }).outcome).toBe(
    'inconclusive',
  )
})
