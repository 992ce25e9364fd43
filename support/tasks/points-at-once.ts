// Movements of points that meet: all of them are on their way before the first is answered.
import { operations } from '../contracts/operations.ts'
import type { AirlockWorld } from '../world.ts'
import { askAtOnce } from './crowds.ts'
import { ensureCustomer } from './customers.ts'
import { amount, lastScheme, memberships, pathOf, type Movement } from './points.ts'

type Moves = { readonly movements: readonly Movement[]; readonly points: number; readonly times: number }

/** Each of the movements in turn, over and over. */
export async function moveAtOnce(
  world: AirlockWorld,
  name: string,
  { movements, points, times }: Moves,
): Promise<void> {
  const whole = pathOf(world, name)
  await askAtOnce(world, times * movements.length, async (place) => {
    const path = { ...whole, movement: movements[place % movements.length] ?? '' }
    return world.api.probe(operations.movePoints, { path, body: amount(points) })
  })
}

/** One customer asks several times for a membership. */
export async function joinSchemeAtOnce(world: AirlockWorld, name: string, times: number): Promise<void> {
  const { walletId } = await ensureCustomer(world, name)
  const { id: schemeId } = lastScheme(world)
  const opened = await askAtOnce(world, times, async () =>
    world.api.probe(operations.openPoints, { path: { walletId, schemeId }, body: {} }),
  )
  for (const { accountId } of opened) world.memory.keep(memberships, name, { walletId, accountId, schemeId })
}

/** Looks that come together, where the first to come has to write down what time has brought. */
export async function lookAtOnce(world: AirlockWorld, name: string, times: number): Promise<void> {
  const path = pathOf(world, name)
  await askAtOnce(world, times, async () => world.api.probe(operations.getAccount, { path }))
}
