// Events: what the platform tells a tenant's systems of every change, so that they need not ask.
import { Then, When, type DataTable } from '@cucumber/cucumber'
import {
  assertEvents,
  assertSameReadings,
  assertUnit,
  readBitByBit,
  readTwice,
} from '../support/tasks/events.ts'
import type { AirlockWorld } from '../support/world.ts'

/** From the beginning, as a system does that has lost its place. */
When('the events about {customer} are read twice', async function (this: AirlockWorld, name: string) {
  await readTwice(this, name)
})

/** On from where the reading before has ended; and then once all together. */
When(
  'the events about {customer} are read {int} at a time',
  async function (this: AirlockWorld, name: string, limit: number) {
    await readBitByBit(this, name, limit)
  },
)

/** Their names, in the order in which they are told. */
Then('the events about {customer} are:', async function (this: AirlockWorld, name: string, table: DataTable) {
  await assertEvents(this, name, table.raw().flat())
})

/** So that whoever reads for several tenants knows whose they are. */
Then(
  "each event about {customer} names the tenant's unit",
  async function (this: AirlockWorld, name: string) {
    await assertUnit(this, name)
  },
)

/** Nothing is missing and nothing told under another number, so that whoever reads can tell what is new. */
Then('both readings tell the same events under the same numbers', function (this: AirlockWorld) {
  assertSameReadings(this)
})
