// Goods that are brought back: the purchase spoken of last is undone and worked out anew for what is kept.
import assert from 'node:assert/strict'
import type { SettleAnswer, WalletTransaction } from '../contracts/checkout.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { identityOf, lastPurchase, outletOf, type Outlet } from './checkout.ts'
import { askAtOnce, assertNobodyRefused } from './crowds.ts'
import { makeReturn, type Line } from './goods.ts'

type Refund = { readonly body: object; readonly answer: SettleAnswer }

const refunds = defineKind<Refund>('refund')
const echoes = defineKind<readonly SettleAnswer[]>('answers to one refund')

/** Who brings what back, where, and of which purchase unless it is the last one. */
export type Return = {
  readonly customer: string | null
  readonly lines: readonly Line[]
  readonly till?: Outlet
  readonly purchase?: string
}

function makeRefund(world: AirlockWorld, { customer, lines, till, purchase }: Return) {
  return {
    reference: world.uniqueReference(),
    originalTransaction: { reference: purchase ?? lastPurchase(world).reference },
    ...(customer === null ? {} : identityOf(world, customer)),
    location: outletOf(world.tenant, till),
    basket: makeReturn(world, lines),
  }
}

export async function bringBack(world: AirlockWorld, returned: Return): Promise<void> {
  await sendRefund(world, makeRefund(world, returned))
}

async function sendRefund(world: AirlockWorld, body: object): Promise<void> {
  const answer = await world.api.attempt(operations.refund, { body })
  if (answer.ok) world.memory.keep(refunds, 'last', { body, answer: answer.body })
}

/** Of a purchase that nobody has made. */
export async function bringBackOfNothing(world: AirlockWorld, returned: Return): Promise<void> {
  await bringBack(world, { ...returned, purchase: world.uniqueReference() })
}

/** Written as a sale, which is no return. */
export async function bringBackAsSale(world: AirlockWorld, returned: Return): Promise<void> {
  const body = makeRefund(world, returned)
  const contents = body.basket.contents.map((line) => ({ ...line, salesKey: 'SALE' }))
  await sendRefund(world, { ...body, basket: { ...body.basket, contents } })
}

/** The same refund once more; both answers are remembered. */
export async function bringBackAgain(world: AirlockWorld): Promise<void> {
  const { body, answer } = recallRefund(world)
  const again = await world.api.attempt(operations.refund, { body })
  if (again.ok) world.memory.keep(echoes, 'last', [answer, again.body])
}

/** One refund that is sent so often before the first is answered. */
export async function sendRefundAtOnce(world: AirlockWorld, returned: Return, times: number): Promise<void> {
  const body = makeRefund(world, returned)
  const answers = await askAtOnce(world, times, async () => world.api.probe(operations.refund, { body }))
  assertNobodyRefused(world)
  world.memory.keep(echoes, 'last', answers)
}

/** The same goods at so many tills, each under a reference of its own. */
export async function bringBackAtOnce(world: AirlockWorld, returned: Return, tills: number): Promise<void> {
  await askAtOnce(world, tills, async () =>
    world.api.probe(operations.refund, { body: makeRefund(world, returned) }),
  )
}

/** Every answer says the same. */
export function assertRefundAlike(world: AirlockWorld): void {
  const [first, ...others] = world.memory.recall(echoes, 'last')
  for (const other of others) expectSame('the answer to a repeated refund', other, first)
}

export function recallRefund(world: AirlockWorld): Refund {
  return world.memory.recall(refunds, 'last')
}

function lastRefund(world: AirlockWorld): WalletTransaction {
  const [transaction] = recallRefund(world).answer.walletTransactions
  assert.ok(transaction, 'the refund has a transaction')
  return transaction
}

/** It stands beside the purchase, names it, and says where it happened. */
export async function assertOnRecord(world: AirlockWorld, till: Outlet): Promise<void> {
  const { walletTransactionId, reference } = lastRefund(world)
  const headers = { 'X-EES-TRANSACTION-ID': walletTransactionId }
  const found = await world.api.call(operations.readTransaction, { headers })
  expectSame('the refund when it is read', found, lastRefund(world))
  const { type, status, parentWalletTransactionId, walletId, location } = found
  const purchase = lastPurchase(world)
  expectSame(
    'what the refund says of itself',
    { type, status, reference, parentWalletTransactionId, walletId, storeId: location.storeId },
    {
      type: 'REFUND',
      status: 'SETTLED',
      reference: found.reference,
      parentWalletTransactionId: purchase.walletTransactionId,
      walletId: purchase.walletId,
      storeId: outletOf(world.tenant, till).incomingIdentifier,
    },
  )
}
