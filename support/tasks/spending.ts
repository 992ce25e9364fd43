// Points at the till: reserved or spent for a purchase, given up, and spent for good when the purchase is settled.
import assert from 'node:assert/strict'
import type { SettleAnswer, SpendCalculation, WalletTransaction } from '../contracts/checkout.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { identityOf, lastBasket, makeSettlement, outletOf, settle } from './checkout.ts'
import { askAtOnce } from './crowds.ts'
import { readBalance } from './points.ts'

type Spend = { readonly body: object; readonly answer: SettleAnswer }

const spends = defineKind<Spend>('points spent at a till')
const calculations = defineKind<SpendCalculation>('calculation')
const echoes = defineKind<readonly SettleAnswer[]>('answers to one spend')

/** So many points, or as many as an amount takes. */
export type Wish = { readonly balances: { readonly current: number } } | { readonly amount: number }

export function pointsOf(current: number): Wish {
  return { balances: { current } }
}

function makeSpend(world: AirlockWorld, name: string, { wish, lock }: { wish: Wish; lock: boolean }) {
  const location = outletOf(world.tenant)
  return { reference: world.uniqueReference(), ...identityOf(world, name), location, ...wish, lock }
}

/** With a lock the points are only held. */
export async function spendAtTill(world: AirlockWorld, name: string, spend: { wish: Wish; lock: boolean }) {
  await sendSpend(world, makeSpend(world, name, spend))
}

async function sendSpend(world: AirlockWorld, body: object): Promise<void> {
  const answer = await world.api.attempt(operations.spendAtTill, { body })
  if (answer.ok) world.memory.keep(spends, 'last', { body, answer: answer.body })
}

/** Under the reference of the basket that was opened, so that one word lets go of everything. */
export async function reserveWithBasket(world: AirlockWorld, name: string, points: number): Promise<void> {
  const { reference } = lastBasket(world).request
  await sendSpend(world, { ...makeSpend(world, name, { wish: pointsOf(points), lock: true }), reference })
}

/** Points that belong to nobody cannot be spent. */
export async function spendForNobody(world: AirlockWorld, points: number): Promise<void> {
  const reference = world.uniqueReference()
  await sendSpend(world, { reference, location: outletOf(world.tenant), ...pointsOf(points) })
}

export async function spendAgain(world: AirlockWorld): Promise<void> {
  const { body, answer } = world.memory.recall(spends, 'last')
  const again = await world.api.attempt(operations.spendAtTill, { body })
  if (again.ok) world.memory.keep(echoes, 'last', [answer, again.body])
}

/** As much as was spent before, and so many more, under the same reference. */
export async function spendMore(world: AirlockWorld, points: number): Promise<void> {
  await sendSpend(world, { ...world.memory.recall(spends, 'last').body, ...pointsOf(points) })
}

export function assertSpendAlike(world: AirlockWorld): void {
  const [first, second] = world.memory.recall(echoes, 'last')
  expectSame('the answer to a repeated spend', second, first)
}

/** At so many tills, each under a reference of its own. */
export async function reserveAtOnce(world: AirlockWorld, name: string, [points, tills]: [number, number]) {
  await askAtOnce(world, tills, async () => {
    const body = makeSpend(world, name, { wish: pointsOf(points), lock: true })
    return world.api.probe(operations.spendAtTill, { body })
  })
}

/** The spend spoken of last. */
export function lastSpend(world: AirlockWorld): WalletTransaction {
  const [transaction] = world.memory.recall(spends, 'last').answer.walletTransactions
  assert.ok(transaction, 'the spend has a transaction')
  return transaction
}

export async function giveUp(world: AirlockWorld): Promise<void> {
  const { walletTransactionId } = lastSpend(world)
  await world.api.attempt(operations.voidSpend, { body: { walletTransactionId } })
}

export async function giveUpAtOnce(world: AirlockWorld, times: number): Promise<void> {
  const body = { walletTransactionId: lastSpend(world).walletTransactionId }
  await askAtOnce(world, times, async () => world.api.probe(operations.voidSpend, { body }))
}

export async function giveUpNothing(world: AirlockWorld): Promise<void> {
  await world.api.attempt(operations.voidSpend, { body: { reference: world.uniqueReference() } })
}

/** The basket opened last, together with what becomes of the points spent before. */
export async function settleWithSpend(world: AirlockWorld, operationType: 'SETTLE' | 'VOID'): Promise<void> {
  const { walletTransactionId } = lastSpend(world)
  const walletTransactions = [{ walletTransactionId, operationType, link: true }]
  await settle(world, { ...makeSettlement(world), walletTransactions })
}

export async function unlock(world: AirlockWorld, reference = lastBasket(world).request.reference) {
  await world.api.attempt(operations.unlock, { body: { reference } })
}

export async function calculate(world: AirlockWorld, name: string, wish: Wish | object = {}): Promise<void> {
  const body = { ...identityOf(world, name), location: outletOf(world.tenant), ...wish }
  const answer = await world.api.attempt(operations.calculateSpend, { body })
  if (answer.ok) world.memory.keep(calculations, 'last', answer.body)
}

export function assertMost(world: AirlockWorld, points: number, worth: number): void {
  const { most } = world.memory.recall(calculations, 'last')
  expectSame('the most that could be spent', most, { balances: { current: points }, amount: worth })
}

export function assertTakes(world: AirlockWorld, points: number, worth: number): void {
  const { requested } = world.memory.recall(calculations, 'last')
  expectSame('what it takes', requested, { balances: { current: points }, amount: worth })
}

/** What is there and what of it is free; the rest is held. */
export async function assertUsable(world: AirlockWorld, name: string, [points, usable]: [number, number]) {
  const { current, usable: free, locked } = await readBalance(world, name)
  const expected = { current: points, usable, locked: points - usable }
  expectSame(`${name}'s points`, { current, usable: free, locked }, expected)
}

/** What its transaction says when it is read anew. */
export async function assertSpendStatus(world: AirlockWorld, status: string): Promise<void> {
  const headers = { 'X-EES-TRANSACTION-ID': lastSpend(world).walletTransactionId }
  const found = await world.api.call(operations.readTransaction, { headers })
  expectSame('the transaction of the points', [found.type, found.status], ['SPEND', status])
}
