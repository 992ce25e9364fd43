// Campaigns in the dashboard: made step by step, listed, and decided about.
import { Given, Then, When, type DataTable } from '@cucumber/cucumber'
import { expectSaid } from '../support/tasks/dashboard.ts'
import type { Role } from '../support/tasks/desk.ts'
import { expectForEverybody } from '../support/tasks/page-quality.ts'
import { goToReview, makeMistakes, type Mistake } from '../support/tasks/wizard-walk.ts'
import {
  decide,
  expectAnswers,
  expectInList,
  expectNotInList,
  filterList,
  finish,
  giveReason,
  goBackTo,
  goToStep,
  listInDashboard,
  makeInDashboard,
} from '../support/tasks/wizard.ts'
import type { AirlockWorld } from '../support/world.ts'

/** On the page of the draft; the dashboard has said so. */
Given(
  '{staff} has sent the campaign {string} for approval because {string}',
  async function (this: AirlockWorld, role: Role, name: string, reason: string) {
    await decide(this, [role, name], ['sends for approval', reason])
    await expectSaid(this, 'Sent for approval')
  },
)

/** Everything before it is answered by the terms of a table, or with the usual; nothing has been made yet. */
Given(
  '{staff} has come to the {string} of a new campaign {string} with',
  async function (this: AirlockWorld, role: Role, step: string, name: string, table: DataTable) {
    await goToStep(this, [role, name], { rows: table.raw(), to: step })
  },
)

/** With the terms of a table and usual answers to the rest, and sent for approval. */
When(
  '{staff} makes a campaign {string} with',
  async function (this: AirlockWorld, role: Role, name: string, table: DataTable) {
    await makeInDashboard(this, [role, name], { rows: table.raw(), button: 'Send for approval' })
  },
)

/** On the way from the first step to the last; each mistake is told at its field and then mended. */
When(
  '{staff} makes these mistakes on the way to the end of a new campaign {string}',
  async function (this: AirlockWorld, role: Role, name: string, table: DataTable) {
    await goToStep(this, [role, name], { rows: [], to: 'basics' })
    await makeMistakes(this, name, table.hashes() as unknown as readonly Mistake[])
  },
)

/** By the button of the step that is open. */
When('somebody goes back to the {string}', async function (this: AirlockWorld, step: string) {
  await goBackTo(this, step)
})

/** On the page of the campaign, with the reason typed in. */
When(
  '{staff} {decision} the campaign {string} because {string}',
  async function (this: AirlockWorld, role: Role, decision: string, name: string, reason: string) {
    await decide(this, [role, name], [decision, reason])
  },
)

/** Whatever their status. */
When('{staff} looks for campaigns', async function (this: AirlockWorld, role: Role) {
  await listInDashboard(this, role)
})

/** What was answered before still stands in its fields. */
Then('the step still says', async function (this: AirlockWorld, table: DataTable) {
  await expectAnswers(this, table.raw())
})

/** A row is a campaign's name, and whatever else stands in its row of the page. */
Then('the dashboard lists the campaigns', async function (this: AirlockWorld, table: DataTable) {
  for (const [name = '', ...cells] of table.raw()) await expectInList(this, name, cells)
})

/** By the filter of the page. */
Then(
  'of those that are {string} it lists {string} and not {string}',
  async function (this: AirlockWorld, status: string, name: string, other: string) {
    await filterList(this, status)
    await expectInList(this, name, [status])
    await expectNotInList(this, other)
  },
)

/** Nothing of that name has been made. */
Then('{staff} finds no campaign {string}', async function (this: AirlockWorld, role: Role, name: string) {
  await listInDashboard(this, role)
  await expectNotInList(this, name)
})

/** Nobody is asked to approve it yet. */
Then('it can be saved as a draft of {string}', async function (this: AirlockWorld, name: string) {
  await finish(this, name, 'Save as draft')
  await expectSaid(this, 'Draft saved')
})

/** By the form that wanted a reason before. */
Then('the form takes the reason {string}', async function (this: AirlockWorld, reason: string) {
  await giveReason(this, reason)
})

/** From the first step, which is open, on to the last with the usual answers. */
Then('the review at the end of it keeps nobody out', async function (this: AirlockWorld) {
  await goToReview(this)
  await expectForEverybody(this)
})
