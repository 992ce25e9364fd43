// Around the edges of a campaign's window, to the second. The tenant's clock is set to each moment, and what was asked
// there counts only if it was answered before that second was over.
import { operations } from '../contracts/operations.ts'
import { reasons } from '../contracts/reasons.ts'
import type { Campaign } from '../contracts/resource.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { Moment } from '../moment.ts'
import type { AirlockWorld } from '../world.ts'
import { campaigns, idOf, readCampaign } from './campaigns.ts'
import { makeOpening } from './checkout.ts'
import { setClock, timeOf } from './clock.ts'
import { becomeCustomer, customers } from './customers.ts'

export function windowOf(world: AirlockWorld, start: Moment, end: Moment): object {
  return { startDate: timeOf(world, start), endDate: timeOf(world, end) }
}

type Edge = 'start' | 'end'
/** Rows of a moment and what was found at it. */
type Seen = readonly (readonly string[])[]

const seen = defineKind<Seen>('looks around the edges')

const moments = (['start', 'end'] as const).flatMap((edge) => [
  { words: `1 second before its ${edge}`, edge, seconds: -1 },
  { words: `at its ${edge}`, edge, seconds: 0 },
  { words: `1 second after its ${edge}`, edge, seconds: 1 },
])

/** What somebody does at each moment; a few words say what came of it. */
type Look = (world: AirlockWorld, campaign: string) => Promise<string>

export async function lookAround(world: AirlockWorld, name: string, look: Look): Promise<void> {
  const campaign = world.memory.recall(campaigns, name)
  const all: (readonly string[])[] = []
  for (const { words, edge, seconds } of moments) {
    const at = edgeOf(campaign, edge).add({ seconds })
    all.push([words, await lookWithin(world, at, async () => look(world, name))])
  }
  world.memory.keep(seen, 'last', all)
}

function edgeOf({ startDate, endDate }: Campaign, edge: Edge): Temporal.Instant {
  return Temporal.Instant.from(edge === 'start' ? startDate : endDate)
}

const mostLooks = 10

/** Looks again when the machine was too slow: what is asked after the second tells nothing of it. */
async function lookWithin(
  world: AirlockWorld,
  at: Temporal.Instant,
  look: () => Promise<string>,
): Promise<string> {
  for (let looks = 0; looks < mostLooks; looks++) {
    const startMs = performance.now()
    await setClock(world, (now) => at.toZonedDateTimeISO(now.timeZoneId))
    const what = await look()
    if (performance.now() - startMs < 1000) return what
  }
  throw new Error(`This machine needs more than a second to ask, ${mostLooks} times in a row`)
}

export const lookAtStatus: Look = async (world, name) =>
  (await readCampaign(world, name)).status.toLowerCase()

/** Somebody new each time, so that no limit for a customer is in the way. */
export const askForCoupon: Look = async (world, name) => {
  const customer = 'Passer-by'
  await becomeCustomer(world, customer, { identity: { type: 'CARD', value: world.uniqueReference() } })
  const { walletId } = world.memory.recall(customers, customer)
  const path = { walletId, campaignId: idOf(world, name) }
  const answer = await world.api.probe(operations.issueCoupon, { path, body: {} })
  if (answer.ok) return 'given out'
  return answer.error.errorCode === reasons['the campaign is not running'].code
    ? 'refused'
    : answer.error.errorCode
}

/** One piece of the product that was spoken of last, without a card. */
export function tryAtTill(product: string): Look {
  return async (world) => {
    const body = makeOpening(world, { customer: null, lines: [{ product, count: 1 }] })
    const { analyseBasketResults } = await world.api.call(operations.open, { body })
    const off = analyseBasketResults.basket.summary.totalDiscountAmount.promotions
    return off > 0 ? 'taken off' : 'not taken off'
  }
}

export function assertSeen(world: AirlockWorld, rows: Seen): void {
  expectSame('what was found', world.memory.recall(seen, 'last'), rows)
}
