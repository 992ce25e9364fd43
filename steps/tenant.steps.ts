// Tenants: several of them at once, each with what is its own. `the tenant` is the one the scenario runs for.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  assertAlikeToNever,
  assertAnsweredWithin,
  assertOwnStillThere,
  askForNeighbours,
  makeCustomersInTurn,
  readMeanwhile,
} from '../support/tasks/neighbours.ts'
import {
  assertCampaignUnder,
  assertFinds,
  assertFindsNobody,
  assertPurchaseUnder,
  getCustomer,
  makeCampaignUnder,
  settleUnder,
} from '../support/tasks/tenants.ts'
import type { Tenant } from '../support/settings.ts'
import type { AirlockWorld } from '../support/world.ts'

/** With an active wallet and one card, and nothing else. */
Given(
  '{tenant} has a customer {customer}',
  async function (this: AirlockWorld, tenant: Tenant, name: string) {
    await getCustomer(this, tenant, { name })
  },
)

/** Card numbers of two tenants may meet by chance. */
When(
  '{tenant} gets a customer {customer} with {owner} card',
  async function (this: AirlockWorld, tenant: Tenant, name: string, cardOf: string) {
    await getCustomer(this, tenant, { name, cardOf })
  },
)

/** A reference is what a tenant's own systems call a campaign. */
Given(
  '{tenant} has a campaign {string} under the reference {string}',
  async function (this: AirlockWorld, tenant: Tenant, name: string, reference: string) {
    await makeCampaignUnder(this, tenant, { name, reference })
  },
)

/** A reference is what a tenant's own systems call a campaign. */
When(
  '{tenant} makes a campaign {string} under the reference {string}',
  async function (this: AirlockWorld, tenant: Tenant, name: string, reference: string) {
    await makeCampaignUnder(this, tenant, { name, reference })
  },
)

/** A purchase without a card, under the reference that its till has chosen. */
Given(
  '{tenant} has settled a purchase under the reference {string}',
  async function (this: AirlockWorld, tenant: Tenant, reference: string) {
    await settleUnder(this, tenant, reference)
  },
)

/** A purchase without a card, under the reference that its till has chosen. */
When(
  '{tenant} settles a purchase under the reference {string}',
  async function (this: AirlockWorld, tenant: Tenant, reference: string) {
    await settleUnder(this, tenant, reference)
  },
)

/** One of each, then one of each again: their numbers stand side by side. */
Given(
  '{tenant} and {tenant} have got {int} customers each, in turn',
  async function (this: AirlockWorld, one: Tenant, another: Tenant, count: number) {
    await makeCustomersInTurn(this, { count, tenants: [one, another] })
  },
)

/** The numbers next to its own, which are the tenant's, and one that was never given out. */
When(
  '{tenant} asks for the wallets with the numbers between its own',
  async function (this: AirlockWorld, asker: Tenant) {
    await askForNeighbours(this, asker)
  },
)

/** All of them are on their way before the first reading; the readings come one after the other. */
When(
  '{tenant} sends {int} requests at once while {owner} wallet is read {int} times',
  async function (this: AirlockWorld, from: Tenant, requests: number, name: string, times: number) {
    await readMeanwhile(this, { from, requests, name, times })
  },
)

/** The number on the card leads that tenant to this customer and to nobody else. */
Then(
  '{tenant} finds {customer} by {owner} card',
  async function (this: AirlockWorld, tenant: Tenant, name: string, cardOf: string) {
    await assertFinds(this, tenant, { name, cardOf })
  },
)

/** The number on the card leads that tenant nowhere. */
Then(
  '{tenant} finds nobody by {owner} card',
  async function (this: AirlockWorld, tenant: Tenant, cardOf: string) {
    await assertFindsNobody(this, tenant, cardOf)
  },
)

/** Looked up by the reference alone. */
Then(
  '{tenant} finds the campaign {string} under the reference {string}',
  async function (this: AirlockWorld, tenant: Tenant, name: string, reference: string) {
    await assertCampaignUnder(this, tenant, { name, reference })
  },
)

/** Looked up by the reference alone. */
Then(
  '{tenant} finds its own purchase under the reference {string}',
  async function (this: AirlockWorld, tenant: Tenant, reference: string) {
    await assertPurchaseUnder(this, tenant, reference)
  },
)

/** The same status, code and words for all of them. */
Then('each answer is as for a wallet that never was', function (this: AirlockWorld) {
  assertAlikeToNever(this)
})

/** Each is answered when its own tenant asks for it. */
Then('{tenant} still reads its own', async function (this: AirlockWorld, tenant: Tenant) {
  await assertOwnStillThere(this, tenant)
})

/** Whatever others were doing meanwhile. */
Then('each reading is answered within {int} seconds', function (this: AirlockWorld, seconds: number) {
  assertAnsweredWithin(this, seconds)
})
