// Many are asked at once; those of them that are refused are no less refused than one who asks alone.
import { expect, test } from 'vitest'
import { Conversation } from '../drivers/conversation.ts'
import { makeRedactor } from '../drivers/redactor.ts'
import { Memory } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { askAtOnce, assertCrowd, assertNobodyRefused } from './crowds.ts'

const error = { errorCode: 'INTERNAL', errorMessage: 'something broke' }

/** One is answered and one is not, in a World with as much as is asked. */
async function askTwo(): Promise<AirlockWorld> {
  const conversation = new Conversation(makeRedactor({ headers: [], jsonPaths: [] }))
  const world = { memory: new Memory(), conversation } as unknown as AirlockWorld
  await askAtOnce(world, 2, async (place) =>
    place === 0 ? { ok: true, status: 200, body: 'done' } : { ok: false, status: 500, error },
  )
  return world
}

test('a refusal among many that nobody asks about is a surprise', async () => {
  const { conversation } = await askTwo()
  expect(() => conversation.requireNoRefusal()).toThrow('One of 2 at once was refused with 500 INTERNAL')
})

test('refusals that were counted are none', async () => {
  const world = await askTwo()
  assertCrowd(world, 1, [1, 'INTERNAL'])
  expect(() => world.conversation.requireNoRefusal()).not.toThrow()
})

test('who says that nobody was refused is told of those who were', async () => {
  expect(assertNobodyRefused.bind(null, await askTwo())).toThrow('why some were refused')
})
