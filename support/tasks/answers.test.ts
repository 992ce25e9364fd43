// Whoever asks for the status of one answer has not asked about what else was refused.
import { expect, test } from 'vitest'
import { Conversation } from '../drivers/conversation.ts'
import { makeRedactor } from '../drivers/redactor.ts'
import { Memory } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { assertStatus } from './answers.ts'
import { keepAnswer } from './http.ts'

function makeWorld(refused: string): AirlockWorld {
  const conversation = new Conversation(makeRedactor({ headers: [], jsonPaths: [] }))
  // As much of a World as is asked.
  const world = { memory: new Memory(), conversation } as unknown as AirlockWorld
  const call = { name: 'GET /health', method: 'GET', path: '/health' }
  keepAnswer(world, { ...call, status: 200, headers: {}, text: '', tookMs: 1, isReused: false })
  const error = { errorCode: 'COUPON_USED', errorMessage: 'it was used' }
  conversation.remember({ operation: refused, status: 409, error })
  return world
}

test('a refusal of something else stays a surprise', () => {
  const world = makeWorld('useCoupon')
  assertStatus(world, 200)
  expect(() => world.conversation.requireNoRefusal()).toThrow('useCoupon was refused with 409 COUPON_USED')
})

test('a refusal that was asked about is none', () => {
  const world = makeWorld('GET /health')
  assertStatus(world, 200)
  expect(() => world.conversation.requireNoRefusal()).not.toThrow()
})
