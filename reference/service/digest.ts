// A digest of what a document says, however it is spelt: clients store baskets and send them back with their keys in
// another order.
import { createHash } from 'node:crypto'

export function makeDigest(document: unknown): string {
  return createHash('sha256').update(JSON.stringify(document, sortKeys)).digest('hex')
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
