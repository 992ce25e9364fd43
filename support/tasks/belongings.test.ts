// What cannot be read cannot have been kept.
import { expect, test } from 'vitest'
import { Memory } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { rememberBelongings } from './belongings.ts'
import { customers } from './customers.ts'

test('what ends in an error is not remembered as if it had been read', async () => {
  const error = { errorCode: 'INTERNAL', errorMessage: 'something broke' }
  const probe = async () => ({ ok: false, status: 500, error })
  // As much of a World as is asked.
  const world = { memory: new Memory(), api: { probe } } as unknown as AirlockWorld
  world.memory.keep(customers, 'Anna', { walletId: '1', card: 'a', identityId: '2' })
  await expect(rememberBelongings(world, 'Anna')).rejects.toThrow("what cannot be read of Anna's")
})
