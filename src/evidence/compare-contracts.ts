// Two versions of a contract → what clients of the older one will notice. Only what can break them is listed: an
// operation, parameter or field that went away or changed its type, and anything that is suddenly demanded.
import { byText } from '../release/by-text.ts'
import type { Contract } from './contract.ts'
import type { ContractChange, UnreadEvidence } from './evidence.ts'
import { followReference, isFields, referenceOf, type Fields } from './follow-reference.ts'
import { listOperations, type ContractOperation, type UnreadOperation } from './list-operations.ts'
import { findUnread, indexOperations, isThere, keyOf, type OperationIndex } from './operation-index.ts'

type Sides<T> = { readonly before: T; readonly after: T }
type Report = (what: ContractChange['what'], place: string, detail: string) => void

export type ContractDifference = {
  readonly changes: ContractChange[]
  /** Operations of the older contract that could not be compared, with the reason. */
  readonly unread: UnreadEvidence[]
}

/** Every breaking difference, by operation and place. */
export function compareContracts(contract: Sides<Contract>): ContractDifference {
  const { operations, unread } = listOperations(contract.before)
  const now = indexOperations(contract.after)
  const found = [
    ...operations.map((operation) => compareWithNow(operation, now, contract)),
    ...unread.map((operation) => lookForUnread(operation, now)),
  ]
  return {
    changes: unique(found.flatMap(({ changes }) => changes)),
    unread: unique(found.flatMap((one) => one.unread)),
  }
}

function compareWithNow(
  operation: ContractOperation,
  index: OperationIndex,
  contract: Sides<Contract>,
): ContractDifference {
  const now = index.read.get(keyOf(operation))
  const { operationId, tags } = operation
  const services = [...new Set([...tags, ...(now?.tags ?? [])])]
  const lost = findUnread(operation, index)
  if (lost) return { changes: [], unread: [{ operationId, services, reason: lost.reason }] }
  const changes: ContractChange[] = []
  const report: Report = (what, place, detail) => changes.push({ operationId, what, place, detail, services })
  if (now) compareOperation({ before: operation, after: now }, contract, report)
  else report('operation-removed', keyOf(operation), '')
  return { changes, unread: [] }
}

/** That it is gone can be told without having read it; nothing else can. */
function lookForUnread(operation: UnreadOperation, index: OperationIndex): ContractDifference {
  const { operationId, tags: services, reason } = operation
  if (isThere(operation, index))
    return { changes: [], unread: [{ operationId, services, reason: `as it was before: ${reason}` }] }
  const place = keyOf(operation)
  return { changes: [{ operationId, what: 'operation-removed', place, detail: '', services }], unread: [] }
}

function unique<T>(all: readonly T[]): T[] {
  const distinct = new Map(all.map((one) => [JSON.stringify(one), one]))
  return [...distinct].toSorted(byText(([key]) => key)).map(([, one]) => one)
}

function compareOperation(
  operation: Sides<ContractOperation>,
  contract: Sides<Contract>,
  report: Report,
): void {
  compareParameters(operation, report)
  compareBodies(operation, contract, report)
  for (const [status, was] of Object.entries(operation.before.responses)) {
    const now = operation.after.responses[status]
    if (!now && status.startsWith('2')) report('status-removed', status, '')
    const schemas = { before: schemaOf(was.content), after: schemaOf(now?.content) }
    if (now) compareSchemas(schemas, { contract, report, place: status, isAnswer: true, seen: new Set() })
  }
}

function compareParameters({ before, after }: Sides<ContractOperation>, report: Report): void {
  const named = ({ name, in: place }: ContractOperation['parameters'][number]) => `${place} ${name}`
  const known = new Map(before.parameters.map((parameter) => [named(parameter), parameter]))
  const left = new Set(after.parameters.map(named))
  for (const parameter of after.parameters) {
    const wasDemanded = known.get(named(parameter))?.required === true
    if (parameter.required && parameter.in !== 'path' && !wasDemanded)
      report('now-demanded', named(parameter), '')
  }
  for (const parameter of before.parameters) {
    if (parameter.in !== 'path' && !left.has(named(parameter)))
      report('parameter-removed', named(parameter), '')
  }
}

function compareBodies(
  { before, after }: Sides<ContractOperation>,
  contract: Sides<Contract>,
  report: Report,
): void {
  const schemas = {
    before: schemaOf(before.requestBody?.content),
    after: schemaOf(after.requestBody?.content),
  }
  if (!before.requestBody && after.requestBody) report('now-demanded', 'body', '')
  compareSchemas(schemas, { contract, report, place: 'body', isAnswer: false, seen: new Set() })
}

type Content = Readonly<Record<string, { readonly schema?: unknown }>> | undefined

function schemaOf(content: Content): unknown {
  return Object.values(content ?? {})[0]?.schema
}

