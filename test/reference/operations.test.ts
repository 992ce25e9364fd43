// Running the platform: events told, clients held to their limits, trouble that undoes what it stops, what is purged, and
// what was done by hand.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Campaign, Page, Wallet } from './answers.ts'
import {
  issueCoupon,
  makeCampaign,
  makeCustomer,
  makeText,
  movePoints,
  readAccount,
  readLedger,
  tell,
  type NewCustomer,
} from './customers.ts'
import { makeApi, openPlatform, type Api, type Platform } from './platform.ts'

let platform: Platform
let maple: Api
let cedar: Api
let customer: NewCustomer

beforeAll(async () => {
  platform = await openPlatform('--instances', '2')
  maple = platform.api('maple')
  cedar = platform.api('cedar')
})
beforeEach(async () => {
  customer = await makeCustomer(maple)
})
afterAll(() => platform.stop())

type Event = {
  headers: { eventName: string; eesEventId: string; unitId: string; clientId: string; eesApiVersion: string }
  request: { resource: string; method: string; body: unknown }
  response: { code: number; body: Record<string, unknown> }
  atomicOperations: { objectType: string; operationType: string; objectId: string }[]
}

type Feed = { results: Event[]; after: string; hasMore: boolean }

const readFeed = (api: Api, query: string) => api.do<Feed>('GET', `/events?${query}`)

/** All that happened since. */
async function readSince(api: Api, after: string): Promise<Event[]> {
  const { results, after: next, hasMore } = await readFeed(api, `after=${after}&limit=500`)
  return hasMore ? [...results, ...(await readSince(api, next))] : results
}

async function findEnd(api: Api): Promise<string> {
  const events = await readSince(api, '0')
  return events.at(-1)?.headers.eesEventId ?? '0'
}

describe('events', () => {
  it('tell each change to its own client, with everything it touched, and no look', async () => {
    const [start, theirs] = [await findEnd(maple), await findEnd(cedar)]
    const { walletId } = customer.wallet
    await maple.do('PATCH', `/wallet/${walletId}`, { friendlyName: 'Anna' })
    await maple.do('GET', `/wallet/${walletId}`)
    await movePoints(maple, customer.points, ['credit', 5])
    await maple.ask('PATCH', `/wallet/${walletId}`, { friendlyName: 5 })
    const events = await readSince(maple, start)
    expect(events.map(({ headers }) => headers.eventName)).toEqual(['WALLET.UPDATE', 'ACCOUNT.CREDIT'])
    const [update, credit] = events as [Event, Event]
    expect(update.headers).toMatchObject({ unitId: '1100', clientId: maple.clientId, eesApiVersion: '7.7.0' })
    expect(update.request).toMatchObject({ resource: `/wallet/${walletId}`, method: 'PATCH' })
    expect(update.response).toMatchObject({ code: 200, body: { friendlyName: 'Anna' } })
    expect(update.atomicOperations).toEqual([
      { objectType: 'WALLET', operationType: 'UPDATE', objectId: walletId },
    ])
    const touched = credit.atomicOperations.map(
      ({ objectType, operationType }) => `${operationType} ${objectType}`,
    )
    expect(touched).toEqual(['UPDATE ACCOUNT', 'CREATE ACCOUNT_TRANSACTION'])
    expect(await readSince(cedar, theirs)).toEqual([])
  })

  it('are told again under the same ids, page by page without gap or repeat', async () => {
    const start = await findEnd(maple)
    for (let turn = 0; turn < 5; turn += 1) await movePoints(maple, customer.points, ['credit', 1])
    const whole = await readSince(maple, start)
    const paged: Event[] = []
    for (let after = start, hasMore = true; hasMore;) {
      const page = await readFeed(maple, `after=${after}&limit=2`)
      paged.push(...page.results)
      after = page.after
      hasMore = page.hasMore
    }
    expect(paged).toEqual(whole)
    const ids = whole.map(({ headers }) => Number(headers.eesEventId))
    expect(ids).toHaveLength(5)
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
  })

  it.each(['after=x', 'after=-1', 'limit=0', 'limit=501'])('are not asked for by %s', async (query) => {
    expect(await maple.refusal('GET', `/events?${query}`)).toBe('400 INVALID_REQUEST')
  })
})

