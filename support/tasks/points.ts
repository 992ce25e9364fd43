// Points: a scheme to belong to, and movements of points through the API.
import assert from 'node:assert/strict'
import type { AccountTransaction, PointsBalances } from '../contracts/account.ts'
import { operations } from '../contracts/operations.ts'
import type { Scheme } from '../contracts/resource.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { ensureCustomer } from './customers.ts'

export type Membership = { readonly walletId: string; readonly accountId: string; readonly schemeId: string }

const schemes = defineKind<Scheme>('points scheme')
export const memberships = defineKind<Membership>('member of a points scheme')

/** A scheme of this scenario's own: spending from 100 in steps of 100, unless told otherwise. */
export async function makeScheme(world: AirlockWorld, rules: object = {}): Promise<void> {
  const answer = await world.api.attempt(operations.createScheme, {
    body: {
      details: { name: world.unique('Points') },
      services: { spend: { enabled: true, minimum: 100, step: 100, maximum: 99_999 } },
      ...rules,
    },
  })
  if (answer.ok) world.memory.keep(schemes, answer.body.id, answer.body)
}

export function lastScheme(world: AirlockWorld): Scheme {
  return world.memory.last(schemes)
}

/** Joins the scheme spoken of last. */
export async function joinScheme(world: AirlockWorld, name: string): Promise<void> {
  const { walletId } = await ensureCustomer(world, name)
  const { id: schemeId } = lastScheme(world)
  const answer = await world.api.attempt(operations.openPoints, { path: { walletId, schemeId }, body: {} })
  if (answer.ok)
    world.memory.keep(memberships, name, { walletId, accountId: answer.body.accountId, schemeId })
}

export type Movement = 'earn' | 'credit' | 'debit' | 'spend' | 'goodwill'

/** Moves points; `body` is what the operation wants besides. */
export async function movePoints(world: AirlockWorld, name: string, [movement, body]: [Movement, object]) {
  const { walletId, accountId } = world.memory.recall(memberships, name)
  return world.api.attempt(operations.movePoints, { path: { walletId, accountId, movement }, body })
}

export function amount(points: number): object {
  return { balances: { current: points } }
}

/** So many credits sent before the first of them is answered. */
export async function creditAtOnce(world: AirlockWorld, name: string, [points, times]: [number, number]) {
  const { walletId, accountId } = world.memory.recall(memberships, name)
  const path = { walletId, accountId, movement: 'credit' }
  const credits = Array.from({ length: times }, async () =>
    world.api.call(operations.movePoints, { path, body: amount(points) }),
  )
  await Promise.all(credits)
}

export async function readBalance(world: AirlockWorld, name: string): Promise<PointsBalances> {
  const { walletId, accountId } = world.memory.recall(memberships, name)
  const found = await world.api.call(operations.getAccount, { path: { walletId, accountId } })
  assert.ok(found.type === 'POINTS', `${name}'s account holds points, not ${found.type}`)
  return found.balances
}

export async function assertPoints(world: AirlockWorld, name: string, points: number): Promise<void> {
  const { current } = await readBalance(world, name)
  expectSame(`${name}'s points`, current, points)
}

export async function readLedger(world: AirlockWorld, name: string): Promise<AccountTransaction[]> {
  const { walletId, accountId } = world.memory.recall(memberships, name)
  const query = { orderBy: 'dateCreated,ASC', limit: '100' }
  const page = await world.api.call(operations.listAccountTransactions, {
    path: { walletId, accountId },
    query,
  })
  return page.results
}

/** Each entry begins where the one before ended, and together they come to the balance. */
export async function assertLedgerAddsUp(world: AirlockWorld, name: string, points: number): Promise<void> {
  const ledger = await readLedger(world, name)
  let balance = 0
  for (const { event, value, balancesBefore, balancesAfter } of ledger) {
    const [before, after] = [balancesBefore, balancesAfter] as PointsBalances[]
    expectSame(`the balance before ${event} ${value}`, before?.current, balance)
    const change = ['DEBIT', 'SPEND'].includes(event) ? -value : value
    expectSame(`the balance after ${event} ${value}`, after?.current, balance + change)
    balance += change
  }
  expectSame(`the sum of ${name}'s ledger`, balance, points)
  await assertPoints(world, name, points)
}

export type ExpectedEntry = {
  readonly event: string
  readonly value: number
  readonly source?: string
  readonly before?: number
  readonly after?: number
}

export async function assertLastEntry(
  world: AirlockWorld,
  name: string,
  expected: ExpectedEntry,
): Promise<void> {
  const entry = (await readLedger(world, name)).at(-1)
  const [before, after] = [entry?.balancesBefore, entry?.balancesAfter] as (PointsBalances | undefined)[]
  const found = {
    event: entry?.event,
    value: entry?.value,
    ...(expected.source !== undefined && { source: entry?.source }),
    ...(expected.before !== undefined && { before: before?.current }),
    ...(expected.after !== undefined && { after: after?.current }),
  }
  expectSame(`the last entry of ${name}'s ledger`, found, expected)
}

export async function assertLastReason(world: AirlockWorld, name: string, reason: string): Promise<void> {
  const entry = (await readLedger(world, name)).at(-1)
  const details = entry?.transactionDetails ?? {}
  assert.ok(
    Object.values(details).includes(reason),
    `Expected the last entry to say "${reason}", it says ${JSON.stringify(details)}`,
  )
}
