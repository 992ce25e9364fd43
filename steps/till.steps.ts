// What is shown at a till: coupons, and the codes that stand for one. The till asks about it, holds it, takes it.
import { Given, Then, When } from '@cucumber/cucumber'
import type { Outlet } from '../support/tasks/checkout.ts'
import {
  assertHeldFor,
  assertInWallet,
  assertNotHeld,
  holdAtOnce,
  letGo,
  present,
  presentNowhere,
  presentOthers,
  presentStrangeToken,
  takeIn,
  takeInAtOnce,
  type Shown,
} from '../support/tasks/presenting.ts'
import type { AirlockWorld } from '../support/world.ts'

/** No other till can take it until it is let go, or until the time for that has passed. */
Given('the {shown} has been held at {till}', async function (this: AirlockWorld, shown: Shown, till: Outlet) {
  await present(this, shown, { till, lock: true })
})

/** It was let go of by a till, whichever held it. */
Given(
  'the {shown} has been let go at {till}',
  async function (this: AirlockWorld, shown: Shown, till: Outlet) {
    await letGo(this, shown, { till })
  },
)

/** It was used up there. */
Given('the {shown} has been used at {till}', async function (this: AirlockWorld, shown: Shown, till: Outlet) {
  await takeIn(this, shown, { till })
})

/** Whether it is good here and now; nothing is done with it. */
When('the {shown} is asked about at {till}', async function (this: AirlockWorld, shown: Shown, till: Outlet) {
  await present(this, shown, { till })
})

/** Whether it is good, at a place that is nobody's. */
When(
  'the {shown} is asked about at an outlet that does not exist',
  async function (this: AirlockWorld, shown: Shown) {
    await presentNowhere(this, shown)
  },
)

/** Whether it is good, as if it were in that customer's wallet. */
When("{customer} shows somebody else's coupon at a till", async function (this: AirlockWorld, name: string) {
  await presentOthers(this, name)
})

/** So that no other till can take it. */
When('the {shown} is to be held at {till}', async function (this: AirlockWorld, shown: Shown, till: Outlet) {
  await present(this, shown, { till, lock: true })
})

/** The till takes it; a single use is used up by that. */
When('the {shown} is used at {till}', async function (this: AirlockWorld, shown: Shown, till: Outlet) {
  await takeIn(this, shown, { till })
})

/** The till takes it from that customer. */
When(
  'the {shown} is used at {till} with {owner} card',
  async function (this: AirlockWorld, shown: Shown, till: Outlet, customer: string) {
    await takeIn(this, shown, { till, customer })
  },
)

/** A till that is gone cannot do it itself, so any till of the tenant may. */
When('the {shown} is let go at {till}', async function (this: AirlockWorld, shown: Shown, till: Outlet) {
  await letGo(this, shown, { till })
})

/** A code that stands for nothing. */
When(
  /^a token that was never made is (asked about|used|let go)$/,
  async function (this: AirlockWorld, deed: string) {
    await presentStrangeToken(this, deed)
  },
)

/** At the tenant's two outlets by turns; all ask before the first is answered. */
When(
  'the {shown} is used at {int} tills at the same moment',
  async function (this: AirlockWorld, shown: Shown, count: number) {
    await takeInAtOnce(this, shown, count)
  },
)

/** At the tenant's two outlets by turns; all ask before the first is answered. */
When(
  'the {shown} is to be held at {int} tills at the same moment',
  async function (this: AirlockWorld, shown: Shown, count: number) {
    await holdAtOnce(this, shown, count)
  },
)

/** What the till was told, give or take a minute. */
Then('it is held for {span}', function (this: AirlockWorld, span: Temporal.Duration) {
  assertHeldFor(this, span)
})

/** What the till was told: any till may take it. */
Then('it is held by nobody', function (this: AirlockWorld) {
  assertNotHeld(this)
})

/** What belonged to nobody is in the wallet of whoever used it. */
Then(
  "the token's coupon is {status} in {owner} wallet",
  async function (this: AirlockWorld, status: string, name: string) {
    await assertInWallet(this, name, status)
  },
)
