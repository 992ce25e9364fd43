// Campaigns, the coupons issued of them, and the tokens that carry one.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account, Campaign, Operation, Page, Token, Wallet } from './answers.ts'
import { makeCampaign, makeCustomer, makeText, type NewCustomer } from './customers.ts'
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

describe('a campaign', () => {
  const offer = { reward: 'AMOUNT', value: 5 } as const

  it('is made, found, changed in part, written anew and deleted', async () => {
    const reference = makeText('spring/sale')
    const made = await makeCampaign(maple, offer, {
      reference,
      tags: ['a'],
      startDate: '2020-03-29T03:30:00+02:00',
    })
    const path = `/campaigns/${made.id}`
    expect(made).toMatchObject({ status: 'ACTIVE', startDate: '2020-03-29T01:30:00+00:00', tags: ['a'] })
    expect(await maple.do('GET', `/campaigns/reference/${encodeURIComponent(reference)}`)).toEqual(made)
    expect(await maple.do('PATCH', path, { name: 'One' })).toMatchObject({ name: 'One', tags: ['a'] })
    expect(await maple.do('POST', path, { name: 'Two' })).toMatchObject({ name: 'Two', tags: ['a'] })
    expect(await maple.do('PUT', path, { name: 'Three', offer })).toMatchObject({
      name: 'Three',
      tags: [],
      reference: null,
    })
    expect((await maple.ask('DELETE', path)).status).toBe(204)
    expect(await maple.refusal('GET', path)).toBe('404 CAMPAIGN_NOT_FOUND')
  })

  it.each([
    ['READY', { startDate: '2090-01-01T00:00:00Z' }],
    ['EXPIRED', { startDate: '2020-01-01T00:00:00Z', endDate: '2020-01-02T00:00:00Z' }],
    ['PENDING', { status: 'PENDING' }],
  ])('is %s by its window and its approval', async (status, more) => {
    const made = await makeCampaign(maple, offer, more)
    expect(made.status).toBe(status)
    const page = await maple.do<Page<Campaign>>('GET', `/campaigns?status=${status}&limit=500`)
    expect(page.results.map(({ id }) => id)).toContain(made.id)
  })

  it.each([
    ['no name', { name: '' }, '400 INVALID_REQUEST'],
    ['more than all off', { offer: { reward: 'PERCENT', value: 101 } }, '400 INVALID_REQUEST'],
    ['a time without a zone', { endDate: '2090-01-01T00:00:00' }, '400 INVALID_REQUEST'],
    [
      'an end before its start',
      { startDate: '2090-01-02T00:00:00Z', endDate: '2090-01-01T00:00:00Z' },
      '400 INVALID_REQUEST',
    ],
    ["another tenant's unit", { partners: { redemption: ['1201'] } }, '400 UNIT_UNKNOWN'],
  ])('is refused with %s', async (_what, change, refusal) => {
    expect(await maple.refusal('POST', '/campaigns', { name: 'x', offer, ...change })).toBe(refusal)
  })

  it('keeps its reference to itself', async () => {
    const reference = makeText('reference')
    await makeCampaign(maple, offer, { reference })
    const other = await makeCampaign(maple, offer)
    expect(await maple.refusal('PATCH', `/campaigns/${other.id}`, { reference })).toBe('409 REFERENCE_EXISTS')
  })
})

