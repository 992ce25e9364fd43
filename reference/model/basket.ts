// A basket as a till sends it. What else it says of a line or of the whole is kept and comes back untouched.
import { z } from 'zod'
import { amountSchema } from './fields.ts'

const textSchema = z.string().max(255).nullish()

const lineSchema = z.looseObject({
  upc: textSchema,
  sku: textSchema,
  itemUnitCost: amountSchema.nullish(),
  totalUnitCost: amountSchema,
  totalUnitCostAfterDiscount: amountSchema.nullish(),
  description: textSchema,
  itemUnitMetric: textSchema,
  itemUnitCount: z.number().min(0).nullish(),
  salesKey: z.literal('SALE', { error: 'only sales; returned items belong in a refund' }).nullish(),
})

export type Line = z.infer<typeof lineSchema>

const summarySchema = z.looseObject({
  redemptionChannel: textSchema,
  totalDiscountAmount: z
    .looseObject({
      general: amountSchema.nullish(),
      staff: amountSchema.nullish(),
      promotions: amountSchema.nullish(),
    })
    .nullish(),
  totalItems: z.number().min(0).nullish(),
  totalBasketValue: amountSchema.meta({ description: 'What is to be paid before any offer.' }),
})

const basketShape = { summary: summarySchema, contents: z.array(lineSchema).max(1000) }

/** What is opened. */
export const basketSchema = z
  .looseObject({ type: z.literal('STANDARD').default('STANDARD'), ...basketShape })
  .meta({ id: 'Basket' })

export type Basket = z.infer<typeof basketSchema>

/** What is settled: an enriched basket as open answered it, or a purchase that no offer had to do with. */
export const settledBasketSchema = z
  .looseObject({ type: z.enum(['STANDARD', 'ENRICHED']).default('STANDARD'), ...basketShape })
  .meta({ id: 'SettledBasket' })

export type SettledBasket = z.infer<typeof settledBasketSchema>

/** The lines that name one of these products; all of them where none is asked for. */
export function selectLines(basket: Basket, products: readonly string[]): number[] {
  const indexes = basket.contents.map((_line, index) => index)
  if (products.length === 0) return indexes
  const wanted = new Set(products)
  return indexes.filter((index) => {
    const { upc, sku } = basket.contents[index] ?? {}
    return wanted.has(upc ?? '') || wanted.has(sku ?? '')
  })
}
