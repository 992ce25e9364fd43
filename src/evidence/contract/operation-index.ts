// The operations of a contract by method and path: that is what clients call, whatever an operation is named.
import type { Contract } from './contract.ts'
import { listOperations, type ContractOperation, type UnreadOperation } from './list-operations.ts'

export type OperationIndex = {
  readonly read: ReadonlyMap<string, ContractOperation>
  readonly unread: ReadonlyMap<string, UnreadOperation>
  readonly paths: ReadonlySet<string>
}
type Place = Pick<ContractOperation, 'method' | 'path'>

export function indexOperations(contract: Contract): OperationIndex {
  const { operations, unread } = listOperations(contract)
  return {
    read: new Map(operations.map((operation) => [keyOf(operation), operation])),
    unread: new Map(unread.map((operation) => [keyOf(operation), operation])),
    paths: new Set([...operations, ...unread].map(({ path }) => withoutNames(path))),
  }
}

export function keyOf({ method, path }: Place): string {
  return `${method} ${withoutNames(path)}`
}

/** What a part of a path is called, clients never see. */
function withoutNames(path: string): string {
  return path.replaceAll(/\{[^{}]+\}/g, '{}')
}

/** What could not be read where an operation should be: it alone, or all of its path. */
export function findUnread({ path, method }: Place, { unread }: OperationIndex): UnreadOperation | undefined {
  return unread.get(keyOf({ path, method })) ?? unread.get(keyOf({ path, method: '*' }))
}

/** Whether the contract has it, read or unread; `*` is any method. */
export function isThere(place: Place, index: OperationIndex): boolean {
  if (place.method === '*') return index.paths.has(withoutNames(place.path))
  return index.read.has(keyOf(place)) || findUnread(place, index) !== undefined
}
