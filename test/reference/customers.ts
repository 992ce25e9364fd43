// What checkout tests begin with: customers, offers and baskets, each test's own.
import { randomUUID } from 'node:crypto'
import type { Account, Campaign, Page, Scheme, Wallet } from './answers.ts'
import type { Api } from './platform.ts'

export type NewCustomer = { readonly wallet: Wallet; readonly card: string; readonly points: Account }

/** A customer with a card and an account of the tenant's own points scheme. */
export async function makeCustomer(api: Api): Promise<NewCustomer> {
  const card = makeText('card')
  const wallet = await api.do<Wallet>('POST', '/wallet', { identities: [{ type: 'CARD', value: card }] })
  const scheme = await findScheme(api)
  const points = await api.do<Account>('POST', `/wallet/${wallet.walletId}/scheme/${scheme.id}/account`)
  return { wallet, card, points }
}

/** The scheme every tenant has from the start. */
export async function findScheme(api: Api): Promise<Scheme> {
  const page = await api.do<Page<Scheme>>('GET', '/schemes/points?reference=default')
  return page.results[0]!
}

export function makeText(prefix: string): string {
  return `${prefix}-${randomUUID()}`
}

type Offer = {
  readonly reward: 'PERCENT' | 'AMOUNT' | 'POINTS'
  readonly value: number
  readonly minimumSpend?: number
  readonly products?: readonly string[]
}

export function makeCampaign(api: Api, offer: Offer, more: object = {}): Promise<Campaign> {
  return api.do('POST', '/campaigns', { name: makeText('Offer'), offer, ...more })
}

/** A restricted campaign and a coupon of it. */
export async function issueCoupon(api: Api, walletId: string, offer: Offer & { readonly rules?: object }) {
  const { rules, ...rest } = offer
  const campaign = await makeCampaign(api, rest, rules ? { rules } : {})
  const coupon = await api.do<Account>('POST', `/wallet/${walletId}/campaign/${campaign.id}/account`)
  return { campaign, coupon }
}

export const mapleOutlet = { incomingIdentifier: 'MAPLE-001' }

type Item = { readonly upc: string; readonly price: number; readonly count?: number }

export function makeBasket(items: readonly Item[]) {
  const contents = items.map(({ upc, price, count = 1 }) => ({
    upc,
    itemUnitCost: price,
    totalUnitCost: price * count,
    totalUnitCostAfterDiscount: price * count,
    description: upc,
    itemUnitMetric: 'EACH',
    itemUnitCount: count,
    salesKey: 'SALE',
  }))
  return {
    type: 'STANDARD',
    summary: {
      redemptionChannel: 'Online',
      totalDiscountAmount: { general: null, staff: null, promotions: 0 },
      totalItems: items.reduce((total, { count = 1 }) => total + count, 0),
      totalBasketValue: contents.reduce((total, { totalUnitCost }) => total + totalUnitCost, 0),
    },
    contents,
  }
}

/** What a shop connector sends on every change of the cart. */
export function makeOpen(card: string | null, basket: object, more: object = {}) {
  return {
    reference: makeText('cart'),
    ...(card === null ? {} : { identity: { identityValue: card } }),
    lock: true,
    location: mapleOutlet,
    options: {
      adjustBasket: { includeOpenOffers: true, enabled: true },
      analyseBasket: { includeOpenOffers: true, enabled: true },
    },
    basket,
    ...more,
  }
}

export function makeSettle(opening: { reference: string; identity?: unknown }, basket: object, more = {}) {
  const { reference, identity } = opening
  return {
    mode: 'ACTIVE',
    reference,
    ...(identity ? { identity } : {}),
    location: mapleOutlet,
    basket,
    ...more,
  }
}
