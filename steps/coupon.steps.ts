// Coupons: given out, redeemed, given back, and counted.
import { Given, Then, When } from '@cucumber/cucumber'
import type { Expected } from '../support/contracts/reasons.ts'
import {
  assertCouponCount,
  assertCouponStatus,
  assertNoAccounts,
  assertOutcomes,
  assertRedemptions,
  giveAtOnce,
  giveCoupon,
  redeemAtOnce,
  useCoupon,
} from '../support/tasks/coupons.ts'
import type { AirlockWorld } from '../support/world.ts'

Given(
  '{customer} has a coupon of {string}',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await giveCoupon(this, name, { campaign })
  },
)

Given(
  '{customer} has a coupon of {string} that is still unloaded',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await giveCoupon(this, name, { campaign, body: { state: 'UNLOADED' } })
  },
)

Given(
  '{customer} has redeemed a coupon of {string}',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await giveCoupon(this, name, { campaign })
    await useCoupon(this, 'redeem')
  },
)

Given('the coupon has been cancelled', async function (this: AirlockWorld) {
  await useCoupon(this, 'cancel')
})

When('{customer} redeems the coupon', async function (this: AirlockWorld, _name: string) {
  await useCoupon(this, 'redeem')
})

When('the redemption is undone', async function (this: AirlockWorld) {
  await useCoupon(this, 'unredeem')
})

When(
  '{customer} is given a coupon of {string}',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await giveCoupon(this, name, { campaign })
  },
)

When(
  'the coupon is redeemed at {int} tills at the same moment',
  async function (this: AirlockWorld, times: number) {
    await redeemAtOnce(this, times)
  },
)

When(
  'coupons of {string} are given to {int} customers at the same moment',
  async function (this: AirlockWorld, campaign: string, count: number) {
    await giveAtOnce(this, campaign, count)
  },
)

Then("{customer}'s coupon is {status}", async function (this: AirlockWorld, name: string, status: string) {
  await assertCouponStatus(this, name, status)
})

Then(
  'it is accepted at {int} till(s) and refused at {int} because {reason}',
  function (this: AirlockWorld, accepted: number, refused: number, { code }: Expected) {
    assertOutcomes(this, accepted, [refused, code])
  },
)

Then(
  '{int} customers have one and {int} were refused because {reason}',
  function (this: AirlockWorld, accepted: number, refused: number, { code }: Expected) {
    assertOutcomes(this, accepted, [refused, code])
  },
)

Then(
  "{customer}'s ledger of the coupon shows it redeemed once",
  async function (this: AirlockWorld, name: string) {
    await assertRedemptions(this, name, 1)
  },
)

Then(
  '{customer} has {int} coupon(s) of {string}',
  async function (this: AirlockWorld, name: string, count: number, campaign: string) {
    await assertCouponCount(this, name, { campaign, count })
  },
)

Then('{customer} has no accounts', async function (this: AirlockWorld, name: string) {
  await assertNoAccounts(this, name)
})
