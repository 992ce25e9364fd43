// Who is told to come back is refused in one way; every other no is no reason to go on asking.
import { expect, test } from 'vitest'
import { Memory } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { askAsRevoked, askUntilAnswered, clients } from './clients.ts'
import { customers } from './customers.ts'

/** A World with one customer and another client, whose requests are answered with these statuses. */
function makeWorld(statuses: readonly number[]): AirlockWorld {
  const memory = new Memory()
  memory.keep(clients, 'other', { clientId: 'other', secret: 'a secret' })
  memory.keep(customers, 'Anna', { walletId: '1', card: 'card', identityId: '2' })
  const left = [...statuses]
  const send = async () => ({ status: left.shift() ?? 200 })
  return { memory, api: { send, attemptRaw: send } } as unknown as AirlockWorld
}

test('an error of the platform is not waited out', async () => {
  await expect(askUntilAnswered(makeWorld([429, 500, 200]))).rejects.toThrow('answered with 500')
  await expect(askUntilAnswered(makeWorld([429, 429, 200]))).resolves.toBeUndefined()
})

test('a client that was revoked is refused alike by every machine', async () => {
  await expect(askAsRevoked(makeWorld([401, 401, 500, 401, 401, 401, 401]))).rejects.toThrow('401, 401, 500')
  await expect(askAsRevoked(makeWorld([401, 401, 401, 401, 401, 401, 401]))).resolves.toBeUndefined()
})
