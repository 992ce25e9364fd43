// The platform as a whole: whether it lives, which build it is and what it publishes.
import { Given, Then, When } from '@cucumber/cucumber'
import { assertRestoredPoints, backUp, restore } from '../support/tasks/backups.ts'
import { assertNotReady, troubleStream } from '../support/tasks/outage.ts'
import {
  askForBuilds,
  askHowItIs,
  assertContractIsWhole,
  assertHealthyAndReady,
  assertOneBuild,
  readContract,
} from '../support/tasks/platform.ts'
import { purge } from '../support/tasks/purge.ts'
import { assertAllNew, assertNothingLost, assertSideBySide, goOver } from '../support/tasks/upgrade.ts'
import type { AirlockWorld } from '../support/world.ts'

/** For this tenant only, until the scenario is over. */
Given(
  /^what the platform needs to tell of changes (does not answer|answers slowly|answers too slowly)$/,
  async function (this: AirlockWorld, words: string) {
    await troubleStream(this, words)
  },
)

/** Of everything that is stored at this moment. */
Given('a backup of the platform has been made', async function (this: AirlockWorld) {
  await backUp(this)
})

/** Beside the platform, which goes on. */
When('the backup is brought to life', async function (this: AirlockWorld) {
  await restore(this)
})

/** Machine by machine; tills settle purchases all the while. */
When(
  'the platform goes over to another version while purchases are settled',
  async function (this: AirlockWorld) {
    await goOver(this)
  },
)

/** As is done now and then with what has been over for a long time. */
When('the platform purges what is long over', async function (this: AirlockWorld) {
  await purge(this)
})

/** As those do who watch over it: whether it lives and whether it can serve; often enough to meet every machine. */
When('the platform is asked {int} times how it is', async function (this: AirlockWorld, times: number) {
  await askHowItIs(this, times)
})

/** Often enough to meet every machine behind it. */
When(
  'the platform is asked {int} times which build it is',
  async function (this: AirlockWorld, times: number) {
    await askForBuilds(this, times)
  },
)

/** The description of the interface that clients build on. */
When('the contract of the platform is asked for', async function (this: AirlockWorld) {
  await readContract(this)
})

/** Each time it lives, and it can serve. */
Then('it is healthy and ready each time', function (this: AirlockWorld) {
  assertHealthyAndReady(this)
})

/** No machine runs another build than the others. */
Then('all answers name one version and one digest', function (this: AirlockWorld) {
  assertOneBuild(this)
})

/** What clients rely on is written down. */
Then('it names every operation that this suite uses', function (this: AirlockWorld) {
  assertContractIsWhole(this)
})

/** It says so to whoever sends requests its way. */
Then('the platform says that it is not ready', async function (this: AirlockWorld) {
  await assertNotReady(this)
})

/** By the account, and by the last entry of its ledger. */
Then(
  'in the backup {customer} has {points}',
  async function (this: AirlockWorld, name: string, points: number) {
    await assertRestoredPoints(this, name, points)
  },
)

/** Each can be found under its reference, with the number that its till was told. */
Then('each of these purchases is there', async function (this: AirlockWorld) {
  await assertNothingLost(this)
})

/** Machines of both were met on the way. */
Then('both versions have answered meanwhile', function (this: AirlockWorld) {
  assertSideBySide(this)
})

/** No machine of the old version is left. */
Then('only the new version answers now', async function (this: AirlockWorld) {
  await assertAllNew(this)
})
