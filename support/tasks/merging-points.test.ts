// Credits that meet a merge may come too late; the platform may not break over them.
import { expect, test } from 'vitest'
import { Memory } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { customers } from './customers.ts'
import { creditWhileMerged } from './merging-points.ts'
import { memberships } from './points.ts'

function makeWorld(status: number): AirlockWorld {
  const error = { errorCode: 'X', errorMessage: 'x' }
  const api = { probe: async () => ({ ok: false, status, error }), call: async () => ({}) }
  // As much of a World as is asked.
  const world = { memory: new Memory(), api } as unknown as AirlockWorld
  for (const name of ['Anna', 'Ben'])
    world.memory.keep(customers, name, { walletId: name, card: name, identityId: name })
  world.memory.keep(memberships, 'Ben', { walletId: 'Ben', accountId: '1', schemeId: '2' })
  return world
}

const merge = { credited: 'Ben', victim: 'Ben', survivor: 'Anna' }

test('an error of the platform is no credit that came too late', async () => {
  const credit = async (status: number) =>
    creditWhileMerged(makeWorld(status), merge, { points: 10, times: 4 })
  await expect(credit(500)).rejects.toThrow('credits that were answered with an error')
  await expect(credit(409)).resolves.toBeUndefined()
})
