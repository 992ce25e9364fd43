// Lists: what a customer has, in pages, in an order, with filters, however the query is spelt.
import { Then, When, type DataTable } from '@cucumber/cucumber'
import { customers } from '../support/tasks/customers.ts'
import {
  assertList,
  assertListFrame,
  assertReadOnce,
  listRows,
  listAccountsBehind,
  listBy,
  readWhileMoreAreAdded,
} from '../support/tasks/lists.ts'
import { expectEach, parsePairs, tryEach } from '../support/tasks/rows.ts'
import type { AirlockWorld } from '../support/world.ts'

/** With that query, sent as it is spelt; `{30}` in it stands for the time of the ledger's entry of 30 points. */
When(
  '{owner} {list} are listed by {string}',
  async function (this: AirlockWorld, name: string, what: string, query: string) {
    await listBy(this, [name, what], query)
  },
)

/** Queries, a row each; every one is sent as it is spelt, whatever became of those before. */
When(
  '{owner} {list} are listed by each of these',
  async function (this: AirlockWorld, name: string, what: string, table: DataTable) {
    await tryEach(this, table.raw().flat(), async (query) => listBy(this, [name, what], query))
  },
)

/** As a system does that knows the card and not the wallet. */
When('the accounts behind {owner} card are listed', async function (this: AirlockWorld, name: string) {
  await listAccountsBehind(this, this.memory.recall(customers, name).card)
})

/** By a number that leads nowhere. */
When('the accounts behind a card that was never given out are listed', async function (this: AirlockWorld) {
  await listAccountsBehind(this, this.unique('never given out'))
})

/** After each of the first two pages somebody adds one, as happens in daily business. */
When(
  '{owner} {list} are read in pages of {int} while more are added',
  async function (this: AirlockWorld, name: string, what: string, limit: number) {
    await readWhileMoreAreAdded(this, [name, what], limit)
  },
)

/** The rows that were listed, in their order, each in two words: its kind, and how it stands or how much it is. */
Then('the list is {string}', function (this: AirlockWorld, rows: string) {
  assertList(this, rows)
})

/** A query, sent as it is spelt, and beside it the rows that it finds, in their order; `{30}` is the time of the entry of 30 points. */
Then(
  '{owner} {list} are listed as asked',
  async function (this: AirlockWorld, name: string, what: string, table: DataTable) {
    await expectEach(this, parsePairs(table.raw()), async (query) => listRows(this, [name, what], query))
  },
)

/** What stands around the rows: total, limit, offset, order and filter. */
Then('the list says of itself', function (this: AirlockWorld, table: DataTable) {
  assertListFrame(this, table.raw())
})

/** No page repeated one, and none left one out. */
Then(
  'all {int} {list} are read, each of them once',
  function (this: AirlockWorld, count: number, what: string) {
    assertReadOnce(this, what, count)
  },
)
