// A contract writes once what many operations share, and refers to it. Only what lies in the same document can be
// followed, https://www.rfc-editor.org/rfc/rfc6901; the gate fetches nothing, so anything else is not there to be read.
import { isFields, type Fields } from '../fields.ts'

export function referenceOf(value: unknown): string | null {
  const reference = isFields(value) ? value['$ref'] : undefined
  return typeof reference === 'string' ? reference : null
}

/** What stands behind all references; undefined where one leads nowhere, out of the document or in a circle. */
export function followReference(document: unknown, value: unknown): unknown {
  const seen = new Set<string>()
  let found = value
  for (let next = referenceOf(found); next !== null; next = referenceOf(found)) {
    if (seen.has(next)) return undefined
    seen.add(next)
    found = readPointer(document, next)
  }
  return found
}

function readPointer(document: unknown, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined
  const parts = reference.slice(2).split('/').map(unescapePart)
  return parts.reduce(stepInto, document)
}

/** Only what the document has of its own: `constructor` is no part of it. */
function stepInto(place: unknown, part: string): unknown {
  if (typeof place !== 'object' || place === null || !Object.hasOwn(place, part)) return undefined
  return (place as Fields)[part]
}

function unescapePart(part: string): string {
  return decodeUri(part).replaceAll('~1', '/').replaceAll('~0', '~')
}

function decodeUri(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A percent sign that was never encoded stands for itself.
    return part
  }
}
