// The edges of the time in which a coupon is good, to the second. A clock that ticks on is no help where the machine is
// slow: what came too late to tell is tried again.
import { operations } from '../contracts/operations.ts'
import type { AirlockWorld } from '../world.ts'
import { setClock } from './clock.ts'
import { lastCoupon, useCoupon } from './coupons.ts'

type Edge = { readonly of: 'start' | 'end'; readonly seconds: number }

const edges: Readonly<Record<string, Edge>> = {
  'one second before it begins': { of: 'start', seconds: -1 },
  'in its first second': { of: 'start', seconds: 0 },
  'in its last second': { of: 'end', seconds: 0 },
  'one second after its end': { of: 'end', seconds: 1 },
}

/** Less than the second that matters. */
const longestMs = 900
const mostTries = 5

/** The clock shows that second when the coupon is redeemed. */
export async function redeemAtEdge(world: AirlockWorld, words: string): Promise<void> {
  const edge = edges[words]
  if (!edge) throw new Error(`"${words}" is no edge of a coupon; there are ${Object.keys(edges).join(', ')}.`)
  const coupon = lastCoupon(world)
  const { dates } = await world.api.call(operations.getAccount, { path: coupon })
  const second = Temporal.Instant.from(dates[edge.of]).add({ seconds: edge.seconds })
  for (let tries = 0; tries < mostTries; tries++) {
    const startMs = performance.now()
    await setClock(world, ({ timeZoneId }) => second.toZonedDateTimeISO(timeZoneId))
    const answer = await useCoupon(world, 'redeem', coupon)
    if (performance.now() - startMs < longestMs) return
    world.conversation.forgetRefusal()
    if (answer.ok)
      await world.api.call(operations.useCoupon, { path: { ...coupon, use: 'unredeem' }, body: {} })
  }
  throw new Error(
    `Nothing was answered within ${longestMs} ms, which is too slow to tell one second from the next.`,
  )
}