describe('a coupon', () => {
  const make = async (more: object = {}) => {
    const campaign = await makeCampaign(maple, { reward: 'AMOUNT', value: 1 }, more)
    const coupon = await maple.do<Account>('POST', `${wallet}/campaign/${campaign.id}/account`)
    return { campaign, path: `${wallet}/account/${coupon.accountId}` }
  }

  it('is redeemed as often as it may be, put back, and redeemed again', async () => {
    const { path } = await make({ rules: { uses: 2 } })
    const use = (step: string, body?: object) => maple.do<Operation>('PATCH', `${path}/${step}`, body)
    expect((await use('redeem')).account).toMatchObject({
      status: 'ACTIVE',
      balances: { available: 1, refundable: 1 },
    })
    const location = { incomingIdentifier: 'MAPLE-003' }
    expect((await use('redeem', { balances: { available: 1 }, location })).account).toMatchObject({
      status: 'USED',
    })
    expect(await maple.refusal('PATCH', `${path}/redeem`)).toBe('409 ACCOUNT_USED')
    expect((await use('unredeem')).account).toMatchObject({ status: 'ACTIVE', balances: { available: 1 } })
    expect((await use('redeem')).account).toMatchObject({ status: 'USED' })
    expect(await maple.refusal('PATCH', `${path}/redeem`, { balances: { available: 2 } })).toBe(
      '400 INVALID_REQUEST',
    )
  })

  it('is cancelled for good', async () => {
    const { path } = await make()
    expect(await maple.refusal('PATCH', `${path}/unredeem`)).toBe('409 OPERATION_NOT_ALLOWED')
    await maple.do('PATCH', `${path}/cancel`)
    for (const step of ['redeem', 'unredeem', 'cancel']) {
      expect(await maple.refusal('PATCH', `${path}/${step}`)).toBe('409 ACCOUNT_CANCELLED')
    }
  })

  it('is for its outlets only, and stops with its campaign', async () => {
    const { campaign, path } = await make({ partners: { redemption: ['1101'] } })
    const location = { incomingIdentifier: 'MAPLE-002' }
    expect(await maple.refusal('PATCH', `${path}/redeem`, { location })).toBe('409 LOCATION_NOT_ALLOWED')
    await maple.do('PATCH', `/campaigns/${campaign.id}`, { status: 'INACTIVE' })
    expect(await maple.refusal('PATCH', `${path}/redeem`)).toBe('409 CAMPAIGN_NOT_ACTIVE')
    await maple.do('DELETE', `/campaigns/${campaign.id}`)
    expect(await maple.refusal('PATCH', `${path}/redeem`)).toBe('409 CAMPAIGN_NOT_ACTIVE')
  })

  it('is refused to a suspended wallet, and is no points account', async () => {
    const { path } = await make()
    expect(await maple.refusal('PATCH', `${points}/redeem`)).toBe('409 OPERATION_NOT_ALLOWED')
    await maple.do('PATCH', `${wallet}/suspend`)
    expect(await maple.refusal('PATCH', `${path}/redeem`)).toBe('409 WALLET_NOT_ACTIVE')
  })

  it('begins and ends by the clock', async () => {
    const cedar = platform.api('cedar')
    const { walletId } = await cedar.do<Wallet>('POST', '/wallet', {})
    const rules = { start: { daysAfterIssue: 1 }, expiry: { daysAfterIssue: 3 } }
    const campaign = await makeCampaign(cedar, { reward: 'AMOUNT', value: 1 }, { rules })
    const coupon = await cedar.do<Account>('POST', `/wallet/${walletId}/campaign/${campaign.id}/account`)
    const path = `/wallet/${walletId}/account/${coupon.accountId}`
    expect(await cedar.refusal('PATCH', `${path}/redeem`)).toBe('409 ACCOUNT_NOT_STARTED')
    await platform.control('PUT', '/test/clock', { tenant: 'cedar', advanceSeconds: 3 * 24 * 3600 + 1 })
    expect(await cedar.do<Account>('GET', path)).toMatchObject({ status: 'EXPIRED' })
    expect(await cedar.refusal('PATCH', `${path}/redeem`)).toBe('409 ACCOUNT_EXPIRED')
  })
})

describe('a token', () => {
  const make = (body: object) =>
    maple.do<Token>('POST', '/token/create', { resourceType: 'CAMPAIGN', ...body })

  it('is a coupon of its own, for a customer or for anybody', async () => {
    const campaign = await makeCampaign(maple, { reward: 'AMOUNT', value: 1 })
    const resourceId = Number(campaign.id)
    const anybodys = await make({ resourceId })
    const theirs = await make({ resourceId, consumerIdentifier: { reference: customer.card } })
    expect(anybodys).toMatchObject({
      resourceId,
      tokenStatus: 'ACTIVE',
      balances: { available: 1, refundable: 0 },
    })
    expect(anybodys.token).not.toBe(theirs.token)
    const account = await maple.do<Account>('GET', `${wallet}/account/${theirs.accountId}`)
    expect(account).toMatchObject({ campaignId: campaign.id, state: 'LOADED' })
    expect(await maple.refusal('GET', `${wallet}/account/${anybodys.accountId}`)).toBe(
      '404 ACCOUNT_NOT_FOUND',
    )
  })

  it('needs a campaign that runs and may still be issued', async () => {
    const refuse = (body: object) => maple.refusal('POST', '/token/create', body)
    const campaign = await makeCampaign(
      maple,
      { reward: 'AMOUNT', value: 1 },
      { issueLimits: { perCampaign: 1 } },
    )
    const resourceId = Number(campaign.id)
    expect(await refuse({ resourceId: 1 })).toBe('404 CAMPAIGN_NOT_FOUND')
    expect(await refuse({ resourceId: campaign.id })).toBe('400 INVALID_REQUEST')
    expect(await refuse({ resourceId, consumerIdentifier: { reference: 'x' } })).toBe('404 WALLET_NOT_FOUND')
    await make({ resourceId })
    expect(await refuse({ resourceId })).toBe('409 ISSUE_LIMIT_REACHED')
  })
})
