// Customers: how they come to be, and how they are found.
import { Given, Then, When } from '@cucumber/cucumber'
import type { Expected } from '../support/contracts/reasons.ts'
import { assertFound, becomeCustomer, customers, findByIdentity } from '../support/tasks/customers.ts'
import { identityTypes, ownValue } from '../support/tasks/identities.ts'
import { assertFailed, assertNothingGiven, assertSameWallet, join } from '../support/tasks/joining.ts'
import { amount, joinScheme, makeScheme, movePoints } from '../support/tasks/points.ts'
import type { AirlockWorld } from '../support/world.ts'

Given('{customer} is a customer', async function (this: AirlockWorld, name: string) {
  await becomeCustomer(this, name)
})

Given(
  '{customer} is a customer with {points}',
  async function (this: AirlockWorld, name: string, points: number) {
    await makeScheme(this)
    await joinScheme(this, name)
    await movePoints(this, name, ['credit', amount(points)])
  },
)

When('{customer} becomes a customer', async function (this: AirlockWorld, name: string) {
  await becomeCustomer(this, name)
})

When(
  "{customer} becomes a customer with {customer}'s card",
  async function (this: AirlockWorld, name: string, other: string) {
    await becomeCustomer(this, name, { type: 'CARD', value: this.memory.recall(customers, other).card })
  },
)

When(
  '{customer} becomes a customer with the e-mail address {string}',
  async function (this: AirlockWorld, name: string, value: string) {
    await becomeCustomer(this, name, {
      type: identityTypes['e-mail address'] ?? '',
      value: ownValue(this, value),
    })
  },
)

When(
  '{customer} joins with points and a coupon of {string}',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await join(this, name, { campaigns: [campaign], withPoints: true })
  },
)

When(
  '{customer} joins once more with a coupon of {string}',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await join(this, name, { campaigns: [campaign] })
  },
)

When(
  '{customer} joins once more with coupons tagged {string}',
  async function (this: AirlockWorld, name: string, tag: string) {
    await join(this, name, { tag: this.unique(tag) })
  },
)

When(
  '{customer} joins with a coupon of {string} and one of a campaign that never was',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await join(this, name, { campaigns: [campaign, null] })
  },
)

When("somebody shows {customer}'s card", async function (this: AirlockWorld, name: string) {
  await findByIdentity(this, this.memory.recall(customers, name).card)
})

When('somebody shows a card that was never given out', async function (this: AirlockWorld) {
  await findByIdentity(this, this.unique('never given out'))
})

When('somebody gives the e-mail address {string}', async function (this: AirlockWorld, value: string) {
  await findByIdentity(this, ownValue(this, value))
})

Then("{customer}'s wallet is found", function (this: AirlockWorld, name: string) {
  assertFound(this, name)
})

Then("it is {customer}'s wallet that was used", function (this: AirlockWorld, name: string) {
  assertSameWallet(this, name)
})

Then(
  'the other coupon is reported as failed because {reason}',
  function (this: AirlockWorld, { code }: Expected) {
    assertFailed(this, code)
  },
)

Then('no coupon is given out because {reason}', function (this: AirlockWorld, { code }: Expected) {
  assertNothingGiven(this, code)
})
