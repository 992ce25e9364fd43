// Two accounts of one case, attempt by attempt: by the numbers that the runner gave them, where it gave any.
import { expect, test } from 'vitest'
import { sampleAttempt, sampleCase } from '../../test/acceptance/sample-evidence.ts'
import { compareWitness } from './compare-witness.ts'
import type { Status } from './evidence.ts'
import type { ReadResult } from './read-result.ts'
import type { WitnessAttempt } from './witness.ts'

const told = (status: Status, attempt: number | null, hasOwn = true): ReadResult => ({
  found: sampleCase(),
  attempt: sampleAttempt({ status }),
  nameMark: null,
  own: hasOwn ? { caseId: 'c', historyId: null, runId: 'r', attempt, lost: false } : null,
})
const heard = (status: Status | null, attempt: number): WitnessAttempt => ({
  caseId: 'c',
  tenant: 'maple',
  file: 'messages/worker-1.ndjson',
  startedId: `s${attempt}`,
  attempt,
  status,
  pending: false,
  willBeRetried: false,
})
const compare = (results: readonly ReadResult[], attempts: readonly WitnessAttempt[]) =>
  compareWitness({ caseId: 'c', tenant: 'maple', results, attempts, lost: new Set() }).map(
    ({ kind, detail }) => [kind, detail['attempt'] ?? null],
  )

test.each<[string, ReadResult]>([
  ['with the same number', told('passed', 0)],
  ['without a number', told('passed', null)],
  ['of a result that says nothing of its run', told('passed', null, false)],
])('the same status %s is the same', (_how, result) => {
  expect(compare([result], [heard('passed', 0)])).toEqual([])
})

test('another number is another attempt, whatever the status', () => {
  expect(compare([told('passed', 1)], [heard('passed', 0)])).toEqual([['witness-disagrees', 0]])
})

test('another status is a contradiction, with a number or without', () => {
  for (const result of [told('passed', 0), told('passed', null), told('passed', null, false)])
    expect(compare([result], [heard('failed', 0)])).toEqual([['witness-disagrees', 0]])
})

test('an attempt that did not end is said to be so, unless its worker is known to be lost', () => {
  expect(compare([], [heard(null, 0)])).toEqual([['witness-unfinished', 0]])
  const attempts = [heard(null, 0)]
  expect(
    compareWitness({ caseId: 'c', tenant: 'maple', results: [], attempts, lost: new Set(['s0']) }),
  ).toEqual([])
})
