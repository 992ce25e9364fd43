// Whether something was refused, and whether for the reason that was expected.
import assert from 'node:assert/strict'
import type { Expected } from '../contracts/reasons.ts'
import { renderRefusal } from '../drivers/conversation.ts'
import { expectSame } from '../expectation.ts'
import type { AirlockWorld } from '../world.ts'

export function assertRefused(world: AirlockWorld, { status, code }: Expected): void {
  const refusal = world.conversation.takeRefusal()
  const found = { status: refusal.status, code: refusal.error.errorCode }
  expectSame(`why it was refused: ${renderRefusal(refusal)}`, found, { status, code })
}

/** The last thing that was asked was done. */
export function assertAnswered(world: AirlockWorld): void {
  world.conversation.requireNoRefusal()
  const status = world.conversation.exchanges.at(-1)?.status ?? null
  assert.ok(status !== null && status < 400, `Expected an answer, received ${status ?? 'none'}`)
}

/** And it was done before whoever waits for it has had enough. */
export function assertAnsweredIn(world: AirlockWorld, seconds: number): void {
  assertAnswered(world)
  const tookMs = world.conversation.exchanges.at(-1)?.tookMs ?? Number.POSITIVE_INFINITY
  assert.ok(tookMs <= seconds * 1000, `Expected an answer within ${seconds} s, waited ${tookMs} ms`)
}
