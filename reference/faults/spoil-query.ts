// The fault that asks for more rows than a page may have and is not refused: the limit is cut down unseen.
import { maxPageSize } from '../model/page.ts'
import type { Faults } from './faults.ts'

export function spoilQuery(faults: Faults, query: unknown): unknown {
  if (!faults.has('limit-boundless') || typeof query !== 'object' || query === null) return query
  const limit = Number(Reflect.get(query, 'limit'))
  return limit > maxPageSize ? { ...query, limit: String(maxPageSize) } : query
}
