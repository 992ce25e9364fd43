// Points at the till: reserved for a purchase or spent at once, given up again, and spent for good with the purchase.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  assertMost,
  assertSpendAlike,
  assertSpendStatus,
  assertTakes,
  assertUsable,
  calculate,
  giveUp,
  giveUpAtOnce,
  giveUpNothing,
  pointsOf,
  reserveAtOnce,
  reserveWithBasket,
  settleWithSpend,
  spendAgain,
  spendAtTill,
  spendForNobody,
  spendMore,
  unlock,
} from '../support/tasks/spending.ts'
import type { AirlockWorld } from '../support/world.ts'

/** They stay the customer's and nobody can spend them, until the purchase is settled or they are given up. */
Given(
  '{customer} has reserved {points} at the till',
  async function (this: AirlockWorld, name: string, points: number) {
    await spendAtTill(this, name, { wish: pointsOf(points), lock: true })
  },
)

/** As one visit: the points have the reference of the basket that was opened. */
Given(
  '{customer} has reserved {points} for the basket',
  async function (this: AirlockWorld, name: string, points: number) {
    await reserveWithBasket(this, name, points)
  },
)

/** They are gone at once; only giving them up brings them back. */
Given(
  '{customer} has spent {points} at the till',
  async function (this: AirlockWorld, name: string, points: number) {
    await spendAtTill(this, name, { wish: pointsOf(points), lock: false })
  },
)

/** They were freed again, or came back. */
Given('the points have been given up', async function (this: AirlockWorld) {
  await giveUp(this)
})

/** The basket was settled together with the points. */
Given('it has been settled together with the points', async function (this: AirlockWorld) {
  await settleWithSpend(this, 'SETTLE')
})

/** They stay the customer's and nobody can spend them, until the purchase is settled or they are given up. */
When(
  '{customer} reserves {points} at the till',
  async function (this: AirlockWorld, name: string, points: number) {
    await spendAtTill(this, name, { wish: pointsOf(points), lock: true })
  },
)

/** As many points as the amount takes. */
When(
  '{customer} reserves points for {money} at the till',
  async function (this: AirlockWorld, name: string, amount: number) {
    await spendAtTill(this, name, { wish: { amount }, lock: true })
  },
)

/** They are gone at once. */
When(
  '{customer} spends {points} at the till',
  async function (this: AirlockWorld, name: string, points: number) {
    await spendAtTill(this, name, { wish: pointsOf(points), lock: false })
  },
)

/** The shopper shows no card. */
When(
  '{points} are to be spent at the till without a card',
  async function (this: AirlockWorld, points: number) {
    await spendForNobody(this, points)
  },
)

/** A reference of its own at each till; all ask before the first is answered. */
When(
  '{customer} reserves {points} at {int} tills at the same moment',
  async function (this: AirlockWorld, name: string, points: number, tills: number) {
    await reserveAtOnce(this, name, [points, tills])
  },
)

/** The connection broke, and the till does not know whether it came through. */
When('the same points are asked for again', async function (this: AirlockWorld) {
  await spendAgain(this)
})

/** Another number under the reference that has been used. */
When('{points} are asked for under the same reference', async function (this: AirlockWorld, points: number) {
  await spendMore(this, points)
})

/** The customer pays otherwise after all. */
When('the points are given up', async function (this: AirlockWorld) {
  await giveUp(this)
})

/** All ask before the first is answered. */
When(
  'the points are given up {int} times at the same moment',
  async function (this: AirlockWorld, times: number) {
    await giveUpAtOnce(this, times)
  },
)

/** Under a reference that holds none. */
When('points that were never spent are given up', async function (this: AirlockWorld) {
  await giveUpNothing(this)
})

/** The basket opened last becomes a purchase, and the points are spent for good. */
When('it is settled together with the points', async function (this: AirlockWorld) {
  await settleWithSpend(this, 'SETTLE')
})

/** The basket opened last becomes a purchase, and the points are the customer's as before. */
When('it is settled and the points are given up', async function (this: AirlockWorld) {
  await settleWithSpend(this, 'VOID')
})

/** Coupons and points, everything that the reference of the basket holds. */
When('the till lets go of the basket', async function (this: AirlockWorld) {
  await unlock(this)
})

/** A reference that holds nothing. */
When('the till lets go of a basket that never was', async function (this: AirlockWorld) {
  await unlock(this, this.uniqueReference())
})

/** Nothing is changed by asking. */
When(
  'the till asks how many points {customer} could spend',
  async function (this: AirlockWorld, name: string) {
    await calculate(this, name)
  },
)

/** Nothing is changed by asking. */
When(
  'the till asks how many points {customer} needs for {money}',
  async function (this: AirlockWorld, name: string, amount: number) {
    await calculate(this, name, { amount })
  },
)

/** Nothing is changed by asking. */
When(
  'the till asks whether {customer} could spend {points}',
  async function (this: AirlockWorld, name: string, points: number) {
    await calculate(this, name, pointsOf(points))
  },
)

/** The most that is allowed and there, and the money it is worth. */
Then('{points} could be spent, worth {money}', function (this: AirlockWorld, points: number, worth: number) {
  assertMost(this, points, worth)
})

/** Rounded up to whole points, and the money they are worth. */
Then('it takes {points}, worth {money}', function (this: AirlockWorld, points: number, worth: number) {
  assertTakes(this, points, worth)
})

/** The balance when it is read anew; what cannot be spent is reserved. */
Then(
  '{customer} has {points}, of which {int} can be spent',
  async function (this: AirlockWorld, name: string, points: number, usable: number) {
    await assertUsable(this, name, [points, usable])
  },
)

/** What its own transaction says when it is read anew: active until it is settled or given up. */
Then('the spend is {status}', async function (this: AirlockWorld, status: string) {
  await assertSpendStatus(this, status)
})

/** The repeated request got the first one's answer, so the points are spent once. */
Then('the points are answered for as the first time', function (this: AirlockWorld) {
  assertSpendAlike(this)
})
