// Exports: tables that staff take away from the dashboard as files.
import { Then, When, type DataTable } from '@cucumber/cucumber'
import type { Role } from '../support/tasks/desk.ts'
import { assertFile, orderLedger, periodOf, takeLedger, takeQueued } from '../support/tasks/exports.ts'
import type { AirlockWorld } from '../support/world.ts'

/** For the last three months, as the form suggests; the file comes at once. */
When('{staff} takes away {owner} ledger', async function (this: AirlockWorld, role: Role, name: string) {
  await takeLedger(this, [role, name])
})

/** For the last three months, as the form suggests; whatever comes, it is no file yet. */
When('{staff} orders {owner} ledger', async function (this: AirlockWorld, role: Role, name: string) {
  await orderLedger(this, [role, name])
})

/** From a day to a day, as somebody types them. */
When(
  '{staff} orders {owner} ledger from {string} to {string}',
  async function (this: AirlockWorld, role: Role, name: string, from: string, to: string) {
    await orderLedger(this, [role, name], periodOf(from, to))
  },
)

/** One kind of event a row: how many entries there are of it, and how much they come to. */
Then('the file holds', function (this: AirlockWorld, table: DataTable) {
  assertFile(this, table.raw())
})

/** Somebody looks again until it is ready, and takes it away. */
Then('the file that is made of it holds', async function (this: AirlockWorld, table: DataTable) {
  await takeQueued(this)
  assertFile(this, table.raw())
})
