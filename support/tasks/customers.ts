// Customers: how one comes to be, is found, and is looked at. A scenario calls them by first names.
import { operations } from '../contracts/operations.ts'
import type { Wallet } from '../contracts/wallet.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'

export type Customer = { readonly walletId: string; readonly card: string; readonly identityId: string }

export const customers = defineKind<Customer>('customer')

/** A card number that nobody else has. */
export function makeCard(world: AirlockWorld, name: string): string {
  return `card-${name.toLowerCase()}-${world.suffix}`
}

type Identity = { readonly type: string; readonly value: string }

/** Opens a wallet with one identity, a card unless the scenario says otherwise. */
export async function becomeCustomer(world: AirlockWorld, name: string, identity?: Identity): Promise<void> {
  const known = identity ?? { type: 'CARD', value: makeCard(world, name) }
  const answer = await world.api.attempt(operations.createWallet, {
    body: { type: 'CONSUMER', identities: [known] },
  })
  if (!answer.ok) return
  const { walletId, identities } = answer.body
  const identityId = identities[0]?.identityId ?? ''
  world.memory.keep(customers, name, { walletId, card: known.value, identityId })
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

export type Wishes = {
  readonly campaigns?: readonly object[]
  readonly schemes?: readonly object[]
}

/** The one call that makes a customer with everything; a card that is known leads to its wallet. */
export async function joinWithAccounts(world: AirlockWorld, name: string, wishes: Wishes) {
  const known = world.memory.has(customers, name) ? world.memory.recall(customers, name) : null
  const card = known?.card ?? makeCard(world, name)
  const answer = await world.api.attempt(operations.createWalletAccounts, {
    body: {
      type: 'CONSUMER',
      identities: [{ type: 'CARD', value: card }],
      accounts: { campaign: wishes.campaigns ?? [], scheme: wishes.schemes ?? [] },
    },
  })
  if (!answer.ok) return null
  const { walletId, identities } = answer.body
  const identityId = identities[0]?.identityId ?? ''
  if (!known) world.memory.keep(customers, name, { walletId, card, identityId })
  return answer.body
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
