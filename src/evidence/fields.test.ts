// A value of another type than was expected is told so that somebody can find it, and not in all its length.
import { expect, test } from 'vitest'
import { makeFlaws } from './fields.ts'

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
