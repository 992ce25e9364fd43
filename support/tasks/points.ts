// Points: a scheme to belong to, and movements of points through the API.
import assert from 'node:assert/strict'
import type { PointsBalances } from '../contracts/account.ts'
import { operations } from '../contracts/operations.ts'
import type { Scheme } from '../contracts/resource.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import { parseSchemeTerms } from '../scheme-terms.ts'
import { parseNumber } from '../table-cells.ts'
import type { AirlockWorld } from '../world.ts'
import { customers, ensureCustomer } from './customers.ts'

export type Membership = { readonly walletId: string; readonly accountId: string; readonly schemeId: string }

const schemes = defineKind<Scheme>('points scheme')
export const memberships = defineKind<Membership>('member of a points scheme')

/** A scheme of this scenario's own: spending from 100 in steps of 100, unless told otherwise. */
export async function makeScheme(world: AirlockWorld, rules: object = {}): Promise<void> {
  const body = { details: { name: world.unique('Points') }, ...parseSchemeTerms([]), ...rules }
  const answer = await world.api.attempt(operations.createScheme, { body })
  if (answer.ok) world.memory.keep(schemes, answer.body.id, answer.body)
}

export function lastScheme(world: AirlockWorld): Scheme {
  return world.memory.recall(schemes)
}

/** Joins the scheme spoken of last; `body` says what is special about the membership. */
export async function joinScheme(world: AirlockWorld, name: string, body: object = {}): Promise<void> {
  const { walletId } = await ensureCustomer(world, name)
  const { id: schemeId } = lastScheme(world)
  const answer = await world.api.attempt(operations.openPoints, { path: { walletId, schemeId }, body })
  if (answer.ok)
    world.memory.keep(memberships, name, { walletId, accountId: answer.body.accountId, schemeId })
}

/** A scheme that never was has a number nobody was given. */
export async function joinNoScheme(world: AirlockWorld, name: string): Promise<void> {
  const { walletId } = await ensureCustomer(world, name)
  const path = { walletId, schemeId: '999999998' }
  await world.api.attempt(operations.openPoints, { path, body: {} })
}

export type Movement = 'earn' | 'credit' | 'debit' | 'spend' | 'goodwill'

/** Movements by the words of scenarios. */
const movementWords: Readonly<Record<string, Movement>> = {
  credit: 'credit',
  debit: 'debit',
  goodwill: 'goodwill',
  spend: 'spend',
  earning: 'earn',
}

export function movementOf(word: string): Movement {
  const movement = movementWords[word]
  if (movement) return movement
  throw new Error(`Points make no "${word}"; they make ${Object.keys(movementWords).join(', ')}.`)
}

/** Moves points; `body` is what the operation wants besides. */
export async function movePoints(world: AirlockWorld, name: string, [movement, body]: [Movement, object]) {
  const path = { ...pathOf(world, name), movement }
  return world.api.attempt(operations.movePoints, { path, body })
}

export function pathOf(world: AirlockWorld, name: string): { walletId: string; accountId: string } {
  const { walletId, accountId } = world.memory.recall(memberships, name)
  return { walletId, accountId }
}

export function amount(points: number): object {
  return { balances: { current: points } }
}

export async function readBalance(world: AirlockWorld, name: string): Promise<PointsBalances> {
  const found = await world.api.call(operations.getAccount, { path: pathOf(world, name) })
  assert.ok(found.type === 'POINTS', `${name}'s account holds points, not ${found.type}`)
  return found.balances
}

/** `250 points` → a spend of as many. */
export async function spendWords(world: AirlockWorld, name: string, spent: string) {
  return movePoints(world, name, ['spend', amount(Number.parseInt(spent, 10))])
}

/** Whatever stands for the amount: it is sent as it is. */
export async function giveGoodwillOf(world: AirlockWorld, name: string, json: string) {
  return movePoints(world, name, ['goodwill', { balances: { current: JSON.parse(json) as unknown } }])
}

/** By how many points a purchase lets the balance grow. */
export async function readEarned(world: AirlockWorld, name: string, paid: string): Promise<string> {
  const before = await readBalance(world, name)
  await movePoints(world, name, ['earn', { transactionValue: Number(paid.replace('.', '')) }])
  const { current } = await readBalance(world, name)
  const earned = current - before.current
  return earned === 1 ? '1 point' : `${earned} points`
}

/** The number of the one's account under the number of another wallet. */
export async function lookForPointsIn(world: AirlockWorld, name: string, walletId: string): Promise<void> {
  const { accountId } = world.memory.recall(memberships, name)
  await world.api.attempt(operations.getAccount, { path: { walletId, accountId } })
}

export async function assertPoints(world: AirlockWorld, name: string, points: number): Promise<void> {
  const { current } = await readBalance(world, name)
  expectSame(`${name}'s points`, current, points)
}

/** Often enough to meet every machine behind the platform. */
export async function assertPointsTold(
  world: AirlockWorld,
  name: string,
  [times, points]: readonly [number, number],
): Promise<void> {
  const asked = Array.from({ length: times }, async () => (await readBalance(world, name)).current)
  const expected = Array.from({ length: times }, () => points)
  expectSame(`${name}'s points each time they are read`, await Promise.all(asked), expected)
}

/** Balances by the words of scenarios. */
const balanceWords: Readonly<Record<string, keyof PointsBalances>> = {
  current: 'current',
  usable: 'usable',
  reserved: 'locked',
  pending: 'pending',
  'ever given': 'lifetime',
  'ever spent': 'lifetimeSpend',
  'worth of what was spent': 'lifetimeSpendValue',
}

/** Rows of a balance and how much it is; money counts in the smallest unit. */
export async function assertBalances(
  world: AirlockWorld,
  name: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const balances = await readBalance(world, name)
  const found = rows.map(([word = '']) => [word, balances[balanceOf(word)]])
  const expected = rows.map(([word = '', value = '']) => [word, parseNumber(value)])
  expectSame(`${name}'s balances`, Object.fromEntries(found), Object.fromEntries(expected))
}

function balanceOf(word: string): keyof PointsBalances {
  const balance = balanceWords[word]
  if (balance) return balance
  throw new Error(`Points have no "${word}"; they have ${Object.keys(balanceWords).join(', ')}.`)
}

/** What the wallet has of the scheme spoken of last, in the one account there may be. */
export async function assertPointsOfScheme(world: AirlockWorld, name: string, points: number): Promise<void> {
  const { walletId } = world.memory.recall(customers, name)
  const query = { campaignId: lastScheme(world).id }
  const { results } = await world.api.call(operations.listAccounts, { path: { walletId }, query })
  const found = results.map(({ type, balances }) => [type, 'current' in balances && balances.current])
  expectSame(`${name}'s accounts of the scheme`, found, [['POINTS', points]])
}

/** Until when the account is good, in universal time. */
export async function assertAccountEnds(world: AirlockWorld, name: string, end: string): Promise<void> {
  const { dates } = await world.api.call(operations.getAccount, { path: pathOf(world, name) })
  expectSame(`the end of ${name}'s account`, dates.end, end)
}
