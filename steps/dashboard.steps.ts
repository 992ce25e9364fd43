// The dashboard: what customer care does there, and what it shows.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  backToSearch,
  expectBalance,
  expectFirstEntry,
  expectFound,
  expectGoodwillConfirmed,
  expectGoodwillRefused,
  expectName,
  expectNobodyFound,
  expectNoSuchWallet,
  expectSignInPage,
  expectSignInRefused,
  expectTenantName,
  giveGoodwill,
  giveGoodwillByKeys,
  giveGoodwillTwice,
  haveSignedIn,
  openOthersWallet,
  openWallet,
  searchBy,
  searchFor,
  signIn,
  signOut,
} from '../support/tasks/dashboard.ts'
import type { AirlockWorld } from '../support/world.ts'

Given('customer care has signed in', async function (this: AirlockWorld) {
  await haveSignedIn(this)
})

When('customer care signs in', async function (this: AirlockWorld) {
  await signIn(this)
})

When('customer care signs in with a wrong password', async function (this: AirlockWorld) {
  await signIn(this, { password: 'not the password' })
})

When('somebody unknown signs in', async function (this: AirlockWorld) {
  await signIn(this, { user: `nobody-${this.suffix}@shop.example` })
})

When('customer care signs out', async function (this: AirlockWorld) {
  await signOut(this)
})

When('somebody goes back to the search', async function (this: AirlockWorld) {
  await backToSearch(this)
})

When(
  "somebody who is not signed in opens the page of {customer}'s wallet",
  async function (this: AirlockWorld, name: string) {
    await openWallet(this, name)
  },
)

When("customer care opens {customer}'s wallet", async function (this: AirlockWorld, name: string) {
  await openWallet(this, name)
})

When("customer care opens the page of another tenant's wallet", async function (this: AirlockWorld) {
  await openOthersWallet(this)
})

When(
  /^customer care searches for ([A-Z][a-z]+) by the (card|wallet number|purchase)$/,
  async function (this: AirlockWorld, name: string, key: string) {
    await searchBy(this, name, key)
  },
)

When('customer care searches for a card that was never given out', async function (this: AirlockWorld) {
  await searchFor(this, `never-${this.suffix}`)
})

When(
  'customer care gives {customer} {points} because {string}',
  async function (this: AirlockWorld, name: string, points: number, reason: string) {
    await giveGoodwill(this, name, { points: String(points), reason })
  },
)

When(
  'customer care gives {customer} {points} without a reason',
  async function (this: AirlockWorld, name: string, points: number) {
    await giveGoodwill(this, name, { points: String(points), reason: '' })
  },
)

When(
  'customer care gives {customer} goodwill of {string}',
  async function (this: AirlockWorld, name: string, points: string) {
    await giveGoodwill(this, name, { points, reason: 'a reason' })
  },
)

When(
  'customer care gives {customer} {points} and sends the form once more',
  async function (this: AirlockWorld, name: string, points: number) {
    await giveGoodwillTwice(this, name, { points: String(points), reason: 'twice' })
  },
)

When(
  'customer care gives {customer} {points} with the keyboard alone',
  async function (this: AirlockWorld, name: string, points: number) {
    await giveGoodwillByKeys(this, name, { points: String(points), reason: 'by keys' })
  },
)

Then("the dashboard shows the tenant's name", async function (this: AirlockWorld) {
  await expectTenantName(this)
})

Then('the dashboard says that name and password do not fit', async function (this: AirlockWorld) {
  await expectSignInRefused(this)
})

Then('the dashboard asks to sign in', async function (this: AirlockWorld) {
  await expectSignInPage(this)
})

Then('the dashboard says that there is no such wallet', async function (this: AirlockWorld) {
  await expectNoSuchWallet(this)
})

Then("the dashboard shows {customer}'s wallet", async function (this: AirlockWorld, name: string) {
  await expectFound(this, name)
})

Then('the dashboard says that nobody was found', async function (this: AirlockWorld) {
  await expectNobodyFound(this)
})

Then('the dashboard shows a balance of {points}', async function (this: AirlockWorld, points: number) {
  await expectBalance(this, points)
})

Then(
  "the dashboard's ledger begins with a credit of {points}",
  async function (this: AirlockWorld, points: number) {
    await expectFirstEntry(this, 'Credited', points)
  },
)

Then('the dashboard confirms the goodwill', async function (this: AirlockWorld) {
  await expectGoodwillConfirmed(this)
})

Then('the dashboard asks for a reason', async function (this: AirlockWorld) {
  await expectGoodwillRefused(this, /reason/i)
})

Then('the dashboard asks for a whole number of points', async function (this: AirlockWorld) {
  await expectGoodwillRefused(this, /whole number/i)
})

Then('the dashboard says that the wallet is not active', async function (this: AirlockWorld) {
  await expectGoodwillRefused(this, /not active|suspended/i)
})

Then('the dashboard shows the name {string}', async function (this: AirlockWorld, name: string) {
  await expectName(this, name)
})
