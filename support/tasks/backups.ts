// A copy of everything the platform has stored, brought to life beside it: read there as it would be after a loss.
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { memberships } from './points.ts'

const backups = defineKind<string>('backup')
const restored = defineKind<Tenant>('platform out of a backup')

export async function backUp(world: AirlockWorld): Promise<void> {
  const { backup } = await world.api.call(operations.backUp)
  world.memory.keep(backups, 'last', backup)
}

/** The same tenant with the same clients, at another address. */
export async function restore(world: AirlockWorld): Promise<void> {
  const { tenant } = world
  const path = { backup: world.memory.recall(backups, 'last') }
  const { url } = await world.api.call(operations.restore, { path })
  const urls = Object.fromEntries(Object.keys(tenant.urls).map((service) => [service, url]))
  world.memory.keep(restored, 'last', { ...tenant, urls })
}

/** The balance, and a ledger that comes to it entry by entry. */
export async function assertRestoredPoints(world: AirlockWorld, name: string, points: number): Promise<void> {
  const { walletId, accountId } = world.memory.recall(memberships, name)
  const api = world.apiOf(world.memory.recall(restored, 'last'))
  const path = { walletId, accountId }
  const query = { orderBy: 'dateCreated,ASC', limit: '100' }
  const [account, ledger] = await Promise.all([
    api.call(operations.getAccount, { path }),
    api.call(operations.listAccountTransactions, { path, query }),
  ])
  const afterwards = ledger.results.map(({ balancesAfter }) => balancesAfter)
  expectSame(
    `${name}'s points in the backup, by the account and by its last entry`,
    [account.balances, afterwards.at(-1)].map((balances) => (balances as { current?: number })?.current),
    [points, points],
  )
}
