// Where things stand in the dashboard, by the words of scenarios. Of whatever a page is about, the one spoken of last is
// meant.
import { operations } from '../contracts/operations.ts'
import type { Account } from '../contracts/account.ts'
import type { AirlockWorld } from '../world.ts'
import { campaigns } from './campaigns.ts'
import { customers } from './customers.ts'
import { memberships } from './points.ts'

type Finder = (world: AirlockWorld) => string | Promise<string>

/** A number that nobody was given. */
const neverWas = '999999999'

export function walletPlace(world: AirlockWorld, name?: string): string {
  const { walletId } = world.memory.recall(customers, name)
  return `/wallets/${walletId}`
}

export function pointsPlace(world: AirlockWorld, name?: string): string {
  const { walletId, accountId } = world.memory.recall(memberships, name)
  return `/wallets/${walletId}/accounts/${accountId}`
}

export function cardPlace(world: AirlockWorld, name?: string): string {
  const { walletId, identityId } = world.memory.recall(customers, name)
  return `/wallets/${walletId}/identities/${identityId}`
}

/** The newest that the customer has. */
export async function couponPlace(world: AirlockWorld): Promise<string> {
  const { walletId } = world.memory.recall(customers)
  const { results } = await world.api.call(operations.listAccounts, { path: { walletId } })
  const coupon = results.findLast(({ type }: Account) => type === 'ECOUPON')
  return `/wallets/${walletId}/accounts/${coupon?.accountId ?? neverWas}`
}

export function campaignPlace(world: AirlockWorld, name?: string): string {
  const { id } = world.memory.recall(campaigns, name)
  return `/campaigns/${id}`
}

const finders: Readonly<Record<string, Finder>> = {
  'the search': () => '/customers',
  'the wallet': walletPlace,
  'the points': pointsPlace,
  'the card': cardPlace,
  'the form to credit points': (world) => `${pointsPlace(world)}/credit`,
  'the campaigns': () => '/campaigns',
  'the campaign': campaignPlace,
  'the form to approve the campaign': (world) => `${campaignPlace(world)}/approve`,
  'a new campaign': () => '/campaigns/new',
  'the exports': () => '/exports',
  'the audit': () => '/audit',
}

/** The longest first: one begins like another. */
export const placeWords = Object.keys(finders).toSorted((a, b) => b.length - a.length)

export async function findPlace(world: AirlockWorld, words: string): Promise<string> {
  const find = finders[words]
  if (!find) throw new Error(`The dashboard has no "${words}"; it has ${placeWords.join(', ')}.`)
  return find(world)
}
