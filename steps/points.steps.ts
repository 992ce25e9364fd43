// Points: schemes, memberships, movements, and what somebody has.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import { lookAtOnce, moveAtOnce } from '../support/tasks/points-at-once.ts'
import {
  amount,
  assertBalances,
  assertPoints,
  assertPointsOfScheme,
  assertPointsTold,
  giveGoodwillOf,
  movementOf,
  movePoints,
  readBalance,
  readEarned,
  spendWords,
} from '../support/tasks/points.ts'
import { expectEach, parsePairs, tryEach } from '../support/tasks/rows.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Points given by the tenant, not earned by a purchase. */
Given(
  '{customer} has been credited {points}',
  async function (this: AirlockWorld, name: string, points: number) {
    await movePoints(this, name, ['credit', amount(points)])
  },
)

/** One credit after the other. */
Given(
  '{customer} has been credited {points} {int} times',
  async function (this: AirlockWorld, name: string, points: number, times: number) {
    for (let time = 1; time <= times; time++) await movePoints(this, name, ['credit', amount(points)])
  },
)

/** Points taken away by the tenant, not spent. */
Given(
  '{customer} has been debited {points}',
  async function (this: AirlockWorld, name: string, points: number) {
    await movePoints(this, name, ['debit', amount(points)])
  },
)

/** As the scheme works it out for a purchase of that amount. */
Given(
  '{customer} has earned points for {money}',
  async function (this: AirlockWorld, name: string, value: number) {
    await movePoints(this, name, ['earn', { transactionValue: value }])
  },
)

/** Used for something, by the scheme's rules for spending. */
Given('{customer} has spent {points}', async function (this: AirlockWorld, name: string, points: number) {
  await movePoints(this, name, ['spend', amount(points)])
})

/** A movement by hand that says why: a credit, a debit, goodwill. */
Given(
  'a {word} of {points} has been made for {customer} because {string}',
  async function (this: AirlockWorld, word: string, points: number, name: string, reason: string) {
    await movePoints(this, name, [movementOf(word), { ...amount(points), details: { reason } }])
  },
)

/** So that whatever keeps balances at hand has this one. */
Given(
  '{owner} balance has been read {int} times',
  async function (this: AirlockWorld, name: string, times: number) {
    for (let time = 1; time <= times; time++) await readBalance(this, name)
  },
)

/** When the balance is read anew it is still the same. */
Given(
  '{customer} has had {points} all the while',
  async function (this: AirlockWorld, name: string, points: number) {
    await assertPoints(this, name, points)
  },
)

/** The tenant gives points, not for a purchase. */
When('{customer} is credited {points}', async function (this: AirlockWorld, name: string, points: number) {
  await movePoints(this, name, ['credit', amount(points)])
})

/** The tenant takes points away; the rules for spending do not hold here. */
When('{customer} is debited {points}', async function (this: AirlockWorld, name: string, points: number) {
  await movePoints(this, name, ['debit', amount(points)])
})

/** The customer uses points, by the scheme's rules for spending. */
When('{customer} spends {points}', async function (this: AirlockWorld, name: string, points: number) {
  await movePoints(this, name, ['spend', amount(points)])
})

/** Row by row, whether or not the rows before were refused; why they should be stands beside them. */
When('{customer} spends each of these', async function (this: AirlockWorld, name: string, table: DataTable) {
  const rows = table.raw().map(([spent = '']) => spent)
  await tryEach(this, rows, async (spent) => spendWords(this, name, spent))
})

/** The scheme is to work out what that amount gives. */
When('{customer} earns points for {money}', async function (this: AirlockWorld, name: string, value: number) {
  await movePoints(this, name, ['earn', { transactionValue: value }])
})

/** Somebody else has worked out how many they are. */
When('{customer} earns {points}', async function (this: AirlockWorld, name: string, points: number) {
  await movePoints(this, name, ['earn', amount(points)])
})

