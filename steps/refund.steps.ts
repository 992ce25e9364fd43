// Refunds: goods that are brought back. The purchase is undone and worked out anew for what is kept of it.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import type { Outlet } from '../support/tasks/checkout.ts'
import { assertWritten } from '../support/tasks/entries.ts'
import { parseLines, type Line } from '../support/tasks/goods.ts'
import {
  assertOnRecord,
  assertRefundAlike,
  bringBack,
  bringBackAgain,
  bringBackAsSale,
  bringBackAtOnce,
  bringBackOfNothing,
  recallRefund,
  sendRefundAtOnce,
} from '../support/tasks/refunding.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Of the last purchase, at the till where it was bought. */
Given(
  '{customer} has brought back {line}',
  async function (this: AirlockWorld, customer: string, line: Line) {
    await bringBack(this, { customer, lines: [line] })
  },
)

/** Of the last purchase, at the till where it was bought. */
When('{customer} brings back {line}', async function (this: AirlockWorld, customer: string, line: Line) {
  await bringBack(this, { customer, lines: [line] })
})

/** Of the last purchase, in one go: a row each, count and product. */
When('{customer} brings back:', async function (this: AirlockWorld, customer: string, table: DataTable) {
  await bringBack(this, { customer, lines: parseLines(table.raw()) })
})

/** Of the last purchase, in another shop of the tenant perhaps. */
When(
  '{customer} brings back {line} at {till}',
  async function (this: AirlockWorld, customer: string, line: Line, till: Outlet) {
    await bringBack(this, { customer, lines: [line], till })
  },
)

/** Of the last purchase, by whoever has its receipt. */
When('{line} is brought back without a card', async function (this: AirlockWorld, line: Line) {
  await bringBack(this, { customer: null, lines: [line] })
})

/** Under a reference that nothing was settled under. */
When(
  '{customer} brings back {line} of a purchase that never was',
  async function (this: AirlockWorld, customer: string, line: Line) {
    await bringBackOfNothing(this, { customer, lines: [line] })
  },
)

/** The till calls them sold and not returned. */
When(
  '{customer} brings back {line} as if they were sold once more',
  async function (this: AirlockWorld, customer: string, line: Line) {
    await bringBackAsSale(this, { customer, lines: [line] })
  },
)

/** The connection broke, and the till does not know whether it came through. */
When('the same refund is sent again', async function (this: AirlockWorld) {
  await bringBackAgain(this)
})

/** One refund; all of its copies are on their way before the first is answered. */
When(
  '{owner} refund of {line} arrives {int} times at the same moment',
  async function (this: AirlockWorld, customer: string, line: Line, times: number) {
    await sendRefundAtOnce(this, { customer, lines: [line] }, times)
  },
)

/** A refund of its own at each till; all are on their way before the first is answered. */
When(
  '{customer} brings back {line} at {int} tills at the same moment',
  async function (this: AirlockWorld, customer: string, line: Line, tills: number) {
    await bringBackAtOnce(this, { customer, lines: [line] }, tills)
  },
)

/** The repeated refund got the first one's answer, so it happened once. */
Then('all refunds are answered alike', function (this: AirlockWorld) {
  assertRefundAlike(this)
})

/** All of it and in this order, also when the ledgers are read anew: entry, of (a campaign or points), value, before, after. */
Then(
  'the refund has written into {owner} accounts:',
  async function (this: AirlockWorld, name: string, table: DataTable) {
    await assertWritten(this, name, { answer: recallRefund(this).answer, rows: table.hashes() })
  },
)

/** It can be read, and it names its purchase and the till where the goods were brought back. */
Then(
  'the refund is on record beside the purchase, at {till}',
  async function (this: AirlockWorld, till: Outlet) {
    await assertOnRecord(this, till)
  },
)
