// Lists as pages: the filters of a query applied to rows by the name of the field, then limit and offset.
import { takeTurns } from '../faults/remember.ts'
import { makePage, type Page, type PageQuery } from '../model/page.ts'
import { makeDigest } from './digest.ts'
import type { Scope } from './scope.ts'

type Filters = Readonly<Record<string, unknown>>

/** Any query field beside limit, offset and orderBy is a filter on the row's field of that name. */
export function makeFilteredPage<Row extends object>(
  scope: Scope,
  rows: readonly Row[],
  query: PageQuery & Filters,
): Page<Row> {
  const { limit, offset, orderBy, ...filters } = query
  const wanted = Object.entries(filters).filter(([, value]) => value !== undefined)
  const kept = rows.filter((row) => wanted.every(([name, value]) => matches(readField(row, name), value)))
  return makePage(kept, {
    query: { limit, offset, orderBy },
    filter: Object.fromEntries(wanted),
    readField: (row, name) => makeSortKey(readField(row, name)),
    slip: scope.faults.has('paging-repeat') ? 1 : 0,
    ties: chooseTies(scope, rows),
  })
}

/** The fault has no order of its own: equal rows of a list come in another one each time. */
function chooseTies(scope: Scope, rows: readonly object[]): 1 | -1 {
  if (!scope.faults.has('order-unstable') || rows.length === 0) return 1
  return takeTurns(scope, `ties ${makeDigest(rows[0])}`)
}

function matches(field: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return wanted.includes(field)
  if (isRange(wanted)) return matchesRange(String(field), wanted)
  return field === wanted
}

type Range = { readonly from?: string | undefined; readonly to?: string | undefined }

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null
}

function matchesRange(field: string, range: Range): boolean {
  const at = Date.parse(field)
  const isAfterStart = range.from === undefined || at >= Date.parse(range.from)
  return isAfterStart && (range.to === undefined || at <= Date.parse(range.to))
}

function makeSortKey(field: unknown): string | number {
  return typeof field === 'number' || typeof field === 'string' ? field : ''
}

function readField(row: object, name: string): unknown {
  return (row as Record<string, unknown>)[name]
}
