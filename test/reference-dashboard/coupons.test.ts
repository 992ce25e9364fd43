// Coupons in customer care's hands: given, taken in by a token, and taken away.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doForm, readErrors, sendForm } from './form-pages.ts'
import {
  makeCampaign,
  makeCustomer,
  startDashboard,
  type Customer,
  type Dashboard,
  type Json,
} from './start-dashboard.ts'
import { readWords, signIn, type Visitor } from './visitor.ts'

let dashboard: Dashboard
let visitor: Visitor

beforeAll(async () => {
  dashboard = await startDashboard()
  visitor = await signIn(dashboard, 'maple')
})
afterAll(async () => dashboard.stop())

const reason = 'The first one was lost'

const walletOf = ({ walletId }: Customer) => `/dashboard/wallets/${walletId}`

const listCoupons = async ({ walletId }: Customer) => {
  const page = await dashboard.call('maple', `GET /wallet/${walletId}/accounts?type=ECOUPON`)
  return page['results'] as Json[]
}

const makeToken = async (campaignId: string, tenant: 'maple' | 'lotus' = 'maple') => {
  const body = { resourceType: 'CAMPAIGN', resourceId: Number(campaignId) }
  return String((await dashboard.call(tenant, 'POST /token/create', body))['token'])
}

describe('giving a coupon', () => {
  it('puts one of the campaign into the wallet', async () => {
    const campaign = await makeCampaign(dashboard, { name: 'Winter <warmers>' })
    const customer = await makeCustomer(dashboard, 'maple')
    const words = await doForm(visitor, `${walletOf(customer)}/give-coupon`, { campaign, reason })
    expect(words).toContain('Coupon given')
    expect(words).toMatch(/Winter &lt;warmers&gt; \d+ Coupon Active Loaded No end 1 use left/)
    expect(await listCoupons(customer)).toMatchObject([{ campaignId: campaign, status: 'ACTIVE' }])
  })

  it('offers only what is running', async () => {
    const running = await makeCampaign(dashboard)
    const others = [
      await makeCampaign(dashboard, { status: 'DRAFT' }),
      await makeCampaign(dashboard, { startDate: '2030-01-01T00:00:00+00:00' }),
    ]
    const { text } = await visitor.get(`${walletOf(await makeCustomer(dashboard, 'maple'))}/give-coupon`)
    expect(text).toContain(`<option value="${running}"`)
    for (const id of others) expect(text).not.toContain(`<option value="${id}"`)
  })

  it('asks for a campaign and a reason', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const reply = await sendForm(visitor, `${walletOf(customer)}/give-coupon`, { campaign: '', reason: '' })
    expect(reply.status).toBe(422)
    expect(readErrors(reply)).toEqual({
      words: 'Nothing was changed Choose a campaign Enter a reason',
      fields: ['campaign', 'reason'],
    })
  })

  it.each([
    ['that does not exist', async () => '999999999', '404 There is no such campaign'],
    ['of another tenant', async () => makeCampaign(dashboard, {}, 'lotus'), '404 There is no such campaign'],
    [
      'that has not begun',
      async () => makeCampaign(dashboard, { status: 'DRAFT' }),
      '409 The campaign is not running',
    ],
  ])('of a campaign %s is refused at its field', async (_which, find, refusal) => {
    const customer = await makeCustomer(dashboard, 'maple')
    const campaign = await find()
    const reply = await sendForm(visitor, `${walletOf(customer)}/give-coupon`, { campaign, reason })
    const { words, fields } = readErrors(reply)
    expect(fields).toEqual(['campaign'])
    expect(`${reply.status} ${words.replace('Nothing was changed ', '')}`).toContain(refusal)
    expect(await listCoupons(customer)).toEqual([])
  })

  it('keeps to the limit of the campaign', async () => {
    const campaign = await makeCampaign(dashboard, { issueLimits: { perCustomer: 1 } })
    const customer = await makeCustomer(dashboard, 'maple')
    await doForm(visitor, `${walletOf(customer)}/give-coupon`, { campaign, reason })
    const reply = await sendForm(visitor, `${walletOf(customer)}/give-coupon`, { campaign, reason })
    expect(reply.status).toBe(409)
    expect(readErrors(reply).words).toContain('as many coupons as it may')
    expect(await listCoupons(customer)).toHaveLength(1)
  })
})

