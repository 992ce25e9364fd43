// A value of another type than was expected is told so that somebody can find it, and not in all its length.
import { expect, test } from 'vitest'
import { makeFlaws, readTime } from './fields.ts'

test.each([
  [null, 'null'],
  [['n'], 'a list'],
  [{ n: 1 }, 'an object'],
  [5, '5'],
  [undefined, 'undefined'],
  ['short', '"short"'],
  ['x'.repeat(500), `"${'x'.repeat(59)}`],
])('%j is told as %s', (value, received) => {
  const flaws = makeFlaws()
  flaws.add('labels', value)
  expect(flaws.found).toEqual([{ path: 'labels', received }])
})

test.each([
  [1_700_000_000_000, 1_700_000_000_000],
  ['1700000000000', 1_700_000_000_000],
  [undefined, null],
  [null, null],
])('%j is a time, or none was told', (value, time) => {
  const flaws = makeFlaws()
  expect(readTime({ start: value }, 'start', flaws)).toBe(time)
  expect(flaws.found).toEqual([])
})

test.each([['soon'], [''], ['17s'], ['s17'], ['1'.repeat(16)], [Number.NaN], [true], [['17']]])(
  '%j is no time, and that is said',
  (value) => {
    const flaws = makeFlaws()
    expect(readTime({ start: value }, 'start', flaws)).toBeNull()
    expect(flaws.found).toHaveLength(1)
  },
)
