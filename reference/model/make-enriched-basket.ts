// Writes an adjudication into the basket it was made of: money off and points by line where an offer names products,
// in the summary where it is about the whole.
import {
  sum,
  type Adjudication,
  type Candidate,
  type Credit,
  type Discount,
  type Earn,
} from './adjudication.ts'
import type { Basket, Line } from './basket.ts'
import type { AdjudicationResult, Adjustment, EnrichedBasket } from './enriched-basket.ts'

type Context = {
  readonly basket: Basket
  readonly adjudication: Adjudication
  readonly walletId: string | null
  readonly now: string
}

/** A discount or a credit with its place in the order of play. */
type Placed<Play> = Play & { readonly position: number }

export function makeEnrichedBasket(context: Context): EnrichedBasket {
  const { basket, adjudication, walletId, now } = context
  const { discounts, earns, credits } = adjudication
  const placedDiscounts = place(discounts, 0)
  const placedEarns = place(earns, discounts.length)
  const placedCredits = place(credits, discounts.length + earns.length)
  const promotions = sum(discounts.map(({ amount }) => amount))
  return {
    ...basket,
    type: 'ENRICHED',
    summary: {
      ...basket.summary,
      totalBasketValue: adjudication.total,
      totalDiscountAmount: { ...basket.summary.totalDiscountAmount, promotions },
      adjustmentResults: placedDiscounts
        .filter(({ shares }) => shares === null)
        .map((discount) => makeAdjustment(discount, discount.amount, walletId)),
      adjudicationResults: [
        ...placedEarns.map((earn) => makeEarnResult(earn, walletId)),
        ...placedCredits
          .filter(({ line }) => line === null)
          .flatMap((credit) => makeCreditResults(credit, walletId)),
      ],
      results: { points: makePoints(adjudication), pointsByScheme: null },
    },
    contents: basket.contents.map((line, index) => {
      const own = {
        discounts: placedDiscounts.filter(({ shares }) => shares?.some((share) => share.line === index)),
        credits: placedCredits.filter((credit) => credit.line === index),
      }
      return makeLine(line, index, { ...own, walletId })
    }),
    analysedDateTime: now,
  }
}

type Own = {
  readonly discounts: readonly Placed<Discount>[]
  readonly credits: readonly Placed<Credit>[]
  readonly walletId: string | null
}

function makeLine(line: Line, index: number, own: Own): EnrichedBasket['contents'][number] {
  const adjustments = own.discounts.map((discount) => {
    const amount = discount.shares?.find((share) => share.line === index)?.amount ?? 0
    return makeAdjustment(discount, amount, own.walletId)
  })
  const results = own.credits.flatMap((credit) => makeCreditResults(credit, own.walletId))
  const price = line.totalUnitCostAfterDiscount ?? line.totalUnitCost
  return {
    ...line,
    totalUnitCostAfterDiscount: price - sum(adjustments.map(({ value }) => value)),
    ...(adjustments.length > 0 ? { adjustmentResults: adjustments } : {}),
    ...(results.length > 0 ? { adjudicationResults: results } : {}),
  }
}

function makeAdjustment(discount: Placed<Discount>, amount: number, walletId: string | null): Adjustment {
  return {
    ...makeOfferResult(discount, walletId),
    type: discount.candidate.isOpen ? 'createRedeem' : 'redeem',
    value: amount,
    totalDiscountAmount: amount,
  }
}

function makeEarnResult({ holder, points, position }: Placed<Earn>, walletId: string | null) {
  return {
    resourceType: 'SCHEME',
    resourceId: holder.scheme.id,
    instanceId: `${holder.scheme.id}-1`,
    success: null,
    type: 'earn',
    value: null,
    balances: { current: points },
    relatedAccountIds: [],
    targetedAccountId: holder.accountId,
    targetedWalletId: walletId,
    playOrderPosition: position,
  } satisfies AdjudicationResult
}

/** The coupon is redeemed and the points go to the points account. */
function makeCreditResults(credit: Placed<Credit>, walletId: string | null): AdjudicationResult[] {
  const result = makeOfferResult(credit, walletId)
  const { holder, points } = credit
  return [
    { ...result, type: 'redeem', value: points },
    {
      ...result,
      type: 'credit',
      value: null,
      balances: { current: points },
      targetedAccountId: holder.accountId,
    },
  ]
}

function makeOfferResult(play: { candidate: Candidate; position: number }, walletId: string | null) {
  const { campaign, accountId } = play.candidate
  return {
    resourceType: 'CAMPAIGN' as const,
    resourceId: campaign.id,
    instanceId: `${campaign.id}-1`,
    success: null,
    relatedAccountIds: [accountId],
    targetedAccountId: accountId,
    targetedWalletId: walletId,
    playOrderPosition: play.position,
  }
}

function makePoints({ earns, credits }: Adjudication): EnrichedBasket['summary']['results']['points'] {
  const earn = sum(earns.map(({ points }) => points))
  const credit = sum(credits.map(({ points }) => points))
  return {
    spend: 0,
    debit: 0,
    refund: 0,
    totalPointsTaken: 0,
    earn,
    credit,
    totalPointsGiven: earn + credit,
    totalMonetaryValue: 0,
  }
}

function place<Play>(plays: readonly Play[], before: number): Placed<Play>[] {
  return plays.map((play, index) => ({ ...play, position: before + index + 1 }))
}
