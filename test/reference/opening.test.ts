// Opening: who is served, what they may have, and what is held for them until they pay.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account, OpenAnswer, SettleAnswer, Token } from './answers.ts'
import {
  issueCoupon,
  makeBasket,
  makeCampaign,
  makeCustomer,
  makeOpen,
  makeSettle,
  makeText,
  type NewCustomer,
} from './customers.ts'
import { openPlatform, type Api, type Platform } from './platform.ts'

let platform: Platform
let maple: Api
let customer: NewCustomer

beforeAll(async () => {
  platform = await openPlatform('--instances', '1')
  maple = platform.api('maple')
})
beforeEach(async () => {
  customer = await makeCustomer(maple)
})
afterAll(() => platform.stop())

const open = (request: object) => maple.do<OpenAnswer>('POST', '/connect/wallet/open', request)
const settle = (request: object) => maple.do<SettleAnswer>('POST', '/connect/wallet/settle', request)
const refuseSettle = (request: object) => maple.refusal('POST', '/connect/wallet/settle', request)

const readPoints = async ({ wallet, points }: NewCustomer) => {
  const account = await maple.do<Account>('GET', `/wallet/${wallet.walletId}/account/${points.accountId}`)
  return account.balances.current
}

const readCoupon = (coupon: Account) =>
  maple.do<Account>('GET', `/wallet/${coupon.walletId}/account/${coupon.accountId}`)

/** Opens and gives back what settle needs. */
async function openBasket(price: number, more: object = {}) {
  const request = makeOpen(customer.card, makeBasket([{ upc: makeText('upc'), price }]), more)
  const answer = await open(request)
  return { request, answer, basket: answer.analyseBasketResults.basket }
}

