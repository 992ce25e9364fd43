// Points of wallets that are merged while others move them: none is lost, and none counts twice.
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { customers } from './customers.ts'
import { amount, lastScheme, pathOf } from './points.ts'

const accepted = defineKind<{ readonly credits: number }>('what was accepted during a merge')

type Names = readonly [string, string]
type Credits = { readonly points: number; readonly times: number }
type Merge = { readonly credited: string; readonly victim: string; readonly survivor: string }

/** The merge stands in the middle of the credits. */
export async function creditWhileMerged(
  world: AirlockWorld,
  { credited, victim, survivor }: Merge,
  { points, times }: Credits,
): Promise<void> {
  const creditPath = { ...pathOf(world, credited), movement: 'credit' }
  const credit = async () =>
    world.api.probe(operations.movePoints, { path: creditPath, body: amount(points) })
  const half = Math.floor(times / 2)
  const path = {
    walletId: world.memory.recall(customers, victim).walletId,
    survivorId: world.memory.recall(customers, survivor).walletId,
  }
  const before = Array.from({ length: half }, credit)
  const merging = world.api.call(operations.mergeWallets, { path })
  const after = Array.from({ length: times - half }, credit)
  const answers = await Promise.all([...before, ...after])
  await merging
  // A credit may come too late, but none may break the platform.
  const broken = answers.filter(({ status }) => status >= 500).map(({ status }) => status)
  expectSame('credits that were answered with an error', broken, [])
  world.memory.keep(accepted, 'last', { credits: answers.filter(({ ok }) => ok).length })
}

/** Of the scheme spoken of last. */
async function readBalanceOf(world: AirlockWorld, name: string): Promise<number> {
  const { walletId } = world.memory.recall(customers, name)
  const query = { campaignId: lastScheme(world).id }
  const { results } = await world.api.call(operations.listAccounts, { path: { walletId }, query })
  return results.reduce((sum, { balances }) => sum + ('current' in balances ? balances.current : 0), 0)
}

export async function assertTogether(world: AirlockWorld, names: Names, points: number): Promise<void> {
  const balances = await Promise.all(names.map(async (name) => readBalanceOf(world, name)))
  expectSame(
    `points of ${names.join(' and ')} together`,
    balances.reduce((sum, each) => sum + each, 0),
    points,
  )
}

type Shares = { readonly points: number; readonly each: number }

export async function assertTogetherWithCredits(
  world: AirlockWorld,
  names: Names,
  { points, each }: Shares,
): Promise<void> {
  const { credits } = world.memory.recall(accepted, 'last')
  await assertTogether(world, names, points + each * credits)
}
