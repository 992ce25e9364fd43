// Refunds: the purchase is undone and worked out anew for what is left of it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Account, Campaign, SettleAnswer } from './answers.ts'
import {
  buy,
  buyBy,
  issueCoupon,
  joinScheme,
  makeBasket,
  makeCampaign,
  makeCustomer,
  makeOpen,
  makeReturn,
  makeText,
  movePoints,
  readAccount,
  readLedger,
  sortStatuses,
  tell,
} from './customers.ts'
import { useTill } from './use-till.ts'

const till = useTill({ instances: 2 })

const refund = (request: object) => till.maple.do<SettleAnswer>('POST', '/connect/wallet/refund', request)
const refuse = (request: object) => till.maple.refusal('POST', '/connect/wallet/refund', request)
const readCurrent = async (account: Account) => (await readAccount(till.maple, account)).balances.current

describe('of 7000 with ten per cent off for everybody', () => {
  let tenOff: Campaign
  let reference: string

  beforeEach(async () => {
    tenOff = await makeCampaign(till.maple, { reward: 'PERCENT', value: 10 }, { mode: 'OPEN' })
    const prices = ['coffee', 'wine'].map((upc) => ({ upc, price: 1000, count: 1 }))
    const basket = makeBasket([...prices, { upc: 'lemonade', price: 1000, count: 5 }])
    const { request, settled } = await buy(till.maple, till.customer.card, basket)
    expect(tell(settled.accountTransactions)).toEqual(['CREATE 0', 'REDEEM 700', 'EARN 63'])
    reference = request.reference
  })
  // Open offers are for everybody, so this one must not outlive its test.
  afterEach(() => till.maple.do('DELETE', `/campaigns/${tenOff.id}`))

  it('a refund of 2000 takes 700 and 63 back and gives 500 and 45 again', async () => {
    const returned = makeReturn(reference, [{ upc: 'coffee' }, { upc: 'lemonade' }])
    const { accountTransactions, walletTransactions } = await refund(returned)
    expect(tell(accountTransactions)).toEqual(['UNREDEEM 700', 'REFUND_DEBIT 63', 'EARN 45', 'REDEEM 500'])
    expect(await readCurrent(till.customer.points)).toBe(45)
    const original = await till.maple.do<{ walletTransactionId: string }>(
      'GET',
      `/wallet/transaction?reference=${reference}`,
    )
    expect(walletTransactions).toMatchObject([
      {
        type: 'REFUND',
        status: 'SETTLED',
        reference: returned.reference,
        parentWalletTransactionId: original.walletTransactionId,
        walletId: till.customer.wallet.walletId,
      },
    ])
    expect((await readAccount(till.maple, till.customer.points)).balances.lifetime).toBe(45)
  })

  it('refunds follow one another until nothing is left, and never go beyond', async () => {
    const more = { upc: 'lemonade', count: 2 }
    await refund(makeReturn(reference, [more]))
    await refund(makeReturn(reference, [more, { upc: 'wine' }]))
    expect(await readCurrent(till.customer.points)).toBe(18)
    expect(await refuse(makeReturn(reference, [more]))).toBe('409 OVER_REFUND')
    expect(await readCurrent(till.customer.points)).toBe(18)
    const last = await refund(makeReturn(reference, [{ upc: 'lemonade' }, { upc: 'coffee' }]))
    expect(tell(last.accountTransactions)).toEqual(['UNREDEEM 200', 'REFUND_DEBIT 18'])
    expect(await readCurrent(till.customer.points)).toBe(0)
    expect(await refuse(makeReturn(reference, [{ upc: 'coffee' }]))).toBe('409 OVER_REFUND')
  })

  it('what was bought after the offer ended is still refunded on the terms it was bought on', async () => {
    await till.maple.do('PATCH', `/campaigns/${tenOff.id}`, { status: 'INACTIVE' })
    const { accountTransactions } = await refund(makeReturn(reference, [{ upc: 'coffee' }]))
    expect(tell(accountTransactions)).toEqual(['UNREDEEM 700', 'REFUND_DEBIT 63', 'EARN 54', 'REDEEM 600'])
  })

  it('a refund is done once under its reference', async () => {
    const request = makeReturn(reference, [{ upc: 'coffee' }])
    const first = await refund(request)
    expect(await refund(request)).toEqual(first)
    const other = { ...makeReturn(reference, [{ upc: 'wine' }]), reference: request.reference }
    expect(await refuse(other)).toBe('409 REFERENCE_USED')
    expect(await readCurrent(till.customer.points)).toBe(54)
  })

  it('of many who bring the same item back at the same moment one can', async () => {
    const asked = [1, 2, 3, 4, 5].map(() =>
      till.maple.ask('POST', '/connect/wallet/refund', makeReturn(reference, [{ upc: 'coffee' }])),
    )
    expect(sortStatuses(await Promise.all(asked))).toEqual([200, 409, 409, 409, 409])
    expect(await readCurrent(till.customer.points)).toBe(54)
  })

  it.each([
    ['what was never bought', () => makeReturn(reference, [{ upc: 'tea' }]), '409 OVER_REFUND'],
    ['more than was bought', () => makeReturn(reference, [{ upc: 'wine', count: 2 }]), '409 OVER_REFUND'],
    ['an unknown purchase', () => makeReturn('none', [{ upc: 'wine' }]), '404 TRANSACTION_NOT_FOUND'],
    ['nothing', () => makeReturn(reference, []), '400 INVALID_REQUEST'],
    [
      'items that are sold',
      () => ({
        ...makeReturn(reference, []),
        basket: { contents: [{ upc: 'wine', salesKey: 'SALE' }] },
      }),
      '400 INVALID_REQUEST',
    ],
    [
      "another customer's purchase",
      async () => ({
        ...makeReturn(reference, [{ upc: 'wine' }]),
        identity: { identityValue: (await makeCustomer(till.maple)).card },
      }),
      '404 TRANSACTION_NOT_FOUND',
    ],
  ])('%s is not taken back', async (_what, make, refusal) => {
    expect(await refuse(await make())).toBe(refusal)
    expect(await readCurrent(till.customer.points)).toBe(63)
  })
})