describe('where events go', () => {
  const stream = (state: string, delayMs = 0) =>
    platform.control('PUT', '/test/event-stream', { tenant: 'cedar', state, delayMs })
  const ready = (api: Api) => platform.send(api, { method: 'GET', target: '/ready' })

  it('takes nothing while it is down, and then nothing has happened', async () => {
    const { wallet, points } = await makeCustomer(cedar)
    const { coupon } = await issueCoupon(cedar, wallet.walletId, { reward: 'AMOUNT', value: 1 })
    const start = await findEnd(cedar)
    await stream('down')
    const path = `/wallet/${wallet.walletId}`
    for (const [method, target, body] of [
      ['PATCH', path, { friendlyName: 'x' }],
      ['PATCH', `${path}/account/${points.accountId}/credit`, { balances: { current: 5 } }],
      ['PATCH', `${path}/account/${coupon.accountId}/redeem`, undefined],
      ['DELETE', path, undefined],
    ] as const) {
      expect(await cedar.refusal(method, target, body)).toBe('503 DEPENDENCY_UNAVAILABLE')
    }
    expect((await ready(cedar)).status).toBe(503)
    expect((await ready(maple)).status).toBe(200)
    await movePoints(maple, customer.points, ['credit', 1])
    expect(await cedar.do<Wallet>('GET', path)).toMatchObject({ friendlyName: null, status: 'ACTIVE' })
    await stream('up')
    expect((await ready(cedar)).status).toBe(200)
    expect(tell(await readLedger(cedar, points))).toEqual(['CREATE 0'])
    expect((await readAccount(cedar, coupon)).status).toBe('ACTIVE')
    expect(await readSince(cedar, start)).toEqual([])
  })

  it('is waited for while it is slow, but not for ever', async () => {
    const { points } = await makeCustomer(cedar)
    await stream('slow', 50)
    await movePoints(cedar, points, ['credit', 5])
    await stream('slow', 5000)
    const path = `/wallet/${points.walletId}/account/${points.accountId}/credit`
    const startedMs = Date.now()
    expect(await cedar.refusal('PATCH', path, { balances: { current: 5 } })).toBe(
      '503 DEPENDENCY_UNAVAILABLE',
    )
    expect(Date.now() - startedMs).toBeLessThan(3000)
    await stream('up')
    expect((await readAccount(cedar, points)).balances.current).toBe(5)
  })
})

describe('a client that asks too often', () => {
  const makeClient = async () => {
    const { body } = await platform.control<{ clientId: string; secret: string }>('POST', '/test/clients', {
      tenant: 'maple',
    })
    return makeApi(platform.document, { ...body, url: platform.ready.url })
  }
  const limit = ({ clientId }: Api, requests: number, seconds: number) =>
    platform.control('PUT', `/test/clients/${clientId}/limit`, { requests, seconds })

  const ask = async (client: Api) => (await client.ask('GET', '/campaigns?limit=1')).status

  it('is refused, whichever instance it asks, and nobody else is', async () => {
    const client = await makeClient()
    expect((await limit(client, 3, 60)).status).toBe(200)
    const statuses = []
    for (let turn = 0; turn < 5; turn += 1) statuses.push(await ask(client))
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    const refused = await platform.send(client, { method: 'GET', target: '/campaigns' })
    expect(refused).toMatchObject({ status: 429, body: { errorCode: 'RATE_LIMITED' } })
    expect(Number(refused.retryAfter)).toBeGreaterThan(0)
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(60)
    expect(await ask(maple)).toBe(200)
  })

  it('may ask again once its time is over', async () => {
    const client = await makeClient()
    await limit(client, 1, 1)
    await expect.poll(() => ask(client), { interval: 1, timeout: 20_000 }).toBe(429)
    await expect.poll(() => ask(client), { timeout: 20_000 }).toBe(200)
  })

  it('is counted when it signs wrongly only as far as that it is nobody', async () => {
    const client = await makeClient()
    await limit(client, 1, 60)
    const headers = { 'X-EES-AUTH-HASH': 'wrong' }
    for (let turn = 0; turn < 3; turn += 1) {
      const { status } = await platform.send(client, { method: 'GET', target: '/campaigns', headers })
      expect(status).toBe(401)
    }
    expect(await ask(client)).toBe(200)
    expect(await ask(client)).toBe(429)
    await platform.control('DELETE', `/test/clients/${client.clientId}/limit`)
    expect(await ask(client)).toBe(200)
  })

  it('is limited only where it is there, and by figures', async () => {
    const none = await platform.control('PUT', '/test/clients/nobody/limit', { requests: 1, seconds: 1 })
    expect(none.status).toBe(404)
    expect((await limit(await makeClient(), -1, 1)).status).toBe(400)
  })
})

