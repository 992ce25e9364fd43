// Long lists a screenful at a time: the rows of one page, and the ways to the pages beside it.
import { z } from 'zod'
import { renderNumber } from './render-values.ts'
import type { Link } from './table.ts'

/** Whatever is no number of a page is the first one: a list is better than an error. */
export const pageNumberSchema = z
  .string()
  .regex(/^[1-9]\d{0,6}$/)
  .transform(Number)
  .catch(1)

export type PagingWords = {
  /** What the navigation is called. */
  readonly label: string
  /** What its rows are, as `Entries`. */
  readonly rows: string
  readonly before: string
  readonly after: string
}

export type Paging = {
  readonly page: number
  readonly size: number
  readonly words: PagingWords
  /** The list's own address, with whatever it is filtered by. */
  readonly place: string
  readonly query?: Readonly<Record<string, string>>
}

export type Pager = {
  readonly label: string
  readonly text: string
  readonly links: readonly (Link & { readonly rel: 'prev' | 'next' })[]
}

export type ListPage<Row> = {
  readonly rows: readonly Row[]
  readonly total: number
  /** Null where there is but one page. */
  readonly pager: Pager | null
}

export function makeListPage<Row>(rows: readonly Row[], paging: Paging): ListPage<Row> {
  const start = (paging.page - 1) * paging.size
  const shown = rows.slice(start, start + paging.size)
  return { rows: shown, total: rows.length, pager: makePager(rows.length, paging) }
}

function makePager(total: number, { page, size, words, place, query = {} }: Paging): Pager | null {
  const start = (page - 1) * size
  const makeLink = (to: number) => `${place}?${new URLSearchParams({ ...query, page: String(to) })}`
  const before = page > 1 ? [{ href: makeLink(page - 1), text: words.before, rel: 'prev' as const }] : []
  const hasMore = start + size < total
  const after = hasMore ? [{ href: makeLink(page + 1), text: words.after, rel: 'next' as const }] : []
  const links = [...before, ...after]
  if (links.length === 0) return null
  return { label: words.label, text: start < total ? renderRows({ start, size, total }, words) : '', links }
}

type Range = { readonly start: number; readonly size: number; readonly total: number }

function renderRows({ start, size, total }: Range, words: PagingWords): string {
  const [first, last, all] = [start + 1, Math.min(start + size, total), total].map(renderNumber)
  return `${words.rows} ${first} to ${last} of ${all}`
}
