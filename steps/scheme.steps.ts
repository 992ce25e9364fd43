// Points schemes: what a tenant says once about how points are earned and spent.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  assertEveryScheme,
  assertOnlyScheme,
  assertSchemeListed,
  assertUsualTerms,
  listAllSchemes,
  listSchemesBy,
  makeReferencedScheme,
  makeUsualScheme,
  makeWrongScheme,
  mistakeWords,
} from '../support/tasks/schemes.ts'
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

/** A scheme that cannot be meant. */
When(
  new RegExp(`^a points scheme is made (${mistakeWords.join('|')})$`),
  async function (this: AirlockWorld, mistake: string) {
    await makeWrongScheme(this, mistake)
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

/** Also those of other scenarios. */
Then('every scheme of the list is {status}', function (this: AirlockWorld, status: string) {
  assertEveryScheme(this, status)
})
