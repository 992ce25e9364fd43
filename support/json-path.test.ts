// A path that reads the wrong place makes a scenario pass for the wrong reason.
import { expect, test } from 'vitest'
import { parseJsonPath, readAt } from './json-path.ts'

const answer = {
  id: 7,
  results: [
    { id: 'a', tags: [] },
    { id: 'b', 'due-date': null },
  ],
  length: 3,
}

test.each([
  ['id', 7],
  ['$.id', 7],
  ['$', answer],
  ['results[1].id', 'b'],
  ['$.results[1].due-date', null],
  ['results[0].tags', []],
  ['length', 3],
])('%s is read', (path, expected) => {
  expect(readAt(answer, parseJsonPath(path))).toEqual(expected)
})

test('a list can be the whole answer', () => {
  expect(readAt([{ id: 1 }, { id: 2 }], parseJsonPath('[1].id'))).toBe(2)
  expect(readAt([{ id: 1 }], parseJsonPath('$[0].id'))).toBe(1)
})

test.each(['results[2].id', 'results.id', 'results.length', 'id.more', 'toString', 'id[0]'])(
  '%s is nothing',
  (path) => {
    expect(readAt(answer, parseJsonPath(path))).toBeUndefined()
  },
)

test.each(['a..b', 'a[', 'a[x]', '.', 'a.[0]', 'results[-1]', 'results[*].id'])('%s is no path', (path) => {
  expect(() => parseJsonPath(path)).toThrow(`"${path}" is no place in an answer`)
})