describe('the purge', () => {
  const lotus = () => platform.api('lotus')
  const purge = (body: object) =>
    platform.control<Record<string, number>>('POST', '/test/purge', { tenant: 'lotus', ...body })
  const days = (count: number) =>
    platform.control('PUT', '/test/clock', { tenant: 'lotus', advanceSeconds: count * 24 * 3600 })
  afterAll(() => platform.control('PUT', '/test/clock', { tenant: 'lotus', reset: true }))

  it('takes what has long been over and its ledger, and nothing that lives', async () => {
    const { wallet, points } = await makeCustomer(lotus())
    const offer = { reward: 'AMOUNT', value: 1 } as const
    const old = await issueCoupon(lotus(), wallet.walletId, {
      ...offer,
      rules: { expiry: { daysAfterIssue: 1 } },
    })
    const live = await issueCoupon(lotus(), wallet.walletId, offer)
    const ended = await makeCampaign(lotus(), offer, {
      startDate: '2020-01-01T00:00:00Z',
      endDate: '2020-01-02T00:00:00Z',
    })
    await movePoints(lotus(), points, ['credit', 7])
    const start = await findEnd(lotus())
    await days(56)
    expect((await purge({})).body).toMatchObject({ accounts: 0 })
    await days(2)
    expect((await purge({ olderThanDays: 60 })).body).toMatchObject({ accounts: 0 })
    const { body } = await purge({})
    expect(body).toMatchObject({ accounts: 1, accountTransactions: 1 })
    expect(await readAccount(lotus(), old.coupon)).toBeUndefined()
    expect(await readAccount(lotus(), live.coupon)).toMatchObject({ status: 'ACTIVE' })
    expect((await readAccount(lotus(), points)).balances.current).toBe(7)
    expect(tell(await readLedger(lotus(), points))).toEqual(['CREATE 0', 'CREDIT 7'])
    expect(await lotus().refusal('GET', `/campaigns/${ended.id}`)).toBe('404 CAMPAIGN_NOT_FOUND')
    await lotus().do<Campaign>('GET', `/campaigns/${live.campaign.id}`)
    expect(await readSince(lotus(), '0')).toEqual(await readSince(lotus(), start))
  })

  it('takes nothing younger than eight weeks, whatever it is told', async () => {
    expect((await purge({ olderThanDays: 55 })).status).toBe(400)
    expect((await purge({ tenant: 'nobody' })).status).toBe(400)
  })
})

