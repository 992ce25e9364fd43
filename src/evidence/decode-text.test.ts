// A mark of the byte order is whole or it is none, and whatever the bytes are there is a text.
import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const broken = 'bytes that are no UTF-8'

test.each<[string, readonly number[], string, string | null]>([
  ['plain text', [0x68, 0x69], 'hi', null],
  ['UTF-8 behind its mark', [0xef, 0xbb, 0xbf, 0x68], 'h', null],
  ['UTF-16 with its low byte first', [0xff, 0xfe, 0x68, 0x00], 'h', null],
  ['UTF-16 with its high byte first', [0xfe, 0xff, 0x00, 0x68], 'h', null],
  ['half of one mark', [0xfe, 0x68, 0x69], '\uFFFDhi', broken],
  ['half of the other', [0xff, 0x68, 0x69], '\uFFFDhi', broken],
  ['the second half of either', [0x68, 0xff, 0x69], 'h\uFFFDi', broken],
  ['a letter that begins as the mark of UTF-8 does', [0xef, 0xbc, 0xbf], '\uFF3F', null],
  ['a letter that begins with two bytes of it', [0xef, 0xbb, 0xbe], '\uFEFE', null],
  ['its last byte alone', [0x68, 0x69, 0xbf], 'hi\uFFFD', broken],
  ['nothing', [], '', null],
])('%s', (_what, ...[bytes, text, flaw]) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({ text, flaw })
  expect(decodeText(Buffer.from(bytes))).toEqual({ text, flaw })
})
