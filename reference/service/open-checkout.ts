// Opening a checkout: who is the customer, what may they have, and what does that make of their basket. Nothing is moved
// yet; what was worked out is kept for settle, and coupons it counts on may be locked until then.
import type { StoredAccount } from '../model/account.ts'
import { isUsed, type Adjudication } from '../model/adjudication.ts'
import type { Basket } from '../model/basket.ts'
import { makeConsequences } from '../model/consequences.ts'
import type { EnrichedBasket } from '../model/enriched-basket.ts'
import type { Identity } from '../model/identity.ts'
import { makeEnrichedBasket } from '../model/make-enriched-basket.ts'
import { makeTerms } from '../model/purchase-terms.ts'
import { adjudicateBasket } from './adjudicate-basket.ts'
import { findCustomer, type CustomerKey } from './customer.ts'
import { lockCoupon, releaseLocks } from './locks.ts'
import {
  examineTokens,
  listCoupons,
  listOpenOffers,
  listPointsHolders,
  makeCouponOffers,
  type Held,
  type Offered,
  type Visit,
} from './offers.ts'
import { deleteOpenings, writeOpening } from './openings.ts'
import { findOutlet, type Location } from './outlets.ts'
import type { Scope } from './scope.ts'
import type { Examined } from './tokens.ts'

export type OfferSwitch = { readonly enabled: boolean; readonly includeOpenOffers: boolean }

export type OpenRequest = CustomerKey & {
  readonly reference?: string | undefined
  readonly lock: boolean
  readonly location: Location
  readonly examine: readonly { readonly value: string }[]
  readonly options: {
    /** Money off. */
    readonly adjustBasket: OfferSwitch
    /** Points. */
    readonly analyseBasket: OfferSwitch
  }
  readonly basket: Basket
}

export type OpenedCheckout = {
  readonly visit: Visit
  readonly identity: Identity | null
  readonly basket: EnrichedBasket
  readonly adjudication: Adjudication
  readonly examined: readonly Examined[]
  readonly coupons: readonly StoredAccount[]
  readonly holders: readonly Held[]
  /** Open offers that the basket takes up. */
  readonly openOffers: readonly Offered[]
}

export function openCheckout(scope: Scope, request: OpenRequest): OpenedCheckout {
  return scope.store.write(() => {
    const outlet = findOutlet(scope, request.location)
    const { wallet, identity } = findCustomer(scope, request)
    const visit = { wallet, outlet, reference: request.reference ?? null }
    replaceEarlier(scope, visit)
    const opened = { identity, ...adjudicateVisit(scope, visit, request) }
    const { basket, adjudication } = opened
    const reference = request.lock ? visit.reference : null
    const coupons = lockUsed(scope, opened, reference)
    const key = { basket, walletId: wallet?.walletId ?? null, reference: visit.reference }
    const { terms } = opened
    writeOpening(scope, key, { consequences: makeConsequences(adjudication), terms })
    return { ...opened, coupons }
  })
}

/** A till opens anew on every change of its basket; only the last time counts. */
function replaceEarlier(scope: Scope, { reference }: Visit): void {
  if (reference === null) return
  releaseLocks(scope, reference)
  deleteOpenings(scope, reference)
}

function adjudicateVisit(scope: Scope, visit: Visit, request: OpenRequest) {
  const examined = examineTokens(
    scope,
    request.examine.map(({ value }) => value),
    visit,
  )
  const coupons = listCoupons(scope, visit, examined)
  const offers = [...makeCouponOffers(scope, coupons), ...listOpenOffers(scope, visit)]
  const holders = listPointsHolders(scope, visit.wallet)
  const { basket: wanted, options } = request
  const counted = options.analyseBasket.enabled ? holders : []
  const candidates = selectOffers(offers, options)
  const adjudication = adjudicateBasket(scope, { basket: wanted, candidates, holders: counted })
  const walletId = visit.wallet?.walletId ?? null
  const basket = makeEnrichedBasket({ basket: wanted, adjudication, walletId, now: scope.now })
  const openOffers = offers.filter(({ isOpen, accountId }) => isOpen && isUsed(adjudication, accountId))
  const terms = makeTerms({ basket: wanted, holders: counted }, adjudication, offers)
  return { visit, examined, coupons, holders, adjudication, basket, openOffers, terms }
}

/** Each kind of offer has its own switch; a coupon of a campaign goes before the open offer of the same one. */
function selectOffers(offers: readonly Offered[], options: OpenRequest['options']): Offered[] {
  const wanted = offers.filter(({ campaign, isOpen }) => {
    const of = campaign.offer.reward === 'POINTS' ? options.analyseBasket : options.adjustBasket
    return of.enabled && (of.includeOpenOffers || !isOpen)
  })
  const couponed = new Set(wanted.filter(({ isOpen }) => !isOpen).map(({ campaign }) => campaign.id))
  return wanted.filter(({ campaign, isOpen }) => !isOpen || !couponed.has(campaign.id))
}

type Used = { readonly coupons: readonly StoredAccount[]; readonly adjudication: Adjudication }

function lockUsed(scope: Scope, { coupons, adjudication }: Used, reference: string | null): StoredAccount[] {
  return coupons.map((account) =>
    reference !== null && isUsed(adjudication, account.accountId)
      ? lockCoupon(scope, account, { reference })
      : account,
  )
}
