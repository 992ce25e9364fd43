// Tenants: what one of them may not see or do of another.
import { Given, Then, When } from '@cucumber/cucumber'
import { assertSameWords } from '../support/tasks/requests.ts'
import {
  assertEachFindsItsOwn,
  assertUnchanged,
  openAtOthersOutlet,
  otherChangesWallet,
  otherComparesWallets,
  otherGetsCustomer,
  otherMakesCampaign,
  otherReadsPoints,
  otherReadsWallet,
  otherSettles,
  otherSpends,
  settleUnderTakenReference,
} from '../support/tasks/tenants.ts'
import type { AirlockWorld } from '../support/world.ts'

Given('a campaign {string} of another tenant', async function (this: AirlockWorld, name: string) {
  await otherMakesCampaign(this, name)
})

Given('another tenant has settled a basket', async function (this: AirlockWorld) {
  await otherSettles(this)
})

When("another tenant asks for {customer}'s wallet", async function (this: AirlockWorld, name: string) {
  await otherReadsWallet(this, name)
})

When(
  "another tenant tries to {word} {customer}'s wallet",
  async function (this: AirlockWorld, change: string, name: string) {
    await otherChangesWallet(this, change, name)
  },
)

When(
  "another tenant asks for {customer}'s wallet and for one that never was",
  async function (this: AirlockWorld, name: string) {
    await otherComparesWallets(this, name)
  },
)

When("another tenant asks for {customer}'s points", async function (this: AirlockWorld, name: string) {
  await otherReadsPoints(this, name)
})

When(
  "another tenant tries to spend {int} of {customer}'s points",
  async function (this: AirlockWorld, points: number, name: string) {
    await otherSpends(this, name, points)
  },
)

When(
  'another tenant gets a customer with the same card as {customer}',
  async function (this: AirlockWorld, name: string) {
    await otherGetsCustomer(this, name)
  },
)

When(
  "{customer}'s basket is opened at another tenant's outlet",
  async function (this: AirlockWorld, name: string) {
    await openAtOthersOutlet(this, name)
  },
)

When(
  "{customer}'s basket is settled under the same reference",
  async function (this: AirlockWorld, name: string) {
    await settleUnderTakenReference(this, name)
  },
)

Then("{customer}'s wallet is still as it was", async function (this: AirlockWorld, name: string) {
  await assertUnchanged(this, name)
})

Then('each tenant finds its own customer by that card', async function (this: AirlockWorld) {
  await assertEachFindsItsOwn(this, 'Anna')
})

Then('both are refused in the same words', function (this: AirlockWorld) {
  assertSameWords(this)
})
