// Requests as they travel: how they are signed and spelt.
import { Then, When, type DataTable } from '@cucumber/cucumber'
import type { Expected } from '../support/contracts/reasons.ts'
import { assertAllRefused, tryUnsigned } from '../support/tasks/every-operation.ts'
import {
  askForNothing,
  askForNothingUnsigned,
  sendAsPublished,
  sendReading,
  sendWithChanged,
  sendWithHash,
  sendWithHashOfReading,
  sendWithKeysReordered,
  sendWithOthersSecret,
} from '../support/tasks/requests.ts'
import { assertEachIs, tryEach } from '../support/tasks/rows.ts'
import { askWithPrefix, askWithQuery, createWithBody } from '../support/tasks/spellings.ts'
import {
  askForCompressed,
  assertCompressed,
  assertNothingOfTheInside,
  assertOneConnection,
  assertOwnCallIds,
  assertSameWords,
  compareAnsweredAndRefused,
  compareUnknownAndWrong,
  createInPieces,
  sendInARow,
  sendNoJson,
  sendTooMuch,
} from '../support/tasks/transport.ts'
import type { AirlockWorld } from '../support/world.ts'

/** As every system of the tenant sends it. */
When('a signed request arrives', async function (this: AirlockWorld) {
  await sendReading(this)
})

/** That part was changed on its way, or the secret was wrong. */
When(
  'a signed request arrives with another {word} than was signed',
  async function (this: AirlockWorld, part: string) {
    await sendWithChanged(this, part)
  },
)

/** Everything else about it is right. */
When(
  /^a signed request arrives with a hash that is (missing|empty|in upper case|cut short)$/,
  async function (this: AirlockWorld, spoilt: string) {
    await sendWithHash(this, spoilt)
  },
)

/** One client says it is another. */
When("a request arrives that was signed with another tenant's secret", async function (this: AirlockWorld) {
  await sendWithOthersSecret(this)
})

/** So that the two answers can be held side by side. */
When(
  'one request comes from an unknown client and one has a wrong hash',
  async function (this: AirlockWorld) {
    await compareUnknownAndWrong(this)
  },
)

/** Somebody who saw a request tries to make another of it. */
When(
  'the hash of a read request arrives with a write request to the same place',
  async function (this: AirlockWorld) {
    await sendWithHashOfReading(this)
  },
)

/** The same meaning, though not the text that was signed. */
When('a signed request arrives with its query keys in another order', async function (this: AirlockWorld) {
  await sendWithKeysReordered(this)
})

/** Signed as it is spelt; clients spell the same query in many ways, a row each. */
When(
  "the customer's identities are asked for with a query spelt with each of these",
  async function (this: AirlockWorld, table: DataTable) {
    await tryEach(this, table.raw().flat(), async (spelling) => askWithQuery(this, spelling))
  },
)

/** Signed as it is spelt; clients write the same content in many ways, a row each. */
When(
  'a wallet is created from JSON spelt with each of these',
  async function (this: AirlockWorld, table: DataTable) {
    await tryEach(this, table.raw().flat(), async (spelling) => createWithBody(this, spelling))
  },
)

/** Its length is not known when it begins. */
When('a wallet is created from a body that comes in pieces', async function (this: AirlockWorld) {
  await createInPieces(this)
})

/** What older clients put before every address; it is signed along. */
When(
  "the customer's wallet is asked for with the prefix {string}",
  async function (this: AirlockWorld, prefix: string) {
    await askWithPrefix(this, prefix)
  },
)

/** The rule that gives the published hash for the published example. */
When('a request is signed as in the published example', async function (this: AirlockWorld) {
  await sendAsPublished(this)
})

/** By a client with a valid signature. */
When('an operation that does not exist is asked for', async function (this: AirlockWorld) {
  await askForNothing(this)
})

/** By somebody who looks around. */
When(
  'an operation that does not exist is asked for without a signature',
  async function (this: AirlockWorld) {
    await askForNothingUnsigned(this)
  },
)

/** One after the other, by a client that keeps its connection. */
When('{int} signed requests arrive in a row', async function (this: AirlockWorld, times: number) {
  await sendInARow(this, times)
})

/** A million characters, where a name would do. */
When('a signed request arrives whose body is as long as a book', async function (this: AirlockWorld) {
  await sendTooMuch(this)
})

/** As browsers and most clients say of themselves. */
When(
  'the contract is asked for by a client that reads compressed answers',
  async function (this: AirlockWorld) {
    await askForCompressed(this)
  },
)

/** The signature is right and the content is not. */
When('a signed request arrives whose body is no JSON', async function (this: AirlockWorld) {
  await sendNoJson(this)
})

/** So that the two answers can be held side by side. */
When('a request is answered and another is refused', async function (this: AirlockWorld) {
  await compareAnsweredAndRefused(this)
})

/** So that support can find the one that a client speaks of. */
Then('each of the two answers has a call id of its own', function (this: AirlockWorld) {
  assertOwnCallIds(this)
})

/** No trace of code, files or database for somebody to learn from. */
Then('the refusal tells nothing of the inside', function (this: AirlockWorld) {
  assertNothingOfTheInside(this)
})

/** Every operation of the published contract that wants a signature. */
When(
  /^every operation is tried (without a signature|with a wrong hash)$/,
  async function (this: AirlockWorld, way: string) {
    await tryUnsigned(this, way)
  },
)

/** Nothing tells one answer from another. */
Then(
  'all of them are refused in the same words because {reason}',
  function (this: AirlockWorld, expected: Expected) {
    assertAllRefused(this, expected)
  },
)

/** Nothing but the call id tells the two answers apart. */
Then('both are refused in the same words', function (this: AirlockWorld) {
  assertSameWords(this)
})

/** Nobody had to connect anew. */
Then('all are answered over one connection', function (this: AirlockWorld) {
  assertOneConnection(this)
})

/** It is smaller on its way than it is. */
Then('the answer is compressed', function (this: AirlockWorld) {
  assertCompressed(this)
})

/** However it was spelt, this is what was meant. */
Then('each wallet that was made is called {string}', function (this: AirlockWorld, name: string) {
  assertEachIs(this, name)
})
