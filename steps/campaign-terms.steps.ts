// What campaigns give, to whom and how often: the terms they are made with, changed to and shown with.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import {
  assertCampaignTerms,
  assertUnchangedCampaign,
  assertUnlimited,
  makeCampaign,
  makeCampaignForEach,
  makeCampaignWith,
} from '../support/tasks/campaigns.ts'
import { offerFor } from '../support/tasks/offers.ts'
import type { AirlockWorld } from '../support/world.ts'

/** A coupon is good for so many days after it was given out. */
Given(
  'a campaign {string} whose coupons last {int} day(s)',
  async function (this: AirlockWorld, name: string, days: number) {
    await makeCampaign(this, name, { rules: { expiry: { daysAfterIssue: days } } })
  },
)

/** A coupon is good for nothing until so many days after it was given out. */
Given(
  'a campaign {string} whose coupons begin after {int} day(s)',
  async function (this: AirlockWorld, name: string, days: number) {
    await makeCampaign(this, name, { rules: { start: { daysAfterIssue: days } } })
  },
)

/** A limit over all customers together. */
Given(
  'a campaign {string} of which {int} coupons may be given out',
  async function (this: AirlockWorld, name: string, limit: number) {
    await makeCampaign(this, name, { issueLimits: { perCampaign: limit } })
  },
)

/** A limit for each customer alone. */
Given(
  'a campaign {string} of which a customer may have {int} coupon(s)',
  async function (this: AirlockWorld, name: string, limit: number) {
    await makeCampaign(this, name, { issueLimits: { perCustomer: limit } })
  },
)

/** No coupon is needed; the part is taken off that product only. */
Given(
  'a campaign {string} that takes {int} % off {string} for everyone',
  async function (this: AirlockWorld, name: string, percent: number, product: string) {
    await makeCampaign(this, name, {
      mode: 'OPEN',
      ...offerFor(this, product, { reward: 'PERCENT', value: percent }),
    })
  },
)

/** An amount off that product, for customers who have the campaign's coupon. */
Given(
  'a campaign {string} that takes {money} off {string}',
  async function (this: AirlockWorld, name: string, value: number, product: string) {
    await makeCampaign(this, name, offerFor(this, product, { reward: 'AMOUNT', value }))
  },
)

/** An amount off that product, with a coupon that runs out. */
Given(
  'a campaign {string} that takes {money} off {string} and whose coupons last {int} day(s)',
  async function (this: AirlockWorld, name: string, value: number, product: string, days: number) {
    const rules = { expiry: { daysAfterIssue: days } }
    await makeCampaign(this, name, { ...offerFor(this, product, { reward: 'AMOUNT', value }), rules })
  },
)

/** Whoever has its coupon and buys that product gets points besides those of the purchase. */
Given(
  'a campaign {string} that gives {points} for {string}',
  async function (this: AirlockWorld, name: string, value: number, product: string) {
    await makeCampaign(this, name, offerFor(this, product, { reward: 'POINTS', value }))
  },
)

/** What is said of it stands in a table of terms; whatever is not said is as usual. */
Given('a campaign {string} with', async function (this: AirlockWorld, name: string, table: DataTable) {
  await makeCampaignWith(this, name, table.raw())
})

/** With the terms of a table; whatever is not said is as usual. */
When('a campaign {string} is made with', async function (this: AirlockWorld, name: string, table: DataTable) {
  await makeCampaignWith(this, name, table.raw())
})

/** Terms, a row each; for every row a campaign is asked for of which nothing else is said. */
When('campaigns are made with each of these', async function (this: AirlockWorld, table: DataTable) {
  await makeCampaignForEach(this, table.raw())
})

/** Of these terms; whatever the table does not name may be anything. */
Then('the campaign {string} has', async function (this: AirlockWorld, name: string, table: DataTable) {
  await assertCampaignTerms(this, name, table.raw())
})

/** Neither over all customers together nor for each. */
Then('the campaign {string} has no limit of coupons', async function (this: AirlockWorld, name: string) {
  await assertUnlimited(this, name)
})

/** In every part as it was when it was made. */
Then('the campaign {string} is as it was made', async function (this: AirlockWorld, name: string) {
  await assertUnchangedCampaign(this, name)
})
