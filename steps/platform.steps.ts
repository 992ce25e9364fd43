// The platform as a whole: whether it lives, which build it is, what it publishes, and which time it keeps.
import { Given, Then, When } from '@cucumber/cucumber'
import {
  askForBuilds,
  askForCompressed,
  askHowItIs,
  assertCompressed,
  assertContractIsWhole,
  assertHealthyAndReady,
  assertOneBuild,
  letDaysGoBy,
  readContract,
} from '../support/tasks/platform.ts'
import { askForNothing } from '../support/tasks/requests.ts'
import type { AirlockWorld } from '../support/world.ts'

Given('{int} days have gone by', async function (this: AirlockWorld, days: number) {
  await letDaysGoBy(this, days)
})

When('the platform is asked how it is', async function (this: AirlockWorld) {
  await askHowItIs(this)
})

When(
  'the platform is asked {int} times which build it is',
  async function (this: AirlockWorld, times: number) {
    await askForBuilds(this, times)
  },
)

When('the contract of the platform is asked for', async function (this: AirlockWorld) {
  await readContract(this)
})

When(
  'the contract is asked for by a client that reads compressed answers',
  async function (this: AirlockWorld) {
    await askForCompressed(this)
  },
)

When('an operation that does not exist is asked for', async function (this: AirlockWorld) {
  await askForNothing(this)
})

Then('it is healthy and ready', function (this: AirlockWorld) {
  assertHealthyAndReady(this)
})

Then('all answers name one version and one digest', function (this: AirlockWorld) {
  assertOneBuild(this)
})

Then('it names every operation that this suite uses', function (this: AirlockWorld) {
  assertContractIsWhole(this)
})

Then('the answer is compressed', function (this: AirlockWorld) {
  assertCompressed(this)
})
