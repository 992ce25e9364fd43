// Result files come from many writers: some put a byte order mark in front, some stop in the middle. Whatever
// arrives becomes a value or a reason, and never an exception.
import { decodeText } from './decode-text.ts'

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown; readonly flaw: string | null }
  | { readonly ok: false; readonly reason: string }

/** Bytes of a file → its JSON value. `flaw` says what was wrong with the bytes although they could be read. */
export function parseJson(bytes: Uint8Array): ParsedJson {
  if (bytes.length === 0) return { ok: false, reason: 'empty file' }
  const { text, flaw } = decodeText(bytes)
  try {
    return { ok: true, value: JSON.parse(text) as unknown, flaw }
  } catch (error) {
    // The engine's message quotes the text around the place, which may be long or hold line ends.
    const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').slice(0, 160) : 'not JSON'
    return { ok: false, reason }
  }
}
