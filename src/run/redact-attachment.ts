// Whatever steps attach goes through here before it is written. A trace is an archive, so its members are looked into;
// text that comes as bytes is text all the same, and pictures are left as they are.
import { isUtf8 } from 'node:buffer'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Redact } from './make-redactor.ts'

const zipBytes = [0x50, 0x4b] as const

/** The attachment without the secrets. */
export function redactAttachment(body: string | Uint8Array, redact: Redact): string | Uint8Array {
  if (typeof body === 'string') return redact(body)
  if (zipBytes.every((byte, index) => body[index] === byte)) return redactArchive(body, redact)
  return isUtf8(body) ? redactMember(body, redact) : body
}

const notKept = 'This archive could not be searched for secrets, so it was not kept.'

function redactArchive(archive: Uint8Array, redact: Redact): Uint8Array | string {
  const members = readMembers(archive)
  if (!members) return notKept
  return zipSync(
    Object.fromEntries(members.map(([name, bytes]) => [redact(name), redactMember(bytes, redact)])),
  )
}

function readMembers(archive: Uint8Array): [string, Uint8Array][] | null {
  try {
    return Object.entries(unzipSync(archive))
  } catch {
    // Damaged, or packed in a way that is not known here: nobody can say what is in it.
    return null
  }
}

/** A member that is no text comes back byte for byte. */
function redactMember(bytes: Uint8Array, redact: Redact): Uint8Array {
  // Latin 1 keeps every byte, so that text is found in whatever it stands in, and nothing else is changed.
  const text = strFromU8(bytes, true)
  const redacted = redact(text)
  return redacted === text ? bytes : strToU8(redacted, true)
}
