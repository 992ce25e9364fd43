// Lists of campaigns: their pages, their order, and what is asked of them.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import {
  assertFrame,
  assertNewestFirst,
  assertOwnInOrder,
  expectFiltered,
  assertOwnListedOnce,
  assertRows,
  listBy,
  listByNameInPages,
  listFiltered,
  listInOrder,
  listWhileOthersAreMade,
  makeCampaigns,
  makeNamesakes,
  orderRows,
  orderWords,
} from '../support/tasks/campaign-lists.ts'
import { expectEach, parsePairs, tryEach } from '../support/tasks/rows.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Made one after the other, so that their order is known. */
Given('{int} campaigns', async function (this: AirlockWorld, count: number) {
  await makeCampaigns(this, count)
})

/** Alike in their name, so that nothing else can tell their place in the list. */
Given('{int} campaigns of one name', async function (this: AirlockWorld, count: number) {
  await makeNamesakes(this, count)
})

/** All of the tenant's own, to the last page. */
When(
  new RegExp(`^the campaigns are listed (${orderWords.join('|')})$`),
  async function (this: AirlockWorld, order: string) {
    await listInOrder(this, order)
  },
)

/** All that a filter keeps, to the last page; it is sent as it is spelt, and what stands in braces is filled in. */
When('the campaigns are filtered by {string}', async function (this: AirlockWorld, filter: string) {
  await listFiltered(this, filter)
})

/** One page, asked for as it is spelt. */
When('a page of campaigns is asked for by {string}', async function (this: AirlockWorld, query: string) {
  await listBy(this, query)
})

/** Queries, a row each; every one is sent as it is spelt, whatever became of those before. */
When(
  'a page of campaigns is asked for by each of these',
  async function (this: AirlockWorld, table: DataTable) {
    await tryEach(this, table.raw().flat(), async (query) => listBy(this, query))
  },
)

/** After each of the first pages somebody makes another, as happens in daily business. */
When(
  'the campaigns are read in pages of {int} while others are made',
  async function (this: AirlockWorld, limit: number) {
    await listWhileOthersAreMade(this, limit)
  },
)

/** Where all are alike in what they are ordered by. */
When('the campaigns are read by name in pages of {int}', async function (this: AirlockWorld, limit: number) {
  await listByNameInPages(this, limit)
})

/** Of the scenario's own campaigns, by comma, and in this order; those of others may stand between. */
Then('the list holds {string}', function (this: AirlockWorld, names: string) {
  assertOwnInOrder(this, names === '' ? [] : names.split(', '))
})

/** An order in words, and beside it the scenario's own campaigns in that order; those of others may stand between. */
Then('the campaigns are listed as asked', async function (this: AirlockWorld, table: DataTable) {
  await expectEach(this, parsePairs(table.raw()), async (order) => orderRows(this, order))
})

/** A filter as it is spelt, the scenario's own campaigns that it keeps, and the statuses that every row has, also those of others. */
Then('the campaigns are filtered as asked', async function (this: AirlockWorld, table: DataTable) {
  await expectFiltered(this, table.raw())
})

/** No page repeated one of the scenario's campaigns, and none left one out. */
Then('each of the {int} campaigns is read once', function (this: AirlockWorld, count: number) {
  assertOwnListedOnce(this, count)
})

/** The scenario's own campaigns stand in the list in reverse order of their making. */
Then('the {int} campaigns are listed newest first', function (this: AirlockWorld, count: number) {
  assertNewestFirst(this, count)
})

/** What stands around the rows of a page: limit, offset and order. */
Then('the page says of itself', function (this: AirlockWorld, table: DataTable) {
  assertFrame(this, table.raw())
})

/** Whatever their number in all is. */
Then('the page holds {int} campaign(s)', function (this: AirlockWorld, count: number) {
  assertRows(this, count)
})
