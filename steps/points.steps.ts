// Points: schemes, memberships, movements, and what the ledger says of them.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  amount,
  assertLastEntry,
  assertLastReason,
  assertLedgerAddsUp,
  assertPoints,
  creditAtOnce,
  joinScheme,
  makeScheme,
  movePoints,
} from '../support/tasks/points.ts'
import type { AirlockWorld } from '../support/world.ts'

Given('a points scheme', async function (this: AirlockWorld) {
  await makeScheme(this)
})

Given(
  'a points scheme that gives {points} for every {money}',
  async function (this: AirlockWorld, points: number, per: number) {
    await makeScheme(this, { rates: { earn: { points, per } } })
  },
)

Given('a points scheme that allows a balance below nothing', async function (this: AirlockWorld) {
  await makeScheme(this, { negativeBalance: true })
})

Given('{customer} is a member of it', async function (this: AirlockWorld, name: string) {
  await joinScheme(this, name)
})

Given(
  '{customer} has been credited {points}',
  async function (this: AirlockWorld, name: string, points: number) {
    await movePoints(this, name, ['credit', amount(points)])
  },
)

Given(
  '{customer} has earned points for {money}',
  async function (this: AirlockWorld, name: string, value: number) {
    await movePoints(this, name, ['earn', { transactionValue: value }])
  },
)

Given('{customer} has spent {points}', async function (this: AirlockWorld, name: string, points: number) {
  await movePoints(this, name, ['spend', amount(points)])
})

When('{customer} is credited {points}', async function (this: AirlockWorld, name: string, points: number) {
  await movePoints(this, name, ['credit', amount(points)])
})

When('{customer} is debited {points}', async function (this: AirlockWorld, name: string, points: number) {
  await movePoints(this, name, ['debit', amount(points)])
})

When('{customer} spends {points}', async function (this: AirlockWorld, name: string, points: number) {
  await movePoints(this, name, ['spend', amount(points)])
})

When('{customer} earns points for {money}', async function (this: AirlockWorld, name: string, value: number) {
  await movePoints(this, name, ['earn', { transactionValue: value }])
})

When(
  '{customer} earns {points} and points for {money} at once',
  async function (this: AirlockWorld, name: string, points: number, value: number) {
    await movePoints(this, name, ['earn', { ...amount(points), transactionValue: value }])
  },
)

When(
  '{customer} is given {points} of goodwill because {string}',
  async function (this: AirlockWorld, name: string, points: number, reason: string) {
    await movePoints(this, name, ['goodwill', { ...amount(points), details: { reason } }])
  },
)

When(
  '{customer} is credited {points} {int} times at the same moment',
  async function (this: AirlockWorld, name: string, points: number, times: number) {
    await creditAtOnce(this, name, [points, times])
  },
)

When('{customer} joins the scheme once more', async function (this: AirlockWorld, name: string) {
  await joinScheme(this, name)
})

Then('{customer} has {points}', async function (this: AirlockWorld, name: string, points: number) {
  await assertPoints(this, name, points)
})

Then('{customer} has a balance of {int}', async function (this: AirlockWorld, name: string, balance: number) {
  await assertPoints(this, name, balance)
})

Then(
  "{customer}'s ledger adds up to {points} without a gap",
  async function (this: AirlockWorld, name: string, points: number) {
    await assertLedgerAddsUp(this, name, points)
  },
)

Then(
  "the last entry of {customer}'s ledger is a spend of {points}, from {points} to {points}",
  async function (this: AirlockWorld, name: string, value: number, before: number, after: number) {
    await assertLastEntry(this, name, { event: 'SPEND', value, before, after })
  },
)

Then(
  "the last entry of {customer}'s ledger is goodwill of {points}",
  async function (this: AirlockWorld, name: string, value: number) {
    await assertLastEntry(this, name, { event: 'CREDIT', value, source: 'GOODWILL' })
  },
)

Then(
  "the last entry of {customer}'s ledger says {string}",
  async function (this: AirlockWorld, name: string, reason: string) {
    await assertLastReason(this, name, reason)
  },
)
