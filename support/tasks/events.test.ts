// Two readings of nothing are alike; a step that compares them must not pass for it.
import { expect, test } from 'vitest'
import { Memory } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { customers } from './customers.ts'
import { assertSameReadings, readTwice } from './events.ts'

test('two readings without any event show nothing', async () => {
  const call = async () => ({ results: [], hasMore: false, after: '1' })
  // As much of a World as is asked.
  const world = { memory: new Memory(), api: { call } } as unknown as AirlockWorld
  world.memory.keep(customers, 'Anna', { walletId: '1', card: 'a', identityId: '2' })
  await readTwice(world, 'Anna')
  expect(() => assertSameReadings(world)).toThrow('Expected events, found none in either reading')
})
