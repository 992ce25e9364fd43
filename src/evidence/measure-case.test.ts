import { expect, test } from 'vitest'
import { measureCase } from './measure-case.ts'

test('the attempts of a case are added up', () => {
  const attempts = [
    { start: 100, stop: 140 },
    { start: 1000, stop: 1002 },
  ]
  expect(measureCase(attempts)).toBe(42)
})

test.each([
  ['no attempt', []],
  ['no start', [{ start: null, stop: 5 }]],
  [
    'no end of one of them',
    [
      { start: 1, stop: 2 },
      { start: 3, stop: null },
    ],
  ],
  [
    'no start of the first',
    [
      { start: null, stop: 2 },
      { start: 3, stop: 4 },
    ],
  ],
])('with %s nobody knows', (_name, attempts) => {
  expect(measureCase(attempts)).toBeNull()
})
