// Whoever asks for the status of one answer has not asked about what else was refused.
import { expect, test } from 'vitest'
import { Conversation } from '../drivers/conversation.ts'
import { makeRedactor } from '../drivers/redactor.ts'
import { Memory } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { assertContains, assertPart, assertStatus } from './answers.ts'
import { keepAnswer, lastAnswer } from './http.ts'

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

test.each([
  ['{"id":9007199254740993}', 'id', 9007199254740992],
  ['{"books":[{"id":9007199254740993}]}', 'books', [{ id: 9007199254740992 }]],
])('two ids that are alike only as they are read are not the same: %s', (text, path, expected) => {
  const world = makeWorld('GET /health')
  keepAnswer(world, { ...lastAnswer(world), text })
  expect(() => assertPart(world, path, expected)).toThrow('a whole number of so many digits')
})

test('what is long and no whole number of digits is compared', () => {
  const world = makeWorld('GET /health')
  const text = '{"id":9007199254740991,"text":"9007199254740993","share":0.1}'
  keepAnswer(world, { ...lastAnswer(world), text })
  assertPart(world, '$', { id: 9007199254740991, text: '9007199254740993', share: 0.1 })
  assertContains(world, 'text', '993')
})

test('a refusal that was asked about is none', () => {
  const world = makeWorld('GET /health')
  assertStatus(world, 200)
  expect(() => world.conversation.requireNoRefusal()).not.toThrow()
})