type Walk = {
  readonly contract: Sides<Contract>
  readonly report: Report
  readonly place: string
  /** What clients read; otherwise what they write. */
  readonly isAnswer: boolean
  /** Pairs of references on the way here: schemas may contain themselves. */
  readonly seen: ReadonlySet<string>
}

function compareSchemas(schemas: Sides<unknown>, walk: Walk): void {
  const pair = JSON.stringify([referenceOf(schemas.before), referenceOf(schemas.after)])
  const isReference = pair !== '[null,null]'
  if (isReference && walk.seen.has(pair)) return
  const inner = isReference ? { ...walk, seen: new Set([...walk.seen, pair]) } : walk
  const before = resolve(schemas.before, walk.contract.before)
  const after = resolve(schemas.after, walk.contract.after)
  if (!before || !after) return
  compareTypes({ before, after }, inner)
  compareProperties({ before, after }, inner)
  compareChoices({ before, after }, inner)
  if (before['items'] !== undefined && after['items'] !== undefined) {
    compareSchemas({ before: before['items'], after: after['items'] }, { ...inner, place: `${walk.place}[]` })
  }
}

/** An answer may not gain a type, and what is written may not lose one. */
function compareTypes({ before, after }: Sides<Fields>, { contract, report, place, isAnswer }: Walk): void {
  const was = typesOf(before, contract.before)
  const now = typesOf(after, contract.after)
  if (was.length === 0 || now.length === 0) return
  const [narrow, wide] = isAnswer ? [now, was] : [was, now]
  if (narrow.some((type) => !isAmong(type, wide)))
    report('type-changed', place, `${was.join('|')} → ${now.join('|')}`)
}

/** A whole number is a number as well. */
function isAmong(type: string, types: readonly string[]): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'))
}

/** Of one of several shapes those of all of them: there are two ways to write that a value may be null. */
function typesOf(schema: Fields, contract: Contract): string[] {
  const own = [schema['type']].flat().filter((type) => typeof type === 'string')
  const choices = [schema['anyOf'] ?? [], schema['oneOf'] ?? []]
    .flat()
    .map((branch) => resolve(branch, contract))
  const types = choices.filter((choice) => choice !== null).flatMap((choice) => typesOf(choice, contract))
  return [...new Set([...own, ...types])].toSorted()
}

function compareProperties({ before, after }: Sides<Fields>, walk: Walk): void {
  const was = flatten(before, walk.contract.before)
  const now = flatten(after, walk.contract.after)
  const place = (name: string) => `${walk.place}.${name}`
  for (const [name, schema] of Object.entries(was.properties)) {
    if (name in now.properties)
      compareSchemas({ before: schema, after: now.properties[name] }, { ...walk, place: place(name) })
    else if (walk.isAnswer) walk.report('field-removed', place(name), '')
  }
  const [always, still] = walk.isAnswer ? [was, now] : [now, was]
  for (const name of always.required.filter((required) => !still.required.includes(required))) {
    if (!walk.isAnswer) walk.report('now-demanded', place(name), '')
    else if (name in now.properties) walk.report('no-longer-always', place(name), '')
  }
}

type Flat = { readonly properties: Fields; readonly required: readonly string[] }

/** One of several shapes has the fields of all of them, and always has what each of them demands. */
function flatten(schema: Fields, contract: Contract): Flat {
  const own: Flat = {
    properties: isFields(schema['properties']) ? schema['properties'] : {},
    required: textsOf(schema['required']),
  }
  const all = shapesOf(schema, 'allOf', contract)
  const one = [...shapesOf(schema, 'anyOf', contract), ...shapesOf(schema, 'oneOf', contract)]
  const common = one
    .map(({ required }) => required)
    .reduce((a, b) => a.filter((name) => b.includes(name)), one[0]?.required ?? [])
  return {
    properties: Object.assign({}, ...[...one, ...all, own].map(({ properties }) => properties)) as Fields,
    required: [...new Set([...own.required, ...all.flatMap(({ required }) => required), ...common])],
  }
}

function shapesOf(schema: Fields, key: string, contract: Contract): Flat[] {
  const branches = [schema[key] ?? []].flat().map((branch) => resolve(branch, contract))
  return branches.filter((branch) => branch !== null).map((branch) => flatten(branch, contract))
}

/** A value that clients write may not become unknown. New values in answers are told apart by clients that must. */
function compareChoices({ before, after }: Sides<Fields>, { report, place, isAnswer }: Walk): void {
  const [was, now] = [before['enum'], after['enum']]
  if (isAnswer || !Array.isArray(was) || !Array.isArray(now)) return
  const gone = was.filter((value) => !now.includes(value))
  if (gone.length > 0) report('value-removed', place, gone.map(String).join(', '))
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function resolve(schema: unknown, contract: Contract): Fields | null {
  const found = followReference(contract, schema)
  return isFields(found) ? found : null
}
