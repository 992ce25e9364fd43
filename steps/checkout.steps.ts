// The till: baskets that become purchases, once, as a whole, and as they were priced.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import { buy, settle } from '../support/tasks/checkout.ts'
import { parseLines, type Line } from '../support/tasks/goods.ts'
import {
  assertAlike,
  assertChangedNothing,
  settleAgain,
  settleAtOnce,
  settleChanged,
  settleDifferently,
  settleElsewhere,
  settleFor,
  settleManyAtOnce,
  settleRivals,
  settleUnderNewReference,
  settleUnopened,
} from '../support/tasks/settling.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Opened and settled at the tenant's outlet, with the customer's card. */
Given('{customer} has bought {line}', async function (this: AirlockWorld, customer: string, line: Line) {
  await buy(this, { customer, lines: [line] })
})

/** Opened and settled in one go: a row each, count and product. */
Given('{customer} has bought:', async function (this: AirlockWorld, customer: string, table: DataTable) {
  await buy(this, { customer, lines: parseLines(table.raw()) })
})

/** A purchase that belongs to no customer. */
Given('{line} has been bought without a card', async function (this: AirlockWorld, line: Line) {
  await buy(this, { customer: null, lines: [line] })
})

/** Opened and settled in one go, with the customer's card. */
When('{customer} buys {line}', async function (this: AirlockWorld, customer: string, line: Line) {
  await buy(this, { customer, lines: [line] })
})

/** Opened and settled in one go: a row each, count and product. */
When('{customer} buys:', async function (this: AirlockWorld, customer: string, table: DataTable) {
  await buy(this, { customer, lines: parseLines(table.raw()) })
})

/** A purchase that belongs to no customer. */
When('{line} is bought without a card', async function (this: AirlockWorld, line: Line) {
  await buy(this, { customer: null, lines: [line] })
})

/** The till was cut off and sends later what it has sold, which nobody has priced. */
When(
  '{customer} buys {line} at a till that has asked for no price',
  async function (this: AirlockWorld, customer: string, line: Line) {
    await settleUnopened(this, { customer, lines: [line] })
  },
)

/** The basket opened last becomes a purchase, as it was priced. */
When('it is settled', async function (this: AirlockWorld) {
  await settle(this)
})

/** The basket opened last became a purchase, as it was priced. */
Given('it has been settled', async function (this: AirlockWorld) {
  await settle(this)
})

/** Somebody has changed the basket between pricing and payment. */
When(
  /^it is settled as if it had (a higher discount|a lower price|one thing more|more points|nothing in it)$/,
  async function (this: AirlockWorld, change: string) {
    await settleChanged(this, change)
  },
)

/** The card is another one than the basket was priced for. */
When('it is settled with {owner} card instead', async function (this: AirlockWorld, customer: string) {
  await settleFor(this, customer)
})

/** The till names a place the platform has never heard of. */
When('it is settled at an outlet that does not exist', async function (this: AirlockWorld) {
  await settleElsewhere(this)
})

/** The connection broke, and the till does not know whether it came through. */
When('the same purchase is sent again', async function (this: AirlockWorld) {
  await settleAgain(this)
})

/** The basket that has been settled, as if it had been bought once more. */
When('the same basket is settled under another reference', async function (this: AirlockWorld) {
  await settleUnderNewReference(this)
})

/** Different goods with a reference that has been used up. */
When('another purchase is sent under the same reference', async function (this: AirlockWorld) {
  await settleDifferently(this)
})

/** All of them are on their way before the first is answered. */
When(
  'the purchase arrives {int} times at the same moment',
  async function (this: AirlockWorld, times: number) {
    await settleAtOnce(this, times)
  },
)

/** As many different purchases, all on their way before the first is answered. */
When(
  '{owner} purchases of {int} to {int} {string} arrive at the same moment under one reference',
  async function (this: AirlockWorld, customer: string, from: number, to: number, product: string) {
    await settleRivals(this, { customer, lines: [{ product, count: from }] }, to - from + 1)
  },
)

/** Opened before, each with a reference of its own; all are on their way before the first is answered. */
When(
  '{owner} purchases of {int} to {int} {string} arrive at the same moment',
  async function (this: AirlockWorld, customer: string, from: number, to: number, product: string) {
    await settleManyAtOnce(this, { customer, lines: [{ product, count: from }] }, to - from + 1)
  },
)

/** The repeated purchase got the first one's answer, so it happened once. */
Then('it is answered as the first time', function (this: AirlockWorld) {
  assertAlike(this)
})

/** Each of the purchases sent at once was accepted as one and the same. */
Then('all of them are answered alike', function (this: AirlockWorld) {
  assertAlike(this)
})

/** It is recorded, and neither coupons nor points have to do with it. */
Then('the purchase has changed no account', function (this: AirlockWorld) {
  assertChangedNothing(this)
})
