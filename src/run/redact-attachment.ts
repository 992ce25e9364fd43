// Whatever steps attach goes through here before it is written. A trace is an archive, so its members are looked into;
// text that comes as bytes is text all the same, and pictures are left as they are.
import { gunzipSync, gzipSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Redact } from './make-redactor.ts'

/** The attachment without the secrets. */
export function redactAttachment(body: string | Uint8Array, redact: Redact): string | Uint8Array {
  return typeof body === 'string' ? redact(body) : redactBytes(body, redact)
}

const zipBytes = [0x50, 0x4b] as const
const gzipBytes = [0x1f, 0x8b] as const
const pictures = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
] as const

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function redactBytes(bytes: Uint8Array, redact: Redact): Uint8Array {
  if (pictures.some((start) => startsWith(bytes, start))) return bytes
  if (startsWith(bytes, zipBytes)) return redactPacked(() => redactArchive(bytes, redact))
  if (startsWith(bytes, gzipBytes)) return redactPacked(() => redactGzip(bytes, redact))
  // Latin 1 keeps every byte, so that text is found in whatever it stands in, and nothing else is changed.
  const text = strFromU8(bytes, true)
  const redacted = redact(text)
  return redacted === text ? bytes : strToU8(redacted, true)
}

const notKept = 'This archive could not be searched for secrets, so it was not kept.'

function redactPacked(unpack: () => Uint8Array): Uint8Array {
  try {
    return unpack()
  } catch {
    // Damaged, or packed in a way that is not known here: nobody can say what is in it.
    return strToU8(notKept)
  }
}

function redactArchive(archive: Uint8Array, redact: Redact): Uint8Array {
  const members = Object.entries(unzipSync(archive))
  return zipSync(
    Object.fromEntries(members.map(([name, bytes]) => [redact(name), redactBytes(bytes, redact)])),
  )
}

function redactGzip(packed: Uint8Array, redact: Redact): Uint8Array {
  const bytes = gunzipSync(packed)
  const redacted = redactBytes(bytes, redact)
  return redacted === bytes ? packed : gzipSync(redacted, { mtime: 0 })
}
