// Shoppers whose card nobody knows: a till asks with it, is refused, and goes on without it under the same reference.
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import type { AirlockWorld } from '../world.ts'
import { makeOpening, openBasket } from './checkout.ts'
import type { Line } from './goods.ts'

export async function openWithoutUnknownCard(world: AirlockWorld, line: Line): Promise<void> {
  const request = makeOpening(world, { customer: null, lines: [line] })
  const identity = { identityValue: world.unique('never given out') }
  const refused = await world.api.probe(operations.open, { body: { ...request, identity } })
  const code = refused.ok ? 'opened' : refused.error.errorCode
  expectSame('what the till is told of a card that nobody knows', code, 'WALLET_NOT_FOUND')
  await openBasket(world, request)
}
