// Campaigns: made, changed, listed, ended.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import type { Expected } from '../support/contracts/reasons.ts'
import {
  assertCalled,
  assertCampaignGone,
  assertCampaignStatus,
  assertEndsInYear,
  assertKeepsReference,
  assertReferenceFound,
  askForReference,
  changeCampaign,
  changeCampaignWith,
  deleteCampaign,
  deleteNoCampaign,
  lookForNoCampaign,
  lookUpByReference,
  makeCampaign,
  makeReferencedCampaign,
  type Way,
} from '../support/tasks/campaigns.ts'
import {
  assertMayBecome,
  bringTo,
  makeCampaignThatIs,
  makeTheseCampaigns,
  tryEachStatus,
} from '../support/tasks/campaign-status.ts'
import type { AirlockWorld } from '../support/world.ts'

/** Runs from now on; its offer is one unit of currency off, for customers who have its coupon. */
Given('a campaign {string}', async function (this: AirlockWorld, name: string) {
  await makeCampaign(this, name)
})

/** The reference is the scenario's own; every such campaign of the scenario asks for the same one. */
Given('a campaign {string} with a reference', async function (this: AirlockWorld, name: string) {
  await makeReferencedCampaign(this, name)
})

/** Several, one a row: what it is called here, what it is, and any of its terms as further columns. */
Given('these campaigns', async function (this: AirlockWorld, table: DataTable) {
  await makeTheseCampaigns(this, table.hashes())
})

/** Prepared, put forward, approved, paused or over, as it would have come to be that. */
Given(
  'a campaign {string} that is {status}',
  async function (this: AirlockWorld, name: string, status: string) {
    await makeCampaignThatIs(this, name, { status })
  },
)

/** It ran, and has become that since, one step after the other. */
Given(
  'the campaign {string} has been set to {status}',
  async function (this: AirlockWorld, name: string, status: string) {
    await bringTo(this, name, status)
  },
)

/** Somebody decided so, from what it was. */
Given(
  'the campaign {string} has been changed to {status}',
  async function (this: AirlockWorld, name: string, status: string) {
    await changeCampaign(this, name, { status })
  },
)

/** Tags group campaigns; coupons can be asked for by tag instead of by campaign. */
Given(
  'the campaign {string} has the tag {string}',
  async function (this: AirlockWorld, name: string, tag: string) {
    await changeCampaign(this, name, { tags: [this.unique(tag)] })
  },
)

/** Without dates: it begins at once and has no end of its own. */
When('a campaign {string} is made', async function (this: AirlockWorld, name: string) {
  await makeCampaign(this, name)
})

/** A second one that asks for the reference the scenario's first campaign has. */
When(
  'a campaign {string} is made with the same reference',
  async function (this: AirlockWorld, name: string) {
    await makeReferencedCampaign(this, name)
  },
)

/** As a system does that knows a campaign by its own name for it only. */
When('the campaign is looked up by that reference', async function (this: AirlockWorld) {
  await lookUpByReference(this)
})

/** Nothing but the name is sent. */
When(
  'the campaign {string} is renamed to {string}',
  async function (this: AirlockWorld, name: string, newName: string) {
    await changeCampaign(this, name, { name: this.unique(newName) })
  },
)

/** What the table names; whoever writes it anew says all of it, and the rest goes back to what is usual. */
When(
  /^the campaign "([^"]+)" is (changed|changed as older clients do|written anew) with$/,
  async function (this: AirlockWorld, name: string, way: Way, table: DataTable) {
    await changeCampaignWith(this, name, { way, rows: table.raw() })
  },
)

/** The reference that the scenario's first campaign has. */
When('the campaign {string} asks for the same reference', async function (this: AirlockWorld, name: string) {
  await askForReference(this, name)
})

/** Somebody decides that it should be that from now on. */
When(
  'the campaign {string} is set to {status}',
  async function (this: AirlockWorld, name: string, status: string) {
    await changeCampaign(this, name, { status })
  },
)

/** Every status that people can decide on is tried, each on a campaign of its own. */
When(
  'a campaign that is {status} is set to each status',
  async function (this: AirlockWorld, status: string) {
    await tryEachStatus(this, status)
  },
)

/** By a number that nobody was given. */
When('a campaign that never was is asked for', async function (this: AirlockWorld) {
  await lookForNoCampaign(this)
})

/** By a number that nobody was given. */
When('a campaign that never was is taken away', async function (this: AirlockWorld) {
  await deleteNoCampaign(this)
})

/** Deleted for good, with everything that could be given out of it. */
When('the campaign {string} is taken away', async function (this: AirlockWorld, name: string) {
  await deleteCampaign(this, name)
})

/** What the platform says when the campaign is read anew. */
Then('the campaign {string} is {status}', async function (this: AirlockWorld, name: string, status: string) {
  await assertCampaignStatus(this, name, status)
})

/** Statuses by comma; everything else is refused for that reason and leaves the campaign as it was. */
Then(
  'it may be set to {string}, and anything else is refused because {reason}',
  function (this: AirlockWorld, statuses: string, { code }: Expected) {
    assertMayBecome(this, statuses.toUpperCase().split(', '), code)
  },
)

/** What has no end is given one that nobody will see. */
Then(
  'the campaign {string} ends in the year {int}',
  async function (this: AirlockWorld, name: string, year: number) {
    await assertEndsInYear(this, name, year)
  },
)

/** Its name when it is read anew. */
Then(
  'the campaign {string} is called {string}',
  async function (this: AirlockWorld, name: string, newName: string) {
    await assertCalled(this, name, newName)
  },
)

/** What was not to be changed is as it was. */
Then('the campaign {string} still has its reference', async function (this: AirlockWorld, name: string) {
  await assertKeepsReference(this, name)
})

/** Asking for it is answered as if it had never been. */
Then('the campaign {string} cannot be found any more', async function (this: AirlockWorld, name: string) {
  await assertCampaignGone(this, name)
})

/** The look-up came back with this campaign and no other. */
Then('{string} is found', function (this: AirlockWorld, name: string) {
  assertReferenceFound(this, name)
})
