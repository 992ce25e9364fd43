// Identities: cards, addresses and numbers that lead to a wallet, and what becomes of them.
import { Given, Then, When } from '@cucumber/cucumber'
import { becomeCustomer, customers } from '../support/tasks/customers.ts'
import type { Line } from '../support/tasks/goods.ts'
import {
  addCardBorn,
  addCardIn,
  addCards,
  addIdentity,
  addNumberlessCard,
  addSameCardAtOnce,
  assertCardStatus,
  assertIdentityCount,
  assertLastFindsWallet,
  assertPlainCard,
  assertShownAs,
  assertStatusAt,
  assertValueKept,
  changeCard,
  makeIdentity,
  suspendUnder,
} from '../support/tasks/identities.ts'
import { tryEach } from '../support/tasks/rows.ts'
import { openWithoutUnknownCard } from '../support/tasks/strangers.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Besides the card; the address is made different in every scenario. */
Given(
  '{customer} is also known by the {identity} {string}',
  async function (this: AirlockWorld, name: string, kind: string, value: string) {
    await addIdentity(this, name, makeIdentity(this, kind, value))
  },
)

/** So that there are enough identities to turn pages. */
Given(
  '{customer} is also known by {int} more card(s)',
  async function (this: AirlockWorld, name: string, count: number) {
    await addCards(this, name, count)
  },
)

/** A further card, given out so or brought there since; from then on it is the customer's card. */
Given(
  '{customer} has a card that is {status}',
  async function (this: AirlockWorld, name: string, status: string) {
    await addCardIn(this, name, status)
  },
)

/** It was done before, and it was allowed. */
Given('{owner} card has been {change}', async function (this: AirlockWorld, name: string, change: string) {
  await changeCard(this, name, change)
})

/** It is tried; whether it is allowed is for the platform to say. */
When('{owner} card is to be {change}', async function (this: AirlockWorld, name: string, change: string) {
  await changeCard(this, name, change)
})

/** One after the other, by comma; whether each is allowed is for the platform to say. */
When(
  '{owner} card is to be each of {string}',
  async function (this: AirlockWorld, name: string, changes: string) {
    await tryEach(this, changes.split(', '), async (change) => changeCard(this, name, change))
  },
)

/** By its own number, under the number of a wallet that it does not belong to. */
When(
  '{owner} card is to be suspended as if it were {owner}',
  async function (this: AirlockWorld, name: string, other: string) {
    await suspendUnder(this, name, other)
  },
)

/** Besides the card; the value is made different in every scenario. */
When(
  '{customer} is made known by the {identity} {string}',
  async function (this: AirlockWorld, name: string, kind: string, value: string) {
    await addIdentity(this, name, makeIdentity(this, kind, value))
  },
)

/** The same number is to lead to another wallet too. */
When(
  '{owner} card is to be {owner} as well',
  async function (this: AirlockWorld, name: string, other: string) {
    await addIdentity(this, other, { type: 'CARD', value: this.memory.recall(customers, name).card })
  },
)

/** Further cards, in statuses by comma that they may not be able to begin with. */
When(
  '{customer} is given a card that is each of {string}',
  async function (this: AirlockWorld, name: string, statuses: string) {
    await tryEach(this, statuses.toUpperCase().split(', '), async (status) => addCardBorn(this, name, status))
  },
)

/** The platform is to choose a number that is free. */
When('{customer} is given a card without a number', async function (this: AirlockWorld, name: string) {
  await addNumberlessCard(this, name)
})

/** Each has a wallet of their own; all ask before the first is answered. */
When(
  '{int} customers are given the same card at the same moment',
  async function (this: AirlockWorld, count: number) {
    const names = Array.from({ length: count }, (_, at) => `Customer-${at + 1}`)
    await Promise.all(names.map(async (name) => becomeCustomer(this, name)))
    await addSameCardAtOnce(this, names)
  },
)

/** It has asked with the card first, and was told that nobody knows it. */
When(
  'a till opens a basket of {line} without the card it does not know',
  async function (this: AirlockWorld, line: Line) {
    await openWithoutUnknownCard(this, line)
  },
)

/** What the card says when it is read anew. */
Then('{owner} card is {status}', async function (this: AirlockWorld, name: string, status: string) {
  await assertCardStatus(this, name, status)
})

/** Counted when they are read anew, whatever their status. */
Then(
  '{customer} has {int} identity/identities',
  async function (this: AirlockWorld, name: string, count: number) {
    await assertIdentityCount(this, name, count)
  },
)

/** Its time begins when it was given out and has no end; it has no name, no notes, no secret. */
Then('{owner} card starts now and says nothing of itself', async function (this: AirlockWorld, name: string) {
  await assertPlainCard(this, name)
})

/** In the order in which they were given out. */
Then(
  'the first of {owner} identities is {status}',
  async function (this: AirlockWorld, name: string, status: string) {
    await assertStatusAt(this, name, [0, status])
  },
)

/** In the order in which they were given out. */
Then(
  'the last of {owner} identities is {status}',
  async function (this: AirlockWorld, name: string, status: string) {
    await assertStatusAt(this, name, [-1, status])
  },
)

/** Letter by letter as it was typed. */
Then(
  'the last of {owner} identities is {string}',
  async function (this: AirlockWorld, name: string, value: string) {
    await assertValueKept(this, name, value)
  },
)

/** Somebody who shows it finds the wallet it was given to. */
Then(
  'the last of {owner} identities finds {owner} wallet',
  async function (this: AirlockWorld, name: string, owner: string) {
    await assertLastFindsWallet(this, name, owner)
  },
)

/** The rest is hidden from whoever looks at the wallet. */
Then(
  'the last of {owner} identities is shown with only {string} to be seen of it',
  async function (this: AirlockWorld, name: string, seen: string) {
    await assertShownAs(this, name, seen)
  },
)
