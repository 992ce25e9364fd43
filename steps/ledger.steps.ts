// Ledger and audit: what happened to somebody's points, by whom and why.
import { Then, type DataTable } from '@cucumber/cucumber'
import { assertAudit } from '../support/tasks/audit.ts'
import {
  assertLastCameAfter,
  assertLastEntry,
  assertLastReason,
  assertLedger,
  assertLedgerAddsUp,
} from '../support/tasks/ledger.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Each entry begins where the one before ended, and the last is the balance. */
Then(
  '{owner} ledger adds up to {points} without a gap',
  async function (this: AirlockWorld, name: string, points: number) {
    await assertLedgerAddsUp(this, name, points)
  },
)

/** All entries since the account was opened, as far as the columns say: entry, points, before, after, because … */
Then('{owner} ledger shows', async function (this: AirlockWorld, name: string, table: DataTable) {
  await assertLedger(this, name, table.raw())
})

/** Told apart from other credits. */
Then(
  'the last entry of {owner} ledger is goodwill of {points}',
  async function (this: AirlockWorld, name: string, value: number) {
    await assertLastEntry(this, name, { event: 'CREDIT', value, source: 'GOODWILL' })
  },
)

/** The reason that was given stands in the ledger. */
Then(
  'the last entry of {owner} ledger says {string}',
  async function (this: AirlockWorld, name: string, reason: string) {
    await assertLastReason(this, name, reason)
  },
)

/** What the platform did by itself is dated when it was due, not when somebody looked. */
Then(
  'the last entry of {owner} ledger came {span} after the one before',
  async function (this: AirlockWorld, name: string, span: Temporal.Duration) {
    await assertLastCameAfter(this, name, span)
  },
)

/** All that was given and taken by hand, the oldest first, as far as the columns say: action, points, because, by. */
Then(
  'the audit of {owner} wallet shows',
  async function (this: AirlockWorld, name: string, table: DataTable) {
    await assertAudit(this, name, table.raw())
  },
)

/** Nobody gave or took anything by hand. */
Then('the audit of {owner} wallet is empty', async function (this: AirlockWorld, name: string) {
  await assertAudit(this, name, [])
})
