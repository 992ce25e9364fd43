// Slow is what is so by ratio, by an amount that counts, and beyond the spread of earlier runs.
import { describe, expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  noPast,
  sampleAttempt,
  sampleCase,
  sampleEvidence,
} from '../../../test/acceptance/sample-evidence.ts'
import { runStartMs } from '../../../test/acceptance/run-folder.ts'
import type { Past } from '../../history/past.ts'
import { durationBudget } from './duration-budget.ts'

const timed = (ms: Record<string, number>, outcome: 'passed' | 'failed' = 'passed') =>
  sampleEvidence({
    cases: Object.entries(ms).map(([id, took]) =>
      sampleCase({
        id,
        outcome,
        attempts: [sampleAttempt({ start: runStartMs, stop: runStartMs + took })],
      }),
    ),
  })
/** Each number is a run in which case `a` took so long. */
const past = (...runs: number[]): Past => ({
  ...noPast,
  runs: runs.length,
  capabilities: [
    {
      capability: 'wallets',
      runs: runs.map((ms, at) => ({ runId: `run-${at}`, cases: [{ case: 'a', ms }] })),
    },
  ],
})
const ask = (ms: number, history: Past, settings = {}) =>
  askRule(durationBudget, { evidence: timed({ a: ms }), history, settings })
const steady = past(1000, 1000, 1000)

test('holds at the ratio and fails beyond it, with both times', () => {
  expect(ask(1500, steady)).toMatchObject({ outcome: 'pass', actual: { capabilities: 1, runs: 3, slow: [] } })
  expect(ask(1501, steady)).toMatchObject({
    outcome: 'fail',
    actual: { slow: ['wallets 1501 ms, before 1000 ms'] },
  })
})

test('no more runs can be demanded than are remembered, or nothing would ever be compared', () => {
  const ten = past(...Array.from({ length: 10 }, () => 1000))
  expect(ask(9000, ten, { minRuns: 10 }).outcome).toBe('fail')
  expect(durationBudget.settings.safeParse({ minRuns: 11 }).success).toBe(false)
})

test('a difference that nobody notices is none', () => {
  const quick = past(100, 100, 100)
  expect(ask(300, quick).outcome).toBe('pass')
  expect(ask(301, quick).outcome).toBe('fail')
  expect(ask(201, quick, { minMs: 100 }).outcome).toBe('fail')
})

test('times that vary by themselves need more to be slow', () => {
  // The base is 1000, their median deviation 400, so the bound is 1000 + 3 × 1.4826 × 400.
  const noisy = past(600, 1000, 1400)
  expect(ask(2779, noisy).outcome).toBe('pass')
  expect(ask(2780, noisy).outcome).toBe('fail')
})

test('one run that was slow for itself does not move the base', () => {
  expect(ask(1501, past(1000, 1000, 1000, 1000, 60_000)).outcome).toBe('fail')
  expect(ask(1000, past(1000, 1000, 1000, 1000, 60_000)).outcome).toBe('pass')
})

describe('like is compared with like', () => {
  const three = (cases: Record<string, number>): Past => ({
    ...noPast,
    capabilities: [
      {
        capability: 'wallets',
        runs: ['1', '2', '3'].map((runId) => ({
          runId,
          cases: Object.entries(cases).map(([id, ms]) => ({ case: id, ms })),
        })),
      },
    ],
  })

  test('slow cases that are new, and quick ones that are gone, slow nothing down', () => {
    const evidence = timed({ a: 1000, new1: 9000, new2: 9000 })
    const history = three({ a: 1000, gone1: 10, gone2: 10 })
    expect(askRule(durationBudget, { evidence, history }).outcome).toBe('pass')
  })

  test('slow cases that are gone hide nothing', () => {
    const history = three({ a: 1000, gone1: 9000, gone2: 9000 })
    expect(askRule(durationBudget, { evidence: timed({ a: 2000 }), history }).outcome).toBe('fail')
  })

  test('the middle of all cases counts, not one of them', () => {
    const before = three({ a: 1000, b: 1000, c: 1000 })
    const one = timed({ a: 9000, b: 1000, c: 1000 })
    const most = timed({ a: 9000, b: 9000, c: 1000 })
    expect(askRule(durationBudget, { evidence: one, history: before }).outcome).toBe('pass')
    expect(askRule(durationBudget, { evidence: most, history: before }).outcome).toBe('fail')
    // Of an even number it is the middle of the two in the middle.
    const pair = three({ a: 1000, b: 1000 })
    expect(askRule(durationBudget, { evidence: timed({ a: 1000, b: 2002 }), history: pair }).outcome).toBe(
      'fail',
    )
    expect(askRule(durationBudget, { evidence: timed({ a: 1000, b: 2000 }), history: pair }).outcome).toBe(
      'pass',
    )
  })
})

test('too few runs say nothing yet, unless the policy wants them', () => {
  expect(ask(9000, past(1000, 1000))).toMatchObject({ outcome: 'pass', actual: { runs: 2, capabilities: 0 } })
  expect(ask(9000, past(1000, 1000), { minRuns: 2 }).outcome).toBe('fail')
  expect(ask(9000, past(1000, 1000), { requireBaseline: true }).outcome).toBe('inconclusive')
  expect(ask(1000, noPast)).toMatchObject({ outcome: 'pass', actual: { runs: 0 } })
})

test('only what passed at once is measured, and nothing measured is nothing known', () => {
  expect(askRule(durationBudget, { evidence: timed({ a: 9000 }, 'failed'), history: steady })).toMatchObject({
    outcome: 'inconclusive',
    actual: { measured: 0 },
  })
  expect(askRule(durationBudget, { evidence: emptyEvidence(), history: steady }).outcome).toBe('inconclusive')
  const untimed = (change: { start?: null; stop?: number | null }) =>
    sampleEvidence({ cases: [sampleCase({ id: 'a', attempts: [sampleAttempt(change)] })] })
  for (const change of [{ start: null }, { stop: null }, { stop: runStartMs }])
    expect(askRule(durationBudget, { evidence: untimed(change), history: steady }).outcome).toBe(
      'inconclusive',
    )
})

test('cannot tell from a history that does not read, or that nobody asked', () => {
  expect(ask(1000, { ...steady, problem: 'file is not a database' })).toMatchObject({
    outcome: 'inconclusive',
    actual: { problem: 'file is not a database' },
  })
  expect(askRule(durationBudget, { evidence: timed({ a: 1 }), history: null }).outcome).toBe('inconclusive')
})