describe('opening', () => {
  it('gives an anonymous customer open offers only', async () => {
    const upc = makeText('tea')
    const offer = { reward: 'AMOUNT', value: 50, products: [upc] } as const
    const openOffer = await makeCampaign(maple, offer, { mode: 'OPEN' })
    await makeCampaign(maple, offer)
    await makeCampaign(maple, { reward: 'POINTS', value: 70, products: [upc] }, { mode: 'OPEN' })
    const request = makeOpen(null, makeBasket([{ upc, price: 1000 }]))
    const answer = await open(request)
    const { basket, discount, points } = answer.analyseBasketResults
    expect(answer).toMatchObject({ wallet: null, identity: null })
    expect(discount.map(({ campaignId }) => campaignId)).toEqual([openOffer.id])
    expect(points).toEqual([])
    expect(basket.contents[0]).toMatchObject({ totalUnitCostAfterDiscount: 950 })
    const settled = await settle(makeSettle(request, basket))
    expect(settled.walletTransactions).toMatchObject([{ walletId: null, identity: null }])
    expect(settled.accountTransactions.map(({ event }) => event)).toEqual(['CREATE', 'REDEEM'])
  })

  it('leaves open offers out where it is asked to', async () => {
    const upc = makeText('tea')
    await makeCampaign(maple, { reward: 'AMOUNT', value: 50, products: [upc] }, { mode: 'OPEN' })
    const off = { includeOpenOffers: false, enabled: true }
    const request = makeOpen(customer.card, makeBasket([{ upc, price: 1000 }]), {
      options: { adjustBasket: off, analyseBasket: { enabled: false } },
    })
    const { basket } = (await open(request)).analyseBasketResults
    expect(basket.summary.totalDiscountAmount.promotions).toBe(0)
    expect(basket.summary.adjudicationResults).toEqual([])
  })

  it('locks the coupons it counts on, against other tills and not against itself', async () => {
    const { coupon } = await issueCoupon(maple, customer.wallet.walletId, { reward: 'AMOUNT', value: 500 })
    const first = await openBasket(2500)
    expect((await readCoupon(coupon)).status).toBe('LOCKED')
    const elsewhere = await openBasket(2500)
    expect(elsewhere.basket.summary.totalDiscountAmount.promotions).toBe(0)
    const redeem = `/wallet/${coupon.walletId}/account/${coupon.accountId}/redeem`
    expect(await maple.refusal('PATCH', redeem)).toBe('409 ACCOUNT_LOCKED')
    const again = await openBasket(3000, { reference: first.request.reference })
    expect(again.basket.summary.totalDiscountAmount.promotions).toBe(500)
    // The earlier basket of this reference has been replaced.
    expect(await refuseSettle(makeSettle(first.request, first.basket))).toBe('409 BASKET_CHANGED')
    await settle(makeSettle(again.request, again.basket))
    expect((await readCoupon(coupon)).status).toBe('USED')
  })

  it('frees a coupon that the basket no longer counts on, and a lock that nobody settled in time', async () => {
    const cedar = platform.api('cedar')
    const { wallet, card } = await makeCustomer(cedar)
    const { coupon } = await issueCoupon(cedar, wallet.walletId, {
      reward: 'AMOUNT',
      value: 500,
      minimumSpend: 2000,
    })
    const path = `/wallet/${wallet.walletId}/account/${coupon.accountId}`
    const status = async () => (await cedar.do<Account>('GET', path)).status
    const location = { incomingIdentifier: 'CEDAR-002' }
    const openAt = (price: number, reference: string) =>
      cedar.do(
        'POST',
        '/connect/wallet/open',
        makeOpen(card, makeBasket([{ upc: 'a', price }]), { location, reference }),
      )
    await openAt(2500, 'cart-1')
    expect(await status()).toBe('LOCKED')
    await openAt(1500, 'cart-1')
    expect(await status()).toBe('ACTIVE')
    await openAt(2500, 'cart-1')
    await platform.control('PUT', '/test/clock', { tenant: 'cedar', advanceSeconds: 15 * 60 + 1 })
    expect(await status()).toBe('ACTIVE')
  })

  it('tells usable tokens from invalid and unknown ones', async () => {
    const campaign = await makeCampaign(maple, { reward: 'AMOUNT', value: 300 })
    const points = await makeCampaign(maple, { reward: 'POINTS', value: 300 })
    const makeToken = (resourceId: string, more = {}) =>
      maple.do<Token>('POST', '/token/create', {
        resourceType: 'CAMPAIGN',
        resourceId: Number(resourceId),
        ...more,
      })
    const anybodys = await makeToken(campaign.id)
    const others = await makeToken(campaign.id, {
      consumerIdentifier: { reference: (await makeCustomer(maple)).card },
    })
    const forPoints = await makeToken(points.id)
    const tokens = [anybodys.token, others.token, forPoints.token, '0000000000000000']
    const examine = tokens.map((value) => ({ type: 'TOKEN', value }))
    const anonymous = makeOpen(null, makeBasket([{ upc: 'a', price: 1000 }]), { examine })
    const answer = await open(anonymous)
    expect(answer.examine.map(({ errorCode }) => errorCode)).toEqual([null, 'PCEXNV', 'PCEXNV', 'PCEXNF'])
    expect(answer.analyseBasketResults.basket.summary.totalBasketValue).toBe(700)
    const known = await open({
      ...makeOpen(customer.card, anonymous.basket, { examine }),
      reference: anonymous.reference,
    })
    expect(known.examine.map(({ errorCode }) => errorCode)).toEqual([null, 'PCEXNV', null, 'PCEXNF'])
    await settle(
      makeSettle(
        { ...anonymous, identity: { identityValue: customer.card } },
        known.analyseBasketResults.basket,
      ),
    )
    expect(await readPoints(customer)).toBe(307)
    // What belonged to nobody is now its user's.
    const used = await maple.do<Account>(
      'GET',
      `/wallet/${customer.wallet.walletId}/account/${anybodys.accountId}`,
    )
    expect(used.status).toBe('USED')
  })

  it('names coupons that could be used but not for this basket', async () => {
    const { coupon } = await issueCoupon(maple, customer.wallet.walletId, {
      reward: 'AMOUNT',
      value: 5,
      minimumSpend: 9999,
    })
    const { answer } = await openBasket(100)
    expect(answer.analyseBasketResults.unusedAccounts).toMatchObject([{ accountId: coupon.accountId }])
  })

  it.each([
    ['an unknown identity', async () => 'nobody', '404 WALLET_NOT_FOUND'],
    ['a suspended wallet', suspendWallet, '409 WALLET_NOT_ACTIVE'],
    ['a terminated wallet', terminateWallet, '409 WALLET_TERMINATED'],
    ['a lost card', () => stepIdentity('lost'), '409 IDENTITY_NOT_ACTIVE'],
    ['a suspended card', () => stepIdentity('suspend'), '409 IDENTITY_NOT_ACTIVE'],
  ])('refuses %s at open and at settle', async (_whose, spoil, refusal) => {
    const { request, basket } = await openBasket(2500)
    const identity = { identityValue: await spoil() }
    expect(await maple.refusal('POST', '/connect/wallet/open', { ...request, identity })).toBe(refusal)
    expect(await refuseSettle(makeSettle({ ...request, identity }, basket))).toBe(refusal)
  })

  async function suspendWallet() {
    await maple.do('PATCH', `/wallet/${customer.wallet.walletId}/suspend`)
    return customer.card
  }

  async function terminateWallet() {
    await maple.do('PATCH', `/wallet/${customer.wallet.walletId}/terminate`)
    return customer.card
  }

  async function stepIdentity(step: string) {
    const [identity] = customer.wallet.identities
    await maple.do('PATCH', `/wallet/${customer.wallet.walletId}/identity/${identity!.identityId}/${step}`)
    return customer.card
  }

  const makePriced = (...prices: number[]) => makeBasket(prices.map((price) => ({ upc: 'a', price })))
  const returned = { upc: 'a', totalUnitCost: 5, salesKey: 'REFUND' }

  it.each([
    ['an unknown outlet', { location: { incomingIdentifier: 'CEDAR-001' } }, '400 LOCATION_UNKNOWN'],
    ['a lock without a reference', { reference: undefined }, '400 INVALID_REQUEST'],
    ['no basket', { basket: undefined }, '400 INVALID_REQUEST'],
    ['a negative price', { basket: makePriced(5, -1) }, '400 INVALID_REQUEST'],
    ['a broken amount', { basket: makePriced(9.5, 0.5) }, '400 INVALID_REQUEST'],
    ['a returned item', { basket: { ...makePriced(5), contents: [returned] } }, '400 INVALID_REQUEST'],
  ])('refuses %s', async (_what, change, refusal) => {
    const request = { ...makeOpen(customer.card, makeBasket([{ upc: 'a', price: 1 }])), ...change }
    expect(await maple.refusal('POST', '/connect/wallet/open', request)).toBe(refusal)
  })

  it('is not for a client without tills', async () => {
    const lotus = platform.api('lotus')
    const request = makeOpen(null, makeBasket([{ upc: 'a', price: 1 }]))
    expect(await lotus.refusal('POST', '/connect/wallet/open', request)).toBe('403 SERVICE_NOT_AVAILABLE')
  })
})
