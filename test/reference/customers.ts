// What checkout tests begin with: customers, offers and baskets, each test's own.
import { randomUUID } from 'node:crypto'
import type {
  Account,
  Campaign,
  Entry,
  OpenAnswer,
  Operation,
  Page,
  Scheme,
  SettleAnswer,
  Wallet,
} from './answers.ts'
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
  readonly priority?: number
  readonly stackingLimit?: number
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

/** A points scheme of the test's own, and its account in a wallet. */
export async function joinScheme(api: Api, walletId: string, rules: object = {}): Promise<Account> {
  const { id } = await api.do<Scheme>('POST', '/schemes/points', { details: { name: 'Own' }, ...rules })
  return api.do('POST', `/wallet/${walletId}/scheme/${id}/account`)
}

/** The account as its wallet lists it. */
export async function readAccount(
  api: Api,
  { walletId, accountId }: Pick<Account, 'walletId' | 'accountId'>,
): Promise<Account> {
  const page = await api.do<Page<Account>>('GET', `/wallet/${walletId}/accounts?limit=500`)
  return page.results.find((account) => account.accountId === accountId)!
}

export async function readLedger(
  api: Api,
  { walletId, accountId }: Pick<Account, 'walletId' | 'accountId'>,
): Promise<Entry[]> {
  const path = `/wallet/${walletId}/account/${accountId}/transactions?limit=500`
  return (await api.do<Page<Entry>>('GET', path)).results
}

/** The ledger as `EVENT value`. */
export function tell(entries: readonly Entry[]): string[] {
  return entries.map(({ event, value }) => `${event} ${value}`)
}

/** Moves points by one of the operations on an account. */
export function movePoints(
  api: Api,
  { walletId, accountId }: Pick<Account, 'walletId' | 'accountId'>,
  [operation, points]: [operation: string, points: number],
): Promise<Operation> {
  const path = `/wallet/${walletId}/account/${accountId}/${operation}`
  return api.do('PATCH', path, { balances: { current: points } })
}

/** Opens and settles a basket. */
export function buy(api: Api, card: string, basket: object) {
  return buyBy(api, makeOpen(card, basket))
}

/** The same, opened by a request of its own. */
export async function buyBy(api: Api, request: ReturnType<typeof makeOpen>) {
  const { location } = request
  const opened = await api.do<OpenAnswer>('POST', '/connect/wallet/open', request)
  const settle = makeSettle(request, opened.analyseBasketResults.basket, { location })
  const settled = await api.do<SettleAnswer>('POST', '/connect/wallet/settle', settle)
  return { request, opened, settle, settled }
}

/** What comes back of a purchase, one of each unless a count is said. */
export function makeReturn(reference: string, items: readonly { upc: string; count?: number }[]) {
  const contents = items.map(({ upc, count = 1 }) => ({ upc, itemUnitCount: count, salesKey: 'REFUND' }))
  return {
    reference: makeText('refund'),
    originalTransaction: { reference },
    location: mapleOutlet,
    basket: { contents },
  }
}

/** The statuses of what was asked at once, the lowest first. */
export function sortStatuses(outcomes: readonly { readonly status: number }[]): number[] {
  return outcomes.map(({ status }) => status).toSorted((a, b) => a - b)
}
