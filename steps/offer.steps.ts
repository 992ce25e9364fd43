// Offers: what campaigns take off or give at the till, for whom, and which of them go together.
import { Given, Then, type DataTable } from '@cucumber/cucumber'
import { assertOffers } from '../support/tasks/opening.ts'
import { makeOffers } from '../support/tasks/offers.ts'
import type { AirlockWorld } from '../support/world.ts'

/** A row each, with whatever there is to say: offer, gives, on, to, from, rank, at most, a customer, when given back. */
Given('these offers:', async function (this: AirlockWorld, table: DataTable) {
  await makeOffers(this, table.hashes())
})

/** Each offer with what it takes off the basket opened last, in the order in which they count; there are no others. */
Then('these offers take off:', function (this: AirlockWorld, table: DataTable) {
  assertOffers(this, table.raw())
})
