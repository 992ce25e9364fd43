// The till: baskets opened and settled. "It" is the basket spoken of last.
import assert from 'node:assert/strict'
import type { OpenAnswer, SettleAnswer, WalletTransaction } from '../contracts/checkout.ts'
import { operations } from '../contracts/operations.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { customers } from './customers.ts'
import { makeBasket, type Line } from './goods.ts'

export type Visit = { readonly customer: string | null; readonly lines: readonly Line[] }

/** A basket that was opened: what was sent and what came of it. */
export type Basket = { readonly request: Opening; readonly opened: OpenAnswer }

/** A purchase that was settled: what was sent and what came of it. */
export type Purchase = { readonly body: Settlement; readonly answer: SettleAnswer }

const baskets = defineKind<Basket>('basket')
const purchases = defineKind<Purchase>('purchase')

export type Outlet = 'outlet' | 'otherOutlet'

/** An outlet of the tenant, from what its file says of it. */
export function outletOf(tenant: Tenant, which: Outlet = 'outlet') {
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
  return {
    reference: world.uniqueReference(),
    ...(customer === null ? {} : identityOf(world, customer)),
    lock: more.lock ?? false,
    location: outletOf(world.tenant),
    options: {
      adjustBasket: { includeOpenOffers: true, enabled: true },
      analyseBasket: { includeOpenOffers: true, enabled: true },
    },
    basket: makeBasket(world, lines),
  }
}

/** How a till says who stands there. */
export function identityOf(world: AirlockWorld, customer: string) {
  return { identity: { identityValue: world.memory.recall(customers, customer).card } }
}

/** Opens a basket; what comes is remembered. */
export async function openBasket(world: AirlockWorld, request: object): Promise<void> {
  const answer = await world.api.attempt(operations.open, { body: request })
  if (answer.ok) world.memory.keep(baskets, 'last', { request: request as Opening, opened: answer.body })
}

export async function openVisit(world: AirlockWorld, visit: Visit, lock = false): Promise<void> {
  await openBasket(world, makeOpening(world, visit, { lock }))
}

/** The basket spoken of last. */
export function lastBasket(world: AirlockWorld): Basket {
  return world.memory.recall(baskets, 'last')
}

export type Settlement = ReturnType<typeof makeSettlement>

/** What settles a basket, the one that was opened last unless another is meant. */
export function makeSettlement(world: AirlockWorld, { request, opened }: Basket = lastBasket(world)) {
  const { reference, location, identity } = request
  const { basket } = opened.analyseBasketResults
  return { mode: 'ACTIVE', reference, ...(identity && { identity }), location, basket }
}

export async function settle(world: AirlockWorld, body: object = makeSettlement(world)): Promise<void> {
  const answer = await world.api.attempt(operations.settle, { body })
  if (answer.ok) world.memory.keep(purchases, 'last', { body: body as Settlement, answer: answer.body })
}

export async function buy(world: AirlockWorld, visit: Visit): Promise<void> {
  await openVisit(world, visit)
  await settle(world)
}

/** The purchase spoken of last. */
export function recallPurchase(world: AirlockWorld): Purchase {
  return world.memory.recall(purchases, 'last')
}

export function lastPurchase(world: AirlockWorld): WalletTransaction {
  const [transaction] = recallPurchase(world).answer.walletTransactions
  assert.ok(transaction, 'the purchase has a transaction')
  return transaction
}