describe('taking in a coupon', () => {
  it('makes it the customer’s own, however its token is written', async () => {
    const token = await makeToken(await makeCampaign(dashboard))
    const customer = await makeCustomer(dashboard, 'maple')
    const spaced = token.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
    const words = await doForm(visitor, `${walletOf(customer)}/take-in-coupon`, { code: spaced, reason })
    expect(words).toContain('Coupon taken in')
    expect(await listCoupons(customer)).toHaveLength(1)
  })

  it.each([
    ['', 422, 'Enter the token'],
    ['1234', 422, 'A token has 16 digits'],
    ['0000000000000000', 404, 'Nobody has been given such a token'],
  ])('by the token %j is refused at its field', async (token, status, words) => {
    const customer = await makeCustomer(dashboard, 'maple')
    const reply = await sendForm(visitor, `${walletOf(customer)}/take-in-coupon`, { code: token, reason })
    expect(reply.status).toBe(status)
    expect(readErrors(reply)).toEqual({ words: expect.stringContaining(words) as string, fields: ['code'] })
  })

  it('that somebody has already is refused, and so is another tenant’s', async () => {
    const token = await makeToken(await makeCampaign(dashboard))
    const theirs = await makeToken(await makeCampaign(dashboard, {}, 'lotus'), 'lotus')
    const [one, other] = [await makeCustomer(dashboard, 'maple'), await makeCustomer(dashboard, 'maple')]
    await doForm(visitor, `${walletOf(one)}/take-in-coupon`, { code: token, reason })
    const reply = await sendForm(visitor, `${walletOf(other)}/take-in-coupon`, { code: token, reason })
    expect(reply.status).toBe(409)
    expect(readErrors(reply).words).toContain('belongs to a wallet already')
    expect(
      (await sendForm(visitor, `${walletOf(other)}/take-in-coupon`, { code: theirs, reason })).status,
    ).toBe(404)
    expect(await listCoupons(other)).toEqual([])
  })
})

describe('cancelling a coupon', () => {
  const makeCoupon = async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const campaign = await makeCampaign(dashboard, { name: 'Spring' })
    const path = `POST /wallet/${customer.walletId}/campaign/${campaign}/account`
    const accountId = String((await dashboard.call('maple', path, {}))['accountId'])
    return { customer, accountId, page: `${walletOf(customer)}/accounts/${accountId}` }
  }

  it('takes it away for good, and the ledger says why', async () => {
    const { customer, page } = await makeCoupon()
    const words = await doForm(visitor, `${page}/cancel`, { reason })
    expect(words).toContain('Coupon cancelled Spring can no longer be redeemed.')
    expect(words).toMatch(/Status Cancelled/)
    expect(words).toMatch(/Cancelled 0 API 1 1 The first one was lost/)
    expect(words).not.toContain('Cancel the coupon')
    expect(await listCoupons(customer)).toMatchObject([{ status: 'CANCELLED' }])
  })

  it('needs a reason', async () => {
    const { customer, page } = await makeCoupon()
    const reply = await sendForm(visitor, `${page}/cancel`, { reason: '' })
    expect(readErrors(reply)).toEqual({
      words: expect.stringContaining('Enter a reason') as string,
      fields: ['reason'],
    })
    expect(await listCoupons(customer)).toMatchObject([{ status: 'ACTIVE' }])
  })

  it('is refused where it was used', async () => {
    const { customer, accountId, page } = await makeCoupon()
    await dashboard.call('maple', `PATCH /wallet/${customer.walletId}/account/${accountId}/redeem`, {})
    const reply = await sendForm(visitor, `${page}/cancel`, { reason })
    expect(reply.status).toBe(409)
    expect(readErrors(reply).words).toContain('The coupon has been used')
  })

  it('is not there for points', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const reply = await visitor.get(`${walletOf(customer)}/accounts/${customer.accountId}/cancel`)
    expect(reply.status).toBe(404)
    expect(readWords(reply.text)).toContain('Account not found')
  })
})
