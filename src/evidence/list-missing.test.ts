// A total that nobody has so many of must neither fill the memory nor let a part that is missing pass for one that came.
import { expect, test } from 'vitest'
import { listMissing } from './list-missing.ts'

const first = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

test('each number that is not there, up to the total', () => {
  expect(listMissing([2, 4, 2, 7], 5)).toEqual([1, 3, 5])
  expect(listMissing(first(3), 3)).toEqual([])
  expect(listMissing([], -1)).toEqual([])
})

test('the last of many is missed as well, and of a great many the first are told', () => {
  expect(listMissing(first(1200), 1201)).toEqual([1201])
  expect(listMissing([1], 1e15)).toEqual(first(101).slice(1))
})
