// Baskets that are opened anew, elsewhere or by many at once, and what opening said they come to.
import type { OpenAnswer } from '../contracts/checkout.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { campaigns } from './campaigns.ts'
import { lastBasket, makeOpening, openBasket, outletOf, type Outlet, type Visit } from './checkout.ts'
import { makeBasket, parseMoney, type Line } from './goods.ts'

const rivals = defineKind<readonly OpenAnswer[]>('baskets opened at once')

/** The same basket once more, with what is different about it. */
export async function openAgain(world: AirlockWorld, changes: object = {}): Promise<void> {
  await openBasket(world, { ...lastBasket(world).request, ...changes })
}

/** Under the same reference, though other goods are in it now. */
export async function openAgainWith(world: AirlockWorld, lines: readonly Line[]): Promise<void> {
  await openAgain(world, { basket: makeBasket(world, lines) })
}

export async function openWithStrangeCard(world: AirlockWorld, line: Line): Promise<void> {
  const request = makeOpening(world, { customer: null, lines: [line] })
  await openBasket(world, { ...request, identity: { identityValue: world.unique('never given out') } })
}

/** A visit of its own, at that till. */
export async function openAnew(world: AirlockWorld, till: Outlet): Promise<void> {
  await openAgain(world, {
    reference: world.uniqueReference(),
    location: outletOf(world.tenant, till),
    lock: false,
  })
}

/** A lock belongs to a reference, so one without it can belong to nobody. */
export async function openLockedWithoutReference(world: AirlockWorld, visit: Visit): Promise<void> {
  const { reference: _none, ...request } = makeOpening(world, visit, { lock: true })
  await openBasket(world, request)
}

/** The same basket with a lock at many tills, each under a reference of its own. */
export async function openLockedAtOnce(world: AirlockWorld, visit: Visit, times: number): Promise<void> {
  const asked = Array.from({ length: times }, async () =>
    world.api.call(operations.open, { body: makeOpening(world, visit, { lock: true }) }),
  )
  world.memory.keep(rivals, 'last', await Promise.all(asked))
}

export function assertTakenOffAtOnce(
  world: AirlockWorld,
  discount: number,
  [tills, others]: readonly [number, number],
): void {
  const found = world.memory
    .recall(rivals, 'last')
    .map(({ analyseBasketResults }) => analyseBasketResults.basket.summary.totalDiscountAmount.promotions)
  const expected = [
    ...Array.from({ length: tills }, () => discount),
    ...Array.from({ length: others }, () => 0),
  ]
  expectSame(
    'what was taken off at each till',
    found.toSorted((a, b) => b - a),
    expected,
  )
}

/** What was taken off and what is to pay, in the currency's smallest unit. */
export function assertPrice(world: AirlockWorld, discount: number, toPay: number): void {
  const { summary, contents } = lastBasket(world).opened.analyseBasketResults.basket
  const found = { takenOff: summary.totalDiscountAmount.promotions, toPay: summary.totalBasketValue }
  expectSame('the price of the basket', found, { takenOff: discount, toPay })
  const lines = contents.reduce((sum, line) => sum + line.totalUnitCostAfterDiscount, 0)
  const offTheWhole = summary.adjustmentResults.reduce((sum, { value }) => sum + value, 0)
  expectSame('the price of the basket, line by line', lines - offTheWhole, toPay)
}

/** What each offer takes off the basket, over all its lines; offers that take nothing are not named. */
export function assertOffers(world: AirlockWorld, rows: readonly (readonly string[])[]): void {
  const { basket, discount } = lastBasket(world).opened.analyseBasketResults
  const named = new Map(rows.map(([name = '']) => [world.memory.recall(campaigns, name).id, name]))
  const found: Record<string, number> = {}
  for (const { resourceId, amount } of listAdjustments(basket)) {
    const name = named.get(resourceId) ?? `campaign ${resourceId}`
    found[name] = (found[name] ?? 0) + amount
  }
  const expected = Object.fromEntries(rows.map(([name = '', amount = '']) => [name, parseMoney(amount)]))
  expectSame('what each offer takes off', found, expected)
  const told = discount.map(({ campaignId }) => named.get(campaignId) ?? `campaign ${campaignId}`)
  expectSame('the offers that the till is told of', told, Object.keys(expected))
}

type EnrichedBasket = OpenAnswer['analyseBasketResults']['basket']

function listAdjustments({ summary, contents }: EnrichedBasket) {
  const onLines = contents.flatMap(({ adjustmentResults = [] }) => adjustmentResults)
  return [
    ...summary.adjustmentResults.map(({ resourceId, value }) => ({ resourceId, amount: value })),
    ...onLines.map(({ resourceId, totalDiscountAmount }) => ({ resourceId, amount: totalDiscountAmount })),
  ]
}

/** Earned by the purchase and given by offers, on the whole basket or on its lines. */
export function assertPromisedPoints(world: AirlockWorld, points: number): void {
  const { summary, contents } = lastBasket(world).opened.analyseBasketResults.basket
  const results = [
    ...summary.adjudicationResults,
    ...contents.flatMap(({ adjudicationResults = [] }) => adjudicationResults),
  ]
  const given = results.filter(({ type }) => type !== 'redeem')
  const sum = given.reduce((total, { balances }) => total + (balances?.current ?? 0), 0)
  expectSame('the points that are promised', sum, points)
  expectSame('the points promised in all', summary.results.points.totalPointsGiven, points)
}
