// Customers: how one comes to be, is found, and is looked at. A scenario calls them by first names.
import { operations } from '../contracts/operations.ts'
import type { Wallet } from '../contracts/wallet.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { askAtOnce } from './crowds.ts'

export type Customer = { readonly walletId: string; readonly card: string; readonly identityId: string }

export const customers = defineKind<Customer>('customer')

/** A card number that nobody else has. */
export function makeCard(world: AirlockWorld, name: string): string {
  return `card-${name.toLowerCase()}-${world.suffix}`
}

type Identity = { readonly type: string; readonly value: string }

/** What is asked for besides; one card is the identity unless the scenario says otherwise. */
export type NewCustomer = {
  readonly identity?: Identity
  readonly status?: string
  readonly type?: string
  readonly friendlyName?: string
  readonly meta?: object
  /** As clients do that know the older address. */
  readonly isOldWay?: boolean
}

/** Opens a wallet with one identity. */
export async function becomeCustomer(
  world: AirlockWorld,
  name: string,
  wish: NewCustomer = {},
): Promise<void> {
  const { identity, isOldWay = false, ...others } = wish
  const operation = isOldWay ? operations.createWalletOldWay : operations.createWallet
  const known = identity ?? { type: 'CARD', value: makeCard(world, name) }
  const answer = await world.api.attempt(operation, {
    body: { type: 'CONSUMER', ...others, identities: [known] },
  })
  if (!answer.ok) return
  const { walletId, identities } = answer.body
  const identityId = identities[0]?.identityId ?? ''
  world.memory.keep(customers, name, { walletId, card: known.value, identityId })
}

/** Each asks for a wallet with the very same card. */
export async function becomeCustomersAtOnce(world: AirlockWorld, count: number): Promise<void> {
  const identities = [{ type: 'CARD', value: makeCard(world, 'everybody') }]
  await askAtOnce(world, count, async () =>
    world.api.probe(operations.createWallet, { body: { type: 'CONSUMER', identities } }),
  )
}

/** The customer of that name, who becomes one now if nobody spoke of them before. */
export async function ensureCustomer(world: AirlockWorld, name: string): Promise<Customer> {
  if (!world.memory.has(customers, name)) await becomeCustomer(world, name)
  return world.memory.recall(customers, name)
}

export async function readWallet(world: AirlockWorld, name: string): Promise<Wallet> {
  const { walletId } = world.memory.recall(customers, name)
  return world.api.call(operations.getWallet, { path: { walletId } })
}

export async function findByIdentity(world: AirlockWorld, value: string): Promise<void> {
  const answer = await world.api.attempt(operations.findWallet, { query: { 'identity-value': value } })
  if (answer.ok) world.memory.keep(foundWallets, 'last', answer.body)
}

/** The wallet that the last search led to. */
export const foundWallets = defineKind<Wallet>('found wallet')

export function assertFound(world: AirlockWorld, name: string): void {
  const found = world.memory.recall(foundWallets, 'last')
  expectSame(`the wallet that was found`, found.walletId, world.memory.recall(customers, name).walletId)
}

/** Whoever shows the card of the one finds the wallet of the other, or their own. */
export async function assertFinds(world: AirlockWorld, name: string, owner: string): Promise<void> {
  const { card } = world.memory.recall(customers, name)
  const found = await world.api.call(operations.findWallet, { query: { 'identity-value': card } })
  const { walletId } = world.memory.recall(customers, owner)
  expectSame(`the wallet found by ${name}'s card`, found.walletId, walletId)
}

export async function assertNotFound(world: AirlockWorld, card: string): Promise<void> {
  const answer = await world.api.probe(operations.findWallet, { query: { 'identity-value': card } })
  const found = answer.ok ? answer.body : answer.error.errorCode
  expectSame(`what is found by the card "${card}"`, found, 'WALLET_NOT_FOUND')
}
