// Settling: what open worked out is done once, whole, only as it was told, and can be read afterwards.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account, Entry, OpenAnswer, Page, SettleAnswer, WalletTransaction } from './answers.ts'
import {
  issueCoupon,
  makeBasket,
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
  platform = await openPlatform('--instances', '2')
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

/** Opens and gives back what settle needs. */
async function openBasket(price: number, more: object = {}) {
  const request = makeOpen(customer.card, makeBasket([{ upc: makeText('upc'), price }]), more)
  const answer = await open(request)
  return { request, answer, basket: answer.analyseBasketResults.basket }
}

describe('settling', () => {
  it('records the transaction, to be read by id, by reference, in the list and by header', async () => {
    const { request, basket } = await openBasket(2500)
    const { walletTransactions } = await settle(makeSettle(request, basket))
    const [transaction] = walletTransactions as [WalletTransaction]
    expect(transaction).toMatchObject({
      walletId: customer.wallet.walletId,
      reference: request.reference,
      identity: customer.card,
      channel: 'Online',
      location: { storeId: 'MAPLE-001', storeParentId: null },
    })
    expect(transaction.basket.summary.adjudicationResults).toMatchObject([{ type: 'earn', success: true }])
    const { walletId } = customer.wallet
    const { walletTransactionId } = transaction
    expect(await maple.do('GET', `/wallet/${walletId}/transaction/${walletTransactionId}`)).toEqual(
      transaction,
    )
    expect(await maple.do('GET', `/wallet/transaction?reference=${request.reference}`)).toEqual(transaction)
    const page = await maple.do<Page<WalletTransaction>>('GET', `/wallet/${walletId}/transactions`)
    expect(page.results).toEqual([transaction])
    const other = await makeCustomer(maple)
    const elsewhere = `/wallet/${other.wallet.walletId}/transaction/${walletTransactionId}`
    expect(await maple.refusal('GET', elsewhere)).toBe('404 TRANSACTION_NOT_FOUND')
    await maple.do('DELETE', `/wallet/${walletId}`)
    const byReference = `/wallet/transaction?reference=${request.reference}`
    expect(await maple.refusal('GET', byReference)).toBe('404 TRANSACTION_NOT_FOUND')
  })

  it('answers a repeated settle as before and does nothing twice', async () => {
    const { request, basket } = await openBasket(2500)
    const first = await settle(makeSettle(request, basket))
    const second = await settle(makeSettle(request, basket))
    expect(second).toEqual(first)
    expect(await readPoints(customer)).toBe(25)
  })

  it('refuses another basket under a settled reference', async () => {
    const { request, basket } = await openBasket(2500)
    await settle(makeSettle(request, basket))
    const other = await openBasket(9900, { reference: request.reference })
    expect(await refuseSettle(makeSettle(request, other.basket))).toBe('409 REFERENCE_USED')
    expect(await readPoints(customer)).toBe(25)
  })

  it('takes a basket back whatever the order of its keys, and only once', async () => {
    const { request, basket } = await openBasket(2500)
    const turned = Object.fromEntries(Object.entries(basket).toReversed())
    await settle(makeSettle(request, turned))
    const again = makeSettle({ ...request, reference: makeText('cart') }, basket)
    expect(await refuseSettle(again)).toBe('409 BASKET_CHANGED')
    expect(await readPoints(customer)).toBe(25)
  })

  it('takes another reference than the one that was opened, and a wallet instead of an identity', async () => {
    const { request, basket } = await openBasket(2500)
    const { identity: _identity, ...rest } = makeSettle(request, basket, { reference: makeText('cart') })
    const settled = await settle({ ...rest, walletId: customer.wallet.walletId })
    expect(settled.walletTransactions).toMatchObject([{ identity: null, walletId: customer.wallet.walletId }])
    expect(await readPoints(customer)).toBe(25)
  })

  it.each([
    ['a discount raised', { totalDiscountAmount: { promotions: 9999 } }],
    ['a total lowered', { totalBasketValue: 1 }],
    ['a field added', { extra: true }],
  ])('refuses a basket with %s', async (_what, change) => {
    const { request, basket } = await openBasket(2500)
    const tampered = { ...basket, summary: { ...basket.summary, ...change } }
    expect(await refuseSettle(makeSettle(request, tampered))).toBe('409 BASKET_CHANGED')
    expect(await readPoints(customer)).toBe(0)
  })

  it("refuses another customer's basket", async () => {
    const { request, basket } = await openBasket(2500)
    const other = await makeCustomer(maple)
    const theirs = makeSettle({ ...request, identity: { identityValue: other.card } }, basket)
    expect(await refuseSettle(theirs)).toBe('409 BASKET_CHANGED')
  })

  it('leaves nothing behind when one part of it can no longer be done', async () => {
    const { walletId } = customer.wallet
    const first = await issueCoupon(maple, walletId, { reward: 'AMOUNT', value: 300 })
    const second = await issueCoupon(maple, walletId, { reward: 'AMOUNT', value: 200 })
    const { request, basket } = await openBasket(2500, { lock: false })
    expect(basket.summary.totalDiscountAmount.promotions).toBe(500)
    const pathOf = ({ coupon }: typeof first) => `/wallet/${walletId}/account/${coupon.accountId}`
    await maple.do('PATCH', `${pathOf(second)}/redeem`)
    expect(await refuseSettle(makeSettle(request, basket))).toBe('409 ACCOUNT_USED')
    // The first coupon had its turn before the second one stopped it all.
    expect(await maple.do('GET', pathOf(first))).toMatchObject({
      status: 'ACTIVE',
      balances: { available: 1 },
    })
    expect(await readPoints(customer)).toBe(0)
    const found = await maple.refusal('GET', `/wallet/transaction?reference=${request.reference}`)
    expect(found).toBe('404 TRANSACTION_NOT_FOUND')
  })

  it('only records a basket that was not enriched', async () => {
    const plain = makeBasket([{ upc: 'bread', price: 2500 }])
    const settled = await settle(makeSettle(makeOpen(customer.card, plain), plain))
    expect(settled.accountTransactions).toEqual([])
    expect(settled.walletTransactions).toHaveLength(1)
  })

  it('refuses an earlier transaction to complete where there is none', async () => {
    const { request, basket } = await openBasket(2500)
    const more = { walletTransactions: [{ operationType: 'SETTLE', link: true }] }
    expect(await refuseSettle(makeSettle(request, basket, more))).toBe('404 TRANSACTION_NOT_FOUND')
  })

  it('changes only the meta of a transaction', async () => {
    const { request, basket } = await openBasket(100)
    const { walletTransactions } = await settle(makeSettle(request, basket))
    const headers = { 'X-EES-TRANSACTION-ID': walletTransactions[0]!.walletTransactionId }
    const change = (body: object) =>
      platform.send(maple, {
        method: 'PATCH',
        target: '/connect/wallet/transaction',
        headers,
        body: JSON.stringify(body),
      })
    const changed = await change({ meta: { till: '4' } })
    expect(changed.body).toMatchObject({ meta: { till: '4' }, state: 'MODIFIED' })
    expect((await change({ meta: {}, status: 'VOIDED' })).status).toBe(400)
    const read = await platform.send(maple, { method: 'GET', target: '/connect/wallet/transaction', headers })
    expect(read.body).toEqual(changed.body)
    const unknown = { 'X-EES-TRANSACTION-ID': '9d0e6d2c-0000-4000-8000-000000000000' }
    const none = await platform.send(maple, {
      method: 'GET',
      target: '/connect/wallet/transaction',
      headers: unknown,
    })
    expect(none.status).toBe(404)
  })

  it('keeps the ledger whole: each entry begins where the one before ended', async () => {
    for (const price of [2500, 199, 12_345]) {
      const { request, basket } = await openBasket(price)
      await settle(makeSettle(request, basket))
    }
    const { walletId } = customer.wallet
    const path = `/wallet/${walletId}/account/${customer.points.accountId}/transactions`
    const { results } = await maple.do<Page<Entry>>('GET', path)
    expect(results.map(({ event, value }) => `${event} ${value}`)).toEqual([
      'CREATE 0',
      'EARN 25',
      'EARN 1',
      'EARN 123',
    ])
    for (const [index, entry] of results.slice(1).entries()) {
      expect(entry.balancesBefore).toEqual(results[index]!.balancesAfter)
    }
    expect(await readPoints(customer)).toBe(149)
  })
})
