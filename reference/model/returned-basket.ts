// What is left of a basket once items were brought back: by product and count, at the prices they were bought for.
import { z } from 'zod'
import type { Basket, Line } from './basket.ts'
import { amountSchema } from './fields.ts'

const textSchema = z.string().max(255).nullish()

const returnedLineSchema = z
  .looseObject({
    upc: textSchema,
    sku: textSchema,
    totalUnitCost: amountSchema.nullish(),
    itemUnitCount: z.number().positive().nullish().meta({ description: 'How many, one if it is left out.' }),
    salesKey: z.literal('REFUND', { error: 'only returned items belong in a refund' }),
  })
  .refine(({ upc, sku }) => Boolean(upc ?? sku), { path: ['upc'], message: 'expected a upc or a sku' })

export const returnedBasketSchema = z
  .looseObject({
    type: z.literal('STANDARD').default('STANDARD'),
    summary: z.looseObject({ redemptionChannel: textSchema }).prefault({}),
    contents: z.array(returnedLineSchema).min(1).max(1000),
  })
  .meta({ id: 'ReturnedBasket' })

export type ReturnedBasket = z.infer<typeof returnedBasketSchema>

/** How many of each line have been returned so far. */
export type ReturnedCounts = readonly number[]

/** The counts after another return, or null where more comes back than was bought. */
export function addReturned(
  basket: Basket,
  before: ReturnedCounts,
  { contents }: ReturnedBasket,
): ReturnedCounts | null {
  let counts: ReturnedCounts | null = before
  for (const line of contents) counts = counts && addLine(basket, counts, line)
  return counts
}

function addLine(
  basket: Basket,
  before: ReturnedCounts,
  returned: ReturnedBasket['contents'][number],
): ReturnedCounts | null {
  let missing = returned.itemUnitCount ?? 1
  const counts = basket.contents.map((line, index) => {
    const known = before[index] ?? 0
    const taken = isSame(line, returned) ? Math.min(missing, countOf(line) - known) : 0
    missing -= taken
    return known + taken
  })
  // Counts may be weights, which are no whole numbers.
  return missing > 1e-9 ? null : counts
}

/** The basket as if the returned items had never been in it. */
export function makeRemaining(basket: Basket, counts: ReturnedCounts): Basket {
  const contents = basket.contents.map((line, index) => scaleLine(line, counts[index] ?? 0))
  const returned = basket.contents.reduce(
    (total, line, index) => total + priceOf(line) - priceOf(contents[index] ?? line),
    0,
  )
  const totalBasketValue = Math.max(0, basket.summary.totalBasketValue - returned)
  return { ...basket, contents, summary: { ...basket.summary, totalBasketValue } }
}

function isSame(line: Line, { upc, sku }: ReturnedBasket['contents'][number]): boolean {
  return upc ? line.upc === upc : line.sku === sku
}

function countOf({ itemUnitCount }: Line): number {
  return itemUnitCount ?? 1
}

function priceOf({ totalUnitCost, totalUnitCostAfterDiscount }: Line): number {
  return totalUnitCostAfterDiscount ?? totalUnitCost
}

function scaleLine(line: Line, returned: number): Line {
  const share = countOf(line) === 0 ? 0 : (countOf(line) - returned) / countOf(line)
  const scale = (amount: number) => Math.round(amount * share)
  const { totalUnitCost, totalUnitCostAfterDiscount: discounted } = line
  return {
    ...line,
    itemUnitCount: countOf(line) - returned,
    totalUnitCost: scale(totalUnitCost),
    ...(typeof discounted === 'number' ? { totalUnitCostAfterDiscount: scale(discounted) } : {}),
  }
}
