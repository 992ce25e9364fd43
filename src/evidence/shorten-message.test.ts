// A cause is kept by its beginning, without the room around it.
import { expect, test } from 'vitest'
import { shortenMessage } from './shorten-message.ts'

test.each([
  ['  no wallet \n', 'no wallet'],
  ['x'.repeat(600), 'x'.repeat(600)],
  [`${'x'.repeat(599)}  and the rest`, 'x'.repeat(599)],
  [`${'x'.repeat(598)}é${'y'.repeat(9)}`, `${'x'.repeat(598)}éy`],
  ['', ''],
])('%j', (text, kept) => {
  expect(shortenMessage(text)).toBe(kept)
})

test('half a letter at the end is no letter', () => {
  expect(shortenMessage(`${'x'.repeat(599)}😀`)).toBe(`${'x'.repeat(599)}\uFFFD`)
})