/** Row by row: an amount, and by how many points the balance has grown when it is read anew. */
Then(
  '{owner} purchases earn what stands beside them',
  async function (this: AirlockWorld, name: string, table: DataTable) {
    await expectEach(this, parsePairs(table.raw()), async (amountPaid) => readEarned(this, name, amountPaid))
  },
)

/** A number of points and an amount to work them out from, in one request. */
When(
  '{customer} earns {points} and points for {money} at once',
  async function (this: AirlockWorld, name: string, points: number, value: number) {
    await movePoints(this, name, ['earn', { ...amount(points), transactionValue: value }])
  },
)

/** A credit that says it is goodwill and why. */
When(
  '{customer} is given {points} of goodwill because {string}',
  async function (this: AirlockWorld, name: string, points: number, reason: string) {
    await movePoints(this, name, ['goodwill', { ...amount(points), details: { reason } }])
  },
)

/** Amounts, a row each, as somebody may write them who makes a mistake. */
When(
  '{customer} is given goodwill of each of these',
  async function (this: AirlockWorld, name: string, table: DataTable) {
    await tryEach(this, table.raw().flat(), async (json) => giveGoodwillOf(this, name, json))
  },
)

/** A movement by hand that says why: a credit, a debit, goodwill, a spend, an earning. */
When(
  'a/an {word} of {points} is made for {customer} because {string}',
  async function (this: AirlockWorld, word: string, points: number, name: string, reason: string) {
    await movePoints(this, name, [movementOf(word), { ...amount(points), details: { reason } }])
  },
)

/** All credits are sent before the first is answered. */
When(
  '{customer} is credited {points} {int} times at the same moment',
  async function (this: AirlockWorld, name: string, points: number, times: number) {
    await moveAtOnce(this, name, { movements: ['credit'], points, times })
  },
)

/** All are sent before the first is answered. */
When(
  '{customer} is debited {points} {int} times at the same moment',
  async function (this: AirlockWorld, name: string, points: number, times: number) {
    await moveAtOnce(this, name, { movements: ['debit'], points, times })
  },
)

/** All are sent before the first is answered. */
When(
  '{customer} spends {points} {int} times at the same moment',
  async function (this: AirlockWorld, name: string, points: number, times: number) {
    await moveAtOnce(this, name, { movements: ['spend'], points, times })
  },
)

/** The two kinds take turns, and all are sent before the first is answered. */
When(
  '{customer} is credited and spends {points}, {int} times each, at the same moment',
  async function (this: AirlockWorld, name: string, points: number, times: number) {
    await moveAtOnce(this, name, { movements: ['credit', 'spend'], points, times })
  },
)

/** Whoever comes first finds out what time has brought, and all come at once. */
When(
  '{int} look at {owner} points at the same moment',
  async function (this: AirlockWorld, count: number, name: string) {
    await lookAtOnce(this, name, count)
  },
)

/** The balance when it is read anew. */
Then('{customer} has {points}', async function (this: AirlockWorld, name: string, points: number) {
  await assertPoints(this, name, points)
})

/** The balance when it is read anew, also where it is below nothing. */
Then('{customer} has a balance of {int}', async function (this: AirlockWorld, name: string, balance: number) {
  await assertPoints(this, name, balance)
})

/** Read so often that every machine behind the platform has been asked. */
Then(
  '{owner} balance is {points} each of {int} times it is read',
  async function (this: AirlockWorld, name: string, points: number, times: number) {
    await assertPointsTold(this, name, [times, points])
  },
)

/** A row for each balance that matters: current, usable, reserved, pending, ever given, ever spent. */
Then('{owner} points stand at', async function (this: AirlockWorld, name: string, table: DataTable) {
  await assertBalances(this, name, table.raw())
})

/** Of several schemes that one, and there is one account of it in the wallet. */
Then(
  '{customer} has {points} of the scheme spoken of last',
  async function (this: AirlockWorld, name: string, points: number) {
    await assertPointsOfScheme(this, name, points)
  },
)
