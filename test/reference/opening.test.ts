// Opening: who is served, what they may have, and what is held for them until they pay.
import { describe, expect, it } from 'vitest'
import type { Account, Token } from './answers.ts'
import {
  issueCoupon,
  makeBasket,
  makeCampaign,
  makeCustomer,
  makeOpen,
  makeSettle,
  makeText,
} from './customers.ts'
import { useTill } from './use-till.ts'

const till = useTill({ instances: 1 })

describe('opening', () => {
  it('gives an anonymous customer open offers only', async () => {
    const upc = makeText('tea')
    const offer = { reward: 'AMOUNT', value: 50, products: [upc] } as const
    const openOffer = await makeCampaign(till.maple, offer, { mode: 'OPEN' })
    await makeCampaign(till.maple, offer)
    await makeCampaign(till.maple, { reward: 'POINTS', value: 70, products: [upc] }, { mode: 'OPEN' })
    const request = makeOpen(null, makeBasket([{ upc, price: 1000 }]))
    const answer = await till.open(request)
    const { basket, discount, points } = answer.analyseBasketResults
    expect(answer).toMatchObject({ wallet: null, identity: null })
    expect(discount.map(({ campaignId }) => campaignId)).toEqual([openOffer.id])
    expect(points).toEqual([])
    expect(basket.contents[0]).toMatchObject({ totalUnitCostAfterDiscount: 950 })
    const settled = await till.settle(makeSettle(request, basket))
    expect(settled.walletTransactions).toMatchObject([{ walletId: null, identity: null }])
    expect(settled.accountTransactions.map(({ event }) => event)).toEqual(['CREATE', 'REDEEM'])
  })

  it('leaves open offers out where it is asked to', async () => {
    const upc = makeText('tea')
    await makeCampaign(till.maple, { reward: 'AMOUNT', value: 50, products: [upc] }, { mode: 'OPEN' })
    const off = { includeOpenOffers: false, enabled: true }
    const request = makeOpen(till.customer.card, makeBasket([{ upc, price: 1000 }]), {
      options: { adjustBasket: off, analyseBasket: { enabled: false } },
    })
    const { basket } = (await till.open(request)).analyseBasketResults
    expect(basket.summary.totalDiscountAmount.promotions).toBe(0)
    expect(basket.summary.adjudicationResults).toEqual([])
  })

  it('locks the coupons it counts on, against other tills and not against itself', async () => {
    const { coupon } = await issueCoupon(till.maple, till.customer.wallet.walletId, {
      reward: 'AMOUNT',
      value: 500,
    })
    const first = await till.openBasket(2500)
    expect((await till.readAccount(coupon)).status).toBe('LOCKED')
    const elsewhere = await till.openBasket(2500)
    expect(elsewhere.basket.summary.totalDiscountAmount.promotions).toBe(0)
    const redeem = `/wallet/${coupon.walletId}/account/${coupon.accountId}/redeem`
    expect(await till.maple.refusal('PATCH', redeem)).toBe('409 ACCOUNT_LOCKED')
    const again = await till.openBasket(3000, { reference: first.request.reference })
    expect(again.basket.summary.totalDiscountAmount.promotions).toBe(500)
    // The earlier basket of this reference has been replaced.
    expect(await till.refuseSettle(makeSettle(first.request, first.basket))).toBe('409 BASKET_CHANGED')
    await till.settle(makeSettle(again.request, again.basket))
    expect((await till.readAccount(coupon)).status).toBe('USED')
  })

  it('frees a coupon that the basket no longer counts on, and a lock that nobody settled in time', async () => {
    const cedar = till.platform.api('cedar')
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
    await till.platform.control('PUT', '/test/clock', { tenant: 'cedar', advanceSeconds: 15 * 60 + 1 })
    expect(await status()).toBe('ACTIVE')
  })

  it('tells usable tokens from invalid and unknown ones', async () => {
    const campaign = await makeCampaign(till.maple, { reward: 'AMOUNT', value: 300 })
    const points = await makeCampaign(till.maple, { reward: 'POINTS', value: 300 })
    const makeToken = (resourceId: string, more = {}) =>
      till.maple.do<Token>('POST', '/token/create', {
        resourceType: 'CAMPAIGN',
        resourceId: Number(resourceId),
        ...more,
      })
    const anybodys = await makeToken(campaign.id)
    const others = await makeToken(campaign.id, {
      consumerIdentifier: { reference: (await makeCustomer(till.maple)).card },
    })
    const forPoints = await makeToken(points.id)
    const tokens = [anybodys.token, others.token, forPoints.token, '0000000000000000']
    const examine = tokens.map((value) => ({ type: 'TOKEN', value }))
    const anonymous = makeOpen(null, makeBasket([{ upc: 'a', price: 1000 }]), { examine })
    const answer = await till.open(anonymous)
    expect(answer.examine.map(({ errorCode }) => errorCode)).toEqual([null, 'PCEXNV', 'PCEXNV', 'PCEXNF'])
    expect(answer.analyseBasketResults.basket.summary.totalBasketValue).toBe(700)
    const known = await till.open({
      ...makeOpen(till.customer.card, anonymous.basket, { examine }),
      reference: anonymous.reference,
    })
    expect(known.examine.map(({ errorCode }) => errorCode)).toEqual([null, 'PCEXNV', null, 'PCEXNF'])
    await till.settle(
      makeSettle(
        { ...anonymous, identity: { identityValue: till.customer.card } },
        known.analyseBasketResults.basket,
      ),
    )
    expect(await till.readPoints(till.customer)).toBe(307)
    // What belonged to nobody is now its user's.
    const { walletId } = till.customer.wallet
    const used = await till.readAccount({ walletId, accountId: String(anybodys.accountId) })
    expect(used.status).toBe('USED')
  })

  it('names coupons that could be used but not for this basket', async () => {
    const { coupon } = await issueCoupon(till.maple, till.customer.wallet.walletId, {
      reward: 'AMOUNT',
      value: 5,
      minimumSpend: 9999,
    })
    const { answer } = await till.openBasket(100)
    expect(answer.analyseBasketResults.unusedAccounts).toMatchObject([{ accountId: coupon.accountId }])
  })

  it.each([
    ['an unknown identity', async () => 'nobody', '404 WALLET_NOT_FOUND'],
    ['a suspended wallet', suspendWallet, '409 WALLET_NOT_ACTIVE'],
    ['a terminated wallet', terminateWallet, '409 WALLET_TERMINATED'],
    ['a lost card', () => stepIdentity('lost'), '409 IDENTITY_NOT_ACTIVE'],
    ['a suspended card', () => stepIdentity('suspend'), '409 IDENTITY_NOT_ACTIVE'],
  ])('refuses %s at open and at settle', async (_whose, spoil, refusal) => {
    const { request, basket } = await till.openBasket(2500)
    const identity = { identityValue: await spoil() }
    expect(await till.maple.refusal('POST', '/connect/wallet/open', { ...request, identity })).toBe(refusal)
    expect(await till.refuseSettle(makeSettle({ ...request, identity }, basket))).toBe(refusal)
  })

  async function suspendWallet() {
    await till.maple.do('PATCH', `/wallet/${till.customer.wallet.walletId}/suspend`)
    return till.customer.card
  }

  async function terminateWallet() {
    await till.maple.do('PATCH', `/wallet/${till.customer.wallet.walletId}/terminate`)
    return till.customer.card
  }

  async function stepIdentity(step: string) {
    const [identity] = till.customer.wallet.identities
    await till.maple.do(
      'PATCH',
      `/wallet/${till.customer.wallet.walletId}/identity/${identity!.identityId}/${step}`,
    )
    return till.customer.card
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
    const request = { ...makeOpen(till.customer.card, makeBasket([{ upc: 'a', price: 1 }])), ...change }
    expect(await till.maple.refusal('POST', '/connect/wallet/open', request)).toBe(refusal)
  })

  it('is not for a client without tills', async () => {
    const lotus = till.platform.api('lotus')
    const request = makeOpen(null, makeBasket([{ upc: 'a', price: 1 }]))
    expect(await lotus.refusal('POST', '/connect/wallet/open', request)).toBe('403 SERVICE_NOT_AVAILABLE')
  })
})
