// Names and messages come from anywhere, and are shown everywhere.
import { expect, test } from 'vitest'
import { visibleLine, visibleText, withoutCommands } from './visible-text.ts'

const evil = 'a\u0000\u001B[31mb\u001B\u0085c\u202Ed\r\n\te\rf'

test('no control character is left, and lines are where they were', () => {
  expect(visibleLine(evil)).toBe('a b c d e f')
  expect(visibleText(evil)).toBe('a b c d\n e f')
})

test.each([
  ['::error::x', '∷error::x'],
  ['a\n  ::warning::x', 'a\n  ∷warning::x'],
  ['  \u001B[2m::warning::x', '  \u001B[2m∷warning::x'],
  ['a ##[error]x', 'a # [error]x'],
  ['##vso[task.complete]', '# vso[task.complete]'],
  ['a::b and ## c', 'a::b and ## c'],
])('%j commands no log', (text, told) => {
  expect(withoutCommands(text)).toBe(told)
})
