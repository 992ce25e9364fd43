// The till: products, baskets that are opened, purchases that are settled.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  assertAlike,
  assertBelongsToNobody,
  assertLookedUp,
  assertPrice,
  assertPromisedPoints,
  buy,
  lookUp,
  openAgain,
  openAtOtherTill,
  openVisit,
  openWithStrangeCard,
  sellProduct,
  settle,
  settleAgain,
  settleAtOnce,
  settleChanged,
  settleDifferently,
  settleElsewhere,
  type Line,
} from '../support/tasks/checkout.ts'
import type { AirlockWorld } from '../support/world.ts'

Given('the shop sells {string} for {money}', function (this: AirlockWorld, product: string, price: number) {
  sellProduct(this, product, price)
})

Given(
  "{customer}'s basket of {line} has been opened",
  async function (this: AirlockWorld, name: string, line: Line) {
    await openVisit(this, { customer: name, lines: [line] })
  },
)

Given(
  "{customer}'s basket of {line} has been opened with a lock",
  async function (this: AirlockWorld, name: string, line: Line) {
    await openVisit(this, { customer: name, lines: [line] }, true)
  },
)

Given('{customer} has bought {line}', async function (this: AirlockWorld, name: string, line: Line) {
  await buy(this, { customer: name, lines: [line] })
})

When(
  "{customer}'s basket of {line} is opened",
  async function (this: AirlockWorld, name: string, line: Line) {
    await openVisit(this, { customer: name, lines: [line] })
  },
)

When('a basket of {line} is opened without a card', async function (this: AirlockWorld, line: Line) {
  await openVisit(this, { customer: null, lines: [line] })
})

When(
  'a basket of {line} is opened with a card that was never given out',
  async function (this: AirlockWorld, line: Line) {
    await openWithStrangeCard(this, line)
  },
)

When('the same is opened again', async function (this: AirlockWorld) {
  await openAgain(this)
})

When('the same is opened at another till', async function (this: AirlockWorld) {
  await openAtOtherTill(this)
})

When('{customer} buys {line}', async function (this: AirlockWorld, name: string, line: Line) {
  await buy(this, { customer: name, lines: [line] })
})

When('{line} is bought without a card', async function (this: AirlockWorld, line: Line) {
  await buy(this, { customer: null, lines: [line] })
})

When('it is settled', async function (this: AirlockWorld) {
  await settle(this)
})

When('it is settled with a higher discount than was given', async function (this: AirlockWorld) {
  await settleChanged(this)
})

When('it is settled at an outlet that does not exist', async function (this: AirlockWorld) {
  await settleElsewhere(this)
})

When('the same purchase is sent again', async function (this: AirlockWorld) {
  await settleAgain(this)
})

When('another purchase is sent under the same reference', async function (this: AirlockWorld) {
  await settleDifferently(this)
})

When(
  'the purchase arrives {int} times at the same moment',
  async function (this: AirlockWorld, times: number) {
    await settleAtOnce(this, times)
  },
)

When(
  /^the purchase is looked up by its (number|reference|number, from a till)$/,
  async function (this: AirlockWorld, key: string) {
    await lookUp(this, key)
  },
)

Then(
  '{money} is taken off and {money} is to pay',
  function (this: AirlockWorld, discount: number, toPay: number) {
    assertPrice(this, discount, toPay)
  },
)

Then('nothing is taken off and {money} is to pay', function (this: AirlockWorld, toPay: number) {
  assertPrice(this, 0, toPay)
})

Then('{points} are promised', function (this: AirlockWorld, points: number) {
  assertPromisedPoints(this, points)
})

Then('it is answered as the first time', function (this: AirlockWorld) {
  assertAlike(this)
})

Then('all of them are answered alike', function (this: AirlockWorld) {
  assertAlike(this)
})

Then('it is the purchase of {customer}', function (this: AirlockWorld, name: string) {
  assertLookedUp(this, name)
})

Then('the purchase belongs to nobody', function (this: AirlockWorld) {
  assertBelongsToNobody(this)
})
