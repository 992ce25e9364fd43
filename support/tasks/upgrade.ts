// The platform goes over from one version to another, machine by machine, while tills go on. Such a scenario runs alone,
// and takes the platform back to where it was.
import { setTimeout } from 'node:timers/promises'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { outletOf } from './checkout.ts'
import { makeBasket } from './possessions.ts'

type Sold = { readonly reference: string; readonly walletTransactionId: string }
type Passage = {
  readonly from: string
  readonly to: string
  readonly sold: readonly Sold[]
  /** Versions that answered on the way, each time that another one did. */
  readonly seen: readonly string[]
}

const passages = defineKind<Passage>('passage to another version')

/** Often enough to meet every machine of the platform. */
const oftenEnough = 8
const longestMs = 15_000

async function readVersions(world: AirlockWorld): Promise<string[]> {
  const asked = Array.from({ length: oftenEnough }, async () => world.api.call(operations.version))
  return (await Promise.all(asked)).map(({ version }) => version)
}

/** Purchases are settled one after the other until every machine is of the new version. */
export async function goOver(world: AirlockWorld): Promise<void> {
  const { version: from } = await world.api.call(operations.version)
  const to = `${from}-next`
  world.undoLater(async () => {
    await world.api.call(operations.restart, { body: { version: from } })
    await waitFor(world, from)
  })
  await world.api.call(operations.restart, { body: { version: to } })
  const sold: Sold[] = []
  const seen: string[] = []
  await waitFor(world, to, async (versions) => {
    sold.push(await sell(world))
    seen.push(...versions)
    await pause()
  })
  world.memory.keep(passages, 'last', { from, to, sold, seen })
}

type Meanwhile = (versions: readonly string[]) => Promise<void>

async function waitFor(world: AirlockWorld, version: string, meanwhile: Meanwhile = pause): Promise<void> {
  const endMs = performance.now() + longestMs
  for (;;) {
    const versions = await readVersions(world)
    await meanwhile(versions)
    if (versions.every((one) => one === version)) return
    if (performance.now() > endMs) {
      throw new Error(
        `Not everything was ${version} within ${longestMs / 1000} seconds: ${versions.join(', ')}`,
      )
    }
  }
}

async function pause(): Promise<void> {
  await setTimeout(200)
}

async function sell(world: AirlockWorld): Promise<Sold> {
  const reference = world.uniqueReference()
  const visit = { reference, location: outletOf(world.tenant) }
  const opened = await world.api.call(operations.open, { body: { ...visit, basket: makeBasket(world) } })
  const { basket } = opened.analyseBasketResults
  const settled = await world.api.call(operations.settle, { body: { ...visit, mode: 'ACTIVE', basket } })
  return { reference, walletTransactionId: settled.walletTransactions[0]?.walletTransactionId ?? '' }
}

export async function assertNothingLost(world: AirlockWorld): Promise<void> {
  const { sold } = world.memory.recall(passages, 'last')
  const read = sold.map(async ({ reference }) => {
    const found = await world.api.call(operations.findWalletTransaction, { query: { reference } })
    return { reference, walletTransactionId: found.walletTransactionId }
  })
  expectSame('the purchases that can be found', await Promise.all(read), sold)
}

export function assertSideBySide(world: AirlockWorld): void {
  const { from, to, seen } = world.memory.recall(passages, 'last')
  expectSame('the versions that answered meanwhile', [...new Set(seen)].toSorted(), [from, to].toSorted())
}

export async function assertAllNew(world: AirlockWorld): Promise<void> {
  const { to } = world.memory.recall(passages, 'last')
  expectSame('the versions that answer now', [...new Set(await readVersions(world))], [to])
}
