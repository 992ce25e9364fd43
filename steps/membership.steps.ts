// Membership: the points scheme that customers join, on what terms, and until when.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import { parseSchemeTerms } from '../support/scheme-terms.ts'
import { customers } from '../support/tasks/customers.ts'
import { joinSchemeAtOnce } from '../support/tasks/points-at-once.ts'
import {
  assertAccountEnds,
  joinNoScheme,
  joinScheme,
  lookForPointsIn,
  makeScheme,
} from '../support/tasks/points.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Points are spent from 100 in steps of 100, and no balance goes below nothing. */
Given('a points scheme', async function (this: AirlockWorld) {
  await makeScheme(this)
})

/** A row for each term; what no row says is as usual. */
Given('a points scheme with these terms', async function (this: AirlockWorld, table: DataTable) {
  await makeScheme(this, parseSchemeTerms(table.raw()))
})

/** How much a purchase earns; parts of a step earn nothing. */
Given(
  'a points scheme that gives {points} for every {money}',
  async function (this: AirlockWorld, points: number, per: number) {
    await makeScheme(this, { rates: { earn: { points, per } } })
  },
)

/** More can be taken away than there is. */
Given('a points scheme that allows a balance below nothing', async function (this: AirlockWorld) {
  await makeScheme(this, { negativeBalance: true })
})

/** Has an account of the scheme spoken of last; who was no customer yet becomes one. */
Given('{customer} is a member of it', async function (this: AirlockWorld, name: string) {
  await joinScheme(this, name)
})

/** A member of the scheme spoken of last whose points come in and do not go out. */
Given('{customer} is a member of it who may only earn', async function (this: AirlockWorld, name: string) {
  await joinScheme(this, name, { state: 'EARNONLY' })
})

/** A member of the scheme spoken of last who has not been let in yet. */
Given(
  '{customer} is a member of it who is not active yet',
  async function (this: AirlockWorld, name: string) {
    await joinScheme(this, name, { status: 'INACTIVE' })
  },
)

/** An account of the scheme spoken of last is opened. */
When('{customer} joins the scheme', async function (this: AirlockWorld, name: string) {
  await joinScheme(this, name)
})

/** A member asks for a second account of the same scheme. */
When('{customer} joins the scheme once more', async function (this: AirlockWorld, name: string) {
  await joinScheme(this, name)
})

/** All ask before the first is answered. */
When(
  '{customer} joins the scheme {int} times at the same moment',
  async function (this: AirlockWorld, name: string, times: number) {
    await joinSchemeAtOnce(this, name, times)
  },
)

/** Its number leads nowhere. */
When('{customer} joins a scheme that never was', async function (this: AirlockWorld, name: string) {
  await joinNoScheme(this, name)
})

/** The number of the one's account under the number of the other's wallet. */
When(
  '{owner} points are looked for in {owner} wallet',
  async function (this: AirlockWorld, name: string, other: string) {
    await lookForPointsIn(this, name, this.memory.recall(customers, other).walletId)
  },
)

/** The last second in which the account is good, in universal time. */
Then('{owner} membership ends at {string}', async function (this: AirlockWorld, name: string, end: string) {
  await assertAccountEnds(this, name, end)
})