describe('a coupon of a purchase that is brought back', () => {
  const item = { upc: 'a', price: 1000 }
  const issue = async (rules: object) => {
    const offer = { reward: 'AMOUNT', value: 100, rules } as const
    const { coupon } = await issueCoupon(till.maple, till.customer.wallet.walletId, offer)
    const { request } = await buy(till.maple, till.customer.card, makeBasket([item]))
    expect((await readAccount(till.maple, coupon)).status).toBe('USED')
    await refund(makeReturn(request.reference, [item]))
    return readAccount(till.maple, coupon)
  }

  it('can be used again', async () => {
    expect(await issue({})).toMatchObject({ status: 'ACTIVE', balances: { available: 1, refundable: 0 } })
  })

  it('stays used for what is kept, also where it may not come back', async () => {
    const offer = { reward: 'AMOUNT', value: 100, rules: { unredeemable: false } } as const
    const { coupon } = await issueCoupon(till.maple, till.customer.wallet.walletId, offer)
    const items = [item, { upc: 'b', price: 1000 }]
    const { request } = await buy(till.maple, till.customer.card, makeBasket(items))
    const { accountTransactions } = await refund(makeReturn(request.reference, [item]))
    expect(tell(accountTransactions)).toEqual(['UNREDEEM 100', 'REFUND_DEBIT 19', 'EARN 9', 'REDEEM 100'])
    const used = { status: 'USED', balances: { available: 0, refundable: 1 } }
    expect(await readAccount(till.maple, coupon)).toMatchObject(used)
  })

  it('is cancelled where its campaign says so, as it is when it is put back by hand', async () => {
    const cancelled = { status: 'CANCELLED', balances: { available: 0, refundable: 0 } }
    expect(await issue({ unredeemable: false })).toMatchObject(cancelled)
    const rules = { unredeemable: false }
    const { coupon } = await issueCoupon(till.maple, till.customer.wallet.walletId, {
      reward: 'AMOUNT',
      value: 1,
      rules,
    })
    const path = `/wallet/${coupon.walletId}/account/${coupon.accountId}`
    await till.maple.do('PATCH', `${path}/redeem`)
    expect(await till.maple.do('PATCH', `${path}/unredeem`)).toMatchObject({ account: cancelled })
  })
})

