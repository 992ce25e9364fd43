// Customers and what they have: made in one call, added to, listed.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account, Customer, Identity, Page } from './answers.ts'
import {
  findScheme,
  issueCoupon,
  makeCampaign,
  makeCustomer,
  makeText,
  type NewCustomer,
} from './customers.ts'
import { openPlatform, type Api, type Platform } from './platform.ts'

let platform: Platform
let maple: Api
let customer: NewCustomer
let wallet: string
let points: string

beforeAll(async () => {
  platform = await openPlatform('--instances', '1')
  maple = platform.api('maple')
})
beforeEach(async () => {
  customer = await makeCustomer(maple)
  wallet = `/wallet/${customer.wallet.walletId}`
  points = `${wallet}/account/${customer.points.accountId}`
})
afterAll(() => platform.stop())

describe('a whole new customer', () => {
  const make = (body: object) =>
    maple.do<Customer>('POST', '/services/wallet/accounts', { type: 'CONSUMER', ...body })

  it('gets wallet, identities, coupons, points and a consumer in one call', async () => {
    const tag = makeText('tag')
    const [tagged, named] = [
      await makeCampaign(maple, { reward: 'AMOUNT', value: 1 }, { tags: [tag] }),
      await makeCampaign(maple, { reward: 'AMOUNT', value: 1 }),
    ]
    const scheme = await findScheme(maple)
    const made = await make({
      identities: [
        { type: 'CARD', value: makeText('card') },
        { type: 'EMAIL', value: makeText('mail') },
      ],
      accounts: {
        campaign: [{ campaignTag: tag, state: 'UNLOADED' }, { campaignId: Number(named.id) }],
        scheme: [{ schemeId: Number(scheme.id), status: 'ACTIVE' }],
      },
      consumer: { friendlyName: 'A. Person', type: 'INDIVIDUAL' },
    })
    expect(made).toMatchObject({ status: 'ACTIVE', state: 'DEFAULT', meta: [] })
    expect(made.identities).toHaveLength(2)
    expect(made.accounts.campaign.results.map(({ campaignId }) => campaignId)).toEqual([tagged.id, named.id])
    expect(made.accounts.scheme).toMatchObject({ total: 1, failed: { total: 0 } })
    expect(made.consumer?.consumerId).toMatch(/^\d+$/)
  })

  it('keeps what can be had when something cannot, and names that', async () => {
    const draft = await makeCampaign(
      maple,
      { reward: 'AMOUNT', value: 1 },
      { status: 'DRAFT', tags: ['Case'] },
    )
    const scheme = await findScheme(maple)
    const made = await make({
      identities: [{ type: 'CARD', value: makeText('card') }],
      accounts: {
        campaign: [{ campaignId: draft.id }, { campaignTag: 'case' }, { campaignId: '1' }],
        scheme: [{ schemeId: scheme.id }, { schemeId: scheme.id }],
      },
    })
    const failed = made.accounts.campaign.failed.results.map(({ errorCode }) => errorCode)
    expect(failed).toEqual(['CAMPAIGN_NOT_ACTIVE', 'CAMPAIGN_NOT_FOUND', 'CAMPAIGN_NOT_FOUND'])
    expect(made.accounts.scheme).toMatchObject({
      total: 1,
      failed: { results: [{ errorCode: 'ACCOUNT_EXISTS' }] },
    })
  })

  it('is the known one where the first identity is known, whatever its case', async () => {
    const identities = [
      { type: 'CARD', value: customer.card.toUpperCase() },
      { type: 'EMAIL', value: makeText('new') },
    ]
    const made = await make({ identities, accounts: {} })
    expect(made.walletId).toBe(customer.wallet.walletId)
    expect(made.identities).toHaveLength(1)
  })

  it('never gets the identity of a deleted wallet, nor half of a request', async () => {
    await maple.do('DELETE', wallet)
    const call = (body: object) => maple.refusal('POST', '/services/wallet/accounts', body)
    const identities = [{ type: 'CARD', value: customer.card }]
    expect(await call({ type: 'CONSUMER', identities, accounts: {} })).toBe('409 IDENTITY_EXISTS')
    const second = [{ type: 'CARD', value: makeText('card') }, ...identities]
    expect(await call({ type: 'CONSUMER', identities: second, accounts: {} })).toBe('409 IDENTITY_EXISTS')
    expect(await maple.refusal('GET', `/wallet?identity-value=${second[0]!.value}`)).toBe(
      '404 WALLET_NOT_FOUND',
    )
    expect(await call({ type: 'CONSUMER', identities: [], accounts: {} })).toBe('400 INVALID_REQUEST')
    expect(await call({ identities, accounts: {} })).toBe('400 INVALID_REQUEST')
  })
})

