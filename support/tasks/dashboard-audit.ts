// The audit: who did what, to which wallet and why; read in the dashboard, and through the API.
import { FormPage } from '../drivers/pages/form-page.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import type { AirlockWorld } from '../world.ts'
import { customers } from './customers.ts'
import { accessOf, haveSeated, openDesk, roleOf, type Role } from './desk.ts'

/** Of one wallet only, in the dashboard. */
export async function openAuditOf(world: AirlockWorld, role: Role, name: string): Promise<void> {
  await haveSeated(world, role)
  const page = new FormPage(await openDesk(world))
  await page.open('/audit')
  await page.send({ 'Wallet id': world.memory.recall(customers, name).walletId }, 'Filter')
}

/** Rows of who, what and why; a client of the API goes by its id. */
export async function expectAudit(world: AirlockWorld, rows: readonly (readonly string[])[]): Promise<void> {
  const page = new FormPage(await openDesk(world))
  for (const [who = '', what = '', why = ''] of rows) {
    await page.expectRow('Audit', [nameOf(world, who), what, why])
  }
}

/** On the page that is open: filtered, every row below the names of the columns is of this one. */
export async function expectAuditBy(world: AirlockWorld, role: Role): Promise<void> {
  const page = new FormPage(await openDesk(world))
  await page.send({ User: accessOf(world.tenant, role).user }, 'Filter')
  await page.expectEveryRow('Audit', accessOf(world.tenant, role).user)
}

/** A role, or whoever calls the API. */
function nameOf(world: AirlockWorld, who: string): string {
  return who === "the platform's client" ? world.tenant.clientId : accessOf(world.tenant, roleOf(who)).user
}

/** The last entry of that wallet, through the API. */
export async function assertAudited(
  world: AirlockWorld,
  [name, role]: readonly [string, Role],
  expected: { readonly action: string; readonly value: number; readonly reason: string },
): Promise<void> {
  const { walletId } = world.memory.recall(customers, name)
  const { results } = await world.api.call(operations.listAudit, {
    query: { walletId, orderBy: 'dateCreated,ASC' },
  })
  const { actor, action, value, reason } = results.at(-1) ?? {}
  expectSame(
    `the last entry of the audit about ${name}`,
    { actor, action, value, reason },
    { actor: accessOf(world.tenant, role).user, ...expected },
  )
}
