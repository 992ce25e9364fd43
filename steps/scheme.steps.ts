// Points schemes: what a tenant says once about how points are earned and spent.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import {
  assertOnlyScheme,
  assertSchemeListed,
  assertUsualTerms,
  expectAmongActive,
  listAllSchemes,
  listSchemesBy,
  makeReferencedScheme,
  makeUsualScheme,
  makeWrongScheme,
} from '../support/tasks/schemes.ts'
import { tryEach } from '../support/tasks/rows.ts'
import type { AirlockWorld } from '../support/world.ts'

/** The reference is the scenario's own; every such scheme of the scenario asks for the same one. */
Given('a points scheme with a reference', async function (this: AirlockWorld) {
  await makeReferencedScheme(this)
})

/** Nothing but its name is said of it. */
When('a points scheme is made of which nothing is said', async function (this: AirlockWorld) {
  await makeUsualScheme(this)
})

/** A second one that asks for the reference the scenario's first scheme has. */
When('a points scheme is made with the same reference', async function (this: AirlockWorld) {
  await makeReferencedScheme(this)
})

/** Mistakes, a row each: schemes that cannot be meant. */
When(
  'a points scheme is made with each of these mistakes',
  async function (this: AirlockWorld, table: DataTable) {
    await tryEach(this, table.raw().flat(), async (mistake) => makeWrongScheme(this, mistake))
  },
)

/** All of the tenant's own, the newest first. */
When('the points schemes are listed', async function (this: AirlockWorld) {
  await listAllSchemes(this)
})

/** As a client spells what it asks for; what stands in braces is filled in. */
When('the points schemes are listed by {string}', async function (this: AirlockWorld, query: string) {
  await listSchemesBy(this, query)
})

/** Queries, a row each; every one is sent as it is spelt, whatever became of those before. */
When('the points schemes are listed by each of these', async function (this: AirlockWorld, table: DataTable) {
  await tryEach(this, table.raw().flat(), async (query) => listSchemesBy(this, query))
})

/** What the contract promises of what nobody said. */
Then('it gives 1 point for every 1.00, and each can be spent', function (this: AirlockWorld) {
  assertUsualTerms(this)
})

/** As it was answered when it was made. */
Then('the scheme stands in the list as it was made', function (this: AirlockWorld) {
  assertSchemeListed(this)
})

/** And no other. */
Then('the scheme alone is listed', function (this: AirlockWorld) {
  assertOnlyScheme(this)
})

/** Filters, a row each: by every one of them the scheme is listed as it was made, and no scheme that is not active. */
Then(
  'the scheme stands among active ones only by each of these',
  async function (this: AirlockWorld, table: DataTable) {
    await expectAmongActive(this, table.raw().flat())
  },
)
