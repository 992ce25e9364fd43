// Several tenants at once: each with its own customers, offers and purchases, though some of them may have the same name.
import type { Campaign } from '../contracts/resource.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { makeCard, customers } from './customers.ts'
import { makeBasket } from './possessions.ts'

const campaigns = defineKind<Campaign>('campaign of one of the tenants')
const purchases = defineKind<string>('purchase of one of the tenants')

/** A customer of that tenant, with a card of their own or one with the same number as somebody else's. */
export async function getCustomer(
  world: AirlockWorld,
  tenant: Tenant,
  { name, cardOf }: { readonly name: string; readonly cardOf?: string },
): Promise<void> {
  const card = cardOf === undefined ? makeCard(world, name) : world.memory.recall(customers, cardOf).card
  const answer = await world.apiOf(tenant).attempt(operations.createWallet, {
    body: { type: 'CONSUMER', identities: [{ type: 'CARD', value: card }] },
  })
  if (!answer.ok) return
  const { walletId, identities } = answer.body
  world.memory.keep(customers, name, { walletId, card, identityId: identities[0]?.identityId ?? '' })
}

export async function assertFinds(
  world: AirlockWorld,
  tenant: Tenant,
  { name, cardOf }: { readonly name: string; readonly cardOf: string },
): Promise<void> {
  const query = { 'identity-value': world.memory.recall(customers, cardOf).card }
  const { walletId } = await world.apiOf(tenant).call(operations.findWallet, { query })
  expectSame(
    `the wallet that ${tenant.id} finds by ${cardOf}'s card`,
    walletId,
    world.memory.recall(customers, name).walletId,
  )
}

export async function assertFindsNobody(world: AirlockWorld, tenant: Tenant, cardOf: string): Promise<void> {
  const query = { 'identity-value': world.memory.recall(customers, cardOf).card }
  const { status } = await world.apiOf(tenant).probe(operations.findWallet, { query })
  expectSame(`the status of looking for ${cardOf}'s card for ${tenant.id}`, status, 404)
}

export type Named = { readonly name: string; readonly reference: string }

export async function makeCampaignUnder(
  world: AirlockWorld,
  tenant: Tenant,
  { name, reference }: Named,
): Promise<void> {
  const api = world.apiOf(tenant)
  const answer = await api.attempt(operations.createCampaign, {
    body: {
      name: world.unique(name),
      reference: world.unique(reference),
      mode: 'RESTRICTED',
      offer: { reward: 'AMOUNT', value: 100 },
    },
  })
  if (!answer.ok) return
  const path = { campaignId: world.memory.keep(campaigns, name, answer.body).id }
  world.undoLater(() => api.probe(operations.deleteCampaign, { path }))
}

export async function assertCampaignUnder(
  world: AirlockWorld,
  tenant: Tenant,
  { name, reference }: Named,
): Promise<void> {
  const path = { reference: world.unique(reference) }
  const { id } = await world.apiOf(tenant).call(operations.findCampaign, { path })
  const expected = world.memory.recall(campaigns, name).id
  expectSame(`the campaign that ${tenant.id} finds under "${reference}"`, id, expected)
}

/** A purchase of one thing by nobody in particular is enough to take a reference. */
export async function settleUnder(world: AirlockWorld, tenant: Tenant, reference: string): Promise<void> {
  const api = world.apiOf(tenant)
  const visit = {
    reference: world.unique(reference),
    location: { incomingIdentifier: tenant.data['outlet'] ?? '' },
  }
  const opened = await api.call(operations.open, { body: { ...visit, basket: makeBasket(world) } })
  const { basket } = opened.analyseBasketResults
  const answer = await api.attempt(operations.settle, { body: { ...visit, mode: 'ACTIVE', basket } })
  if (!answer.ok) return
  const [transaction] = answer.body.walletTransactions
  world.memory.keep(purchases, tenant.id, transaction?.walletTransactionId ?? '')
}

export async function assertPurchaseUnder(
  world: AirlockWorld,
  tenant: Tenant,
  reference: string,
): Promise<void> {
  const query = { reference: world.unique(reference) }
  const found = await world.apiOf(tenant).call(operations.findWalletTransaction, { query })
  const expected = world.memory.recall(purchases, tenant.id)
  expectSame(`the purchase that ${tenant.id} finds under "${reference}"`, found.walletTransactionId, expected)
}
