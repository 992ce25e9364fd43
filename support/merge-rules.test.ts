import { expect, test } from 'vitest'
import { mergeRules } from './merge-rules.ts'

test('objects are put together at every depth, and anything else takes the place of what was there', () => {
  const first = { a: { b: 1, c: [1, 2] }, d: 1 }
  expect(mergeRules(first, { a: { c: [3], e: null }, d: { f: 2 } })).toEqual({
    a: { b: 1, c: [3], e: null },
    d: { f: 2 },
  })
})
