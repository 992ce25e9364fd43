// Two wallets that become one. What the one had is the other's, once; the one stays behind to be read.
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import type { AirlockWorld } from '../world.ts'
import { askAtOnce } from './crowds.ts'
import { customers, readWallet } from './customers.ts'

/** A customer that never was has a number nobody was given. */
const neverWas = '999999999999'

export async function mergeInto(world: AirlockWorld, name: string, survivor: string): Promise<void> {
  await merge(world, idOf(world, name), idOf(world, survivor))
}

export async function mergeIntoNothing(world: AirlockWorld, name: string): Promise<void> {
  await merge(world, idOf(world, name), neverWas)
}

async function merge(world: AirlockWorld, walletId: string, survivorId: string): Promise<void> {
  await world.api.attempt(operations.mergeWallets, { path: { walletId, survivorId } })
}

function idOf(world: AirlockWorld, name: string): string {
  return world.memory.recall(customers, name).walletId
}

type Pair = readonly [victim: string, survivor: string]

/** Each pair in turn, over and over, until so many have been asked for. */
export async function mergeAtOnce(world: AirlockWorld, times: number, pairs: readonly Pair[]): Promise<void> {
  await askAtOnce(world, times, async (place) => {
    const [victim = '', survivor = ''] = pairs[place % pairs.length] ?? []
    const path = { walletId: idOf(world, victim), survivorId: idOf(world, survivor) }
    return world.api.probe(operations.mergeWallets, { path })
  })
}

/** Each wallet says of itself what it was merged with. */
export async function assertMergedWith(world: AirlockWorld, name: string, survivor: string): Promise<void> {
  const { status, relationships } = await readWallet(world, name)
  const other = await readWallet(world, survivor)
  expectSame(
    `what the wallets of ${name} and ${survivor} say of each other`,
    { status, relationships, ofSurvivor: other.relationships },
    {
      status: 'MERGED',
      relationships: { survivor: [other.walletId] },
      ofSurvivor: { donor: [idOf(world, name)] },
    },
  )
}
