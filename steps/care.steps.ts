// Customer care: who has called is found, looked at and helped in the dashboard.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import {
  addingCard,
  emailOf,
  expectBalance,
  expectFact,
  expectFirstEntry,
  expectFound,
  expectFoundByEach,
  expectFoundCount,
  expectName,
  expectPersonal,
  givingGoodwill,
  havePerformed,
  movingCard,
  movingPoints,
  perform,
  performTwice,
  searchBy,
  steppingCard,
  suspendingWallet,
} from '../support/tasks/care.ts'
import { assertFound, customers, findByIdentity } from '../support/tasks/customers.ts'
import { openWalletAs } from '../support/tasks/dashboard.ts'
import type { Role } from '../support/tasks/desk.ts'
import { makePerson, tellPerson } from '../support/tasks/persons.ts'
import type { AirlockWorld } from '../support/world.ts'

/** First name, last name and address, as the tenant's systems know them. */
Given('{customer} is known by name and e-mail address', async function (this: AirlockWorld, name: string) {
  const emailAddress = emailOf(this, name)
  await tellPerson(this, name, makePerson(this.unique(name), { emailAddress }))
})

/** On the wallet's page, and the dashboard has said so. */
Given(
  '{staff} has suspended {owner} wallet because {string}',
  async function (this: AirlockWorld, role: Role, name: string, reason: string) {
    const deed = suspendingWallet(this, name, reason)
    await havePerformed(this, role, { deed, said: 'Wallet suspended' })
  },
)

/** On the card's page, and the dashboard has said so. */
Given(
  '{staff} has reported {owner} card as {word} because {string}',
  async function (this: AirlockWorld, role: Role, name: string, what: string, reason: string) {
    const deed = steppingCard(this, [`reports as ${what}`, name], reason)
    await havePerformed(this, role, { deed, said: `Identity reported as ${what}` })
  },
)

/** One more card for a customer, with a number of the scenario's own; the dashboard has said so. */
Given(
  '{staff} has added the card {string} to {owner} wallet because {string}',
  async function (this: AirlockWorld, role: Role, card: string, name: string, reason: string) {
    const deed = addingCard(this, [name, `${card}-${this.suffix}`], reason)
    await havePerformed(this, role, { deed, said: 'Identity added' })
  },
)

/** On the page of the points account; the dashboard has said so. */
Given(
  '{staff} has credited {customer} {points} because {string}',
  async function (this: AirlockWorld, role: Role, name: string, points: number, reason: string) {
    const deed = movingPoints(this, ['credits', name], { points, reason })
    await havePerformed(this, role, { deed, said: `${points} points credited` })
  },
)

/** Goodwill on the wallet's page, and the dashboard has said that it was given. */
Given(
  '{staff} has given {customer} {points} because {string}',
  async function (this: AirlockWorld, role: Role, name: string, points: number, reason: string) {
    const deed = givingGoodwill(this, name, { points, reason })
    await havePerformed(this, role, { deed, said: 'given' })
  },
)

/** What a caller can say, typed into the one search field. */
When(
  '{staff} searches for {customer} by the {key}',
  async function (this: AirlockWorld, role: Role, name: string, key: string) {
    await searchBy(this, role, { name, key })
  },
)

/** Goodwill on the wallet's page, with the reason typed in. */
When(
  '{staff} gives {customer} {points} because {string}',
  async function (this: AirlockWorld, role: Role, name: string, points: number, reason: string) {
    await perform(this, role, givingGoodwill(this, name, { points, reason }))
  },
)

/** The form is sent with the reason left empty. */
When(
  '{staff} gives {customer} {points} without a reason',
  async function (this: AirlockWorld, role: Role, name: string, points: number) {
    await perform(this, role, givingGoodwill(this, name, { points, reason: '' }))
  },
)

/** As when the page is loaded anew after sending. */
When(
  '{staff} gives {customer} {points} and sends the form once more',
  async function (this: AirlockWorld, role: Role, name: string, points: number) {
    await performTwice(this, role, givingGoodwill(this, name, { points, reason: 'twice' }))
  },
)

/** On the page of the points account, with the reason typed in. */
When(
  '{staff} {booking} {customer} {points} because {string}',
  async function (
    this: AirlockWorld,
    role: Role,
    verb: string,
    name: string,
    points: number,
    reason: string,
  ) {
    await perform(this, role, movingPoints(this, [verb, name], { points, reason }))
  },
)

/** What a caller says has become of a card. */
When(
  '{staff} {action} {owner} card because {string}',
  async function (this: AirlockWorld, role: Role, verb: string, name: string, reason: string) {
    await perform(this, role, steppingCard(this, [verb, name], reason))
  },
)

/** From then on whoever shows it is the other customer. */
When(
  '{staff} moves {owner} card to {owner} wallet because {string}',
  async function (this: AirlockWorld, role: Role, name: string, other: string, reason: string) {
    await perform(this, role, movingCard(this, [name, other], reason))
  },
)

/** The search led to this wallet's entry. */
Then('the dashboard shows {owner} wallet', async function (this: AirlockWorld, name: string) {
  await expectFound(this, name)
})

/** By the one search field as well, with whatever else she or he can say. */
Then(
  '{customer} is found as well by the following',
  async function (this: AirlockWorld, name: string, table: DataTable) {
    await expectFoundByEach(this, name, table.raw().flat())
  },
)

/** In words, and not by an empty list. */
Then('the dashboard says that nobody was found', async function (this: AirlockWorld) {
  await expectFoundCount(this, 'No wallet found')
})

/** Whoever shows it is this customer. */
Then(
  '{owner} card leads to {owner} wallet',
  async function (this: AirlockWorld, name: string, other: string) {
    await findByIdentity(this, this.memory.recall(customers, name).card)
    assertFound(this, other)
  },
)

/** Among the accounts on the wallet's page. */
Then('the dashboard shows a balance of {points}', async function (this: AirlockWorld, points: number) {
  await expectBalance(this, `${points} points`)
})

/** The newest entry stands first: what happened, how much, and whatever else stands there by comma. */
Then("the dashboard's ledger begins with {string}", async function (this: AirlockWorld, cells: string) {
  await expectFirstEntry(this, cells.split(', '))
})

/** Letter by letter as it was given, whatever a browser could make of it. */
Then('the dashboard shows the name {string}', async function (this: AirlockWorld, name: string) {
  await expectName(this, name)
})

/** Of the facts about whatever the page shows. */
Then(
  'the dashboard shows {string} as {string}',
  async function (this: AirlockWorld, term: string, value: string) {
    await expectFact(this, term, value)
  },
)

/** On the wallet's page, which is opened for it. */
Then(
  '{staff} is shown {owner} personal data {extent}',
  async function (this: AirlockWorld, role: Role, name: string, how: string) {
    await openWalletAs(this, role, name)
    await expectPersonal(this, name, how === 'masked')
  },
)

/** Name, address and card number: all of each, or nothing but what is needed to ask whether it is theirs. */
Then(
  'the dashboard shows {owner} personal data {extent}',
  async function (this: AirlockWorld, name: string, how: string) {
    await expectPersonal(this, name, how === 'masked')
  },
)
