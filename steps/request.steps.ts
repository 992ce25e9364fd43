// Requests as they travel: how they are signed and spelt.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  askWithPrefix,
  askWithQuery,
  assertNothingOfTheInside,
  assertOwnCallIds,
  compareAnsweredAndRefused,
  compareUnknownAndWrong,
  createInPieces,
  createWithBody,
  makeAnsweredClient,
  revokeClient,
  sendNoJson,
  sendReading,
  sendWithChanged,
  sendWithHash,
  sendWithHashOfReading,
  sendWithKeysReordered,
  sendWithOthersSecret,
} from '../support/tasks/requests.ts'
import type { AirlockWorld } from '../support/world.ts'

Given('another client of the tenant that has been answered before', async function (this: AirlockWorld) {
  await makeAnsweredClient(this)
})

When('the access of that client is taken away', async function (this: AirlockWorld) {
  await revokeClient(this)
})

When('a signed request arrives', async function (this: AirlockWorld) {
  await sendReading(this)
})

When(
  'a signed request arrives with another {word} than was signed',
  async function (this: AirlockWorld, part: string) {
    await sendWithChanged(this, part)
  },
)

When(
  /^a signed request arrives with a hash that is (missing|empty|in upper case|cut short)$/,
  async function (this: AirlockWorld, spoilt: string) {
    await sendWithHash(this, spoilt)
  },
)

When("a request arrives that was signed with another tenant's secret", async function (this: AirlockWorld) {
  await sendWithOthersSecret(this)
})

When(
  'one request comes from an unknown client and one has a wrong hash',
  async function (this: AirlockWorld) {
    await compareUnknownAndWrong(this)
  },
)

When(
  'the hash of a read request arrives with a write request to the same place',
  async function (this: AirlockWorld) {
    await sendWithHashOfReading(this)
  },
)

When('a signed request arrives with its query keys in another order', async function (this: AirlockWorld) {
  await sendWithKeysReordered(this)
})

When(
  /^the customer's identities are asked for with a query spelt with (.+)$/,
  async function (this: AirlockWorld, spelling: string) {
    await askWithQuery(this, spelling)
  },
)

When(
  /^a wallet is created from JSON spelt with (.+)$/,
  async function (this: AirlockWorld, spelling: string) {
    await createWithBody(this, spelling)
  },
)

When('a wallet is created from a body that comes in pieces', async function (this: AirlockWorld) {
  await createInPieces(this)
})

When(
  "the customer's wallet is asked for with the prefix {string}",
  async function (this: AirlockWorld, prefix: string) {
    await askWithPrefix(this, prefix)
  },
)

When('a signed request arrives whose body is no JSON', async function (this: AirlockWorld) {
  await sendNoJson(this)
})

When('a request is answered and another is refused', async function (this: AirlockWorld) {
  await compareAnsweredAndRefused(this)
})

Then('each of the two answers has a call id of its own', function (this: AirlockWorld) {
  assertOwnCallIds(this)
})

Then('the refusal tells nothing of the inside', function (this: AirlockWorld) {
  assertNothingOfTheInside(this)
})
