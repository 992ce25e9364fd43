// Any service, in the words of HTTP: the second choice, for services that have no phrases of their own yet. Names in
// two braces, `{{book}}`, stand for values that were remembered, `{{tenant.id}}` for the tenant's own, `{{unique}}` for a word nobody else uses.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import {
  assertContains,
  assertEntries,
  assertFitsContract,
  assertFitsSchema,
  assertHeader,
  assertHeaderAbsent,
  assertHeaderMatches,
  assertPart,
  assertPartAbsent,
  assertPartMatches,
  assertStatus,
  assertTextContains,
} from '../support/tasks/answers.ts'
import { rememberHeader, rememberPart } from '../support/tasks/answer-parts.ts'
import { waitForPart, waitForStatus } from '../support/tasks/await-answer.ts'
import { sendCall, addHeaders, type Address, type Call } from '../support/tasks/http.ts'
import type { Tenant } from '../support/settings.ts'
import type { AirlockWorld } from '../support/world.ts'

/** A table of names and values; they go with all requests from here on, beside those that were said before. */
Given('every request has the headers:', function (this: AirlockWorld, table: DataTable) {
  addHeaders(this, 'every', table.rowsHash())
})

/** A table of names and values; they go with the next request only, and take the place of those of every request. */
Given('the next request has the headers:', function (this: AirlockWorld, table: DataTable) {
  addHeaders(this, 'next', table.rowsHash())
})

/** Without a body. Signed means with the tenant's credentials; otherwise nothing says whose it is. */
When('{call} is sent to {address}', async function (this: AirlockWorld, call: Call, address: Address) {
  await sendCall(this, { call, address })
})

/** The body goes as it is written, as JSON unless the headers say otherwise. */
When(
  '{call} is sent to {address} with the body:',
  async function (this: AirlockWorld, call: Call, address: Address, body: string) {
    await sendCall(this, { call, address, body })
  },
)

/** Without a body, to that tenant's address and with its credentials. */
When(
  '{call} of {tenant} is sent to {address}',
  async function (this: AirlockWorld, call: Call, tenant: Tenant, address: Address) {
    await sendCall(this, { call, address, tenant })
  },
)

/** With a body, to that tenant's address and with its credentials. */
When(
  '{call} of {tenant} is sent to {address} with the body:',
  async function (this: AirlockWorld, call: Call, tenant: Tenant, address: Address, body: string) {
    await sendCall(this, { call, address, tenant, body })
  },
)

/** Later steps say it as a name in two braces. */
When(
  '{string} of the answer is remembered as {string}',
  function (this: AirlockWorld, path: string, name: string) {
    rememberPart(this, path, name)
  },
)

/** Later steps say it as a name in two braces. */
When(
  'the header {string} is remembered as {string}',
  function (this: AirlockWorld, header: string, name: string) {
    rememberHeader(this, header, name)
  },
)

/** Of the last answer. An answer that says no must be asked for its status before anything else of it. */
Then('the status is {int}', function (this: AirlockWorld, status: number) {
  assertStatus(this, status)
})

/** Of the last answer, exactly. */
Then('the header {string} is {string}', function (this: AirlockWorld, header: string, value: string) {
  assertHeader(this, header, value)
})

/** Of the last answer, by a regular expression. */
Then('the header {string} matches {string}', function (this: AirlockWorld, header: string, pattern: string) {
  assertHeaderMatches(this, header, pattern)
})

/** The last answer has none of that name. */
Then('the header {string} is absent', function (this: AirlockWorld, header: string) {
  assertHeaderAbsent(this, header)
})

/** A place in the last answer, such as "results[0].id", holds this and nothing else. */
Then('{string} of the answer is {json}', function (this: AirlockWorld, path: string, value: unknown) {
  assertPart(this, path, value)
})

/** A place in the last answer holds this JSON and nothing else; "$" is the whole of it. */
Then('{string} of the answer is:', function (this: AirlockWorld, path: string, text: string) {
  assertPart(this, path, JSON.parse(text))
})

/** A place in the last answer, by a regular expression. */
Then('{string} of the answer matches {string}', function (this: AirlockWorld, path: string, pattern: string) {
  assertPartMatches(this, path, pattern)
})

/** There is no such place in the last answer, but what it would stand in is there. */
Then('{string} of the answer is absent', function (this: AirlockWorld, path: string) {
  assertPartAbsent(this, path)
})

/** A list in the last answer is so long. */
Then(
  '{string} of the answer has {int} entry/entries',
  function (this: AirlockWorld, path: string, count: number) {
    assertEntries(this, path, count)
  },
)

/** A list in the last answer has this entry, or a text in it has this part. */
Then('{string} of the answer contains {json}', function (this: AirlockWorld, path: string, value: unknown) {
  assertContains(this, path, value)
})

/** A list in the last answer has an entry with at least these fields. */
Then('{string} of the answer contains:', function (this: AirlockWorld, path: string, text: string) {
  assertContains(this, path, JSON.parse(text))
})

/** The last answer as it came, whether or not it is JSON. */
Then('the text of the answer contains {string}', function (this: AirlockWorld, text: string) {
  assertTextContains(this, text)
})

/** A JSON Schema that the whole answer must fit. */
Then('the answer fits the schema:', function (this: AirlockWorld, schema: string) {
  assertFitsSchema(this, schema)
})

/** The OpenAPI document that the platform serves knows the operation and allows this answer. */
Then('the answer fits the contract', async function (this: AirlockWorld) {
  await assertFitsContract(this)
})

/** Asked again and again until it is so, for as long as that. */
Then(
  '{call} to {address} is answered with status {int} within {int} second(s)',
  async function (this: AirlockWorld, call: Call, address: Address, status: number, seconds: number) {
    await waitForStatus(this, { call, address }, [status, seconds])
  },
)

/** Asked again and again until that place in the answer holds this, for as long as that. */
Then(
  '{call} to {address} is answered with {string} as {json} within {int} second(s)',
  async function (
    this: AirlockWorld,
    call: Call,
    address: Address,
    path: string,
    value: unknown,
    seconds: number,
  ) {
    await waitForPart(this, { call, address }, { path, value, seconds })
  },
)
