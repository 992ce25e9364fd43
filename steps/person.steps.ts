// Persons: who is behind a wallet.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import {
  askForPerson,
  assertNobody,
  assertPersonal,
  assertSamePerson,
  forgetPerson,
  makePerson,
  tellPerson,
  tellPersonAnew,
  tellPersonsAtOnce,
} from '../support/tasks/persons.ts'
import type { AirlockWorld } from '../support/world.ts'

/** First and last name are known, and nothing else. */
Given(
  '{string} has been named as the person behind {owner} wallet',
  async function (this: AirlockWorld, fullName: string, name: string) {
    await tellPerson(this, name, makePerson(fullName))
  },
)

/** First and last name are known, and the day of birth. */
Given(
  '{string}, born on {word}, has been named as the person behind {owner} wallet',
  async function (this: AirlockWorld, fullName: string, birthDate: string, name: string) {
    await tellPerson(this, name, makePerson(fullName, { birthDate }))
  },
)

/** The wallet stays; whoever was behind it is no longer known. */
Given(
  'the person behind {owner} wallet has been forgotten',
  async function (this: AirlockWorld, name: string) {
    await forgetPerson(this, name)
  },
)

/** Somebody is to be behind the wallet, whether or not there is somebody already. */
When(
  '{string} is named as the person behind {owner} wallet',
  async function (this: AirlockWorld, fullName: string, name: string) {
    await tellPerson(this, name, makePerson(fullName))
  },
)

/** All are named before the first is answered. */
When(
  '{int} persons are named for {owner} wallet at the same moment',
  async function (this: AirlockWorld, count: number, name: string) {
    await tellPersonsAtOnce(this, name, count)
  },
)

/** First and last name only: what else was known is not said again. */
When(
  'the person behind {owner} wallet is written anew as {string}',
  async function (this: AirlockWorld, name: string, fullName: string) {
    await tellPersonAnew(this, name, makePerson(fullName))
  },
)

/** As a customer may ask for. */
When('the person behind {owner} wallet is forgotten', async function (this: AirlockWorld, name: string) {
  await forgetPerson(this, name)
})

/** By a system of the tenant, which may know. */
When('somebody asks who is behind {owner} wallet', async function (this: AirlockWorld, name: string) {
  await askForPerson(this, name)
})

/** All that is known of the person when it is read anew, and no more. */
Then(
  'the person behind {owner} wallet is',
  async function (this: AirlockWorld, name: string, table: DataTable) {
    await assertPersonal(this, name, table.rowsHash())
  },
)

/** Not one that took the place of the other. */
Then('{owner} wallet still has the same person behind it', async function (this: AirlockWorld, name: string) {
  await assertSamePerson(this, name)
})

/** Nothing of whoever was there is told any more. */
Then('nobody is behind {owner} wallet', async function (this: AirlockWorld, name: string) {
  await assertNobody(this, name)
})
