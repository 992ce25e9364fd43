// Purchases on record: found again, listed, noted, and belonging to somebody or nobody.
import { Then, When, type DataTable } from '@cucumber/cucumber'
import { recallPurchase } from '../support/tasks/checkout.ts'
import { assertWritten } from '../support/tasks/entries.ts'
import {
  assertBelongsToNobody,
  assertListedOnce,
  assertLookedUp,
  assertNoPurchase,
  assertNoted,
  assertPurchases,
  assertSaysWhatWhereWhen,
  assertUntouched,
  changePurchase,
  listPurchases,
  lookUp,
  lookUpNothing,
  lookUpUnnamed,
  noteNothing,
} from '../support/tasks/purchases.ts'
import type { AirlockWorld } from '../support/world.ts'

/** The ways in which back offices and tills ask for a past purchase. */
When(
  /^the purchase is looked up by its (number|reference|number, from a till)$/,
  async function (this: AirlockWorld, key: string) {
    await lookUp(this, key)
  },
)

/** In the customer's wallet, by a number or reference that nothing has. */
When(
  /^a purchase of ([A-Z]\w+) that never was is looked up by its (number|reference|number, from a till)$/,
  async function (this: AirlockWorld, name: string, key: string) {
    await lookUpNothing(this, name, key)
  },
)

/** The till forgets to say which. */
When('a till asks for a purchase without naming it', async function (this: AirlockWorld) {
  await lookUpUnnamed(this)
})

/** All transactions of the wallet, the newest page of them. */
When('{owner} purchases are listed', async function (this: AirlockWorld, name: string) {
  await listPurchases(this, name)
})

/** A note under a key, for systems that come later. */
When(
  'the purchase is noted {string} as {string}',
  async function (this: AirlockWorld, key: string, value: string) {
    await changePurchase(this, { meta: { [key]: value } })
  },
)

/** A note about nothing. */
When('a purchase that never was is noted', async function (this: AirlockWorld) {
  await noteNothing(this)
})

/** Somebody wants another purchase to have been made. */
When('the basket of the purchase is changed afterwards', async function (this: AirlockWorld) {
  await changePurchase(this, { basket: { contents: [], summary: {} } })
})

/** What was looked up is the last purchase, and it is in this customer's wallet. */
Then('it is the purchase of {customer}', function (this: AirlockWorld, name: string) {
  assertLookedUp(this, name)
})

/** What was looked up is the last purchase, and it is in no wallet. */
Then('it is the purchase of nobody', function (this: AirlockWorld) {
  assertLookedUp(this, null)
})

/** It is recorded without a wallet. */
Then('the purchase belongs to nobody', function (this: AirlockWorld) {
  assertBelongsToNobody(this)
})

/** What was listed has the last purchase once, as it was settled. */
Then('the purchase is among them once', function (this: AirlockWorld) {
  assertListedOnce(this)
})

/** When the wallet's transactions are read anew. */
Then('{customer} has {int} purchase(s)', async function (this: AirlockWorld, name: string, count: number) {
  await assertPurchases(this, name, count)
})

/** Nothing was settled under the reference of the basket that was opened last. */
Then('there is no purchase of it', async function (this: AirlockWorld) {
  await assertNoPurchase(this)
})

/** When it is read anew: the goods and what was paid for each, the outlet, and the time of day. */
Then('the purchase says what was bought, where and when', async function (this: AirlockWorld) {
  await assertSaysWhatWhereWhen(this)
})

/** The note is there when it is read anew, and the purchase says of itself that it was changed. */
Then(
  'the purchase has {string} noted as {string}, and is otherwise as it was',
  async function (this: AirlockWorld, key: string, value: string) {
    await assertNoted(this, key, value)
  },
)

/** As it was settled, when it is read anew. */
Then('the purchase is as it was', async function (this: AirlockWorld) {
  await assertUntouched(this)
})

/** All of it and in this order, also when the ledgers are read anew: entry, of (a campaign or points), value, before, after. */
Then(
  'the purchase has written into {owner} accounts:',
  async function (this: AirlockWorld, name: string, table: DataTable) {
    await assertWritten(this, name, { answer: recallPurchase(this).answer, rows: table.hashes() })
  },
)
