// Coupons: given out, redeemed, given back. "The coupon" is the one spoken of last.
import type { Account } from '../contracts/account.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { campaigns } from './campaigns.ts'
import { askAtOnce } from './crowds.ts'
import { becomeCustomer, customers, ensureCustomer } from './customers.ts'
import { eventWords } from './entries.ts'

export type Coupon = { readonly walletId: string; readonly accountId: string }

const coupons = defineKind<Coupon>('coupon')

/** Remembered by its customer and campaign, and as that customer's own where there is only one to speak of. */
export async function giveCoupon(
  world: AirlockWorld,
  name: string,
  { campaign, body = {} }: { campaign: string; body?: object },
): Promise<void> {
  const { walletId } = await ensureCustomer(world, name)
  const { id: campaignId } = world.memory.recall(campaigns, campaign)
  const answer = await world.api.attempt(operations.issueCoupon, { path: { walletId, campaignId }, body })
  if (!answer.ok) return
  const coupon = { walletId, accountId: answer.body.accountId }
  world.memory.keep(coupons, keyOf(name, campaign), coupon)
  world.memory.keep(coupons, name, coupon)
}

function keyOf(name: string, campaign?: string): string {
  return campaign === undefined ? name : `${name}, ${campaign}`
}

export function lastCoupon(world: AirlockWorld): Coupon {
  return world.memory.recall(coupons)
}

/** A campaign that never was has a number nobody was given. */
const neverWas = '999999999'

export async function giveCouponOfNothing(world: AirlockWorld, name: string): Promise<void> {
  const { walletId } = world.memory.recall(customers, name)
  await world.api.attempt(operations.issueCoupon, { path: { walletId, campaignId: neverWas }, body: {} })
}

export type Use = 'redeem' | 'unredeem' | 'cancel'

export async function useCoupon(world: AirlockWorld, use: Use, coupon = lastCoupon(world)) {
  return world.api.attempt(operations.useCoupon, { path: { ...coupon, use }, body: {} })
}

/** As if the coupon were in another customer's wallet. */
export async function redeemOthers(world: AirlockWorld, name: string): Promise<void> {
  const { walletId } = await ensureCustomer(world, name)
  await useCoupon(world, 'redeem', { ...lastCoupon(world), walletId })
}

/** Everybody asks before anybody is answered. */
export async function useAtOnce(world: AirlockWorld, use: Use, times: number): Promise<void> {
  const path = { ...lastCoupon(world), use }
  await askAtOnce(world, times, async () => world.api.probe(operations.useCoupon, { path, body: {} }))
}

export async function giveAtOnce(world: AirlockWorld, campaign: string, count: number): Promise<void> {
  const { id: campaignId } = world.memory.recall(campaigns, campaign)
  const names = Array.from({ length: count }, (_, at) => `Customer-${at + 1}`)
  await Promise.all(names.map(async (name) => becomeCustomer(world, name)))
  await askAtOnce(world, count, async (at) => {
    const { walletId } = world.memory.recall(customers, names[at] ?? '')
    return world.api.probe(operations.issueCoupon, { path: { walletId, campaignId }, body: {} })
  })
}

/** One customer asks so often at once. */
export async function giveOftenAtOnce(
  world: AirlockWorld,
  name: string,
  [campaign, times]: [string, number],
) {
  const { walletId } = await ensureCustomer(world, name)
  const { id: campaignId } = world.memory.recall(campaigns, campaign)
  const path = { walletId, campaignId }
  await askAtOnce(world, times, async () => world.api.probe(operations.issueCoupon, { path, body: {} }))
}

async function readCoupon(world: AirlockWorld, coupon: Coupon): Promise<Account> {
  return world.api.call(operations.getAccount, { path: coupon })
}

export async function assertCouponStatus(
  world: AirlockWorld,
  name: string,
  [status, campaign]: readonly [string, string?],
): Promise<void> {
  const coupon = await readCoupon(world, world.memory.recall(coupons, keyOf(name, campaign)))
  const of = campaign === undefined ? '' : ` of "${campaign}"`
  expectSame(`the status of ${name}'s coupon${of}`, coupon.status, status)
}

export async function assertUsesLeft(world: AirlockWorld, name: string, uses: number): Promise<void> {
  const { type, balances } = await readCoupon(world, world.memory.recall(coupons, name))
  const left = type === 'ECOUPON' ? balances.available : null
  expectSame(`how often ${name}'s coupon can still be used`, left, uses)
}

async function readEvents(world: AirlockWorld, name: string): Promise<string[]> {
  const path = world.memory.recall(coupons, name)
  const query = { orderBy: 'dateCreated,ASC', limit: '100' }
  const page = await world.api.call(operations.listAccountTransactions, { path, query })
  return page.results.map(({ event }) => event)
}

/** How often the coupon's own ledger has it redeemed. */
export async function assertRedemptions(world: AirlockWorld, name: string, times: number): Promise<void> {
  const redeemed = (await readEvents(world, name)).filter((event) => event === 'REDEEM')
  expectSame(`redemptions in the ledger of ${name}'s coupon`, redeemed.length, times)
}

/** What has happened to the coupon, from its beginning. */
export async function assertHistory(world: AirlockWorld, name: string, words: readonly string[]) {
  const found = (await readEvents(world, name)).map((event) => eventWords[event] ?? event)
  expectSame(`what has happened to ${name}'s coupon`, found, words)
}

async function listAccounts(world: AirlockWorld, name: string): Promise<Account[]> {
  const { walletId } = world.memory.recall(customers, name)
  const page = await world.api.call(operations.listAccounts, { path: { walletId } })
  return page.results
}

export async function assertCouponCount(
  world: AirlockWorld,
  name: string,
  { campaign, count }: { campaign: string; count: number },
): Promise<void> {
  const { id } = world.memory.recall(campaigns, campaign)
  const own = (await listAccounts(world, name)).filter(({ campaignId }) => campaignId === id)
  expectSame(`${name}'s coupons of "${campaign}"`, own.length, count)
}

export async function assertNoAccounts(world: AirlockWorld, name: string): Promise<void> {
  expectSame(`${name}'s accounts`, await listAccounts(world, name), [])
}
