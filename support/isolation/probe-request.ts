// A probe as it is sent: with the things of whoever asks, but for those that are somebody else's.
import type { Ids, Thing } from './things.ts'
import type { Probe } from './make-probes.ts'

export type ProbeRequest = {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: object
  /** Ids in it that are not of whoever asks. */
  readonly foreign: readonly string[]
}

export type Sides = { readonly own: Ids; readonly others: Ids; readonly fresh: string }

/** Null where one of the two has no such thing. */
export function makeProbeRequest(probe: Probe, { own, others, fresh }: Sides): ProbeRequest | null {
  const foreign = pick(others, probe.swapped)
  if (Object.keys(foreign).length < new Set(probe.swapped).size) return null
  const ids: Ids = { ...own, ...foreign }
  const isComplete = probe.parameters.every(({ thing }) => ids[thing] !== undefined)
  if (!isComplete) return null
  const body = probe.operation.hasBody ? probe.row.body?.({ ids, at: probe.at, fresh }) : undefined
  const request = {
    path: fill(probe, 'path', ids),
    query: fill(probe, 'query', ids),
    headers: fill(probe, 'header', ids),
    ...(body && { body }),
    foreign: Object.values(foreign),
  }
  requireCarried(probe, request)
  return request
}

function pick(ids: Ids, things: readonly Thing[]): Ids {
  return Object.fromEntries(Object.entries(ids).filter(([thing]) => things.includes(thing as Thing)))
}

function fill({ parameters }: Probe, place: string, ids: Ids): Record<string, string> {
  return Object.fromEntries(
    parameters.filter((one) => one.in === place).map(({ name, thing }) => [name, ids[thing] ?? '']),
  )
}

/** A request without the id that it is to try would show nothing, whatever comes of it. */
function requireCarried({ operation, at }: Probe, { foreign, ...request }: ProbeRequest): void {
  const text = JSON.stringify(request)
  // Every text holds an empty one.
  const missing = foreign.find((id) => id === '' || !text.includes(id))
  if (missing === undefined) return
  if (missing === '') throw new Error(`The id that ${operation.operationId} is to be tried with is empty.`)
  throw new Error(`The body for ${operation.operationId} does not carry the id at "${at ?? 'its path'}".`)
}

/** What an answer says once the ids of the question are taken out of it. */
export function forgetIds(value: unknown, foreign: readonly string[]): unknown {
  if (typeof value === 'number') return foreign.includes(String(value)) ? idSign : value
  if (typeof value === 'string') return foreign.toSorted(longestFirst).reduce(forget, value)
  if (Array.isArray(value)) return value.map((inner) => forgetIds(inner, foreign))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, forgetIds(inner, foreign)]))
}

const idSign = '{id}'

function longestFirst(a: string, b: string): number {
  return b.length - a.length
}

/** Many ids are nothing but digits; one within a longer number is another number. */
function forget(text: string, id: string): string {
  if (!/^\d+$/.test(id)) return text.replaceAll(id, idSign)
  return text.replaceAll(new RegExp(`(?<!\\d)${id}(?!\\d)`, 'g'), idSign)
}
