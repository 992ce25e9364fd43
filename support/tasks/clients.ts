// Clients: the systems of a tenant, each with an id and a secret of its own. A scenario that takes something from one
// makes it first, so that nobody else misses it.
import { AssertionError } from 'node:assert'
import { setTimeout } from 'node:timers/promises'
import { operations } from '../contracts/operations.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { makeReading, send, sign, type Signer } from './requests.ts'

export const clients = defineKind<Signer>('client')

/** Often enough to meet every machine of the platform. */
const oftenEnough = 6

async function sendAs(world: AirlockWorld, signer: Signer): Promise<void> {
  await send(world, sign(await makeReading(world), signer))
}

/** Another client of the tenant, known to every machine by now. */
export async function makeAnsweredClient(world: AirlockWorld): Promise<void> {
  const client = await world.api.call(operations.createClient, { body: { tenant: world.tenant.id } })
  world.memory.keep(clients, 'other', client)
  for (let time = 0; time < oftenEnough; time++) await sendAs(world, client)
}

export async function revokeClient(world: AirlockWorld): Promise<void> {
  const { clientId } = world.memory.recall(clients, 'other')
  await world.api.call(operations.revokeClient, { path: { clientId } })
}

/** Whichever machine it meets; the last refusal is for the step to look at. */
export async function askAsRevoked(world: AirlockWorld): Promise<void> {
  const signed = sign(await makeReading(world), world.memory.recall(clients, 'other'))
  const statuses: number[] = []
  for (let time = 0; time < oftenEnough; time++) statuses.push((await world.api.send(signed)).status)
  if (statuses.some((status) => status < 400)) {
    throw new AssertionError({ message: `It was still answered: ${statuses.join(', ')}` })
  }
  if (new Set(statuses).size > 1) {
    throw new AssertionError({ message: `It was not refused alike: ${statuses.join(', ')}` })
  }
  await send(world, signed)
}

/** Another client of the tenant that may ask only so often, counted from its first request. */
export async function makeLimitedClient(
  world: AirlockWorld,
  [requests, seconds]: [number, number],
): Promise<void> {
  const client = await world.api.call(operations.createClient, { body: { tenant: world.tenant.id } })
  const path = { clientId: client.clientId }
  await world.api.call(operations.limitClient, { path, body: { requests, seconds } })
  world.memory.keep(clients, 'other', client)
}

export async function askAsOther(world: AirlockWorld, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await sendAs(world, world.memory.recall(clients, 'other'))
}

const pauseMs = 100
const longestMs = 10_000
const tooOften = 429

/** Asks again and again, as a client does that was told to come back. */
export async function askUntilAnswered(world: AirlockWorld): Promise<void> {
  const signed = sign(await makeReading(world), world.memory.recall(clients, 'other'))
  const endMs = performance.now() + longestMs
  for (;;) {
    const { status } = await world.api.send(signed)
    if (status < 400) return
    // Only that it came too often is a reason to come back.
    if (status !== tooOften) throw new AssertionError({ message: `It was answered with ${status}.` })
    if (performance.now() > endMs) throw new AssertionError({ message: 'It was refused for 10 seconds.' })
    await setTimeout(pauseMs)
  }
}

export async function assertOwnAnswered(world: AirlockWorld, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await sendAs(world, world.tenant)
}