describe('what is given and taken by hand', () => {
  type Audit = { actor: string; action: string; value: number; reason: string | null; accountId: string }
  const audit = (api: Api, query: string) => api.do<Page<Audit>>('GET', `/audit?${query}`)

  it('is in the audit with who did it and why, of its own client only', async () => {
    const { walletId, accountId } = customer.points
    const path = `/wallet/${walletId}/account/${accountId}`
    for (const operation of ['goodwill', 'credit', 'debit']) {
      const body = { balances: { current: 5 }, details: { reason: `for ${operation}` } }
      await maple.do('PATCH', `${path}/${operation}`, body)
    }
    await maple.do('PATCH', `${path}/earn`, { balances: { current: 5 } })
    const { results } = await audit(maple, `walletId=${walletId}`)
    expect(results).toMatchObject(
      ['goodwill', 'credit', 'debit'].map((operation) => ({
        actor: maple.clientId,
        action: operation.toUpperCase(),
        value: 5,
        reason: `for ${operation}`,
        accountId,
      })),
    )
    expect((await audit(maple, `walletId=${walletId}&action=CREDIT`)).total).toBe(1)
    expect((await audit(maple, `walletId=${walletId}&actor=nobody`)).total).toBe(0)
    expect((await audit(cedar, `walletId=${walletId}`)).total).toBe(0)
    expect(await maple.refusal('GET', '/audit?limit=0')).toBe('400 INVALID_REQUEST')
  })

  it('is not in it where it was refused', async () => {
    const { walletId, accountId } = customer.points
    const path = `/wallet/${walletId}/account/${accountId}/debit`
    expect(await maple.refusal('PATCH', path, { balances: { current: 5 } })).toBe('409 INSUFFICIENT_BALANCE')
    expect((await audit(maple, `walletId=${walletId}`)).total).toBe(0)
  })
})

it('a body of more than 256 kB is refused, and the most a list takes is not', async () => {
  const meta = (bytes: number) => ({ meta: { text: 'x'.repeat(bytes) } })
  const path = `/wallet/${customer.wallet.walletId}`
  expect(await maple.refusal('PATCH', path, meta(256 * 1024))).toBe('413 BODY_TOO_LARGE')
  expect(await maple.refusal('PATCH', path, meta(200 * 1024))).toBe('400 INVALID_REQUEST')
  expect(await maple.refusal('PATCH', path, meta(2 * 1024 * 1024))).toBe('413 BODY_TOO_LARGE')
})

it('each of many bodies that are too large is refused, and none is lost on its way', async () => {
  const path = `/wallet/${customer.wallet.walletId}`
  const body = { meta: { text: 'x'.repeat(900 * 1024) } }
  const refusals = Array.from({ length: 60 }, () => maple.refusal('PATCH', path, body))
  expect(new Set(await Promise.all(refusals))).toEqual(new Set(['413 BODY_TOO_LARGE']))
})

it.each([
  ['/wallet/{walletId}/identities', 'status'],
  ['/wallet/{walletId}/transactions', 'status'],
  ['/wallet/{walletId}/account/{accountId}/transactions', 'event'],
  ['/campaigns', 'status'],
  ['/schemes/points', 'status'],
])('a list written as another language writes it is refused at %s', async (route, name) => {
  const { walletId, accountId } = customer.points
  const path = route.replace('{walletId}', walletId!).replace('{accountId}', accountId)
  const filter = encodeURIComponent("['ACTIVE', 'USED']")
  expect(await maple.refusal('GET', `${path}?${name}=${filter}`)).toBe('400 INVALID_REQUEST')
  expect(await maple.refusal('GET', `${path}?limit=501`)).toBe('400 INVALID_REQUEST')
  expect((await maple.ask('GET', `${path}?limit=500`)).status).toBe(200)
})

it('two clients may have one name for different things', async () => {
  const reference = makeText('same')
  for (const api of [maple, cedar]) {
    await makeCampaign(api, { reward: 'AMOUNT', value: 1 }, { reference })
  }
  const found = [maple, cedar].map((api) => api.do<Campaign>('GET', `/campaigns/reference/${reference}`))
  const [ours, theirs] = await Promise.all(found)
  expect(ours!.id).not.toBe(theirs!.id)
})
