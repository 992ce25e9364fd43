// What a schema says once its references and choices are looked through. Schemas may contain themselves by any of these
// ways, so each walk knows what it stands in.
import type { Contract } from './contract.ts'
import { isFields, type Fields } from '../fields.ts'
import { followReference, referenceOf } from './follow-reference.ts'

type Way = {
  readonly contract: Contract
  /** Schemas that this one is a part of. */
  readonly above?: ReadonlySet<Fields>
}

export type Flat = { readonly properties: Fields; readonly required: readonly string[] }

const nothing: Flat = { properties: {}, required: [] }

/** Null where a reference leads nowhere, and for what is no schema with fields. */
export function resolveSchema(schema: unknown, contract: Contract): Fields | null {
  const found = followReference(contract, schema)
  return isFields(found) ? found : null
}

const choices = ['allOf', 'anyOf', 'oneOf'] as const

/** References in a schema and its parts that lead nowhere in the document: nobody knows what they would say. */
export function listLost(schema: unknown, { contract, above = new Set() }: Way): string[] {
  const found = resolveSchema(schema, contract)
  if (!found) return [referenceOf(schema) ?? []].flat()
  if (above.has(found)) return []
  const parts = choices.flatMap((key) => [found[key] ?? []].flat())
  return parts.flatMap((part) => listLost(part, { contract, above: new Set([...above, found]) }))
}

const remarks =
  /^(?:title|description|examples?|default|deprecated|readOnly|writeOnly|externalDocs|\$comment|x-.*)$/

/** Whether any value fits a schema: it holds nothing but words about it. */
export function saysNothing(schema: Fields): boolean {
  return Object.keys(schema).every((key) => remarks.test(key))
}

/**
 * Of one of several shapes those of all of them, and of a whole of parts those that fit each part. There are two ways to
 * write that a value may be null.
 */
export function typesOf(schema: Fields, way: Way): string[] {
  const { above, branchesOf } = goInto(schema, way)
  const typesIn = (key: string): string[][] =>
    branchesOf(key).map((branch) => (above.has(branch) ? [] : typesOf(branch, { ...way, above })))
  const own = [schema['type']].flat().filter((type) => typeof type === 'string')
  const chosen = [...own, ...typesIn('anyOf').flat(), ...typesIn('oneOf').flat()]
  const [first = [], ...others] = [chosen, ...typesIn('allOf')].filter((types) => types.length > 0)
  const types = others.reduce((a, b) => [...a.filter(amongThese(b)), ...b.filter(amongThese(a))], first)
  return [...new Set([...types, ...(schema['nullable'] === true ? ['null'] : [])])].toSorted()
}

function amongThese(types: readonly string[]): (type: string) => boolean {
  return (type) => isAmong(type, types)
}

/** A whole number is a number as well. */
export function isAmong(type: string, types: readonly string[]): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'))
}

/** One of several shapes has the fields of all of them, and always has what each of them demands. */
export function flatten(schema: Fields, way: Way): Flat {
  const { above, branchesOf } = goInto(schema, way)
  // A part that is the whole again adds nothing to it, and as a choice demands nothing more.
  const shapesOf = (key: string): Flat[] =>
    branchesOf(key).map((branch) => (above.has(branch) ? nothing : flatten(branch, { ...way, above })))
  const own: Flat = {
    properties: isFields(schema['properties']) ? schema['properties'] : {},
    required: textsOf(schema['required']),
  }
  const all = shapesOf('allOf')
  const one = [...shapesOf('anyOf'), ...shapesOf('oneOf')]
  const common = one
    .map(({ required }) => required)
    .reduce((a, b) => a.filter((name) => b.includes(name)), one[0]?.required ?? [])
  return {
    properties: Object.assign({}, ...[...one, ...all, own].map(({ properties }) => properties)) as Fields,
    required: [...new Set([...own.required, ...all.flatMap(({ required }) => required), ...common])],
  }
}

/**
 * The keywords that hold for every value but null: its own, those of all its parts, and of its only choice beside null,
 * which is how a value that may be null is often written.
 */
export function mergeShapes(schema: Fields, way: Way): Fields {
  const { above, branchesOf } = goInto(schema, way)
  const choices = [...branchesOf('anyOf'), ...branchesOf('oneOf')].filter(({ type }) => type !== 'null')
  const parts = [...branchesOf('allOf'), ...(choices.length === 1 ? choices : [])]
  const others = parts.filter((part) => !above.has(part)).map((part) => mergeShapes(part, { ...way, above }))
  return Object.assign({}, ...others, schema) as Fields
}

function goInto(schema: Fields, { contract, above = new Set() }: Way) {
  return {
    above: new Set([...above, schema]),
    branchesOf: (key: string): Fields[] =>
      [schema[key] ?? []]
        .flat()
        .map((branch) => resolveSchema(branch, contract))
        .filter((branch) => branch !== null),
  }
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
