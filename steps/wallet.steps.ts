// Wallets: what they are called, what becomes of them, and everything that is in them.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  assertBelongingsGone,
  assertBelongingsKept,
  rememberBelongings,
} from '../support/tasks/belongings.ts'
import { tryEach } from '../support/tasks/rows.ts'
import {
  assertAllWaysKnown,
  becomeCustomerWithEverything,
  tryEverything,
} from '../support/tasks/wallet-writes.ts'
import {
  assertDays,
  assertGone,
  assertName,
  assertNoted,
  assertNothingTold,
  assertState,
  assertStatus,
  assertType,
  changeWallet,
  deleteOldWay,
  openWalletIn,
  setState,
  updateWallet,
} from '../support/tasks/wallets.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Opened so, or brought there since: whatever leads to that status. */
Given(
  '{customer} has a wallet that is {status}',
  async function (this: AirlockWorld, name: string, status: string) {
    await openWalletIn(this, name, status)
  },
)

/** With a person, points, coupons and a redeemed coupon, so that there is something of every kind to be changed. */
Given('{customer} is a customer with everything', async function (this: AirlockWorld, name: string) {
  await becomeCustomerWithEverything(this, name)
})

/** So that it can be looked for again later. */
Given('everything of {owner} has been looked at', async function (this: AirlockWorld, name: string) {
  await rememberBelongings(this, name)
})

/** It was done before the scenario begins, and it was allowed. */
Given('{owner} wallet has been {change}', async function (this: AirlockWorld, name: string, change: string) {
  await changeWallet(this, name, change)
})

/** The name the customer gave it, as it was typed. */
Given(
  '{owner} wallet has been named {string}',
  async function (this: AirlockWorld, name: string, friendlyName: string) {
    await updateWallet(this, name, { friendlyName })
  },
)

/** A name for people, and a note under a key for systems; both have been there for a while. */
Given(
  '{owner} wallet has been named {string} and noted {string} as {string}',
  async function (this: AirlockWorld, name: string, friendlyName: string, key: string, value: string) {
    await updateWallet(this, name, { friendlyName, meta: { [key]: value } })
  },
)

/** It is tried; whether it is allowed is for the platform to say. */
When('{owner} wallet is to be {change}', async function (this: AirlockWorld, name: string, change: string) {
  await changeWallet(this, name, change)
})

/** One after the other, by comma; whether each is allowed is for the platform to say. */
When(
  '{owner} wallet is to be each of {string}',
  async function (this: AirlockWorld, name: string, changes: string) {
    await tryEach(this, changes.split(', '), async (change) => changeWallet(this, name, change))
  },
)

/** A name for people, and a note under a key for systems. */
When(
  '{owner} wallet is named {string} and noted {string} as {string}',
  async function (this: AirlockWorld, name: string, friendlyName: string, key: string, value: string) {
    await updateWallet(this, name, { friendlyName, meta: { [key]: value } })
  },
)

/** A single note of that length. */
When(
  '{int} characters are noted about {owner} wallet',
  async function (this: AirlockWorld, length: number, name: string) {
    await updateWallet(this, name, { meta: { note: 'x'.repeat(length) } })
  },
)

/** What kind of wallet it is, is decided when it is opened. */
When("{owner} wallet is changed into a household's", async function (this: AirlockWorld, name: string) {
  await updateWallet(this, name, { type: 'HOUSEHOLD' })
})

/** Whatever stands for the state. */
When(
  'the state of {owner} wallet is set to {string}',
  async function (this: AirlockWorld, name: string, state: string) {
    await setState(this, name, state)
  },
)

/** As clients do that have not learned of the newer address. */
When('{owner} wallet is deleted at the older address', async function (this: AirlockWorld, name: string) {
  await deleteOldWay(this, name)
})

/** Every operation that changes a wallet or something in it, one after the other. */
When(
  'everything is tried that would change {owner} wallet',
  async function (this: AirlockWorld, name: string) {
    await tryEverything(this, name)
  },
)

/** The published contract has no operation that was forgotten. */
Then(
  'it names no way to change a wallet but those that are tried on terminated ones',
  async function (this: AirlockWorld) {
    await assertAllWaysKnown(this)
  },
)

/** Wallet, cards, person, accounts and ledgers are, when read anew, as they were before the attempt. */
Then('everything of {owner} is as it was', async function (this: AirlockWorld, name: string) {
  await assertBelongingsKept(this, name)
})

/** Wallet, cards, person, accounts, ledgers and purchases: all as if they had never been. */
Then('nothing of {owner} can be read any more', async function (this: AirlockWorld, name: string) {
  await assertBelongingsGone(this, name)
})

/** What the wallet says when it is read anew. */
Then('{owner} wallet is {status}', async function (this: AirlockWorld, name: string, status: string) {
  await assertStatus(this, name, status)
})

/** What may be done with it, apart from its status. */
Then(
  'the state of {owner} wallet is {status}',
  async function (this: AirlockWorld, name: string, state: string) {
    await assertState(this, name, state)
  },
)

/** What kind of wallet it says it is. */
Then("{owner} wallet is a consumer's", async function (this: AirlockWorld, name: string) {
  await assertType(this, name, 'CONSUMER')
})

/** What kind of wallet it says it is. */
Then("{owner} wallet is a household's", async function (this: AirlockWorld, name: string) {
  await assertType(this, name, 'HOUSEHOLD')
})

/** The days by the tenant's own calendar. */
Then(
  '{owner} wallet was opened on {word} and changed last on {word}',
  async function (this: AirlockWorld, name: string, opened: string, changed: string) {
    await assertDays(this, name, { opened, changed })
  },
)

/** Neither by its number nor by the customer's card. */
Then('{owner} wallet cannot be found any more', async function (this: AirlockWorld, name: string) {
  await assertGone(this, name)
})

/** What nobody told it is empty, and not made up. */
Then(
  '{owner} wallet has no name and nothing noted about it',
  async function (this: AirlockWorld, name: string) {
    await assertNothingTold(this, name)
  },
)

/** The name when it is read anew. */
Then(
  '{owner} wallet is named {string}',
  async function (this: AirlockWorld, name: string, friendlyName: string) {
    await assertName(this, name, friendlyName)
  },
)

/** The note when it is read anew. */
Then(
  '{owner} wallet has {string} noted as {string}',
  async function (this: AirlockWorld, name: string, key: string, value: string) {
    await assertNoted(this, name, [key, value])
  },
)
