// An OpenAPI document as people write it: what many operations share stands once and is referred to, and what holds for
// all operations of a path stands beside them. Whoever reads operations reads them through here.
import { z } from 'zod'

const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
})

type Fields = Readonly<Record<string, unknown>>

/** A value and where it stands, behind all references. */
export type Place = { readonly pointer: readonly string[]; readonly value: unknown }

export type WrittenOperation<Method extends string> = {
  /** Its own, or method and path: `GET /wallet/{walletId}`. */
  readonly operationId: string
  readonly method: Method
  /** As the document writes it, with `{name}` for what differs. */
  readonly path: string
  readonly place: Place
  /** Its own, and those of its path that it has none of the same name and place for. */
  readonly parameters: readonly unknown[]
}

/** Every operation of the methods, in the order of the document; throws where it is none. */
export function listWritten<Method extends string>(
  document: unknown,
  methods: readonly Method[],
): WrittenOperation<Method>[] {
  return Object.keys(documentSchema.parse(document).paths).flatMap((path) =>
    methods.flatMap((method) => {
      const item = findItem(document, { path, method })
      const place = item && locate(document, [...item.pointer, method.toLowerCase()])
      if (!place) return []
      const operationId = idOf(place.value) ?? `${method} ${path}`
      return [{ operationId, method, path, place, parameters: listParameters(document, item, place) }]
    }),
  )
}

/** What stands behind a pointer and its references; null where one leads nowhere, out of the document or in a circle. */
export function locate(document: unknown, pointer: readonly string[]): Place | null {
  const seen = new Set<string>()
  let place: Place = { pointer, value: pointer.reduce(stepInto, document) }
  for (let next = referenceOf(place.value); next !== null; next = referenceOf(place.value)) {
    if (seen.has(next) || !next.startsWith('#/')) return null
    seen.add(next)
    const target = next.slice(2).split('/').map(unescapePart)
    place = { pointer: target, value: target.reduce(stepInto, document) }
  }
  return place.value === undefined ? null : place
}

/** A path's own operation stands before that of the path it refers to. */
function findItem(document: unknown, { path, method }: { path: string; method: string }): Place | null {
  const pointer = ['paths', path]
  const own = pointer.reduce(stepInto, document)
  return stepInto(own, method.toLowerCase()) === undefined
    ? locate(document, pointer)
    : { pointer, value: own }
}

function listParameters(document: unknown, item: Place, operation: Place): unknown[] {
  const all = [item, operation].flatMap(({ pointer, value }) => {
    const written = stepInto(value, 'parameters')
    const places = Array.isArray(written) ? [...written.keys()] : []
    return places.map((at) => locate(document, [...pointer, 'parameters', String(at)])?.value)
  })
  // One that cannot be read has a name of its own, so that whoever reads it sees it.
  const named = all.map((one, at) => [isFields(one) ? `${one['in']} ${one['name']}` : at, one] as const)
  return [...new Map(named).values()]
}

function idOf(written: unknown): string | null {
  const id = stepInto(written, 'operationId')
  return typeof id === 'string' && id !== '' ? id : null
}

function referenceOf(value: unknown): string | null {
  const reference = stepInto(value, '$ref')
  return typeof reference === 'string' ? reference : null
}

/** Only what the document has of its own: `constructor` is no part of it. */
function stepInto(place: unknown, part: string): unknown {
  if (typeof place !== 'object' || place === null || !Object.hasOwn(place, part)) return undefined
  return (place as Fields)[part]
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** RFC 6901, and before that as a URI fragment: RFC 3986. */
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
