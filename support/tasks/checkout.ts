// The till: products, baskets opened and settled. "It" is the basket spoken of last.
import assert from 'node:assert/strict'
import type { OpenAnswer, SettleAnswer, WalletTransaction } from '../contracts/checkout.ts'
import { operations } from '../contracts/operations.ts'
import { renderRefusal } from '../drivers/conversation.ts'
import type { Answer } from '../drivers/api-client.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { customers } from './customers.ts'

type Product = { readonly upc: string; readonly price: number; readonly name: string }
export type Line = { readonly product: string; readonly count: number }
export type Visit = { readonly customer: string | null; readonly lines: readonly Line[] }

/** A basket that was opened: what was sent and what came of it. */
export type Basket = { readonly request: Opening; readonly opened: OpenAnswer }

export const products = defineKind<Product>('product')
const baskets = defineKind<Basket>('basket')
const purchases = defineKind<{ readonly body: object; readonly answer: SettleAnswer }>('purchase')
const crowds = defineKind<readonly Answer<SettleAnswer>[]>('answers of many at once')
const lookedUp = defineKind<WalletTransaction>('purchase that was looked up')

export function sellProduct(world: AirlockWorld, name: string, price: number): void {
  world.memory.keep(products, name, { upc: `${name}-${world.suffix}`, price, name })
}

/** An outlet of the tenant, from what its file says of it. */
export function outletOf(tenant: Tenant, which: 'outlet' | 'otherOutlet' = 'outlet') {
  const incomingIdentifier = tenant.data[which]
  if (!incomingIdentifier) throw new Error(`The tenant ${tenant.id} has no ${which} among its data`)
  return { incomingIdentifier }
}

export type Opening = ReturnType<typeof makeOpening>

/** What a shop's connector sends when a basket changes. */
export function makeOpening(
  world: AirlockWorld,
  { customer, lines }: Visit,
  more: Partial<{ lock: boolean }> = {},
) {
  const contents = lines.map((line) => makeLine(world.memory.recall(products, line.product), line.count))
  const identityValue = customer === null ? null : world.memory.recall(customers, customer).card
  return {
    reference: world.uniqueReference(),
    ...(identityValue === null ? {} : { identity: { identityValue } }),
    lock: more.lock ?? false,
    location: outletOf(world.tenant),
    options: {
      adjustBasket: { includeOpenOffers: true, enabled: true },
      analyseBasket: { includeOpenOffers: true, enabled: true },
    },
    basket: { type: 'STANDARD', summary: makeSummary(contents), contents },
  }
}

