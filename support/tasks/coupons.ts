// Coupons: given out, redeemed, given back. "The coupon" is the one spoken of last.
import type { Account } from '../contracts/account.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { campaigns } from './campaigns.ts'
import { becomeCustomer, customers, ensureCustomer } from './customers.ts'

type Coupon = { readonly walletId: string; readonly accountId: string }
type Outcomes = { readonly accepted: number; readonly refused: readonly string[] }

const coupons = defineKind<Coupon>('coupon')
const outcomes = defineKind<Outcomes>('outcome of many at once')

/** A coupon's key in the memory is its customer's name: nobody in a scenario is asked which of two. */
export async function giveCoupon(
  world: AirlockWorld,
  name: string,
  { campaign, body = {} }: { campaign: string; body?: object },
): Promise<void> {
  const { walletId } = await ensureCustomer(world, name)
  const { id: campaignId } = world.memory.recall(campaigns, campaign)
  const answer = await world.api.attempt(operations.issueCoupon, { path: { walletId, campaignId }, body })
  if (answer.ok) world.memory.keep(coupons, name, { walletId, accountId: answer.body.accountId })
}

export type Use = 'redeem' | 'unredeem' | 'cancel'

export async function useCoupon(world: AirlockWorld, use: Use, coupon = world.memory.last(coupons)) {
  return world.api.attempt(operations.useCoupon, { path: { ...coupon, use }, body: {} })
}

function couponOf(world: AirlockWorld, name: string): Coupon {
  return world.memory.recall(coupons, name)
}

/** Everybody asks before anybody is answered. */
export async function redeemAtOnce(world: AirlockWorld, times: number): Promise<void> {
  const path = { ...world.memory.last(coupons), use: 'redeem' }
  const asked = Array.from({ length: times }, async () =>
    world.api.probe(operations.useCoupon, { path, body: {} }),
  )
  world.memory.keep(outcomes, 'last', countOutcomes(await Promise.all(asked)))
}

export async function giveAtOnce(world: AirlockWorld, campaign: string, count: number): Promise<void> {
  const { id: campaignId } = world.memory.recall(campaigns, campaign)
  const names = Array.from({ length: count }, (_, at) => `Customer-${at + 1}`)
  await Promise.all(names.map(async (name) => becomeCustomer(world, name)))
  const asked = names.map(async (name) => {
    const { walletId } = world.memory.recall(customers, name)
    return world.api.probe(operations.issueCoupon, { path: { walletId, campaignId }, body: {} })
  })
  world.memory.keep(outcomes, 'last', countOutcomes(await Promise.all(asked)))
}

type Counted = { readonly ok: boolean; readonly error?: { readonly errorCode: string } }

function countOutcomes(answers: readonly Counted[]): Outcomes {
  return {
    accepted: answers.filter(({ ok }) => ok).length,
    refused: answers.flatMap(({ error }) => error?.errorCode ?? []),
  }
}

export function assertOutcomes(
  world: AirlockWorld,
  accepted: number,
  [refused, code]: [number, string],
): void {
  const expected = { accepted, refused: Array.from({ length: refused }, () => code) }
  expectSame('what became of all of them', world.memory.recall(outcomes, 'last'), expected)
}

async function readCoupon(world: AirlockWorld, name: string): Promise<Account> {
  return world.api.call(operations.getAccount, { path: couponOf(world, name) })
}

export async function assertCouponStatus(world: AirlockWorld, name: string, status: string): Promise<void> {
  const coupon = await readCoupon(world, name)
  expectSame(`the status of ${name}'s coupon`, coupon.status, status)
}

/** How often the coupon's own ledger has it redeemed. */
export async function assertRedemptions(world: AirlockWorld, name: string, times: number): Promise<void> {
  const page = await world.api.call(operations.listAccountTransactions, { path: couponOf(world, name) })
  const redeemed = page.results.filter(({ event }) => event === 'REDEEM')
  expectSame(`redemptions in the ledger of ${name}'s coupon`, redeemed.length, times)
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
