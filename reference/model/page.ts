// Lists are cut into pages in one way: limit, offset, an order that ties cannot shake, and the filters said back.
import { z } from 'zod'
import { instantSchema } from './instant.ts'

export const maxPageSize = 500

const wholeNumber = (name: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `${name} must be a whole number`)
    .transform(Number)
    .pipe(z.number().min(min).max(max))

/** limit, offset and orderBy of a list whose rows may be ordered by these fields, the first one by default. */
export function makePageQuery<Name extends string>(options: {
  limit: number
  orderBy: readonly [Name, ...Name[]]
}) {
  const names = options.orderBy.join('|')
  return {
    limit: wholeNumber('limit', 1, maxPageSize).prefault(String(options.limit)),
    offset: wholeNumber('offset', 0, 999_999_999).prefault('0'),
    orderBy: z
      .string()
      .regex(new RegExp(`^(${names})(,(ASC|DESC))?$`), `orderBy must be one of ${names}, then ,ASC or ,DESC`)
      .prefault(`${options.orderBy[0]},ASC`)
      .transform((text) => {
        const [name = options.orderBy[0], order = 'ASC'] = text.split(',')
        return { name: name as Name, order: order as 'ASC' | 'DESC' }
      }),
  }
}

/** One or several of these values: `status=A`, `status[]=A&status[]=B`. */
export function makeListFilter<Value extends string>(values: readonly Value[]) {
  const one = z.enum(values)
  return z
    .union([z.array(one).min(1), one.transform((value) => [value])])
    .optional()
    .meta({ description: `One or several of ${values.join(', ')}.` })
}

/** From here, to there, or both, edges included: `dateCreated[from]=…&dateCreated[to]=…`. */
export const rangeFilterSchema = z
  .strictObject({ from: instantSchema.optional(), to: instantSchema.optional() })
  .optional()

export type PageQuery = {
  readonly limit: number
  readonly offset: number
  readonly orderBy: { readonly name: string; readonly order: 'ASC' | 'DESC' }
}

export type Page<Row> = {
  total: number
  limit: number
  offset: number
  orderBy: { name: string; order: 'ASC' | 'DESC' }[]
  filter: Record<string, unknown> | never[]
  results: Row[]
}

export function makePageSchema<Row extends z.ZodType>(row: Row, id: string) {
  return z
    .object({
      total: z.int().min(0),
      limit: z.int().min(1),
      offset: z.int().min(0),
      orderBy: z.array(z.object({ name: z.string(), order: z.enum(['ASC', 'DESC']) })),
      filter: z.union([z.array(z.never()).length(0), z.record(z.string(), z.unknown())]),
      results: z.array(row),
    })
    .meta({ id })
}

export type PageRequest<Row> = {
  readonly query: PageQuery
  readonly filter: Record<string, unknown>
  /** Reads the field that rows are ordered by. */
  readonly readField: (row: Row, name: string) => string | number
  /** Rows skipped too few; more than zero only where a fault asks for it. */
  readonly slip?: number
  /** Equal rows in the order of their ids, or the other way round where a fault asks for it. */
  readonly ties?: 1 | -1
}

/** Cuts a page out of rows that stand in the order of their ids. */
export function makePage<Row>(rows: readonly Row[], request: PageRequest<Row>): Page<Row> {
  const { limit, offset, orderBy } = request.query
  const direction = orderBy.order === 'ASC' ? 1 : -1
  const keyed = rows.map((row, index) => ({ row, index, key: request.readField(row, orderBy.name) }))
  const ties = request.ties ?? 1
  keyed.sort((a, b) => direction * (compare(a.key, b.key) || ties * (a.index - b.index)))
  const start = Math.max(0, offset - (request.slip ?? 0))
  const filter = Object.entries(request.filter).filter(([, value]) => value !== undefined)
  return {
    total: rows.length,
    limit,
    offset,
    orderBy: [{ ...orderBy }],
    filter: filter.length > 0 ? Object.fromEntries(filter) : [],
    results: keyed.slice(start, start + limit).map(({ row }) => row),
  }
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
