// Identities: cards, addresses and numbers that lead to a wallet.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  addCards,
  addIdentity,
  assertReadOnce,
  assertShownAs,
  identityTypes,
  ownValue,
  readIdentities,
  readInPages,
  stepCard,
} from '../support/tasks/identities.ts'
import type { AirlockWorld } from '../support/world.ts'

Given(
  '{customer} is also known by the e-mail address {string}',
  async function (this: AirlockWorld, name: string, value: string) {
    await addIdentity(this, name, {
      type: identityTypes['e-mail address'] ?? '',
      value: ownValue(this, value),
    })
  },
)

Given(
  '{customer} is also known by the phone number {string}',
  async function (this: AirlockWorld, name: string, value: string) {
    await addIdentity(this, name, { type: identityTypes['phone number'] ?? '', value: ownValue(this, value) })
  },
)

Given(
  '{customer} is also known by {int} more card(s)',
  async function (this: AirlockWorld, name: string, count: number) {
    await addCards(this, name, count)
  },
)

Given("{customer}'s card has been lost", async function (this: AirlockWorld, name: string) {
  await stepCard(this, name, 'lost')
})

When(
  "{customer}'s identities are read in pages of {int}",
  async function (this: AirlockWorld, name: string, limit: number) {
    await readInPages(this, name, limit)
  },
)

When(
  "{customer}'s identities are read from {word} with a limit of {word}",
  async function (this: AirlockWorld, name: string, offset: string, limit: string) {
    await readIdentities(this, name, { offset, limit })
  },
)

When(
  "{customer}'s identities are filtered by the status {string}",
  async function (this: AirlockWorld, name: string, status: string) {
    await readIdentities(this, name, { status })
  },
)

Then('all {int} identities are read, each of them once', function (this: AirlockWorld, count: number) {
  assertReadOnce(this, count)
})

Then(
  "{customer}'s phone number is shown with only {string} to be seen of it",
  async function (this: AirlockWorld, name: string, seen: string) {
    await assertShownAs(this, name, seen)
  },
)
