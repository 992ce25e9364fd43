// Baskets: what the shop sells, and what a till is told when it opens a basket of it.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import { openVisit, type Outlet } from '../support/tasks/checkout.ts'
import { parseLines, sellProduct, sellProducts, type Line } from '../support/tasks/goods.ts'
import {
  assertPrice,
  assertPromisedPoints,
  assertTakenOffAtOnce,
  openAgain,
  openAgainWith,
  openAnew,
  openLockedAtOnce,
  openLockedWithoutReference,
  openWithStrangeCard,
} from '../support/tasks/opening.ts'
import type { AirlockWorld } from '../support/world.ts'

/** A product of this scenario's own, so that offers for it touch nobody else's basket. */
Given('the shop sells {string} for {money}', function (this: AirlockWorld, product: string, price: number) {
  sellProduct(this, product, price)
})

/** A row each, product and price. */
Given('the shop sells:', function (this: AirlockWorld, table: DataTable) {
  sellProducts(this, table.raw())
})

/** The till has asked what it comes to and has not settled it. */
Given(
  '{owner} basket of {line} has been opened',
  async function (this: AirlockWorld, customer: string, line: Line) {
    await openVisit(this, { customer, lines: [line] })
  },
)

/** A row each, count and product. */
Given(
  '{owner} basket has been opened with:',
  async function (this: AirlockWorld, customer: string, table: DataTable) {
    await openVisit(this, { customer, lines: parseLines(table.raw()) })
  },
)

/** The coupons it would use are kept for this till until it settles. */
Given(
  '{owner} basket of {line} has been opened with a lock',
  async function (this: AirlockWorld, customer: string, line: Line) {
    await openVisit(this, { customer, lines: [line] }, true)
  },
)

/** The same reference; whatever it held before, it holds for these goods now. */
Given('it has been opened again with {line}', async function (this: AirlockWorld, line: Line) {
  await openAgainWith(this, [line])
})

/** The same basket under the same reference, as things are by then. */
Given('the same has been opened again', async function (this: AirlockWorld) {
  await openAgain(this)
})

/** The same basket under the same reference; it holds nothing now. */
Given('it has been opened again without a lock', async function (this: AirlockWorld) {
  await openAgain(this, { lock: false })
})

/** The till asks what the basket comes to for this customer; nothing is spent. */
When('{owner} basket of {line} is opened', async function (this: AirlockWorld, customer: string, line: Line) {
  await openVisit(this, { customer, lines: [line] })
})

/** Several goods: a row each, count and product. */
When(
  '{owner} basket is opened with:',
  async function (this: AirlockWorld, customer: string, table: DataTable) {
    await openVisit(this, { customer, lines: parseLines(table.raw()) })
  },
)

/** The shopper shows nothing, so only offers for everyone can count. */
When('a basket of {line} is opened without a card', async function (this: AirlockWorld, line: Line) {
  await openVisit(this, { customer: null, lines: [line] })
})

/** The till reads a card that belongs to nobody. */
When(
  'a basket of {line} is opened with a card that was never given out',
  async function (this: AirlockWorld, line: Line) {
    await openWithStrangeCard(this, line)
  },
)

/** Nobody could ever say whose the lock is. */
When(
  '{owner} basket of {line} is opened with a lock but no reference',
  async function (this: AirlockWorld, customer: string, line: Line) {
    await openLockedWithoutReference(this, { customer, lines: [line] })
  },
)

/** A reference of its own at each till; all ask before the first is answered. */
When(
  '{owner} basket of {line} is opened with a lock at {int} tills at the same moment',
  async function (this: AirlockWorld, customer: string, line: Line, tills: number) {
    await openLockedAtOnce(this, { customer, lines: [line] }, tills)
  },
)

/** The same basket at the same till, under the same reference. */
When('the same is opened again', async function (this: AirlockWorld) {
  await openAgain(this)
})

/** The same customer and goods, as a visit of its own. */
When('the same is opened at {till}', async function (this: AirlockWorld, till: Outlet) {
  await openAnew(this, till)
})

/** The price of the basket opened last: all offers together, and the rest. */
Then(
  '{money} is taken off and {money} is to pay',
  function (this: AirlockWorld, discount: number, toPay: number) {
    assertPrice(this, discount, toPay)
  },
)

/** No offer counted for the basket opened last. */
Then('nothing is taken off and {money} is to pay', function (this: AirlockWorld, toPay: number) {
  assertPrice(this, 0, toPay)
})

/** Counted over all the tills that opened the basket at once. */
Then(
  '{money} is taken off at {int} till(s) and nothing at {int}',
  function (this: AirlockWorld, discount: number, tills: number, others: number) {
    assertTakenOffAtOnce(this, discount, [tills, others])
  },
)

/** What the till may tell the customer before the purchase is settled. */
Then('{points} are promised', function (this: AirlockWorld, points: number) {
  assertPromisedPoints(this, points)
})
