// Settling: what open worked out is done once, whole, only as it was told, and can be read afterwards.
import { describe, expect, it } from 'vitest'
import type { Entry, Page, WalletTransaction } from './answers.ts'
import { issueCoupon, makeBasket, makeCustomer, makeOpen, makeSettle, makeText } from './customers.ts'
import { useTill } from './use-till.ts'

const till = useTill({ instances: 2 })

describe('settling', () => {
  it('records the transaction, to be read by id, by reference, in the list and by header', async () => {
    const { request, basket } = await till.openBasket(2500)
    const { walletTransactions } = await till.settle(makeSettle(request, basket))
    const [transaction] = walletTransactions as [WalletTransaction]
    expect(transaction).toMatchObject({
      walletId: till.customer.wallet.walletId,
      reference: request.reference,
      identity: till.customer.card,
      channel: 'Online',
      location: { storeId: 'MAPLE-001', storeParentId: null },
    })
    expect(transaction.basket.summary.adjudicationResults).toMatchObject([{ type: 'earn', success: true }])
    const { walletId } = till.customer.wallet
    const { walletTransactionId } = transaction
    expect(await till.maple.do('GET', `/wallet/${walletId}/transaction/${walletTransactionId}`)).toEqual(
      transaction,
    )
    expect(await till.maple.do('GET', `/wallet/transaction?reference=${request.reference}`)).toEqual(
      transaction,
    )
    const page = await till.maple.do<Page<WalletTransaction>>('GET', `/wallet/${walletId}/transactions`)
    expect(page.results).toEqual([transaction])
    const other = await makeCustomer(till.maple)
    const elsewhere = `/wallet/${other.wallet.walletId}/transaction/${walletTransactionId}`
    expect(await till.maple.refusal('GET', elsewhere)).toBe('404 TRANSACTION_NOT_FOUND')
    await till.maple.do('DELETE', `/wallet/${walletId}`)
    const byReference = `/wallet/transaction?reference=${request.reference}`
    expect(await till.maple.refusal('GET', byReference)).toBe('404 TRANSACTION_NOT_FOUND')
  })

  it('answers a repeated settle as before and does nothing twice', async () => {
    const { request, basket } = await till.openBasket(2500)
    const first = await till.settle(makeSettle(request, basket))
    const second = await till.settle(makeSettle(request, basket))
    expect(second).toEqual(first)
    expect(await till.readPoints(till.customer)).toBe(25)
  })

  it('refuses another basket under a settled reference', async () => {
    const { request, basket } = await till.openBasket(2500)
    await till.settle(makeSettle(request, basket))
    const other = await till.openBasket(9900, { reference: request.reference })
    expect(await till.refuseSettle(makeSettle(request, other.basket))).toBe('409 REFERENCE_USED')
    expect(await till.readPoints(till.customer)).toBe(25)
  })

  it('takes a basket back whatever the order of its keys, and only once', async () => {
    const { request, basket } = await till.openBasket(2500)
    const turned = Object.fromEntries(Object.entries(basket).toReversed())
    await till.settle(makeSettle(request, turned))
    const again = makeSettle({ ...request, reference: makeText('cart') }, basket)
    expect(await till.refuseSettle(again)).toBe('409 BASKET_CHANGED')
    expect(await till.readPoints(till.customer)).toBe(25)
  })

  it('takes another reference than the one that was opened, and a wallet instead of an identity', async () => {
    const { request, basket } = await till.openBasket(2500)
    const { identity: _identity, ...rest } = makeSettle(request, basket, { reference: makeText('cart') })
    const settled = await till.settle({ ...rest, walletId: till.customer.wallet.walletId })
    expect(settled.walletTransactions).toMatchObject([
      { identity: null, walletId: till.customer.wallet.walletId },
    ])
    expect(await till.readPoints(till.customer)).toBe(25)
  })

  it.each([
    ['a discount raised', { totalDiscountAmount: { promotions: 9999 } }],
    ['a total lowered', { totalBasketValue: 1 }],
    ['a field added', { extra: true }],
  ])('refuses a basket with %s', async (_what, change) => {
    const { request, basket } = await till.openBasket(2500)
    const tampered = { ...basket, summary: { ...basket.summary, ...change } }
    expect(await till.refuseSettle(makeSettle(request, tampered))).toBe('409 BASKET_CHANGED')
    expect(await till.readPoints(till.customer)).toBe(0)
  })

  it("refuses another customer's basket", async () => {
    const { request, basket } = await till.openBasket(2500)
    const other = await makeCustomer(till.maple)
    const theirs = makeSettle({ ...request, identity: { identityValue: other.card } }, basket)
    expect(await till.refuseSettle(theirs)).toBe('409 BASKET_CHANGED')
  })

  it('leaves nothing behind when one part of it can no longer be done', async () => {
    const { walletId } = till.customer.wallet
    const first = await issueCoupon(till.maple, walletId, { reward: 'AMOUNT', value: 300 })
    const second = await issueCoupon(till.maple, walletId, { reward: 'AMOUNT', value: 200 })
    const { request, basket } = await till.openBasket(2500, { lock: false })
    expect(basket.summary.totalDiscountAmount.promotions).toBe(500)
    const pathOf = ({ coupon }: typeof first) => `/wallet/${walletId}/account/${coupon.accountId}`
    await till.maple.do('PATCH', `${pathOf(second)}/redeem`)
    expect(await till.refuseSettle(makeSettle(request, basket))).toBe('409 ACCOUNT_USED')
    // The first coupon had its turn before the second one stopped it all.
    expect(await till.maple.do('GET', pathOf(first))).toMatchObject({
      status: 'ACTIVE',
      balances: { available: 1 },
    })
    expect(await till.readPoints(till.customer)).toBe(0)
    const found = await till.maple.refusal('GET', `/wallet/transaction?reference=${request.reference}`)
    expect(found).toBe('404 TRANSACTION_NOT_FOUND')
  })

  it('only records a basket that was not enriched', async () => {
    const plain = makeBasket([{ upc: 'bread', price: 2500 }])
    const settled = await till.settle(makeSettle(makeOpen(till.customer.card, plain), plain))
    expect(settled.accountTransactions).toEqual([])
    expect(settled.walletTransactions).toHaveLength(1)
  })

  it('refuses an earlier transaction to complete where there is none', async () => {
    const { request, basket } = await till.openBasket(2500)
    const more = { walletTransactions: [{ operationType: 'SETTLE', link: true }] }
    expect(await till.refuseSettle(makeSettle(request, basket, more))).toBe('404 TRANSACTION_NOT_FOUND')
  })

  it('changes only the meta of a transaction', async () => {
    const { request, basket } = await till.openBasket(100)
    const { walletTransactions } = await till.settle(makeSettle(request, basket))
    const headers = { 'X-EES-TRANSACTION-ID': walletTransactions[0]!.walletTransactionId }
    const change = (body: object) =>
      till.platform.send(till.maple, {
        method: 'PATCH',
        target: '/connect/wallet/transaction',
        headers,
        body: JSON.stringify(body),
      })
    const changed = await change({ meta: { till: '4' } })
    expect(changed.body).toMatchObject({ meta: { till: '4' }, state: 'MODIFIED' })
    expect((await change({ meta: {}, status: 'VOIDED' })).status).toBe(400)
    const read = await till.platform.send(till.maple, {
      method: 'GET',
      target: '/connect/wallet/transaction',
      headers,
    })
    expect(read.body).toEqual(changed.body)
    const unknown = { 'X-EES-TRANSACTION-ID': '9d0e6d2c-0000-4000-8000-000000000000' }
    const none = await till.platform.send(till.maple, {
      method: 'GET',
      target: '/connect/wallet/transaction',
      headers: unknown,
    })
    expect(none.status).toBe(404)
  })

  it('keeps the ledger whole: each entry begins where the one before ended', async () => {
    for (const price of [2500, 199, 12_345]) {
      const { request, basket } = await till.openBasket(price)
      await till.settle(makeSettle(request, basket))
    }
    const { walletId } = till.customer.wallet
    const path = `/wallet/${walletId}/account/${till.customer.points.accountId}/transactions`
    const { results } = await till.maple.do<Page<Entry>>('GET', path)
    expect(results.map(({ event, value }) => `${event} ${value}`)).toEqual([
      'CREATE 0',
      'EARN 25',
      'EARN 1',
      'EARN 123',
    ])
    for (const [index, entry] of results.slice(1).entries()) {
      expect(entry.balancesBefore).toEqual(results[index]!.balancesAfter)
    }
    expect(await till.readPoints(till.customer)).toBe(149)
  })
})
