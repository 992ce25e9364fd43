// From the operations that the platform documents to the requests that show whether another tenant's thing can be told
// from one that never was; and to everything that nobody has said how to check.
import type { DocumentedOperation, IdPlace } from '../contracts/documented-operation.ts'
import { meanings, thingKinds, type Ids, type Kind, type Meaning, type Thing } from './things.ts'

/** What has to be said of an operation that its document does not say. */
export type Row = {
  /** What ids mean here, by name, where it is not what their name says. */
  readonly means?: Readonly<Record<string, Meaning>>
  /** The body that carries the id at that place, or none of them where it is null. */
  readonly body?: (wanted: WantedBody) => object
  /** Of an answer that changes from one time to the next, the part that depends on the ids. */
  readonly part?: (body: unknown) => unknown
  /** Things that are named together when somebody else's are tried. */
  readonly together?: readonly (readonly Thing[])[]
}
export type Rows = Readonly<Record<string, Row>>

export type WantedBody = {
  readonly ids: Ids
  /** The place that is tried, and must be in the body. */
  readonly at: string | null
  /** A text that was never sent before. */
  readonly fresh: string
}

export type Probe = {
  readonly operation: DocumentedOperation
  readonly row: Row
  /** Of whose kind the scenario is that sends it. */
  readonly kind: Kind
  /** What is somebody else's in it; everything besides is one's own. */
  readonly swapped: readonly Thing[]
  /** Parameters that are sent: name → what it means. */
  readonly parameters: readonly (IdPlace & { readonly thing: Thing })[]
  readonly at: string | null
}

export type Gap = { readonly operation: DocumentedOperation; readonly reason: string }

export type Probes = { readonly probes: readonly Probe[]; readonly gaps: readonly Gap[] }

/** A probe for each id that an operation carries, and one for all ids of its path together. */
export function makeProbes(operations: readonly DocumentedOperation[], rows: Rows): Probes {
  const made = operations
    .filter(({ isSigned, places }) => isSigned && places.length > 0)
    .map((operation) => makeForOperation(operation, rows[operation.basis]))
  return { probes: made.flatMap(({ probes }) => probes), gaps: made.flatMap(({ gaps }) => gaps) }
}

type Meant = IdPlace & { readonly meaning: Meaning | undefined }
type Told = IdPlace & { readonly thing: Thing }

function makeForOperation(operation: DocumentedOperation, row: Row = {}): Probes {
  const meant = operation.places.map((place) => ({ ...place, meaning: findMeaning(place, row) }))
  const gaps = listGaps(operation, { meant, row }).map((reason) => ({ operation, reason }))
  if (gaps.length > 0) return { probes: [], gaps }
  const told = meant.flatMap(({ meaning, ...place }) =>
    meaning === undefined || meaning === 'new' || meaning === 'noted' ? [] : [{ ...place, thing: meaning }],
  )
  const wholes = listWholes(told, row).map((things) => makeProbe({ operation, row, told }, things[0], things))
  return { probes: [...told.map((place) => makeProbe({ operation, row, told }, place)), ...wholes], gaps: [] }
}

function findMeaning({ name }: IdPlace, { means = {} }: Row): Meaning | undefined {
  return means[name] ?? meanings[name.replaceAll('[]', '').split('.').at(-1) ?? '']
}

type Known = { readonly meant: readonly Meant[]; readonly row: Row }

function listGaps({ needs, hasBody }: DocumentedOperation, { meant, row }: Known): string[] {
  return [
    ...meant
      .filter(({ meaning }) => meaning === undefined)
      .map((place) => `nobody has said what "${place.name}" in its ${place.in} is the id of`),
    ...(hasBody && !row.body ? ['nobody has said which body it takes'] : []),
    ...needs.map((name) => `nobody has said what to send as "${name}"`),
  ]
}

/** All ids of a path at once, as whoever has seen somebody else's address would try it; and what the row names. */
function listWholes(told: readonly Told[], { together = [] }: Row): (readonly [Told, ...Told[]])[] {
  const inPath = told.filter((place) => place.in === 'path')
  const named = together.map((things) => told.filter(({ thing }) => things.includes(thing)))
  return [...(inPath.length > 1 ? [inPath] : []), ...named].flatMap(([first, ...others]) =>
    first ? [[first, ...others] as const] : [],
  )
}

type Source = { readonly operation: DocumentedOperation; readonly row: Row; readonly told: readonly Told[] }

function makeProbe({ operation, row, told }: Source, place: Told, whole: readonly Told[] = [place]): Probe {
  const isSent = (other: Told) =>
    other.in !== 'body' && (other.in === 'path' || other.isRequired || whole.includes(other))
  return {
    operation,
    row,
    kind: thingKinds[place.thing],
    swapped: whole.map(({ thing }) => thing),
    parameters: told.filter(isSent),
    at: place.in === 'body' ? place.name : null,
  }
}
