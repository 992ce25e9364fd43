// Events: what the platform tells others of changes, as a tenant's own systems read it.
import assert from 'node:assert/strict'
import { operations } from '../contracts/operations.ts'
import type { PlatformEvent } from '../contracts/event.ts'
import { expectSame } from '../expectation.ts'
import { forgetIds } from '../isolation/probe-request.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { isDeepStrictEqual } from 'node:util'
import { customers } from './customers.ts'

const readings = defineKind<readonly (readonly PlatformEvent[])[]>('readings of the events')

const mostAtOnce = 500

/** All that has happened since the customer's wallet was made, and is about them. */
async function readAbout(world: AirlockWorld, name: string, limit = mostAtOnce): Promise<PlatformEvent[]> {
  const { walletId } = world.memory.recall(customers, name)
  const found: PlatformEvent[] = []
  // Numbers are given out in one sequence: the wallet's own event has a later one than the wallet.
  let after = String(BigInt(walletId) - 1n)
  for (;;) {
    const page = await world.api.call(operations.listEvents, { query: { after, limit: String(limit) } })
    found.push(...page.results.filter((event) => !isDeepStrictEqual(forgetIds(event, [walletId]), event)))
    if (!page.hasMore) return found
    after = page.after
  }
}

function numberOf({ headers }: PlatformEvent): string {
  return headers.eesEventId
}

/** In the order in which they are told. */
export async function assertEvents(
  world: AirlockWorld,
  name: string,
  expected: readonly string[],
): Promise<void> {
  const events = await readAbout(world, name)
  world.memory.keep(readings, name, [events])
  expectSame(
    `the events about ${name}`,
    events.map(({ headers }) => headers.eventName),
    expected,
  )
}

export async function assertUnit(world: AirlockWorld, name: string): Promise<void> {
  const { unit } = world.tenant.data
  const units = (await readAbout(world, name)).map(({ headers }) => headers.unitId)
  expectSame(`the units that the events about ${name} name`, new Set(units), new Set([unit]))
}

export async function readTwice(world: AirlockWorld, name: string): Promise<void> {
  world.memory.keep(readings, name, [await readAbout(world, name), await readAbout(world, name)])
}

/** On from where the reading before has ended, so many at a time; and once all together. */
export async function readBitByBit(world: AirlockWorld, name: string, limit: number): Promise<void> {
  world.memory.keep(readings, name, [await readAbout(world, name, limit), await readAbout(world, name)])
}

export function assertSameReadings(world: AirlockWorld): void {
  const [first = [], second = []] = world.memory.recall(readings)
  // Two readings of nothing are alike, whatever was done before.
  assert.ok(first.length + second.length > 0, 'Expected events, found none in either reading')
  expectSame('the numbers of the events', second.map(numberOf), first.map(numberOf))
  expectSame('the events', second, first)
  expectSame('different numbers', new Set(first.map(numberOf)).size, first.length)
}
