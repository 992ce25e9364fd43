// The audit as a tenant's systems read it: what was given and taken by hand, by whom and why.
import type { AuditEntry } from '../contracts/audit.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { customers } from './customers.ts'

/** What can be said of an entry, by the heading of a column. */
const columns: Readonly<Record<string, (entry: AuditEntry, tenant: Tenant) => string>> = {
  action: ({ action }) => action.toLowerCase(),
  points: ({ value }) => String(value),
  because: ({ reason }) => reason ?? '',
  by: ({ actor }, { clientId }) => (actor === clientId ? 'this client' : actor),
}

/** All entries of the wallet, as far as the columns say. */
export async function assertAudit(
  world: AirlockWorld,
  name: string,
  [headings = ['action', 'points'], ...rows]: readonly (readonly string[])[],
): Promise<void> {
  const { walletId } = world.memory.recall(customers, name)
  const { results } = await world.api.call(operations.listAudit, { query: { walletId } })
  const cells = headings.map((heading) => [heading, columnOf(heading)] as const)
  const found = results.map((entry) =>
    Object.fromEntries(cells.map(([heading, column]) => [heading, column(entry, world.tenant)])),
  )
  const expected = rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at]])))
  expectSame(`the audit of ${name}'s wallet`, found, expected)
}

function columnOf(heading: string) {
  const column = columns[heading]
  if (column) return column
  throw new Error(`The audit has no "${heading}"; it has ${Object.keys(columns).join(', ')}.`)
}
