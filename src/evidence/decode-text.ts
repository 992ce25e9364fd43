// Bytes of a file → text. Writers put a byte order mark in front or write UTF-16, and an editor's mark is no damage.
import { isUtf8 } from 'node:buffer'

export type DecodedText = { readonly text: string; readonly flaw: string | null }

/** `flaw` says what was wrong with the bytes although they could be read. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), flaw: null }
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), flaw: null }
  const start = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0
  // What was read from a file is a buffer already, and another one over the same bytes costs as much as the decoding.
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const text = buffer.toString('utf8', start)
  return { text, flaw: isUtf8(bytes) ? null : 'bytes that are no UTF-8' }
}
