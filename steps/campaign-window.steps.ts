// The window of a campaign: from when to when it runs, and what is so around its edges.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import type { Moment } from '../support/moment.ts'
import { assertSameWindow, makeCampaign } from '../support/tasks/campaigns.ts'
import {
  askForCoupon,
  assertSeen,
  lookAround,
  lookAtStatus,
  tryAtTill,
  windowOf,
} from '../support/tasks/campaign-window.ts'
import { offerFor } from '../support/tasks/offers.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Both edges belong to it, to the second. */
Given(
  'a campaign {string} that starts {moment} and ends {moment}',
  async function (this: AirlockWorld, name: string, start: Moment, end: Moment) {
    await makeCampaign(this, name, windowOf(this, start, end))
  },
)

/** The same, for a part off that product, and for everyone. */
Given(
  'a campaign {string} that takes {int} % off {string} for everyone, starts {moment} and ends {moment}',
  async function (
    this: AirlockWorld,
    name: string,
    value: number,
    product: string,
    start: Moment,
    end: Moment,
  ) {
    const offer = offerFor(this, product, { reward: 'PERCENT', value })
    await makeCampaign(this, name, { mode: 'OPEN', ...offer, ...windowOf(this, start, end) })
  },
)

/** Six times: a second before, at and after its start, and the same at its end. */
When('{string} is looked at around its start and its end', async function (this: AirlockWorld, name: string) {
  await lookAround(this, name, lookAtStatus)
})

/** Six times, each time by somebody new. */
When(
  'coupons of {string} are asked for around its start and its end',
  async function (this: AirlockWorld, name: string) {
    await lookAround(this, name, askForCoupon)
  },
)

/** Six times, by a shopper without a card. */
When(
  'a basket of {string} is opened around the start and the end of {string}',
  async function (this: AirlockWorld, product: string, name: string) {
    await lookAround(this, name, tryAtTill(product))
  },
)

/** One moment a row, and what was found at it. */
Then('this is found', function (this: AirlockWorld, table: DataTable) {
  assertSeen(this, table.raw())
})

/** Whatever offset each was written with. */
Then(
  '{string} and {string} start and end at the same moments',
  async function (this: AirlockWorld, one: string, other: string) {
    await assertSameWindow(this, [one, other])
  },
)
