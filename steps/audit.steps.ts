// The audit in the dashboard: who did what, to which wallet, and why.
import { Then, When, type DataTable } from '@cucumber/cucumber'
import type { Role } from '../support/tasks/desk.ts'
import { assertAudited, expectAudit, expectAuditBy, openAuditOf } from '../support/tasks/dashboard-audit.ts'
import type { AirlockWorld } from '../support/world.ts'

/** By the filter of the page. */
When(
  '{staff} looks at the audit of {owner} wallet',
  async function (this: AirlockWorld, role: Role, name: string) {
    await openAuditOf(this, role, name)
  },
)

/** One entry a row: who, what and why; `the platform's client` is whoever calls the API. */
Then("the dashboard's audit holds", async function (this: AirlockWorld, table: DataTable) {
  await expectAudit(this, table.raw())
})

/** By the filter of the page; nothing that others did stands there. */
Then(
  'what {staff} did can be shown apart from what others did',
  async function (this: AirlockWorld, role: Role) {
    await expectAuditBy(this, role)
  },
)

/** Read by the tenant's own systems, through the API. */
Then(
  'the audit has {owner} {string} of {points} by {staff} because {string}',
  async function (
    this: AirlockWorld,
    name: string,
    action: string,
    value: number,
    role: Role,
    reason: string,
  ) {
    await assertAudited(this, [name, role], { action: action.toUpperCase(), value, reason })
  },
)
