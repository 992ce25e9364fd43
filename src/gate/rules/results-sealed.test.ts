// A run is worth its seal: none, an interrupted one and a broken one are three different answers.
import { expect, test } from 'vitest'
import {
  askRule,
  emptyEvidence,
  problem,
  sampleEvidence,
  sampleSeal,
} from '../../../test/acceptance/sample-evidence.ts'
import { resultsSealed } from './results-sealed.ts'

const ask = (change: Parameters<typeof sampleEvidence>[0]) =>
  askRule(resultsSealed, { evidence: sampleEvidence(change) })

test('holds when nothing differs from the seal', () => {
  expect(ask({})).toMatchObject({ outcome: 'pass', actual: { sealed: true, shards: 1, losses: 0 } })
})

test('cannot tell of a run that was never sealed', () => {
  expect(ask({ seal: null, problems: [problem('not-sealed')] })).toMatchObject({
    outcome: 'inconclusive',
    actual: { sealed: false, isRun: true },
  })
  expect(askRule(resultsSealed, { evidence: emptyEvidence('results') })).toMatchObject({
    outcome: 'inconclusive',
    actual: { sealed: false, isRun: false },
  })
})

test('cannot tell of a run that was interrupted, or that ran no shard', () => {
  expect(ask({ seal: sampleSeal({ interrupted: true }), problems: [problem('interrupted')] }).outcome).toBe(
    'inconclusive',
  )
  expect(ask({ seal: sampleSeal({ shards: [] }) }).outcome).toBe('inconclusive')
})

test.each([
  'unreadable-seal',
  'file-changed',
  'file-missing',
  'file-added',
  'foreign-run',
  'shard-missing',
  'shard-overlap',
  'runner-exit',
] as const)('fails on %s, in an interrupted run too', (kind) => {
  expect(ask({ problems: [problem(kind)] }).outcome).toBe('fail')
  expect(ask({ problems: [problem(kind)], seal: sampleSeal({ interrupted: true }) }).outcome).toBe('fail')
})
