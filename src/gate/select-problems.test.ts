// A problem belongs to the case it names, or to the one that has an attempt in the file it names.
import { expect, test } from 'vitest'
import { problem, sampleAttempt, sampleCase, sampleEvidence } from '../../test/acceptance/sample-evidence.ts'
import { casesOf, selectProblems } from './select-problems.ts'

const retried = sampleCase({
  id: 'retried',
  attempts: ['first', 'second'].map((file) => sampleAttempt({ file })),
})
const evidence = sampleEvidence({ cases: [sampleCase({ id: 'other' }), retried] })
const idsOf = (...subjects: string[]): string[] =>
  casesOf(
    evidence,
    subjects.map((subject) => problem('malformed-result', subject)),
  ).map(({ id }) => id)

test.each(['retried', 'first', 'second'])('%s leads to the case', (subject) => {
  expect(idsOf(subject)).toEqual(['retried'])
})

test('nothing and something strange lead to none', () => {
  expect([idsOf(), idsOf('elsewhere')]).toEqual([[], []])
})

test('problems are counted by their kind', () => {
  const problems = [problem('malformed-result'), problem('time-tie'), problem('time-tie')]
  const found = selectProblems(sampleEvidence({ problems }), ['time-tie', 'duplicate-uuid'])
  const kinds = ['time-tie', 'duplicate-uuid', 'malformed-result'] as const
  expect([found.all.length, ...kinds.map((kind) => found.count(kind))]).toEqual([2, 2, 0, 0])
})
