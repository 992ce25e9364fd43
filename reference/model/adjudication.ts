// What offers and schemes make of a basket: discounts first, then what the rest of the money earns, then points that
// offers give. Each offer counts once a basket, in the order of its priority and then of its campaign's id; each discount
// is worked out on what the ones before it left. Pure, so that the arithmetic can be tried without a till.
import { selectLines, type Basket } from './basket.ts'
import type { Campaign, Offer } from './campaign.ts'
import { evaluateEarn, type EarnRules, type Rounding } from './scheme.ts'

/** An offer the customer may have: by a coupon, or because it is open to anybody. */
export type Candidate = {
  readonly campaign: Pick<Campaign, 'id' | 'name' | 'offer'>
  /** Of the coupon; of an open offer the one its coupon will have, once settle issues it. */
  readonly accountId: string
  readonly isOpen: boolean
}

/** A points account, and what a purchase may do to it. */
export type PointsHolder = {
  readonly accountId: string
  readonly scheme: EarnRules
  readonly canEarn: boolean
  readonly canCredit: boolean
}

export type Share = { readonly line: number; readonly amount: number }

export type Discount = {
  readonly candidate: Candidate
  readonly amount: number
  /** Null where it comes off the whole basket. */
  readonly shares: readonly Share[] | null
}

export type Earn = { readonly holder: PointsHolder; readonly points: number }

export type Credit = {
  readonly candidate: Candidate
  readonly holder: PointsHolder
  readonly points: number
  /** The line that brought it, or null for the whole basket. */
  readonly line: number | null
}

export type Adjudication = {
  readonly discounts: readonly Discount[]
  readonly earns: readonly Earn[]
  readonly credits: readonly Credit[]
  /** What is to be paid. */
  readonly total: number
  readonly unused: readonly Candidate[]
}

export type AdjudicationRequest = {
  readonly basket: Basket
  readonly candidates: readonly Candidate[]
  readonly holders: readonly PointsHolder[]
  /** Points are earned on what is paid; on the price before offers only where a fault asks for it. */
  readonly earnsOn: 'paid' | 'price'
  readonly rounding?: Rounding
  /** Offers keep to their stacking limits, unless a fault asks otherwise. */
  readonly ignoresStacking?: boolean
}

export function adjudicate(request: AdjudicationRequest): Adjudication {
  const { basket, candidates, holders, earnsOn, rounding } = request
  const price = basket.summary.totalBasketValue
  const reached = candidates
    .filter((candidate) => isReached(basket, candidate.campaign.offer))
    .sort(comparePlay)
  const fitting = request.ignoresStacking ? reached : selectStacked(reached)
  const discounts = makeDiscounts(basket, fitting)
  const total = price - sum(discounts.map(({ amount }) => amount))
  const earns = holders
    .filter(({ canEarn }) => canEarn)
    .map((holder) => {
      const amount = earnsOn === 'paid' ? total : price
      return { holder, points: evaluateEarn(holder.scheme, amount, rounding) }
    })
    .filter(({ points }) => points > 0)
  const credits = makeCredits(basket, fitting, holders)
  const used = new Set([...discounts, ...credits].map(({ candidate }) => candidate))
  return { discounts, earns, credits, total, unused: candidates.filter((candidate) => !used.has(candidate)) }
}

/** Higher priority first, then the older campaign. */
function comparePlay(a: Candidate, b: Candidate): number {
  const byPriority = b.campaign.offer.priority - a.campaign.offer.priority
  return byPriority || Number(a.campaign.id) - Number(b.campaign.id)
}

/** An offer with a stacking limit counts only while fewer than so many of its kind count before it. */
function selectStacked(candidates: readonly Candidate[]): Candidate[] {
  const counted: Record<Offer['reward'], number> = { PERCENT: 0, AMOUNT: 0, POINTS: 0 }
  return candidates.filter(({ campaign }) => {
    const { reward, stackingLimit } = campaign.offer
    const isWithin = stackingLimit === null || counted[reward] < stackingLimit
    if (isWithin) counted[reward] += 1
    return isWithin
  })
}

/** Whether the basket counts on this coupon. */
export function isUsed({ discounts, credits }: Adjudication, accountId: string): boolean {
  return [...discounts, ...credits].some(({ candidate }) => candidate.accountId === accountId)
}

/** A minimum spend looks at the price before any offer, of the products it names or of everything. */
function isReached(basket: Basket, { products, minimumSpend }: Offer): boolean {
  const lines = selectLines(basket, products)
  const spend = products.length > 0 ? sum(lines.map((line) => priceOf(basket, line))) : totalOf(basket)
  return spend > 0 && spend >= minimumSpend
}

function makeDiscounts(basket: Basket, candidates: readonly Candidate[]): Discount[] {
  const left = {
    total: totalOf(basket),
    lines: basket.contents.map((_line, index) => priceOf(basket, index)),
  }
  const money = candidates.filter(({ campaign }) => campaign.offer.reward !== 'POINTS')
  const onLines = money.filter(({ campaign }) => campaign.offer.products.length > 0)
  const onBasket = money.filter(({ campaign }) => campaign.offer.products.length === 0)
  const made = [...onLines, ...onBasket].map((candidate): Discount => {
    const { offer } = candidate.campaign
    const shares =
      offer.products.length > 0 ? makeShares(offer, selectLines(basket, offer.products), left) : null
    const amount = shares ? sum(shares.map((share) => share.amount)) : evaluateOff(offer, left.total)
    left.total -= amount
    for (const share of shares ?? []) left.lines[share.line] = (left.lines[share.line] ?? 0) - share.amount
    return { candidate, amount, shares }
  })
  return made.filter(({ amount }) => amount > 0)
}

type Left = { readonly total: number; readonly lines: readonly number[] }

/** A percentage comes off each of the lines; an amount is used up line by line. Neither passes what is left in all. */
function makeShares(offer: Offer, lines: readonly number[], left: Left): Share[] {
  let taken = 0
  const shares = lines.map((line): Share => {
    const value = Math.min(left.lines[line] ?? 0, left.total - taken)
    const unspent = offer.reward === 'AMOUNT' ? { ...offer, value: offer.value - taken } : offer
    const amount = evaluateOff(unspent, value)
    taken += amount
    return { line, amount }
  })
  return shares.filter(({ amount }) => amount > 0)
}

/** Rounded down: never more off than the offer says. */
function evaluateOff(offer: Pick<Offer, 'reward' | 'value'>, value: number): number {
  return offer.reward === 'PERCENT' ? Math.floor((value * offer.value) / 100) : Math.min(offer.value, value)
}

/** Without a points account there is nowhere to put points, so an anonymous customer gets none. */
function makeCredits(
  basket: Basket,
  candidates: readonly Candidate[],
  holders: readonly PointsHolder[],
): Credit[] {
  const holder = holders.find(({ canCredit }) => canCredit)
  if (!holder) return []
  return candidates
    .filter(({ campaign }) => campaign.offer.reward === 'POINTS')
    .map((candidate) => {
      const { products, value } = candidate.campaign.offer
      const line = products.length > 0 ? (selectLines(basket, products)[0] ?? null) : null
      return { candidate, holder, points: value, line }
    })
}

function totalOf(basket: Basket): number {
  return basket.summary.totalBasketValue
}

function priceOf(basket: Basket, line: number): number {
  const { totalUnitCost, totalUnitCostAfterDiscount } = basket.contents[line] ?? { totalUnitCost: 0 }
  return totalUnitCostAfterDiscount ?? totalUnitCost
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
