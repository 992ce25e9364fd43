// Customers: how they come to be, and how they are found.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import type { Expected } from '../support/contracts/reasons.ts'
import {
  assertFinds,
  assertFound,
  assertNotFound,
  becomeCustomer,
  becomeCustomersAtOnce,
  customers,
  findByIdentity,
  makeCard,
} from '../support/tasks/customers.ts'
import { makeIdentity, ownValue } from '../support/tasks/identities.ts'
import {
  assertFailed,
  assertFailures,
  assertNothingGiven,
  assertOneWallet,
  assertSameWallet,
  join,
  joinAtOnce,
  readWishes,
} from '../support/tasks/joining.ts'
import { amount, joinScheme, makeScheme, movePoints } from '../support/tasks/points.ts'
import type { AirlockWorld } from '../support/world.ts'

/** With an active wallet and one card, and nothing else. */
Given('{customer} is a customer', async function (this: AirlockWorld, name: string) {
  await becomeCustomer(this, name)
})

/** With a card, and a member of a points scheme that has credited so many. */
Given(
  '{customer} is a customer with {points}',
  async function (this: AirlockWorld, name: string, points: number) {
    await makeScheme(this)
    await joinScheme(this, name)
    await movePoints(this, name, ['credit', amount(points)])
  },
)

/** A wallet is opened with one card. */
When('{customer} becomes a customer', async function (this: AirlockWorld, name: string) {
  await becomeCustomer(this, name)
})

/** A wallet is opened with one card, in a status that it may not be able to begin with. */
When(
  '{customer} becomes a customer with a wallet that is {status}',
  async function (this: AirlockWorld, name: string, status: string) {
    await becomeCustomer(this, name, { status })
  },
)

/** A wallet for several people who live together. */
When(
  "{customer} becomes a customer with a household's wallet",
  async function (this: AirlockWorld, name: string) {
    await becomeCustomer(this, name, { type: 'HOUSEHOLD' })
  },
)

/** As clients do that have not learned of the newer address. */
When('{customer} becomes a customer at the older address', async function (this: AirlockWorld, name: string) {
  await becomeCustomer(this, name, { isOldWay: true })
})

/** As clients do that have not learned of the newer address, with a card that is somebody's already. */
When(
  '{customer} becomes a customer at the older address with {owner} card',
  async function (this: AirlockWorld, name: string, other: string) {
    const { card: value } = this.memory.recall(customers, other)
    await becomeCustomer(this, name, { identity: { type: 'CARD', value }, isOldWay: true })
  },
)

/** A wallet is to be opened with a card that is somebody's already. */
When(
  '{customer} becomes a customer with {owner} card',
  async function (this: AirlockWorld, name: string, other: string) {
    const { card: value } = this.memory.recall(customers, other)
    await becomeCustomer(this, name, { identity: { type: 'CARD', value } })
  },
)

/** A wallet is to be opened that is known by this and by nothing else. */
When(
  '{customer} becomes a customer with the {identity} {string}',
  async function (this: AirlockWorld, name: string, kind: string, value: string) {
    await becomeCustomer(this, name, { identity: makeIdentity(this, kind, value) })
  },
)

/** All ask before the first is answered, each for a wallet of their own. */
When(
  '{int} people become customers with one card at the same moment',
  async function (this: AirlockWorld, count: number) {
    await becomeCustomersAtOnce(this, count)
  },
)

/** One call makes wallet, membership of the points scheme and coupon. */
When(
  '{customer} joins with points and a coupon of {string}',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await join(this, name, [
      ['a coupon of', campaign],
      ['points of', 'the scheme'],
    ])
  },
)

/** The same call again; somebody who is known keeps the wallet there is. */
When(
  '{customer} joins once more with a coupon of {string}',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await join(this, name, [['a coupon of', campaign]])
  },
)

/** The same call again, asking for coupons of every campaign with that tag. */
When(
  '{customer} joins once more with coupons tagged {string}',
  async function (this: AirlockWorld, name: string, tag: string) {
    await join(this, name, [['coupons tagged', tag]])
  },
)

/** One call, of which a part cannot be done. */
When(
  '{customer} joins with a coupon of {string} and one of a campaign that never was',
  async function (this: AirlockWorld, name: string, campaign: string) {
    await join(this, name, [
      ['a coupon of', campaign],
      ['a coupon of', 'a campaign that never was'],
    ])
  },
)

/** One call, for whatever stands in the table: a row each, what and which. */
When('{customer} joins and asks for', async function (this: AirlockWorld, name: string, table: DataTable) {
  await join(this, name, readWishes(table.raw()))
})

/** The same card at each; all ask before the first is answered. */
When(
  '{customer} joins at {int} tills with points at the same moment',
  async function (this: AirlockWorld, name: string, times: number) {
    await joinAtOnce(this, name, times)
  },
)

/** The wallet is asked for by the card's number. */
When('somebody shows {owner} card', async function (this: AirlockWorld, name: string) {
  await findByIdentity(this, this.memory.recall(customers, name).card)
})

/** A wallet is asked for by a number that leads nowhere. */
When('somebody shows a card that was never given out', async function (this: AirlockWorld) {
  await findByIdentity(this, this.unique('never given out'))
})

/** The wallet is asked for by a card, an address or a number, as it was typed. */
When(
  'somebody gives the {identity} {string}',
  async function (this: AirlockWorld, _kind: string, value: string) {
    await findByIdentity(this, ownValue(this, value))
  },
)

/** The search led to this wallet and no other. */
Then('{owner} wallet is found', function (this: AirlockWorld, name: string) {
  assertFound(this, name)
})

/** Asked for by the one's card, the platform answers with the other's wallet, or the same one's. */
Then(
  'somebody who shows {owner} card finds {owner} wallet',
  async function (this: AirlockWorld, name: string, owner: string) {
    await assertFinds(this, name, owner)
  },
)

/** Whoever asked for a wallet with a card of their own has none. */
Then(
  'nobody is found by the card that {customer} asked for',
  async function (this: AirlockWorld, name: string) {
    await assertNotFound(this, makeCard(this, name))
  },
)

/** Joining again opened no second wallet. */
Then('it is {owner} wallet that was used', function (this: AirlockWorld, name: string) {
  assertSameWallet(this, name)
})

/** However many asked at once. */
Then('all of them led to one wallet', function (this: AirlockWorld) {
  assertOneWallet(this)
})

/** The answer says what could not be done, beside what was. */
Then(
  'the other coupon is reported as failed because {reason}',
  function (this: AirlockWorld, { code }: Expected) {
    assertFailed(this, code)
  },
)

/** One row for each thing that failed, and why, in the order in which they were asked for; and no others. */
Then('these are reported as failed', function (this: AirlockWorld, table: DataTable) {
  assertFailures(this, readWishes(table.raw()))
})

/** The answer says of each coupon asked for that it could not be given. */
Then('no coupon is given out because {reason}', function (this: AirlockWorld, { code }: Expected) {
  assertNothingGiven(this, code)
})
