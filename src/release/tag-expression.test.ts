// An expression that means nothing chooses everything or nothing, and must not do so unseen.
import { expect, test } from 'vitest'
import { findTagProblem } from './tag-expression.ts'

test.each(['@smoke', 'not @slow', '(@a or @b) and not (@c:d,e or @f)', String.raw`@odd\(tag\) and @x`])(
  '%s can be read',
  (text) => expect(findTagProblem(text)).toBeNull(),
)

test.each([
  ['not slow', '"slow", which begins with no @'],
  ['@smoke and(slow)', '"slow", which begins with no @'],
  ['@smoke AND @slow', /^Tag expression "@smoke AND @slow" could not be parsed/],
  [' ', 'no tag at all'],
])('%s is refused', (text, expected) => expect(findTagProblem(text)).toMatch(expected))
