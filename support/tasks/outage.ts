// What the platform itself needs and does not get. It is taken from one tenant only, and given back afterwards; such
// scenarios run alone all the same, since everything that tenant changes is refused meanwhile.
import assert from 'node:assert/strict'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import type { AirlockWorld } from '../world.ts'

/** How what the platform needs behaves, in words. */
const states: Readonly<Record<string, object>> = {
  'does not answer': { state: 'down' },
  'answers too slowly': { state: 'slow', delayMs: 1500 },
  'answers slowly': { state: 'slow', delayMs: 200 },
}

export async function troubleStream(world: AirlockWorld, words: string): Promise<void> {
  const { id: tenant } = world.tenant
  const state = states[words]
  if (!state) throw new Error(`Nothing "${words}"; there are ${Object.keys(states).join(', ')}.`)
  world.undoLater(() => world.api.call(operations.setEventStream, { body: { tenant, state: 'up' } }))
  await world.api.call(operations.setEventStream, { body: { tenant, ...state } })
}

export async function assertNotReady(world: AirlockWorld): Promise<void> {
  const answer = await world.api.probe(operations.ready)
  const found = answer.ok ? answer.body.status : `${answer.status} ${answer.error.errorCode}`
  expectSame('whether the platform is ready', found, '503 NOT_READY')
}

/** Whole seconds, from one to as long as anybody would wait. */
export function assertToldWhen(world: AirlockWorld): void {
  const { responseHeaders } = world.conversation.exchanges.at(-1) ?? {}
  const seconds = responseHeaders?.['retry-after'] ?? 'nothing'
  assert.match(
    seconds,
    /^(?:[1-9]|[1-5]\d|60)$/,
    `the refusal should say when to come back, it says ${seconds}`,
  )
}
