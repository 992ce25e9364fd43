// The first line of a failure is read by people who were not there; it must be enough.
import { expect, test } from 'vitest'
import { expectSame } from './expectation.ts'

const messageOf = (found: unknown, expected: unknown): string => {
  try {
    expectSame('the thing', found, expected)
    return ''
  } catch (error) {
    return error instanceof Error ? `${error.name} ${error.message}` : ''
  }
}

test('what is the same is no failure', () => {
  expect(messageOf({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe('')
})

test.each([
  [60, 63, 'the thing: expected 63, found 60'],
  [undefined, 'ACTIVE', 'the thing: expected "ACTIVE", found nothing'],
  [{ a: 1, b: 2 }, { a: 1, b: 3 }, 'the thing: b expected 3, found 2'],
  [[{ id: 1 }], [{ id: 2 }], 'the thing: 0.id expected 2, found 1'],
  [[1], [], 'the thing: 0 expected nothing, found 1'],
  [{}, { a: 1 }, 'the thing: a expected 1, found nothing'],
  [[], {}, 'the thing:'],
])('%j instead of %j is told in one line', (found, expected, line) => {
  expect(messageOf(found, expected)).toContain(`AssertionError ${line}`)
})

test('of many differences the first are told and the others counted', () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`k${at}`, at]))
  expect(messageOf({}, many)).toContain('and 6 more')
})
