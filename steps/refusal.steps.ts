// Refusals: what was tried is not done, and for which reason. Only what a When tried may be refused at all.
import { Then } from '@cucumber/cucumber'
import type { Expected } from '../support/contracts/reasons.ts'
import { assertAnswered, assertRefused } from '../support/tasks/refusals.ts'
import { askAsRevoked } from '../support/tasks/requests.ts'
import type { AirlockWorld } from '../support/world.ts'

Then('it is refused because {reason}', function (this: AirlockWorld, expected: Expected) {
  assertRefused(this, expected)
})

Then('its next request is refused because {reason}', async function (this: AirlockWorld, expected: Expected) {
  await askAsRevoked(this)
  assertRefused(this, expected)
})

Then('it is answered', function (this: AirlockWorld) {
  assertAnswered(this)
})
