// What settling a basket will do to accounts, worked out when it is opened: coupons redeemed in this order, then points.
import type { Adjudication } from './adjudication.ts'

export type Redemption = {
  readonly campaignId: string
  readonly accountId: string
  /** Its coupon is still to be issued. */
  readonly isOpen: boolean
  /** The money or the points it brought. */
  readonly value: number
}

export type Gain = {
  readonly accountId: string
  readonly operation: 'earn' | 'credit'
  readonly value: number
}

export type Consequences = { readonly redemptions: readonly Redemption[]; readonly gains: readonly Gain[] }

/** Discounts are redeemed before points are given, offers on the whole basket before those on single lines. */
export function makeConsequences(adjudication: Adjudication): Consequences {
  const { discounts, earns, credits } = adjudication
  const onBasket = credits.filter(({ line }) => line === null)
  const onLines = credits.filter(({ line }) => line !== null)
  const redemptions = [...discounts, ...onBasket, ...onLines].map((play) => ({
    campaignId: play.candidate.campaign.id,
    accountId: play.candidate.accountId,
    isOpen: play.candidate.isOpen,
    value: 'amount' in play ? play.amount : play.points,
  }))
  const earned = earns.map(({ holder, points }) => makeGain(holder.accountId, 'earn', points))
  return { redemptions, gains: [...earned, ...makeCreditGains(adjudication)] }
}

/** Offers give points one by one; the ledger gets them as one credit an account. */
function makeCreditGains({ credits }: Adjudication): Gain[] {
  const totals = new Map<string, number>()
  for (const { holder, points } of credits) {
    totals.set(holder.accountId, (totals.get(holder.accountId) ?? 0) + points)
  }
  return [...totals].map(([accountId, value]) => makeGain(accountId, 'credit', value))
}

function makeGain(accountId: string, operation: Gain['operation'], value: number): Gain {
  return { accountId, operation, value }
}
