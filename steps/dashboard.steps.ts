// The dashboard: who comes in, what it opens to whom, and how it says what was done and what is wrong.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import {
  copyBrowser,
  expectMistake,
  expectNoPage,
  expectNoneOpen,
  expectOffered,
  expectOpen,
  expectOpenAfter,
  expectRefused,
  expectSaid,
  expectSignInPage,
  expectTenantName,
  lookAt,
  openPlace,
  openPlaceAs,
  openWallet,
  openWalletAs,
  openWithCopy,
  signInAs,
  signInAsNobody,
  signInWrongly,
  signOut,
  tryPasswordsOf,
} from '../support/tasks/dashboard.ts'
import { haveSeated, useKeysOnly, type Role } from '../support/tasks/desk.ts'
import type { AirlockWorld } from '../support/world.ts'

const notRight = 'The user name or the password is not right'

/** With the name and password of that role; what the role begins its work with is open. */
Given('{staff} has signed in', async function (this: AirlockWorld, role: Role) {
  await haveSeated(this, role)
})

/** As somebody does who goes on working; they were still signed in. */
Given('{staff} has looked at {place}', async function (this: AirlockWorld, role: Role, place: string) {
  await lookAt(this, role, place)
})

/** Everything by which the browser of whoever is signed in is known. */
Given('somebody has copied what the browser keeps', async function (this: AirlockWorld) {
  await copyBrowser(this)
})

/** One after the other, and each of them refused. */
Given(
  '{int} wrong passwords have been tried for {staff}',
  async function (this: AirlockWorld, times: number, role: Role) {
    await tryPasswordsOf(this, role, times)
  },
)

/** From here on nobody touches a mouse. */
Given('only the keyboard is used', function (this: AirlockWorld) {
  useKeysOnly(this)
})

/** With the right name and password. */
When('{staff} signs in', async function (this: AirlockWorld, role: Role) {
  await signInAs(this, role)
})

/** With a name that is known and a password that is not its own. */
When('{staff} signs in with a wrong password', async function (this: AirlockWorld, role: Role) {
  await signInWrongly(this, role)
})

/** By the dashboard's own button; the sign-in page then shows. */
When('{staff} signs out', async function (this: AirlockWorld, _role: Role) {
  await signOut(this)
})

/** By its address, as from a bookmark. */
When('somebody goes back to the search', async function (this: AirlockWorld) {
  await openPlace(this, 'the search')
})

/** By its address, as from a link in a message. */
When(
  'somebody who is not signed in opens the page of {owner} wallet',
  async function (this: AirlockWorld, name: string) {
    await openWallet(this, name)
  },
)

/** By its address, whether or not a link leads there. */
When('{staff} opens {place}', async function (this: AirlockWorld, role: Role, place: string) {
  await openPlaceAs(this, role, place)
})

/** The page of the wallet, by its address. */
When('{staff} opens {owner} wallet', async function (this: AirlockWorld, role: Role, name: string) {
  await openWalletAs(this, role, name)
})

/** In a browser that keeps nothing but the copy; the sign-in page shows instead. */
Then('the copy does not open {place}', async function (this: AirlockWorld, place: string) {
  await openWithCopy(this, place)
  await expectSignInPage(this)
})

/** With the right name and password, when that much more time has gone by. */
Then(
  'after {span} the dashboard opens to {staff}',
  async function (this: AirlockWorld, span: Temporal.Duration, role: Role) {
    await expectOpenAfter(this, role, span)
  },
)

/** By their addresses, one after the other. */
Then(
  '{staff} can open none of these either',
  async function (this: AirlockWorld, role: Role, table: DataTable) {
    await expectNoneOpen(this, role, table.raw().flat())
  },
)

/** Whoever is signed in sees for which client they work. */
Then("the dashboard shows the tenant's name", async function (this: AirlockWorld) {
  await expectTenantName(this)
})

/** The sign-in page shows instead of what was asked for. */
Then('the dashboard asks to sign in', async function (this: AirlockWorld) {
  await expectSignInPage(this)
})

/** All that its navigation leads to, by comma and in its order. */
Then('the dashboard leads to {string}', async function (this: AirlockWorld, places: string) {
  await expectOffered(this, places)
})

/** What was done, or has come to be: announced, and with the focus on it. */
Then('the dashboard says {string}', async function (this: AirlockWorld, text: string) {
  await expectSaid(this, text)
})

/** Nothing was done: said at the top, and once more at the field that can mend it. */
Then(
  'the dashboard refuses it at {string}: {string}',
  async function (this: AirlockWorld, label: string, text: string) {
    await expectMistake(this, label, text)
  },
)

/** Without a hint which of the two was wrong. */
Then('the dashboard says that name and password do not fit', async function (this: AirlockWorld) {
  await expectRefused(this, notRight)
})

/** On the page where another has just been refused: nobody learns which names there are. */
Then('a name nobody has is refused in the same words', async function (this: AirlockWorld) {
  await signInAsNobody(this)
  await expectRefused(this, notRight)
})

/** With the right name and password. */
Then('the dashboard opens to {staff}', async function (this: AirlockWorld, role: Role) {
  await expectOpen(this, role)
})

/** In the same words whether or not anybody has the name, and whatever the password. */
Then('the dashboard says that the name is locked for a while', async function (this: AirlockWorld) {
  await expectRefused(this, 'Too many wrong passwords')
})

/** By its address, and as for a number that was never given out. */
Then('there is no page of {owner} wallet', async function (this: AirlockWorld, name: string) {
  await openWallet(this, name)
  await expectNoPage(this, 404, 'Wallet not found')
})

/** A page that says so, and nothing of what was asked for. */
Then('the dashboard says that this is not allowed', async function (this: AirlockWorld) {
  await expectNoPage(this, 403, 'Not allowed')
})
