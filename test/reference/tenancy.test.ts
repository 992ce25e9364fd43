// Tenants share the platform and must not notice each other: what is another's is refused exactly as what never was.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Campaign, OpenAnswer, Page, SettleAnswer, Token, Wallet } from './answers.ts'
import {
  issueCoupon,
  makeBasket,
  makeCampaign,
  makeCustomer,
  makeOpen,
  makeReturn,
  makeSettle,
  makeText,
  mapleOutlet,
  movePoints,
  readAccount,
} from './customers.ts'
import { openPlatform, type Api, type Platform } from './platform.ts'

let platform: Platform
let maple: Api
let cedar: Api

beforeAll(async () => {
  platform = await openPlatform('--instances', '1')
  maple = platform.api('maple')
  cedar = platform.api('cedar')
})
afterAll(() => platform.stop())

/** Something of maple's behind every id that a route can name. */
async function makeThings() {
  const { wallet, card, points } = await makeCustomer(maple)
  const { wallet: survivor } = await makeCustomer(maple)
  await maple.do('POST', `/wallet/${wallet.walletId}/consumer`, {})
  const { campaign, coupon } = await issueCoupon(maple, wallet.walletId, { reward: 'AMOUNT', value: 1 })
  const basket = makeBasket([{ upc: 'a', price: 1000 }])
  const request = makeOpen(card, basket)
  const opened = await maple.do<OpenAnswer>('POST', '/connect/wallet/open', request)
  const settle = makeSettle(request, opened.analyseBasketResults.basket)
  const { walletTransactions } = await maple.do<SettleAnswer>('POST', '/connect/wallet/settle', settle)
  const transaction = walletTransactions[0]!
  return { wallet, survivor, card, points, campaign, coupon, request, transaction }
}

const unknown = '999999999'

