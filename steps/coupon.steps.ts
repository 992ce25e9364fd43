// Coupons: given out, redeemed, given back, and counted.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import type { Expected } from '../support/contracts/reasons.ts'
import { makeCampaign } from '../support/tasks/campaigns.ts'
import { redeemAtEdge } from '../support/tasks/coupon-windows.ts'
import {
  assertCouponCount,
  assertCouponStatus,
  assertHistory,
  assertNoAccounts,
  assertRedemptions,
  assertUsesLeft,
  giveAtOnce,
  giveCoupon,
  giveCouponOfNothing,
  giveOftenAtOnce,
  redeemOthers,
  useAtOnce,
  useCoupon,
} from '../support/tasks/coupons.ts'
import { assertCrowd } from '../support/tasks/crowds.ts'
import type { AirlockWorld } from '../support/world.ts'

/** It can be redeemed; who was not a customer yet becomes one. */
Given(
  '{customer} has a coupon of {string}',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await giveCoupon(this, name, { campaign })
  },
)

/** It has been set aside for the customer and not handed over. */
Given(
  '{customer} has a coupon of {string} that is still unloaded',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await giveCoupon(this, name, { campaign, body: { state: 'UNLOADED' } })
  },
)

/** It is in the wallet, and blocked until the tenant says otherwise. */
Given(
  '{customer} has a coupon of {string} that is blocked',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await giveCoupon(this, name, { campaign, body: { status: 'INACTIVE' } })
  },
)

/** It was given out and used up. */
Given(
  '{customer} has redeemed a coupon of {string}',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await giveCoupon(this, name, { campaign })
    await useCoupon(this, 'redeem')
  },
)

/** Each coupon is worth something so often. */
Given(
  'a campaign {string} whose coupons can be used {int} times',
  async function (this: AirlockWorld, name: string, uses: number) {
    await makeCampaign(this, name, { rules: { uses } })
  },
)

/** A coupon that is given back is cancelled by that, and not good once more. */
Given(
  'a campaign {string} whose coupons are lost when they are given back',
  async function (this: AirlockWorld, name: string) {
    await makeCampaign(this, name, { rules: { unredeemable: false } })
  },
)

/** The coupon spoken of last, outside of any purchase. */
Given('{customer} has redeemed the coupon', async function (this: AirlockWorld, _name: string) {
  await useCoupon(this, 'redeem')
})

/** The coupon spoken of last was taken back by the tenant. */
Given('the coupon has been cancelled', async function (this: AirlockWorld) {
  await useCoupon(this, 'cancel')
})

/** The coupon spoken of last was as before. */
Given('the redemption has been undone', async function (this: AirlockWorld) {
  await useCoupon(this, 'unredeem')
})

/** The coupon spoken of last is used, outside of any purchase. */
When('{customer} redeems the coupon', async function (this: AirlockWorld, _name: string) {
  await useCoupon(this, 'redeem')
})

/** The coupon spoken of last, at an edge of the time in which it is good; the tenant's clock shows that very second. */
When(
  /^the coupon is redeemed (one second before it begins|in its first second|in its last second|one second after its end)$/,
  async function (this: AirlockWorld, edge: string) {
    await redeemAtEdge(this, edge)
  },
)

/** The coupon spoken of last, as if it were in that customer's wallet. */
When("{customer} redeems somebody else's coupon", async function (this: AirlockWorld, name: string) {
  await redeemOthers(this, name)
})

/** As when goods are returned: the coupon spoken of last is to be as before. */
When('the redemption is undone', async function (this: AirlockWorld) {
  await useCoupon(this, 'unredeem')
})

/** The tenant takes the coupon spoken of last back for good. */
When('the coupon is cancelled', async function (this: AirlockWorld) {
  await useCoupon(this, 'cancel')
})

/** Whether they may have one is for the campaign to say. */
When(
  '{customer} is given a coupon of {string}',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await giveCoupon(this, name, { campaign })
  },
)

/** By a number that no campaign has. */
When(
  '{customer} is given a coupon of a campaign that never was',
  async function (this: AirlockWorld, name: string) {
    await giveCouponOfNothing(this, name)
  },
)

/** All tills ask before the first is answered. */
When(
  'the coupon is redeemed at {int} tills at the same moment',
  async function (this: AirlockWorld, times: number) {
    await useAtOnce(this, 'redeem', times)
  },
)

/** All ask before the first is answered. */
When(
  'the redemption is undone {int} times at the same moment',
  async function (this: AirlockWorld, times: number) {
    await useAtOnce(this, 'unredeem', times)
  },
)

/** All are asked for before the first is answered, one for each customer. */
When(
  'coupons of {string} are given to {int} customers at the same moment',
  async function (this: AirlockWorld, campaign: string, count: number) {
    await giveAtOnce(this, campaign, count)
  },
)

/** All are asked for before the first is answered, and all for one customer. */
When(
  '{customer} is given a coupon of {string} {int} times at the same moment',
  async function (this: AirlockWorld, name: string, campaign: string, times: number) {
    await giveOftenAtOnce(this, name, [campaign, times])
  },
)

/** What the coupon says when it is read anew. */
Then('{owner} coupon is {status}', async function (this: AirlockWorld, name: string, status: string) {
  await assertCouponStatus(this, name, [status])
})

/** What the coupon of that campaign says when it is read anew. */
Then(
  '{owner} coupon of {string} is {status}',
  async function (this: AirlockWorld, name: string, campaign: string, status: string) {
    await assertCouponStatus(this, name, [status, campaign])
  },
)

/** What the coupon says when it is read anew. */
Then(
  '{owner} coupon can be used {int} more time(s)',
  async function (this: AirlockWorld, name: string, uses: number) {
    await assertUsesLeft(this, name, uses)
  },
)

/** Counted over all the tills that asked at once. */
Then(
  'it is accepted at {int} till(s) and refused at {int} because {reason}',
  function (this: AirlockWorld, accepted: number, refused: number, { code }: Expected) {
    assertCrowd(this, accepted, [refused, code])
  },
)

/** Counted over all the customers who were to get one at once. */
Then(
  '{int} customers have one and {int} were refused because {reason}',
  function (this: AirlockWorld, accepted: number, refused: number, { code }: Expected) {
    assertCrowd(this, accepted, [refused, code])
  },
)

/** Counted over all that was asked for at once. */
Then(
  'it is done once and refused {int} times because {reason}',
  function (this: AirlockWorld, refused: number, { code }: Expected) {
    assertCrowd(this, 1, [refused, code])
  },
)

/** However many tried, one use is written down. */
Then(
  '{owner} ledger of the coupon shows it redeemed once',
  async function (this: AirlockWorld, name: string) {
    await assertRedemptions(this, name, 1)
  },
)

/** From its beginning: given out, redeemed, given back or cancelled. */
Then("{owner} coupon's history is:", async function (this: AirlockWorld, name: string, table: DataTable) {
  await assertHistory(this, name, table.raw().flat())
})

/** Counted in the wallet, whatever their status. */
Then(
  '{customer} has {int} coupon(s) of {string}',
  async function (this: AirlockWorld, name: string, count: number, campaign: string) {
    await assertCouponCount(this, name, { campaign, count })
  },
)

/** The wallet holds neither coupons nor points. */
Then('{customer} has no accounts', async function (this: AirlockWorld, name: string) {
  await assertNoAccounts(this, name)
})
