// Purchases that are sent once more, differently, by many at once, or for a basket that somebody has changed.
import type { SettleAnswer } from '../contracts/checkout.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import {
  identityOf,
  lastBasket,
  makeOpening,
  makeSettlement,
  openBasket,
  recallPurchase,
  settle,
  type Basket,
  type Settlement,
  type Visit,
} from './checkout.ts'
import { askAtOnce, assertNobodyRefused } from './crowds.ts'
import { makeBasket } from './goods.ts'

const echoes = defineKind<readonly SettleAnswer[]>('answers to one purchase')

/** The same purchase once more; both answers are remembered. */
export async function settleAgain(world: AirlockWorld): Promise<void> {
  const { body, answer } = recallPurchase(world)
  const again = await world.api.attempt(operations.settle, { body })
  if (again.ok) world.memory.keep(echoes, 'last', [answer, again.body])
}

/** Another basket under a reference that has been settled. */
export async function settleDifferently(world: AirlockWorld): Promise<void> {
  const { reference } = recallPurchase(world).body
  const { reference: _other, ...opening } = lastBasket(world).request
  const [first, ...others] = opening.basket.contents
  const contents = [{ ...first, itemUnitCount: 1, totalUnitCost: first?.itemUnitCost ?? 0 }, ...others]
  const basket = { ...opening.basket, contents }
  await openBasket(world, { ...opening, reference: world.uniqueReference(), basket })
  await settle(world, { ...makeSettlement(world), reference })
}

/** The basket that was settled last, as if it were another purchase. */
export async function settleUnderNewReference(world: AirlockWorld): Promise<void> {
  await settle(world, { ...recallPurchase(world).body, reference: world.uniqueReference() })
}

/** A purchase as it stands at the till, which nobody has asked the platform about before. */
export async function settleUnopened(world: AirlockWorld, { customer, lines }: Visit): Promise<void> {
  const { reference, location } = makeOpening(world, { customer, lines })
  const identity = customer === null ? {} : identityOf(world, customer)
  await settle(world, { mode: 'ACTIVE', reference, ...identity, location, basket: makeBasket(world, lines) })
}

type EnrichedBasket = Settlement['basket']

/** What may have been changed between pricing and payment. */
const changes: Readonly<Record<string, (basket: EnrichedBasket) => object>> = {
  'a higher discount': (basket) => {
    const { summary } = basket
    const promotions = summary.totalDiscountAmount.promotions + 100
    return { summary: { ...summary, totalDiscountAmount: { ...summary.totalDiscountAmount, promotions } } }
  },
  'a lower price': (basket) => ({
    summary: { ...basket.summary, totalBasketValue: basket.summary.totalBasketValue - 100 },
  }),
  'one thing more': ({ contents }) => ({
    contents: contents.map((line) => ({ ...line, itemUnitCount: line.itemUnitCount + 1 })),
  }),
  'more points': ({ summary }) => ({
    summary: {
      ...summary,
      adjudicationResults: summary.adjudicationResults.map((result) => ({
        ...result,
        ...(result.balances && { balances: { current: result.balances.current + 1000 } }),
      })),
    },
  }),
  'nothing in it': () => ({ contents: [] }),
}

export async function settleChanged(world: AirlockWorld, change: string): Promise<void> {
  const act = changes[change]
  if (!act) throw new Error(`Nobody settles with "${change}", but with ${Object.keys(changes).join(', ')}.`)
  const settlement = makeSettlement(world)
  await settle(world, { ...settlement, basket: { ...settlement.basket, ...act(settlement.basket) } })
}

export async function settleElsewhere(world: AirlockWorld): Promise<void> {
  await settle(world, { ...makeSettlement(world), location: { incomingIdentifier: 'NOWHERE-001' } })
}

/** As if somebody else had bought what was priced for the first. */
export async function settleFor(world: AirlockWorld, customer: string): Promise<void> {
  await settle(world, { ...makeSettlement(world), ...identityOf(world, customer) })
}

export async function settleAtOnce(world: AirlockWorld, times: number): Promise<void> {
  const body = makeSettlement(world)
  const answers = await askAtOnce(world, times, async () => world.api.probe(operations.settle, { body }))
  assertNobodyRefused(world)
  world.memory.keep(echoes, 'last', answers)
}

/** Every answer says the same. */
export function assertAlike(world: AirlockWorld): void {
  const [first, ...others] = world.memory.recall(echoes, 'last')
  for (const other of others) expectSame('the answer to a repeated purchase', other, first)
}

/** So many different purchases, each of one more of the product, with the one reference. */
export async function settleRivals(world: AirlockWorld, visit: Visit, times: number): Promise<void> {
  const reference = world.uniqueReference()
  const baskets = await openMany(world, visit, times)
  await askSettlements(
    world,
    baskets.map((basket) => ({ ...makeSettlement(world, basket), reference })),
  )
}

/** So many purchases with references of their own, all of which count on what the customer has once. */
export async function settleManyAtOnce(world: AirlockWorld, visit: Visit, times: number): Promise<void> {
  const baskets = await openMany(world, visit, times)
  await askSettlements(
    world,
    baskets.map((basket) => makeSettlement(world, basket)),
  )
}

/** Baskets that differ in how much is in them. */
async function openMany(world: AirlockWorld, visit: Visit, times: number): Promise<Basket[]> {
  const opened = Array.from({ length: times }, async (_, at) => {
    const lines = visit.lines.map(({ product, count }) => ({ product, count: count + at }))
    const request = makeOpening(world, { ...visit, lines })
    return { request, opened: await world.api.call(operations.open, { body: request }) }
  })
  return Promise.all(opened)
}

async function askSettlements(world: AirlockWorld, bodies: readonly object[]): Promise<void> {
  await askAtOnce(world, bodies.length, async (at) =>
    world.api.probe(operations.settle, { body: bodies[at] }),
  )
}

/** What is recorded is what was answered, though nothing came of it. */
export function assertChangedNothing(world: AirlockWorld): void {
  const { accountTransactions }: SettleAnswer = recallPurchase(world).answer
  expectSame('what the purchase did to accounts', accountTransactions, [])
}
