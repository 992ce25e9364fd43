// Points over real HTTP: what moves them, what refuses to, and what the ledger keeps of it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account, Entry, Operation, Page, Scheme } from './answers.ts'
import { issueCoupon, makeCustomer, type NewCustomer } from './customers.ts'
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

const current = (amount: number) => ({ balances: { current: amount } })

describe('points', () => {
  const move = (operation: string, body: object) =>
    maple.do<Operation>('PATCH', `${points}/${operation}`, body)
  const refuse = (operation: string, body: object) => maple.refusal('PATCH', `${points}/${operation}`, body)

  it('are earned, given, taken and spent, each with an entry in the ledger', async () => {
    await move('earn', current(150))
    await move('credit', { ...current(100), details: { campaign: 'spring' } })
    await move('goodwill', { ...current(50), details: { reason: 'late parcel' } })
    await move('debit', { ...current(20), location: { incomingIdentifier: 'MAPLE-002' } })
    const spent = await move('spend', current(200))
    expect(spent).toMatchObject({
      event: 'SPEND',
      value: 200,
      source: 'API',
      account: { balances: { current: 80 } },
    })
    const ledger = await maple.do<Page<Entry>>('GET', `${points}/transactions`)
    expect(ledger.results.map(({ event, value, source }) => [event, value, source])).toEqual([
      ['CREATE', 0, 'API'],
      ['EARN', 150, 'API'],
      ['CREDIT', 100, 'API'],
      ['CREDIT', 50, 'GOODWILL'],
      ['DEBIT', 20, 'API'],
      ['SPEND', 200, 'API'],
    ])
    expect(ledger.results[3]!.transactionDetails).toEqual({ reason: 'late parcel' })
    const credits = await maple.do<Page<Entry>>('GET', `${points}/transactions?event[]=CREDIT&limit=1`)
    expect(credits).toMatchObject({ total: 2, results: [{ value: 100 }] })
    const future = `${points}/transactions?dateCreated[from]=2090-01-01T00:00:00Z`
    expect((await maple.do<Page<Entry>>('GET', future)).total).toBe(0)
  })

  it.each([
    [6300, 63],
    [199, 1],
    [99, 0],
    [0, 0],
  ])('for %i paid are %i, rounded down', async (transactionValue, earned) => {
    expect(await move('earn', { transactionValue })).toMatchObject({ event: 'EARN', value: earned })
  })

  it('are named or worked out, not both and not neither', async () => {
    expect(await refuse('earn', { ...current(5), transactionValue: 500 })).toBe('400 INVALID_REQUEST')
    expect(await refuse('earn', {})).toBe('400 INVALID_REQUEST')
    expect(await refuse('credit', { transactionValue: 500 })).toBe('400 INVALID_REQUEST')
  })

  it.each([
    ['nothing', current(0)],
    ['less than nothing', current(-5)],
    ['half a point', current(0.5)],
    ['more than can be counted', current(2_147_483_648)],
    ['no number', { balances: {} }],
  ])('are not moved by %s', async (_what, body) => {
    for (const operation of ['earn', 'credit', 'goodwill', 'debit', 'spend']) {
      expect(await refuse(operation, body)).toBe('400 INVALID_REQUEST')
    }
  })

  it.each([
    ['debit', current(501), '409 INSUFFICIENT_BALANCE'],
    ['spend', current(600), '409 INSUFFICIENT_BALANCE'],
    ['spend', current(50), '409 SPEND_RULE'],
    ['spend', current(150), '409 SPEND_RULE'],
    ['credit', current(2_147_483_647), '409 BALANCE_LIMIT'],
    ['credit', { ...current(1), location: { incomingIdentifier: 'X' } }, '400 LOCATION_UNKNOWN'],
  ])('are not moved where a rule forbids it: %s of %j', async (operation, body, refusal) => {
    await move('credit', current(500))
    expect(await refuse(operation, body)).toBe(refusal)
    expect((await maple.do<Account>('GET', points)).balances.current).toBe(500)
  })

  it('go below zero only where the scheme says so', async () => {
    const lotus = platform.api('lotus')
    const other = await makeCustomer(lotus)
    const path = `/wallet/${other.wallet.walletId}/account/${other.points.accountId}/debit`
    expect(await lotus.do<Operation>('PATCH', path, current(5))).toMatchObject({
      balancesAfter: { current: -5 },
    })
  })

  it('rest while the wallet does', async () => {
    await move('credit', current(500))
    await maple.do('PATCH', `${wallet}/state`, { state: 'EARNONLY' })
    expect(await refuse('spend', current(100))).toBe('409 WALLET_EARN_ONLY')
    await maple.do('PATCH', `${wallet}/suspend`)
    expect(await refuse('credit', current(1))).toBe('409 WALLET_NOT_ACTIVE')
    await maple.do('PATCH', `${wallet}/terminate`)
    expect(await refuse('credit', current(1))).toBe('409 WALLET_TERMINATED')
  })

  it('are not for coupons', async () => {
    const { coupon } = await issueCoupon(maple, customer.wallet.walletId, { reward: 'AMOUNT', value: 1 })
    const path = `${wallet}/account/${coupon.accountId}/credit`
    expect(await maple.refusal('PATCH', path, current(1))).toBe('409 OPERATION_NOT_ALLOWED')
  })
})

describe('a scheme', () => {
  it('is made with its own rates, and works by them', async () => {
    const details = { name: 'Double' }
    const rates = { earn: { points: 2, per: 50 } }
    const scheme = await maple.do<Scheme>('POST', '/schemes/points', { details, rates })
    const page = await maple.do<Page<Scheme>>('GET', '/schemes/points?limit=500')
    expect(page.results.map(({ id }) => id)).toContain(scheme.id)
    const account = await maple.do<Account>('POST', `${wallet}/scheme/${scheme.id}/account`)
    const earn = `${wallet}/account/${account.accountId}/earn`
    expect(await maple.do<Operation>('PATCH', earn, { transactionValue: 149 })).toMatchObject({ value: 4 })
    expect(await maple.refusal('POST', '/schemes/points', { rates })).toBe('400 INVALID_REQUEST')
    const taken = { details, reference: 'default' }
    expect(await maple.refusal('POST', '/schemes/points', taken)).toBe('409 REFERENCE_EXISTS')
  })
})
