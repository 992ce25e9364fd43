// Wallets: what is in them, what they are called, and what becomes of them.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  assertGone,
  assertName,
  assertNoted,
  assertNothingTold,
  assertStatus,
  changeWallet,
  setState,
  updateWallet,
} from '../support/tasks/wallets.ts'
import type { AirlockWorld } from '../support/world.ts'

Given(
  "{customer}'s wallet has been {change}",
  async function (this: AirlockWorld, name: string, change: string) {
    await changeWallet(this, name, change)
  },
)

Given(
  "{customer}'s wallet has been named {string}",
  async function (this: AirlockWorld, name: string, friendlyName: string) {
    await updateWallet(this, name, { friendlyName })
  },
)

When(
  "{customer}'s wallet is to be {change}",
  async function (this: AirlockWorld, name: string, change: string) {
    await changeWallet(this, name, change)
  },
)

When(
  "{customer}'s wallet is named {string} and noted {string} as {string}",
  async function (this: AirlockWorld, name: string, friendlyName: string, key: string, value: string) {
    await updateWallet(this, name, { friendlyName, meta: { [key]: value } })
  },
)

When("{customer}'s wallet is changed into a household's", async function (this: AirlockWorld, name: string) {
  await updateWallet(this, name, { type: 'HOUSEHOLD' })
})

When(
  "the state of {customer}'s wallet is set to {string}",
  async function (this: AirlockWorld, name: string, state: string) {
    await setState(this, name, state)
  },
)

Then("{customer}'s wallet is {status}", async function (this: AirlockWorld, name: string, status: string) {
  await assertStatus(this, name, status)
})

Then("{customer}'s wallet cannot be found any more", async function (this: AirlockWorld, name: string) {
  await assertGone(this, name)
})

Then(
  "{customer}'s wallet has no name and nothing noted about it",
  async function (this: AirlockWorld, name: string) {
    await assertNothingTold(this, name)
  },
)

Then(
  "{customer}'s wallet is named {string}",
  async function (this: AirlockWorld, name: string, friendlyName: string) {
    await assertName(this, name, friendlyName)
  },
)

Then(
  "{customer}'s wallet has {string} noted as {string}",
  async function (this: AirlockWorld, name: string, key: string, value: string) {
    await assertNoted(this, name, [key, value])
  },
)
