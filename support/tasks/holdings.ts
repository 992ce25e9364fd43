// What a wallet holds, whichever way it came there, and coupons of tokens that are put into one.
import type { Account } from '../contracts/account.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import type { AirlockWorld } from '../world.ts'
import { campaigns } from './campaigns.ts'
import { askAtOnce } from './crowds.ts'
import { becomeCustomer, customers } from './customers.ts'
import { amount } from './points.ts'
import { lastToken } from './tokens.ts'

/** A coupon that never was has a number nobody was given. */
const neverWas = '999999999999'

function walletOf(world: AirlockWorld, name: string): string {
  return world.memory.recall(customers, name).walletId
}

export async function putTokensCoupon(world: AirlockWorld, name: string): Promise<void> {
  await put(world, String(lastToken(world).accountId), walletOf(world, name))
}

export async function putNothing(world: AirlockWorld, name: string): Promise<void> {
  await put(world, neverWas, walletOf(world, name))
}

async function put(world: AirlockWorld, accountId: string, walletId: string): Promise<void> {
  await world.api.attempt(operations.moveAccount, { path: { accountId, walletId } })
}

export async function putTokensCouponAtOnce(world: AirlockWorld, count: number): Promise<void> {
  const accountId = String(lastToken(world).accountId)
  const names = Array.from({ length: count }, (_, at) => `Customer-${at + 1}`)
  await Promise.all(names.map(async (name) => becomeCustomer(world, name)))
  await askAtOnce(world, count, async (place) => {
    const walletId = walletOf(world, names[place] ?? '')
    return world.api.probe(operations.moveAccount, { path: { accountId, walletId } })
  })
}

async function listAccounts(world: AirlockWorld, name: string): Promise<Account[]> {
  const path = { walletId: walletOf(world, name) }
  return (await world.api.call(operations.listAccounts, { path })).results
}

async function findCoupon(world: AirlockWorld, name: string): Promise<Account> {
  const coupon = (await listAccounts(world, name)).find(({ type }) => type === 'ECOUPON')
  if (!coupon) throw new Error(`${name} has no coupon.`)
  return coupon
}

export async function lookForCouponIn(world: AirlockWorld, name: string, other: string): Promise<void> {
  const { accountId } = await findCoupon(world, name)
  await world.api.attempt(operations.getAccount, { path: { walletId: walletOf(world, other), accountId } })
}

export async function creditCoupon(world: AirlockWorld, name: string): Promise<void> {
  const { accountId } = await findCoupon(world, name)
  const path = { walletId: walletOf(world, name), accountId, movement: 'credit' }
  await world.api.attempt(operations.movePoints, { path, body: amount(10) })
}

export async function assertAccountCount(world: AirlockWorld, name: string, count: number): Promise<void> {
  expectSame(`${name}'s accounts`, (await listAccounts(world, name)).length, count)
}

/** The wallet's only coupon of that campaign is good for one use. */
export async function assertRedeemableOnce(
  world: AirlockWorld,
  name: string,
  campaign: string,
): Promise<void> {
  const { id } = world.memory.recall(campaigns, campaign)
  const own = (await listAccounts(world, name)).filter(({ campaignId }) => campaignId === id)
  expectSame(`${name}'s coupons of "${campaign}"`, own.length, 1)
  const path = { walletId: walletOf(world, name), accountId: own[0]?.accountId ?? '', use: 'redeem' }
  const { account } = await world.api.call(operations.useCoupon, { path, body: {} })
  expectSame('the coupon after it was redeemed', account.status, 'USED')
  const again = await world.api.probe(operations.useCoupon, { path, body: {} })
  expectSame('a second redemption', again.ok ? 'done' : again.error.errorCode, 'ACCOUNT_USED')
}
