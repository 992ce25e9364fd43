// The border between tenants, tried by every operation that the platform's own contract names: what is another tenant's
// must look like what never was.
import { Given, Then, When } from '@cucumber/cucumber'
import type { Kind } from '../support/isolation/things.ts'
import type { Tenant } from '../support/settings.ts'
import { assertNothingOfOthers, assertOwnListed, readEveryList } from '../support/tasks/every-list.ts'
import { tryOtherServices } from '../support/tasks/every-operation.ts'
import {
  assertNoGaps,
  assertNothingChanged,
  assertTold,
  everythingElse,
  lookForGaps,
  tryEveryWay,
} from '../support/tasks/isolation.ts'
import { makePossessions } from '../support/tasks/possessions.ts'
import type { AirlockWorld } from '../support/world.ts'

/** At least one of everything that has a number or a name; purchases too, where the tenant has tills. */
Given('{tenant} has customers and offers', async function (this: AirlockWorld, tenant: Tenant) {
  await makePossessions(this, tenant)
})

/** By each operation of the contract that reads something by such a number or name. */
When(
  '{tenant} looks for the {thing} in every way there is',
  async function (this: AirlockWorld, asker: Tenant, kind: Kind) {
    await tryEveryWay(this, { kind, asker, isWrite: false })
  },
)

/** By each operation of the contract that does something with such a number or name. */
When(
  '{tenant} tries to use the {thing} in every way there is',
  async function (this: AirlockWorld, asker: Tenant, kind: Kind) {
    await tryEveryWay(this, { kind, asker, isWrite: true })
  },
)

/** By each operation of the contract that reads something by the number or name of anything but a wallet. */
When(
  '{tenant} looks for everything else in every way there is',
  async function (this: AirlockWorld, asker: Tenant) {
    await tryEveryWay(this, { kind: everythingElse, asker, isWrite: false })
  },
)

/** By each operation of the contract that does something with the number or name of anything but a wallet. */
When(
  '{tenant} tries to use everything else in every way there is',
  async function (this: AirlockWorld, asker: Tenant) {
    await tryEveryWay(this, { kind: everythingElse, asker, isWrite: true })
  },
)

/** Of the published contract, whatever has been added to it since. */
When(
  'all operations that carry a number or name of a thing are looked up',
  async function (this: AirlockWorld) {
    await lookForGaps(this)
  },
)

/** Status, code, words and details are the same, once the number or name itself is taken out of them. */
Then('each answer is as if the {thing} had never been', function (this: AirlockWorld, _kind: Kind) {
  assertTold(this)
})

/** Status, code, words and details are the same as for what never was, whatever was tried. */
Then('each answer is as if nothing of it had ever been', function (this: AirlockWorld) {
  assertTold(this)
})

/** All that the tenant can read of its own is what it was before. */
Then("everything of the tenant's is as it was", function (this: AirlockWorld) {
  assertNothingChanged(this)
})

/** An operation that was forgotten is told by its name, with what is missing. */
Then('each of them is checked for other tenants', function (this: AirlockWorld) {
  assertNoGaps(this)
})

/** All lists of the contract that begin without a number; what is in them is looked for by both tenants. */
When('{tenant} reads every list there is', async function (this: AirlockWorld, reader: Tenant) {
  await readEveryList(this, reader)
})

/** Nothing that belongs to the scenario's own tenant stands in what the other one read. */
Then("none of them holds anything of the tenant's", function (this: AirlockWorld) {
  assertNothingOfOthers(this)
})

/** It stands in the list when its own tenant reads it. */
Then("each of them holds the tenant's own for the tenant", function (this: AirlockWorld) {
  assertOwnListed(this)
})

/** Of services that other tenants have, properly signed. */
When(
  '{tenant} tries every operation of services it does not have',
  async function (this: AirlockWorld, tenant: Tenant) {
    await tryOtherServices(this, tenant)
  },
)
