// A line that nobody told of is none, and not the first before all others.
import { expect, test } from 'vitest'
import { namePlace } from './name-place.ts'

test.each([
  [{ uri: 'features/pay.feature', line: 7 }, 'features/pay.feature:7'],
  [{ uri: 'test/pay.js', line: null }, 'test/pay.js'],
  [{ uri: null, line: 7 }, ''],
])('a place without a line has none: %j', (found, place) => {
  expect(namePlace(found)).toBe(place)
})
