// Rules that this version has no words for are still shown.
import { expect, test } from 'vitest'
import { describeFacts } from './describe-facts.ts'

test.each([
  [{ tests: 174, failed: 2, broken: 0, errors: [] }, '174 tests · 2 failed'],
  [{ failures: 0, narrowed: false }, 'no failures · not narrowed'],
  [
    { maxAgeMinutes: 1440, sealed: true, version: '7.7.0' },
    '1,440 max age minutes · sealed · version: 7.7.0',
  ],
  [{ missing: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }, 'missing: a, b, c, d, e and 2 more'],
  [{ candidate: { version: '7.7.0', digest: null } }, 'candidate: version: 7.7.0'],
  [{}, 'nothing'],
  [null, 'nothing'],
  ['7.7.0', '7.7.0'],
  [[], 'none'],
])('%j is told as: %s', (facts, told) => {
  expect(describeFacts(facts)).toBe(told)
})
