// Every operation of a contract. One that cannot be read is named all the same: left out in silence, it would count as
// covered and as kept.
import { byText } from '../../release/by-text.ts'
import type { Contract } from './contract.ts'
import { isFields, type Fields } from '../fields.ts'
import { followReference, referenceOf } from './follow-reference.ts'
import { makeOperationSchema, type Parameter, type WrittenOperation } from './operation.ts'

type Place = {
  readonly method: string
  /** As the document writes it, with `{name}` for what differs. */
  readonly path: string
}

/** Without an id of its own it is known by method and path. */
export type ContractOperation = WrittenOperation & Place & { readonly operationId: string }

/** Its method is `*` where nobody can tell which operations the path has. */
export type UnreadOperation = Place & {
  readonly operationId: string
  readonly tags: string[]
  readonly reason: string
}

export type Operations = {
  readonly operations: readonly ContractOperation[]
  readonly unread: readonly UnreadOperation[]
}

type Found = { readonly operation: ContractOperation } | { readonly unread: UnreadOperation }
type Read = (item: Fields, place: Place) => Found

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace']
const byId = byText(({ operationId }: { readonly operationId: string }) => operationId)

/** All of them, sorted by id. */
export function listOperations(contract: Contract): Operations {
  const read = makeReader(contract)
  const found = Object.entries(contract.paths)
    .filter(([path]) => !path.startsWith('x-'))
    .flatMap(([path, written]) => {
      const item = readItem(contract, written)
      return item ? readMethods(item, path, read) : [{ unread: describeLost(written, path) }]
    })
  return {
    operations: found.flatMap((one) => ('operation' in one ? [one.operation] : [])).toSorted(byId),
    unread: found.flatMap((one) => ('unread' in one ? [one.unread] : [])).toSorted(byId),
  }
}

/** What stands beside a reference of a path counts before what it refers to. */
function readItem(contract: Contract, written: Fields): Fields | null {
  const target = followReference(contract, written)
  return isFields(target) ? { ...target, ...written } : null
}

function describeLost(written: Fields, path: string): UnreadOperation {
  const reason = `${referenceOf(written)} leads nowhere in the document`
  return { operationId: path, method: '*', path, tags: [], reason }
}

function readMethods(item: Fields, path: string, read: Read): Found[] {
  return methods
    .filter((method) => item[method] !== undefined)
    .map((method) => read(item, { method: method.toUpperCase(), path }))
}

function makeReader(contract: Contract): Read {
  const schema = makeOperationSchema(contract)
  return (item, place) => {
    const written = item[place.method.toLowerCase()]
    const read = schema.safeParse({ parameters: item['parameters'], operation: written })
    const operationId = idOf(written) ?? `${place.method} ${place.path}`
    if (!read.success) {
      const [issue] = read.error.issues
      const reason = `${issue?.path.join('.')}: ${issue?.message}`
      return { unread: { ...place, operationId, tags: tagsOf(written), reason } }
    }
    const { parameters, operation } = read.data
    const merged = mergeParameters(parameters, operation.parameters)
    return { operation: { ...operation, ...place, operationId, parameters: merged } }
  }
}

/** An operation's own parameter stands for that of its path with the same name and place. */
function mergeParameters(shared: readonly Parameter[], own: readonly Parameter[]): Parameter[] {
  const all = [...shared, ...own].map((one) => [`${one.in} ${one.name}`, one] as const)
  return [...new Map(all).values()]
}

function idOf(written: unknown): string | null {
  const id = isFields(written) ? written['operationId'] : undefined
  return typeof id === 'string' && id !== '' ? id : null
}

function tagsOf(written: unknown): string[] {
  const tags = isFields(written) ? written['tags'] : undefined
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []
}