function makeLine({ upc, price, name }: Product, count: number) {
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

/** Opens a basket; what comes is remembered. */
export async function openBasket(world: AirlockWorld, request: object): Promise<void> {
  const answer = await world.api.attempt(operations.open, { body: request })
  if (answer.ok) world.memory.keep(baskets, 'last', { request: request as Opening, opened: answer.body })
}

export async function openVisit(world: AirlockWorld, visit: Visit, lock = false): Promise<void> {
  await openBasket(world, makeOpening(world, visit, { lock }))
}

/** The same basket once more, with what is different about it. */
export async function openAgain(world: AirlockWorld, changes: object = {}): Promise<void> {
  await openBasket(world, { ...world.memory.recall(baskets, 'last').request, ...changes })
}

export async function openWithStrangeCard(world: AirlockWorld, line: Line): Promise<void> {
  const request = makeOpening(world, { customer: null, lines: [line] })
  await openBasket(world, { ...request, identity: { identityValue: world.unique('never given out') } })
}

/** Another till has a reference of its own. */
export async function openAtOtherTill(world: AirlockWorld): Promise<void> {
  const location = outletOf(world.tenant, 'otherOutlet')
  await openAgain(world, { reference: world.uniqueReference(), location })
}

/** What settles the basket that was opened last. */
export function makeSettlement(world: AirlockWorld) {
  const { request, opened } = world.memory.recall(baskets, 'last')
  const { reference, location, identity } = request
  const basket = opened.analyseBasketResults.basket
  return { mode: 'ACTIVE', reference, ...(identity && { identity }), location, basket }
}

export async function settle(world: AirlockWorld, body: object = makeSettlement(world)): Promise<void> {
  const answer = await world.api.attempt(operations.settle, { body })
  if (answer.ok) world.memory.keep(purchases, 'last', { body, answer: answer.body })
}

export async function buy(world: AirlockWorld, visit: Visit): Promise<void> {
  await openVisit(world, visit)
  await settle(world)
}

export async function settleAgain(world: AirlockWorld): Promise<void> {
  const { body, answer } = world.memory.recall(purchases, 'last')
  const again = await world.api.attempt(operations.settle, { body })
  if (again.ok) world.memory.keep(crowds, 'last', [{ ok: true, status: 200, body: answer }, again])
}

/** Another basket under a reference that has been settled. */
export async function settleDifferently(world: AirlockWorld): Promise<void> {
  const { body } = world.memory.recall(purchases, 'last')
  const { request } = world.memory.recall(baskets, 'last')
  const { reference: _other, ...opening } = request
  const [first, ...others] = opening.basket.contents
  const contents = [{ ...first, itemUnitCount: 1, totalUnitCost: first?.itemUnitCost ?? 0 }, ...others]
  const basket = { ...opening.basket, contents }
  await openBasket(world, { ...opening, reference: world.uniqueReference(), basket })
  await settle(world, { ...makeSettlement(world), reference: (body as { reference: string }).reference })
}

export async function settleChanged(world: AirlockWorld): Promise<void> {
  const settlement = makeSettlement(world)
  const { summary } = settlement.basket
  const promotions = summary.totalDiscountAmount.promotions + 100
  const totalDiscountAmount = { ...summary.totalDiscountAmount, promotions }
  const basket = { ...settlement.basket, summary: { ...summary, totalDiscountAmount } }
  await settle(world, { ...settlement, basket })
}

export async function settleElsewhere(world: AirlockWorld): Promise<void> {
  await settle(world, { ...makeSettlement(world), location: { incomingIdentifier: 'NOWHERE-001' } })
}

export function assertBelongsToNobody(world: AirlockWorld): void {
  const { walletId, identityId, identity } = lastPurchase(world)
  expectSame('it', { walletId, identityId, identity }, { walletId: null, identityId: null, identity: null })
}

export async function settleAtOnce(world: AirlockWorld, times: number): Promise<void> {
  const body = makeSettlement(world)
  const asked = Array.from({ length: times }, async () => world.api.probe(operations.settle, { body }))
  world.memory.keep(crowds, 'last', await Promise.all(asked))
}

/** Every answer is a success and says the same. */
export function assertAlike(world: AirlockWorld): void {
  const [first, ...others] = world.memory.recall(crowds, 'last').map(bodyOf)
  for (const other of others) expectSame('the answer to a repeated purchase', other, first)
}

function bodyOf(answer: Answer<SettleAnswer>): SettleAnswer {
  if (answer.ok) return answer.body
  throw new assert.AssertionError({ message: renderRefusal({ operation: 'settle', ...answer }) })
}

export function lastPurchase(world: AirlockWorld): WalletTransaction {
  const [transaction] = world.memory.recall(purchases, 'last').answer.walletTransactions
  assert.ok(transaction, 'the purchase has a transaction')
  return transaction
}

/** What was taken off and what is to pay, in the currency's smallest unit. */
export function assertPrice(world: AirlockWorld, discount: number, toPay: number): void {
  const { summary, contents } = world.memory.recall(baskets, 'last').opened.analyseBasketResults.basket
  const rest = contents.reduce((sum, { totalUnitCostAfterDiscount }) => sum + totalUnitCostAfterDiscount, 0)
  const found = { takenOff: summary.totalDiscountAmount.promotions, toPay: rest }
  expectSame('the price of the basket', found, { takenOff: discount, toPay })
}

export function assertPromisedPoints(world: AirlockWorld, points: number): void {
  const { summary } = world.memory.recall(baskets, 'last').opened.analyseBasketResults.basket
  const given = summary.adjudicationResults.filter(({ type }) => type !== 'redeem')
  const sum = given.reduce((total, { balances }) => total + (balances?.current ?? 0), 0)
  expectSame('the points that are promised', sum, points)
}

type Lookup = (world: AirlockWorld, purchase: WalletTransaction) => Promise<Answer<WalletTransaction>>

const lookups: Readonly<Record<string, Lookup>> = {
  number: (world, { walletId, walletTransactionId }) =>
    world.api.attempt(operations.getWalletTransaction, {
      path: { walletId: walletId ?? '', walletTransactionId },
    }),
  reference: (world, { reference }) =>
    world.api.attempt(operations.findWalletTransaction, { query: { reference } }),
  'number, from a till': (world, { walletTransactionId }) =>
    world.api.attempt(operations.readTransaction, {
      headers: { 'X-EES-TRANSACTION-ID': walletTransactionId },
    }),
}

export async function lookUp(world: AirlockWorld, key: string): Promise<void> {
  const find = lookups[key]
  if (!find) throw new Error(`A purchase is not looked up by "${key}"`)
  const answer = await find(world, lastPurchase(world))
  if (answer.ok) world.memory.keep(lookedUp, 'last', answer.body)
}

export function assertLookedUp(world: AirlockWorld, name: string): void {
  const found = world.memory.recall(lookedUp, 'last')
  expectSame('the purchase that was looked up', found, lastPurchase(world))
  expectSame('whose purchase it is', found.walletId, world.memory.recall(customers, name).walletId)
}