describe('the accounts of a wallet', () => {
  it('are listed by wallet and by identity, filtered and in pages', async () => {
    const { coupon } = await issueCoupon(maple, customer.wallet.walletId, { reward: 'AMOUNT', value: 1 })
    const list = async (query: string) => {
      const page = await maple.do<Page<Account>>('GET', `${wallet}/accounts${query}`)
      return page.results.map(({ accountId }) => accountId)
    }
    const both = [customer.points.accountId, coupon.accountId]
    expect(await list('')).toEqual(both)
    expect(await list('?orderBy=type,ASC')).toEqual(both.toReversed())
    expect(await list('?state%5B%5D=LOADED&state%5B%5D=UNLOADED')).toEqual([coupon.accountId])
    expect(await list('?status[]=ACTIVE&type=POINTS')).toEqual([customer.points.accountId])
    expect(await list(`?campaignId=${coupon.campaignId}`)).toEqual([coupon.accountId])
    expect(await list('?limit=1&offset=1')).toEqual([coupon.accountId])
    const page = await maple.do<Page<Account>>(
      'GET',
      `/wallet/accounts?identity-value=${customer.card}&limit=1`,
    )
    expect(page).toMatchObject({ total: 2, limit: 1, offset: 0, filter: [] })
  })

  it.each([
    `status=${encodeURIComponent("['ACTIVE', 'USED']")}`,
    'status=active',
    'limit=0',
    'limit=501',
    'limit=ten',
    'offset=-1',
    'orderBy=balances',
    'orderBy=dateCreated,SIDEWAYS',
    'type[a]=POINTS',
  ])('are not listed by a filter that makes no sense: %s', async (query) => {
    expect(await maple.refusal('GET', `${wallet}/accounts?${query}`)).toBe('400 INVALID_REQUEST')
  })

  it('are read with what they are accounts of', async () => {
    const account = await maple.do<Account>('GET', points)
    expect(account.balances).toMatchObject({ current: 0, usable: 0, lifetime: 0 })
    expect(account.campaign).toMatchObject({ campaignName: 'Maple Points' })
    expect(await maple.refusal('GET', `${wallet}/account/1`)).toBe('404 ACCOUNT_NOT_FOUND')
    const other = await makeCustomer(maple)
    const foreign = `${wallet}/account/${other.points.accountId}`
    expect(await maple.refusal('GET', foreign)).toBe('404 ACCOUNT_NOT_FOUND')
  })

  it('hold one account of a scheme, and coupons within the limits of their campaign', async () => {
    const scheme = await findScheme(maple)
    expect(await maple.refusal('POST', `${wallet}/scheme/${scheme.id}/account`)).toBe('409 ACCOUNT_EXISTS')
    expect(await maple.refusal('POST', `${wallet}/scheme/1/account`)).toBe('404 SCHEME_NOT_FOUND')
    const limited = await makeCampaign(
      maple,
      { reward: 'AMOUNT', value: 1 },
      { issueLimits: { perCustomer: 1 } },
    )
    const issue = `${wallet}/campaign/${limited.id}/account`
    await maple.do('POST', issue, { state: 'UNLOADED' })
    expect(await maple.refusal('POST', issue)).toBe('409 ISSUE_LIMIT_REACHED')
    expect(await maple.refusal('POST', issue, { state: 'EARNBURN' })).toBe('400 INVALID_REQUEST')
    expect(await maple.refusal('POST', `${wallet}/campaign/1/account`)).toBe('404 CAMPAIGN_NOT_FOUND')
    const later = await makeCampaign(
      maple,
      { reward: 'AMOUNT', value: 1 },
      { startDate: '2090-01-01T00:00:00+02:00' },
    )
    expect(await maple.refusal('POST', `${wallet}/campaign/${later.id}/account`)).toBe(
      '409 CAMPAIGN_NOT_ACTIVE',
    )
  })
})

describe('an identity', () => {
  it('is added and taken away from nobody else', async () => {
    const value = makeText('mail')
    const body = { type: 'EMAIL', value, status: 'ACTIVE' }
    const identity = await maple.do<Identity>('POST', `${wallet}/identity`, body)
    expect(identity).toMatchObject({ walletId: customer.wallet.walletId, value })
    const other = await makeCustomer(maple)
    const again = `/wallet/${other.wallet.walletId}/identity`
    expect(await maple.refusal('POST', again, { ...body, value: value.toUpperCase() })).toBe(
      '409 IDENTITY_EXISTS',
    )
  })
})