it('points are taken back below zero, and pending ones before any other', async () => {
  const { wallet, card } = await makeCustomer(till.platform.api('cedar'))
  const cedar = till.platform.api('cedar')
  const account = await joinScheme(cedar, wallet.walletId, {
    pendingPoints: { enabled: true, days: 5 },
    services: { spend: { step: 1 } },
  })
  const location = { incomingIdentifier: 'CEDAR-001' }
  const items = [
    { upc: 'a', price: 4000 },
    { upc: 'b', price: 3000 },
  ]
  const first = await buyBy(cedar, makeOpen(card, makeBasket(items), { location }))
  const back = (reference: string, upc: string) =>
    cedar.do<SettleAnswer>('POST', '/connect/wallet/refund', {
      ...makeReturn(reference, [{ upc }]),
      location,
    })
  await back(first.request.reference, 'a')
  expect((await readAccount(cedar, account)).balances).toMatchObject({ current: 0, pending: 30, lifetime: 0 })
  await till.platform.control('PUT', '/test/clock', { tenant: 'cedar', advanceSeconds: 5 * 24 * 3600 + 60 })
  await movePoints(cedar, account, ['spend', 20])
  await back(first.request.reference, 'b')
  expect((await readAccount(cedar, account)).balances).toMatchObject({
    current: -20,
    pending: 0,
    lifetime: 0,
  })
})

it('points stay where the scheme refunds none', async () => {
  const account = await joinScheme(till.maple, till.customer.wallet.walletId, { isRefundable: false })
  const { request } = await buy(till.maple, till.customer.card, makeBasket([{ upc: 'a', price: 1000 }]))
  const { accountTransactions } = await refund(makeReturn(request.reference, [{ upc: 'a' }]))
  expect(tell(accountTransactions)).toEqual(['REFUND_DEBIT 10'])
  expect(await readCurrent(account)).toBe(10)
})

it('half of a weighed item is worth half of its price', async () => {
  const { request } = await buy(
    till.maple,
    till.customer.card,
    makeBasket([{ upc: 'a', price: 400, count: 2.5 }]),
  )
  const { accountTransactions } = await refund(makeReturn(request.reference, [{ upc: 'a', count: 1.25 }]))
  expect(tell(accountTransactions)).toEqual(['REFUND_DEBIT 10', 'EARN 5'])
})

it('what an anonymous customer bought is taken back, and their coupon goes to nobody', async () => {
  const upc = makeText('upc')
  const offer = { reward: 'AMOUNT', value: 100, products: [upc] } as const
  await makeCampaign(till.maple, offer, { mode: 'OPEN' })
  const { request } = await buyBy(till.maple, makeOpen(null, makeBasket([{ upc, price: 1000 }])))
  const { accountTransactions, walletTransactions } = await refund(makeReturn(request.reference, [{ upc }]))
  expect(tell(accountTransactions)).toEqual(['UNREDEEM 100'])
  expect(accountTransactions[0]!.balancesAfter).toMatchObject({ available: 0 })
  expect(walletTransactions).toMatchObject([{ walletId: null }])
})

it('a purchase that no offer had to do with is taken back, and nothing moves', async () => {
  const reference = makeText('plain')
  const basket = makeBasket([{ upc: 'a', price: 1000 }])
  const body = { reference, basket, location: { incomingIdentifier: 'MAPLE-001' } }
  await till.settle(body)
  expect((await refund(makeReturn(reference, [{ upc: 'a' }]))).accountTransactions).toEqual([])
  expect(await readLedger(till.maple, till.customer.points)).toHaveLength(1)
})
