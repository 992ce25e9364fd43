import { expectSame } from '../expectation.ts'
// One call that makes a customer with everything, or adds to one who is known. What of it failed is part of the answer.
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { campaigns } from './campaigns.ts'
import { customers, joinWithAccounts } from './customers.ts'
import { lastScheme, memberships } from './points.ts'

type Failure = { readonly resourceId: string; readonly errorCode: string }
type Joined = { readonly walletId: string; readonly failures: readonly Failure[]; readonly given: number }

const joinings = defineKind<Joined>('joining')

/** A campaign that never was has a number nobody was given. */
const neverWas = '999999999'

export type Wish = {
  /** Names of campaigns; null stands for one that never was. */
  readonly campaigns?: readonly (string | null)[]
  readonly tag?: string
  readonly withPoints?: boolean
}

/** Joins, or joins once more, with coupons and points. */
export async function join(world: AirlockWorld, name: string, wish: Wish): Promise<void> {
  const named = (wish.campaigns ?? []).map((campaign) => ({ campaignId: idOf(world, campaign) }))
  const tagged = wish.tag === undefined ? [] : [{ campaignTag: wish.tag }]
  const schemes = wish.withPoints === true ? [{ schemeId: lastScheme(world).id }] : []
  const joined = await joinWithAccounts(world, name, { campaigns: [...named, ...tagged], schemes })
  if (!joined) return
  const { walletId, accounts } = joined
  const { campaign, scheme } = accounts
  world.memory.keep(joinings, name, {
    walletId,
    failures: [...campaign.failed.results, ...scheme.failed.results],
    given: campaign.successful.total,
  })
  const [points] = scheme.results
  if (points) {
    const { accountId, campaignId: schemeId } = points
    world.memory.keep(memberships, name, { walletId, accountId, schemeId })
  }
}

function idOf(world: AirlockWorld, campaign: string | null): string {
  return campaign === null ? neverWas : world.memory.recall(campaigns, campaign).id
}

export function assertSameWallet(world: AirlockWorld, name: string): void {
  const { walletId } = world.memory.recall(joinings, name)
  expectSame('the wallet that was used', walletId, world.memory.recall(customers, name).walletId)
}

/** What failed is reported with its code beside what succeeded. */
export function assertFailed(world: AirlockWorld, code: string): void {
  const { failures } = world.memory.last(joinings)
  expectSame(
    'what is reported as failed',
    failures.map(({ errorCode }) => errorCode),
    [code],
  )
}

export function assertNothingGiven(world: AirlockWorld, code: string): void {
  expectSame('coupons that were given out', world.memory.last(joinings).given, 0)
  assertFailed(world, code)
}
