// What is left of a basket that is brought back in parts.
import { expect, it } from 'vitest'
import type { Basket } from './basket.ts'
import { addReturned, makeRemaining, type ReturnedBasket } from './returned-basket.ts'

const basket: Basket = {
  type: 'STANDARD',
  summary: { totalBasketValue: 1600 },
  contents: [
    { upc: 'a', totalUnitCost: 1000, itemUnitCount: 3 },
    { sku: 'b', totalUnitCost: 700, totalUnitCostAfterDiscount: 500, itemUnitCount: 2 },
    { upc: 'a', totalUnitCost: 100 },
  ],
}

const returned = (...items: object[]) =>
  ({
    type: 'STANDARD',
    summary: {},
    contents: items.map((item) => ({ ...item, salesKey: 'REFUND' })),
  }) as ReturnedBasket

it('counts by product over all of its lines, one where no count is said', () => {
  expect(addReturned(basket, [], returned({ upc: 'a' }))).toEqual([1, 0, 0])
  expect(addReturned(basket, [2, 0, 0], returned({ upc: 'a', itemUnitCount: 2 }))).toEqual([3, 0, 1])
  expect(addReturned(basket, [], returned({ sku: 'b' }, { sku: 'b' }))).toEqual([0, 2, 0])
})

it('refuses what is more than was bought and kept', () => {
  expect(addReturned(basket, [3, 0, 0], returned({ upc: 'a', itemUnitCount: 2 }))).toBeNull()
  expect(addReturned(basket, [], returned({ sku: 'b' }, { sku: 'b' }, { sku: 'b' }))).toBeNull()
  expect(addReturned(basket, [], returned({ upc: 'c' }))).toBeNull()
})

it('leaves each line its share of its price, and the whole what that makes', () => {
  const left = makeRemaining(basket, [1, 1, 0])
  expect(left.contents).toMatchObject([
    { itemUnitCount: 2, totalUnitCost: 667 },
    { itemUnitCount: 1, totalUnitCost: 350, totalUnitCostAfterDiscount: 250 },
    { itemUnitCount: 1, totalUnitCost: 100 },
  ])
  expect(left.summary.totalBasketValue).toBe(1600 - 333 - 250)
  expect(makeRemaining(basket, [3, 2, 1]).summary.totalBasketValue).toBe(0)
  expect(makeRemaining(basket, [0, 0, 0]).summary.totalBasketValue).toBe(1600)
})