describe("another tenant's id", () => {
  it('is answered as an unknown one on every route that names an id, and nothing is changed', async () => {
    const { wallet, survivor, points, campaign, coupon, transaction } = await makeThings()
    const values: Record<string, string> = {
      walletId: wallet.walletId,
      survivorId: survivor.walletId,
      identityId: wallet.identities[0]!.identityId,
      accountId: coupon.accountId,
      campaignId: campaign.id,
      schemeId: points.campaignId,
      walletTransactionId: transaction.walletTransactionId,
    }
    const routes = Object.entries(platform.document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((verb) => ({ path, method: verb.toUpperCase() })),
    )
    const named = routes.filter(({ path }) => Object.keys(values).some((name) => path.includes(`{${name}}`)))
    expect(named.length).toBeGreaterThan(30)
    const before = await readAll(wallet.walletId)
    for (const { path, method } of named) {
      const fill = (read: (name: string) => string) =>
        path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => read(name))
      const isBare = method === 'GET' || method === 'DELETE'
      const body = isBare ? undefined : (bodies[path.split('/').at(-1) ?? ''] ?? bodies[method])
      const theirs = await cedar.ask(
        method,
        fill((name) => values[name] ?? ''),
        body,
      )
      const nobodys = await cedar.ask(
        method,
        fill(() => unknown),
        body,
      )
      const route = `${method} ${path}`
      expect([route, theirs.status, theirs.body]).toEqual([route, 404, nobodys.body])
    }
    expect(await readAll(wallet.walletId)).toEqual(before)
    expect(await maple.do<Wallet>('GET', `/wallet/${wallet.walletId}`)).toMatchObject({ status: 'ACTIVE' })
    expect(await maple.do<Campaign>('GET', `/campaigns/${campaign.id}`)).toMatchObject({
      name: campaign.name,
    })
  })

  const readAll = (walletId: string) =>
    Promise.all(
      ['', '/accounts', '/identities', '/transactions', '/consumer'].map((part) =>
        maple.do('GET', `/wallet/${walletId}${part}`),
      ),
    )

  /** What each route would accept, so that only the id can be why it refuses. */
  const points = { balances: { current: 100 } }
  const bodies: Record<string, unknown> = {
    state: { state: 'DEFAULT' },
    identity: { type: 'CARD', status: 'ACTIVE' },
    earn: points,
    credit: points,
    debit: points,
    spend: points,
    goodwill: points,
    redeem: {},
    unredeem: {},
    cancel: {},
    account: {},
    consumer: {},
    activate: undefined,
    suspend: undefined,
    PATCH: { friendlyName: null },
    PUT: { name: 'x', offer: { reward: 'AMOUNT', value: 1 } },
    POST: { name: 'x' },
  }

  it('is unknown by reference, by header, by token and as a basket', async () => {
    const { card, request, transaction, campaign } = await makeThings()
    const found = await cedar.refusal('GET', `/wallet/transaction?reference=${request.reference}`)
    expect(found).toBe('404 TRANSACTION_NOT_FOUND')
    const headers = { 'X-EES-TRANSACTION-ID': transaction.walletTransactionId }
    const read = await platform.send(cedar, { method: 'GET', target: '/connect/wallet/transaction', headers })
    expect(read.status).toBe(404)
    const byIdentity = `/wallet/accounts?identity-value=${card}`
    expect(await cedar.refusal('GET', byIdentity)).toBe('404 WALLET_NOT_FOUND')
    const resource = { resourceType: 'CAMPAIGN', resourceId: Number(campaign.id) }
    expect(await cedar.refusal('POST', '/token/create', resource)).toBe('404 CAMPAIGN_NOT_FOUND')
    const { token } = await maple.do<Token>('POST', '/token/create', resource)
    const location = { incomingIdentifier: 'CEDAR-001' }
    const examine = [{ type: 'TOKEN', value: token }]
    const basket = makeBasket([{ upc: 'a', price: 1000 }])
    const opened = await cedar.do<OpenAnswer>(
      'POST',
      '/connect/wallet/open',
      makeOpen(null, basket, { location, examine }),
    )
    expect(opened.examine).toMatchObject([{ errorCode: 'PCEXNF' }])
    const foreign = makeOpen(null, makeBasket([{ upc: 'a', price: 2000 }]))
    const theirs = (await maple.do<OpenAnswer>('POST', '/connect/wallet/open', foreign)).analyseBasketResults
    const settle = makeSettle(foreign, theirs.basket, { location })
    expect(await cedar.refusal('POST', '/connect/wallet/settle', settle)).toBe('409 BASKET_CHANGED')
    expect(await cedar.refusal('POST', '/connect/wallet/open', foreign)).toBe('400 LOCATION_UNKNOWN')
  })

  it('is unknown to a till that spends, voids, refunds, unlocks or is shown something', async () => {
    const { wallet, card, points, coupon, request } = await makeThings()
    await movePoints(maple, points, ['credit', 300])
    const location = { incomingIdentifier: 'CEDAR-001' }
    const { accountId } = points
    const spend = { reference: makeText('spend'), lock: true, balances: { current: 100 } }
    const { walletId } = wallet
    await maple.do('POST', '/connect/wallet/spend', { ...spend, walletId, location: mapleOutlet })
    const ask = (path: string, body: object) =>
      cedar.refusal('POST', `/connect/${path}`, { location, ...body })
    const refund = { ...makeReturn(request.reference, [{ upc: 'a' }]), location }
    const { reference } = spend
    for (const [path, body, refusal] of [
      ['wallet/spend', { ...spend, walletId }, '404 WALLET_NOT_FOUND'],
      ['wallet/spend', { ...spend, identity: { identityValue: card } }, '404 WALLET_NOT_FOUND'],
      ['wallet/spend/calculate', { walletId, accountId }, '404 WALLET_NOT_FOUND'],
      ['wallet/spend/void', { reference }, '404 TRANSACTION_NOT_FOUND'],
      ['wallet/unlock', { reference }, '404 LOCK_NOT_FOUND'],
      ['wallet/refund', refund, '404 TRANSACTION_NOT_FOUND'],
      ['account/verify', { walletId, accountId: coupon.accountId }, '404 WALLET_NOT_FOUND'],
    ] as const) {
      expect([path, await ask(path, body)]).toEqual([path, refusal])
    }
    expect((await readAccount(maple, points)).balances).toMatchObject({ current: 309, locked: 100 })
  })
})

describe('what tenants share', () => {
  it('is no name: identities and references are unique within each', async () => {
    const identities = [{ type: 'CARD', value: makeText('card') }]
    const [one, other] = [maple, cedar].map((api) => api.do<Wallet>('POST', '/wallet', { identities }))
    expect((await one)?.walletId).not.toBe((await other)?.walletId)
    const reference = makeText('reference')
    for (const api of [maple, cedar]) await makeCampaign(api, { reward: 'AMOUNT', value: 1 }, { reference })
    const taken = { name: 'x', offer: { reward: 'AMOUNT', value: 1 }, reference }
    expect(await cedar.refusal('POST', '/campaigns', taken)).toBe('409 REFERENCE_EXISTS')
  })

  it('is no list', async () => {
    const campaign = await makeCampaign(maple, { reward: 'AMOUNT', value: 1 })
    const { results } = await cedar.do<Page<Campaign>>('GET', '/campaigns?limit=500')
    expect(results.map(({ id }) => id)).not.toContain(campaign.id)
  })

  it('is no open offer', async () => {
    const upc = makeText('tea')
    await makeCampaign(maple, { reward: 'AMOUNT', value: 50, products: [upc] }, { mode: 'OPEN' })
    const location = { incomingIdentifier: 'CEDAR-001' }
    const request = makeOpen(null, makeBasket([{ upc, price: 1000 }]), { location })
    const { discount } = (await cedar.do<OpenAnswer>('POST', '/connect/wallet/open', request))
      .analyseBasketResults
    expect(discount).toEqual([])
  })
})
