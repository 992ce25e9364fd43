// The life of a campaign from draft to end, and how offers stand together in one basket.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Campaign, OpenAnswer, Wallet } from './answers.ts'
import { issueCoupon, makeBasket, makeCampaign, makeCustomer, makeOpen } from './customers.ts'
import { openPlatform, type Api, type Platform } from './platform.ts'

let platform: Platform
let maple: Api

beforeAll(async () => {
  platform = await openPlatform('--instances', '1')
  maple = platform.api('maple')
})
afterAll(() => platform.stop())

const offer = { reward: 'AMOUNT', value: 5 } as const
const set = (id: string, status: string) => maple.ask<Campaign>('PATCH', `/campaigns/${id}`, { status })

/** From here to there; what stays as it is always may. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  DRAFT: ['DRAFT', 'PENDING'],
  PENDING: ['PENDING', 'ACTIVE', 'REJECTED', 'DRAFT'],
  REJECTED: ['REJECTED', 'DRAFT'],
  ACTIVE: ['ACTIVE', 'INACTIVE', 'PENDING', 'DRAFT'],
  INACTIVE: ['INACTIVE', 'ACTIVE', 'PENDING', 'DRAFT'],
}

describe('a campaign', () => {
  it.each(Object.keys(allowed))('that is %s goes where it may and nowhere else', async (from) => {
    for (const to of Object.keys(allowed)) {
      const birth = from === 'REJECTED' ? 'PENDING' : from
      const { id } = await makeCampaign(maple, offer, { status: birth })
      await set(id, from)
      const { status } = await set(id, to)
      expect([to, status]).toEqual([to, allowed[from]!.includes(to) ? 200 : 409])
      expect((await maple.do<Campaign>('GET', `/campaigns/${id}`)).status).toBe(status === 200 ? to : from)
    }
  })

  it('that is over stays so', async () => {
    const ended = { startDate: '2020-01-01T00:00:00Z', endDate: '2020-01-02T00:00:00Z' }
    const { id } = await makeCampaign(maple, offer, ended)
    expect((await set(id, 'INACTIVE')).body).toMatchObject({ errorCode: 'ILLEGAL_TRANSITION' })
    await maple.do('PATCH', `/campaigns/${id}`, { endDate: '2090-01-01T00:00:00Z' })
    expect((await set(id, 'INACTIVE')).status).toBe(200)
  })

  it('that is approved before its start is ready until then', async () => {
    const { id } = await makeCampaign(maple, offer, { status: 'PENDING', startDate: '2090-01-01T00:00:00Z' })
    expect((await set(id, 'ACTIVE')).body).toMatchObject({ status: 'READY' })
    expect((await set(id, 'INACTIVE')).body).toMatchObject({ status: 'INACTIVE' })
  })

  it('is not approved by being written anew', async () => {
    const { id } = await makeCampaign(maple, offer, { status: 'DRAFT' })
    expect(await maple.do('PUT', `/campaigns/${id}`, { name: 'x', offer })).toMatchObject({ status: 'DRAFT' })
    const approved = { name: 'x', offer, status: 'ACTIVE' }
    expect(await maple.refusal('PUT', `/campaigns/${id}`, approved)).toBe('409 ILLEGAL_TRANSITION')
  })

  it('is given out and counts only while it runs', async () => {
    const { wallet, card } = await makeCustomer(maple)
    const { campaign } = await issueCoupon(maple, wallet.walletId, offer)
    const { walletId } = await maple.do<Wallet>('POST', '/wallet', {})
    const count = async () => {
      const request = makeOpen(card, makeBasket([{ upc: 'a', price: 100 }]))
      const { analyseBasketResults } = await maple.do<OpenAnswer>('POST', '/connect/wallet/open', request)
      await maple.ask('POST', '/connect/wallet/unlock', { reference: request.reference })
      return analyseBasketResults.discount.length
    }
    for (const [status, discounts] of [
      ['INACTIVE', 0],
      ['ACTIVE', 1],
      ['PENDING', 0],
      ['REJECTED', 0],
    ] as const) {
      await set(campaign.id, status)
      expect([status, await count()]).toEqual([status, discounts])
      const issue = `/wallet/${walletId}/campaign/${campaign.id}/account`
      expect((await maple.ask('POST', issue)).status).toBe(discounts === 1 ? 201 : 409)
    }
  })
})

describe('offers in one basket', () => {
  const discounts = async (...offers: object[]) => {
    const { wallet, card } = await makeCustomer(maple)
    for (const more of offers) {
      await issueCoupon(maple, wallet.walletId, { ...offer, ...more })
    }
    const request = makeOpen(card, makeBasket([{ upc: 'a', price: 1000 }]))
    const { analyseBasketResults } = await maple.do<OpenAnswer>('POST', '/connect/wallet/open', request)
    return analyseBasketResults.discount.map(({ value }) => value)
  }

  it('come by priority, then by age', async () => {
    const half = { reward: 'PERCENT', value: 50, priority: 5 }
    expect(await discounts({ value: 100 }, half, { value: 30 })).toEqual([500, 100, 30])
  })

  it('count as often as their stacking limit lets them, each kind for itself', async () => {
    const limited = { stackingLimit: 2 }
    const percent = { reward: 'PERCENT', value: 10, stackingLimit: 1 }
    expect(
      await discounts({ value: 1 }, { value: 2, ...limited }, { value: 3, ...limited }, percent),
    ).toEqual([1, 2, 99])
    expect(await discounts({ value: 1, ...limited }, { value: 2 }, { value: 3 })).toEqual([1, 2, 3])
    expect(await discounts({ value: 1 }, { value: 2, stackingLimit: 1, priority: 1 })).toEqual([2, 1])
  })

  it.each([{ priority: -1 }, { priority: 0.5 }, { stackingLimit: 0 }])(
    'are not made with %j',
    async (more) => {
      const body = { name: 'x', offer: { ...offer, ...more } }
      expect(await maple.refusal('POST', '/campaigns', body)).toBe('400 INVALID_REQUEST')
    },
  )
})
