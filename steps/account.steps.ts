// Accounts: what a wallet holds, and coupons that are put into one.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  assertAccountCount,
  assertRedeemableOnce,
  creditCoupon,
  lookForCouponIn,
  putNothing,
  putTokensCoupon,
  putTokensCouponAtOnce,
} from '../support/tasks/holdings.ts'
import type { AirlockWorld } from '../support/world.ts'

/** The one behind the token spoken of last, which was in no wallet before. */
Given(
  'the coupon of the token has been put into {owner} wallet',
  async function (this: AirlockWorld, name: string) {
    await putTokensCoupon(this, name)
  },
)

/** The one behind the token spoken of last. */
When('the coupon of the token is put into {owner} wallet', async function (this: AirlockWorld, name: string) {
  await putTokensCoupon(this, name)
})

/** Each a wallet of its own; all ask before the first is answered. */
When(
  'the coupon of the token is put into {int} wallets at the same moment',
  async function (this: AirlockWorld, count: number) {
    await putTokensCouponAtOnce(this, count)
  },
)

/** Its number leads nowhere. */
When('a coupon that never was is put into {owner} wallet', async function (this: AirlockWorld, name: string) {
  await putNothing(this, name)
})

/** The number of the one's coupon under the number of the other's wallet. */
When(
  '{owner} coupon is looked for in {owner} wallet',
  async function (this: AirlockWorld, name: string, other: string) {
    await lookForCouponIn(this, name, other)
  },
)

/** As if it were an account of points. */
When('{owner} coupon is credited points', async function (this: AirlockWorld, name: string) {
  await creditCoupon(this, name)
})

/** Coupons and memberships together, counted when they are read anew. */
Then('{customer} has {int} account(s)', async function (this: AirlockWorld, name: string, count: number) {
  await assertAccountCount(this, name, count)
})

/** It is redeemed now, and a second time it is refused as used. */
Then(
  '{customer} can redeem the coupon of {string} once',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await assertRedeemableOnce(this, name, campaign)
  },
)
