// Clients: the systems of a tenant that speak to the platform, each with a secret of its own.
import { Given, Then, When } from '@cucumber/cucumber'
import type { Expected } from '../support/contracts/reasons.ts'
import {
  askAsOther,
  askAsRevoked,
  askUntilAnswered,
  assertOwnAnswered,
  makeAnsweredClient,
  makeLimitedClient,
  revokeClient,
} from '../support/tasks/clients.ts'
import { assertToldWhen } from '../support/tasks/outage.ts'
import { assertRefused } from '../support/tasks/refusals.ts'
import type { AirlockWorld } from '../support/world.ts'

/** A second system of the tenant with a secret of its own, known to every machine of the platform. */
Given('another client of the tenant that has been answered before', async function (this: AirlockWorld) {
  await makeAnsweredClient(this)
})

/** A second system of the tenant, which is allowed less than others. */
Given(
  'another client of the tenant that may ask {int} time(s) in {int} second(s)',
  async function (this: AirlockWorld, times: number, seconds: number) {
    await makeLimitedClient(this, [times, seconds])
  },
)

/** Each time it was answered. */
Given('that client has asked {int} time(s)', async function (this: AirlockWorld, times: number) {
  await askAsOther(this, times)
})

/** As when a secret has become known. */
When('the access of that client is taken away', async function (this: AirlockWorld) {
  await revokeClient(this)
})

/** Within the same time. */
When('that client asks once more', async function (this: AirlockWorld) {
  await askAsOther(this, 1)
})

/** As whoever does that was told to come back later. */
When('that client asks until it is answered', async function (this: AirlockWorld) {
  await askUntilAnswered(this)
})

/** The client whose access was taken away tries again, until it has met every machine of the platform. */
Then(
  'its next requests are refused because {reason}',
  async function (this: AirlockWorld, expected: Expected) {
    await askAsRevoked(this)
    assertRefused(this, expected)
  },
)

/** The refusal names the seconds after which it is worth trying again. */
Then('it is told when to come back', function (this: AirlockWorld) {
  assertToldWhen(this)
})

/** Whatever became of that one. */
Then("the tenant's own client is answered {int} times", async function (this: AirlockWorld, times: number) {
  await assertOwnAnswered(this, times)
})
