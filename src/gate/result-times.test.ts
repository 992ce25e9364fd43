// A verdict is as old as the oldest result that nothing else vouches for, whatever order they stand in.
import { expect, test } from 'vitest'
import {
  sampleAttempt,
  sampleCase,
  sampleEvidence,
  sampleSeal,
} from '../../test/acceptance/sample-evidence.ts'
import { findEnd, findOldest } from './result-times.ts'

type Times = readonly (readonly [start: number | null, stop: number | null])[]

/** A case for each list of attempts. */
const unsealed = (...cases: readonly Times[]) =>
  sampleEvidence({
    seal: null,
    cases: cases.map((times) =>
      sampleCase({ attempts: times.map(([start, stop]) => sampleAttempt({ start, stop })) }),
    ),
  })

type Ends = [end: number | null, oldest: number | null]

test.each<[string, Times[], Ends]>([
  ['in order', [[[1, 2]], [[3, 4]]], [4, 1]],
  ['in another order', [[[3, 4]], [[1, 2]]], [4, 1]],
  [
    'with a retry',
    [
      [
        [5, 9],
        [2, 3],
      ],
    ],
    [9, 2],
  ],
  ['without a stop', [[[7, null]], [[1, 2]]], [7, 1]],
  ['without a start', [[[5, 6]], [[null, 3]]], [6, 3]],
  ['without times', [[[null, null]], [[1, 2]], [[null, null]]], [2, 1]],
  ['that begin with the clock', [[[0, 0]], [[1, 2]]], [2, 0]],
  ['none of which tells one', [[[null, null]]], [null, null]],
  ['of nothing', [], [null, null]],
])('of results %s', (_, cases, ends) => {
  expect([findEnd(unsealed(...cases)), findOldest(unsealed(...cases))]).toEqual(ends)
})

test('a seal vouches for its run, and for no other suite beside it', () => {
  const { end } = sampleSeal()
  const early = sampleAttempt({ start: 5, stop: 6 })
  const own = sampleCase({ attempts: [early] })
  expect(findOldest(sampleEvidence({ cases: [own] }))).toBe(end)
  expect(findOldest(sampleEvidence({ cases: [own, { ...own, source: 'junit' }] }))).toBe(5)
})
