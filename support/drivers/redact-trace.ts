// A trace holds every header, cookie, form and body of its page. What must stay secret in it is covered by the name of
// its place, as in an exchange, before the trace leaves the worker.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { covered, type Redactor } from './redactor.ts'

/** The archive with its records and texts covered; pictures stay as they are. */
export function redactTrace(archive: Uint8Array, redactor: Redactor): Uint8Array {
  const members = Object.entries(unzipSync(archive))
  return zipSync(
    Object.fromEntries(members.map(([name, bytes]) => [name, redactMember(name, bytes, redactor)])),
  )
}

const pictures = /\.(?:jpe?g|png|webp|gif|woff2?|ttf)$/i

function redactMember(name: string, bytes: Uint8Array, redactor: Redactor): Uint8Array {
  if (pictures.test(name)) return bytes
  const text = strFromU8(bytes)
  // A member that is no text would not come back as it was.
  if (text.includes('\uFFFD')) return bytes
  return strToU8(isRecords(name) ? redactRecords(text, redactor) : redactor.body(text))
}

/** One JSON document a line. */
function isRecords(name: string): boolean {
  return /\.(?:trace|network|stacks)$/.test(name)
}

function redactRecords(text: string, redactor: Redactor): string {
  const lines = text.split('\n').map((line) => {
    try {
      return JSON.stringify(redactValue(JSON.parse(line), redactor))
    } catch {
      // The last line is empty; anything else that is no record is not ours to change.
      return line
    }
  })
  return lines.join('\n')
}

function redactValue(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.text(value)
  if (Array.isArray(value)) return value.map((inner) => redactValue(inner, redactor))
  if (typeof value !== 'object' || value === null) return value
  const named = redactNamed(value, redactor)
  if (named) return named
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, redactField(name, inner, redactor)]),
  )
}

function redactField(name: string, inner: unknown, redactor: Redactor): unknown {
  if (typeof inner === 'string' && redactor.isSecretField(name)) return covered
  if (name === 'cookies' && Array.isArray(inner)) return inner.map((cookie) => coverValue(cookie as object))
  return redactValue(inner, redactor)
}

/** Headers, form fields and the inputs of a page are written as pairs of name and value. */
function redactNamed(value: object, redactor: Redactor): object | null {
  if (!('name' in value) || typeof value.name !== 'string') return null
  return redactor.isSecretHeader(value.name) || redactor.isSecretField(value.name) ? coverValue(value) : null
}

const valueNames = new Set(['value', '__playwright_value_'])

function coverValue(pair: object): object {
  return Object.fromEntries(
    Object.entries(pair).map(([name, inner]) => [name, valueNames.has(name) ? covered : (inner as unknown)]),
  )
}
