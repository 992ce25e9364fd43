// Result files come from many writers: some put a byte order mark in front, some stop in the middle. Whatever
// arrives becomes a value or a reason, and never an exception.
import { isUtf8 } from 'node:buffer'

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown; readonly flaw: string | null }
  | { readonly ok: false; readonly reason: string }

/** Bytes of a file → its JSON value. `flaw` says what was wrong with the bytes although they could be read. */
export function parseJson(bytes: Uint8Array): ParsedJson {
  if (bytes.length === 0) return { ok: false, reason: 'empty file' }
  const { text, flaw } = decode(bytes)
  try {
    return { ok: true, value: JSON.parse(text) as unknown, flaw }
  } catch (error) {
    // The engine's message quotes the text around the place, which may be long or hold line ends.
    const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').slice(0, 160) : 'not JSON'
    return { ok: false, reason }
  }
}

function decode(bytes: Uint8Array): { text: string; flaw: string | null } {
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
