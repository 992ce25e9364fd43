// Campaigns: made, changed, listed, ended.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  assertCampaignGone,
  assertCampaignStatus,
  assertCalled,
  assertEndsInYear,
  assertKeepsReference,
  assertListed,
  assertNewestFirst,
  assertOwnListedOnce,
  changeCampaign,
  daysFromNow,
  deleteCampaign,
  listCampaigns,
  listWhileOthersAreMade,
  lookUpByReference,
  assertReferenceFound,
  makeCampaign,
  makeCampaigns,
  makeReferencedCampaign,
} from '../support/tasks/campaigns.ts'
import { offerFor } from '../support/tasks/offers.ts'
import type { AirlockWorld } from '../support/world.ts'

Given('a campaign {string}', async function (this: AirlockWorld, name: string) {
  await makeCampaign(this, name)
})

Given('a campaign {string} with a reference', async function (this: AirlockWorld, name: string) {
  await makeReferencedCampaign(this, name)
})

Given(
  'a campaign {string} whose coupons last {int} day(s)',
  async function (this: AirlockWorld, name: string, days: number) {
    await makeCampaign(this, name, { rules: { expiry: { daysAfterIssue: days } } })
  },
)

Given(
  'a campaign {string} whose coupons begin after {int} day(s)',
  async function (this: AirlockWorld, name: string, days: number) {
    await makeCampaign(this, name, { rules: { start: { daysAfterIssue: days } } })
  },
)

Given(
  'a campaign {string} of which {int} coupons may be given out',
  async function (this: AirlockWorld, name: string, limit: number) {
    await makeCampaign(this, name, { issueLimits: { perCampaign: limit } })
  },
)

Given(
  'a campaign {string} of which a customer may have {int} coupon(s)',
  async function (this: AirlockWorld, name: string, limit: number) {
    await makeCampaign(this, name, { issueLimits: { perCustomer: limit } })
  },
)

Given(
  'a campaign {string} that takes {int} % off {string} for everyone',
  async function (this: AirlockWorld, name: string, percent: number, product: string) {
    await makeCampaign(this, name, {
      mode: 'OPEN',
      ...offerFor(this, product, { reward: 'PERCENT', value: percent }),
    })
  },
)

Given(
  'a campaign {string} that takes {money} off {string}',
  async function (this: AirlockWorld, name: string, value: number, product: string) {
    await makeCampaign(this, name, offerFor(this, product, { reward: 'AMOUNT', value }))
  },
)

Given(
  'a campaign {string} that takes {money} off {string} and whose coupons last {int} day(s)',
  async function (this: AirlockWorld, name: string, value: number, product: string, days: number) {
    const rules = { expiry: { daysAfterIssue: days } }
    await makeCampaign(this, name, { ...offerFor(this, product, { reward: 'AMOUNT', value }), rules })
  },
)

Given(
  'a campaign {string} that gives {points} for {string}',
  async function (this: AirlockWorld, name: string, value: number, product: string) {
    await makeCampaign(this, name, offerFor(this, product, { reward: 'POINTS', value }))
  },
)

Given(
  'the campaign {string} has been set to {status}',
  async function (this: AirlockWorld, name: string, status: string) {
    await changeCampaign(this, name, { status })
  },
)

Given(
  'the campaign {string} has the tag {string}',
  async function (this: AirlockWorld, name: string, tag: string) {
    await changeCampaign(this, name, { tags: [this.unique(tag)] })
  },
)

Given('{int} campaigns', async function (this: AirlockWorld, count: number) {
  await makeCampaigns(this, count)
})

When('a campaign {string} is made', async function (this: AirlockWorld, name: string) {
  await makeCampaign(this, name)
})

When(
  'a campaign {string} is made that starts in {int} days',
  async function (this: AirlockWorld, name: string, days: number) {
    await makeCampaign(this, name, { startDate: daysFromNow(days) })
  },
)

When(
  'a campaign {string} is made that ended {int} days ago',
  async function (this: AirlockWorld, name: string, days: number) {
    await makeCampaign(this, name, { startDate: daysFromNow(-days - 1), endDate: daysFromNow(-days) })
  },
)

When(
  'a campaign {string} is made that ends before it starts',
  async function (this: AirlockWorld, name: string) {
    await makeCampaign(this, name, { startDate: daysFromNow(2), endDate: daysFromNow(1) })
  },
)

When(
  'a campaign {string} is made that takes {int} % off',
  async function (this: AirlockWorld, name: string, value: number) {
    await makeCampaign(this, name, { offer: { reward: 'PERCENT', value } })
  },
)

When(
  'a campaign {string} is made for a unit the tenant does not have',
  async function (this: AirlockWorld, name: string) {
    await makeCampaign(this, name, { partners: { redemption: ['999999999'] } })
  },
)

When(
  'a campaign {string} is made with the same reference',
  async function (this: AirlockWorld, name: string) {
    await makeReferencedCampaign(this, name)
  },
)

When('the campaign is looked up by that reference', async function (this: AirlockWorld) {
  await lookUpByReference(this)
})

When(
  'the campaign {string} is renamed to {string}',
  async function (this: AirlockWorld, name: string, newName: string) {
    await changeCampaign(this, name, { name: this.unique(newName) })
  },
)

When('the campaign {string} is taken away', async function (this: AirlockWorld, name: string) {
  await deleteCampaign(this, name)
})

When('the campaigns are listed', async function (this: AirlockWorld) {
  await listCampaigns(this)
})

When('the campaigns are listed newest first', async function (this: AirlockWorld) {
  await listCampaigns(this, 'dateCreated,DESC')
})

When(
  'the campaigns are read in pages of {int} while others are made',
  async function (this: AirlockWorld, limit: number) {
    await listWhileOthersAreMade(this, limit)
  },
)

Then('the campaign {string} is {status}', async function (this: AirlockWorld, name: string, status: string) {
  await assertCampaignStatus(this, name, status)
})

Then(
  'the campaign {string} ends in the year {int}',
  async function (this: AirlockWorld, name: string, year: number) {
    await assertEndsInYear(this, name, year)
  },
)

Then(
  'the campaign {string} is called {string}',
  async function (this: AirlockWorld, name: string, newName: string) {
    await assertCalled(this, name, newName)
  },
)

Then('the campaign {string} still has its reference', async function (this: AirlockWorld, name: string) {
  await assertKeepsReference(this, name)
})

Then('the campaign {string} cannot be found any more', async function (this: AirlockWorld, name: string) {
  await assertCampaignGone(this, name)
})

Then('{string} is found', function (this: AirlockWorld, name: string) {
  assertReferenceFound(this, name)
})

Then('{string} is in the list', function (this: AirlockWorld, name: string) {
  assertListed(this, name, true)
})

Then('{string} is not in the list', function (this: AirlockWorld, name: string) {
  assertListed(this, name, false)
})

Then('each of the {int} campaigns is read once', function (this: AirlockWorld, count: number) {
  assertOwnListedOnce(this, count)
})

Then('the {int} campaigns are listed newest first', function (this: AirlockWorld, count: number) {
  assertNewestFirst(this, count)
})
