// What the shop sells, and baskets of it as a till writes them down.
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'

type Product = { readonly upc: string; readonly price: number; readonly name: string }
export type Line = { readonly product: string; readonly count: number }

export const products = defineKind<Product>('product')

/** A product of this scenario's own, so that offers for it touch nobody else's basket. */
export function sellProduct(world: AirlockWorld, name: string, price: number): void {
  world.memory.keep(products, name, { upc: `${name}-${world.suffix}`, price, name })
}

/** A table of `| coffee | 35.00 |`. */
export function sellProducts(world: AirlockWorld, rows: readonly (readonly string[])[]): void {
  for (const [name = '', price = ''] of rows) sellProduct(world, name, parseMoney(price))
}

/** A table of `| 2 | coffee |`. */
export function parseLines(rows: readonly (readonly string[])[]): Line[] {
  return rows.map(([count = '', product = '']) => ({ count: Number(count), product }))
}

/** `70.00` → 7000 of the currency's smallest unit. */
export function parseMoney(text: string): number {
  if (!/^\d+\.\d\d$/.test(text)) throw new Error(`"${text}" is no amount, as "35.00" is.`)
  return Number(text.replace('.', ''))
}

/** The basket before any offer. */
export function makeBasket(world: AirlockWorld, lines: readonly Line[]) {
  const contents = lines.map((line) => makeLine(world, line))
  return { type: 'STANDARD', summary: makeSummary(contents), contents }
}

function makeLine(world: AirlockWorld, { product, count }: Line) {
  const { upc, price, name } = world.memory.recall(products, product)
  return {
    upc,
    itemUnitCost: price,
    totalUnitCost: price * count,
    totalUnitCostAfterDiscount: price * count,
    description: name,
    itemUnitMetric: 'EACH',
    itemUnitCount: count,
    salesKey: 'SALE',
  }
}

function makeSummary(contents: readonly ReturnType<typeof makeLine>[]) {
  return {
    redemptionChannel: 'InStore',
    totalDiscountAmount: { general: 0, staff: 0, promotions: 0 },
    totalItems: contents.reduce((sum, { itemUnitCount }) => sum + itemUnitCount, 0),
    totalBasketValue: contents.reduce((sum, { totalUnitCost }) => sum + totalUnitCost, 0),
  }
}

/** Goods that are brought back. */
export function makeReturn(world: AirlockWorld, lines: readonly Line[]) {
  const { contents } = makeBasket(world, lines)
  const returned = contents.map(({ upc, totalUnitCost, itemUnitCount }) => ({
    upc,
    totalUnitCost,
    itemUnitCount,
    salesKey: 'REFUND',
  }))
  return { type: 'STANDARD', summary: { redemptionChannel: 'InStore' }, contents: returned }
}
