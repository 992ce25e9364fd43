// Points spent at a till: held or gone at once, settled with a purchase, given up, or lapsed.
import { describe, expect, it } from 'vitest'
import type { Account, Page, SettleAnswer, WalletTransaction } from './answers.ts'
import {
  issueCoupon,
  joinScheme,
  makeBasket,
  makeCustomer,
  makeOpen,
  makeSettle,
  makeText,
  mapleOutlet,
  movePoints,
  readAccount,
  readLedger,
  sortStatuses,
  tell,
} from './customers.ts'
import { useTill } from './use-till.ts'

const till = useTill({ instances: 2 })

type Calculation = {
  accountId: string
  most: { balances: { current: number }; amount: number }
  requested: { balances: { current: number }; amount: number } | null
}

const makeSpend = (points: number, more: object = {}) => ({
  reference: makeText('spend'),
  identity: { identityValue: till.customer.card },
  location: mapleOutlet,
  lock: true,
  balances: { current: points },
  ...more,
})

const spend = (request: object) => till.maple.do<SettleAnswer>('POST', '/connect/wallet/spend', request)
const refuseSpend = (request: object) => till.maple.refusal('POST', '/connect/wallet/spend', request)
const voidSpend = (body: object) => till.maple.do<SettleAnswer>('POST', '/connect/wallet/spend/void', body)
const refuseVoid = (body: object) => till.maple.refusal('POST', '/connect/wallet/spend/void', body)
const readPoints = async () => (await readAccount(till.maple, till.customer.points)).balances
const give = (points: number) => movePoints(till.maple, till.customer.points, ['credit', points])

describe('a locked spend', () => {
  it('holds 20000 of 26340, and leaves 6340 once the purchase is settled with it', async () => {
    await give(25_670)
    for (const value of [100, 200, 300])
      await issueCoupon(till.maple, till.customer.wallet.walletId, { reward: 'POINTS', value })
    const spent = await spend(makeSpend(20_000))
    const [held] = spent.walletTransactions
    expect(held).toMatchObject({ type: 'SPEND', status: 'ACTIVE', walletId: till.customer.wallet.walletId })
    expect(tell(spent.accountTransactions)).toEqual(['LOCK 20000'])
    expect(await readPoints()).toMatchObject({ current: 25_670, usable: 5670, locked: 20_000 })
    const { request, basket } = await till.openBasket(7000)
    const walletTransactions = [
      { walletTransactionId: held!.walletTransactionId, operationType: 'SETTLE', link: true },
    ]
    const settled = await till.settle(makeSettle(request, basket, { walletTransactions }))
    const [purchase, paid] = settled.walletTransactions
    expect([purchase!.type, paid!.type, paid!.status]).toEqual(['SETTLE', 'SPEND', 'SETTLED'])
    expect(paid!.parentWalletTransactionId).toBe(purchase!.walletTransactionId)
    const points = settled.accountTransactions.slice(-3)
    expect(tell(points)).toEqual(['EARN 70', 'CREDIT 600', 'SPEND 20000'])
    expect(points[2]).toMatchObject({ balancesBefore: { current: 26_340 }, balancesAfter: { current: 6340 } })
    expect(await readPoints()).toMatchObject({
      current: 6340,
      usable: 6340,
      locked: 0,
      lifetimeSpend: 20_000,
    })
    expect(await refuseVoid({ walletTransactionId: held!.walletTransactionId })).toBe(
      '409 ILLEGAL_TRANSITION',
    )
  })

  it('is given up by its reference: its points are as they were', async () => {
    await give(500)
    const before = await readPoints()
    const request = makeSpend(300)
    await spend(request)
    const { reference } = request
    const voided = await voidSpend({ reference })
    expect(voided.walletTransactions).toMatchObject([{ type: 'SPEND', status: 'VOIDED', reference }])
    expect(tell(voided.accountTransactions)).toEqual(['VOID 300'])
    expect(await readPoints()).toEqual(before)
    expect(await refuseVoid({ reference })).toBe('409 ILLEGAL_TRANSITION')
  })

  it('cannot be spent once more, nor settled by somebody else', async () => {
    await give(500)
    const request = makeSpend(300)
    await spend(request)
    expect(await refuseSpend(makeSpend(300))).toBe('409 INSUFFICIENT_BALANCE')
    const { walletId, accountId } = till.customer.points
    const path = `/wallet/${walletId}/account/${accountId}/spend`
    expect(await till.maple.refusal('PATCH', path, { balances: { current: 300 } })).toBe(
      '409 INSUFFICIENT_BALANCE',
    )
    const other = await makeCustomer(till.maple)
    const open = makeOpen(other.card, makeBasket([{ upc: 'a', price: 100 }]))
    const { basket } = (await till.open(open)).analyseBasketResults
    const more = { walletTransactions: [{ reference: request.reference }] }
    const stolen = makeSettle(open, basket, more)
    expect(await till.refuseSettle(stolen)).toBe('404 TRANSACTION_NOT_FOUND')
    expect(await readLedger(till.maple, other.points)).toHaveLength(1)
    expect(await readPoints()).toMatchObject({ current: 500, usable: 200, locked: 300 })
  })

  it('lapses by itself, as the scheme has it', async () => {
    const cedar = till.platform.api('cedar')
    const { wallet, card } = await makeCustomer(cedar)
    const account = await joinScheme(cedar, wallet.walletId, { timeoutOverride: 2 })
    await movePoints(cedar, account, ['credit', 100])
    const { accountId } = account
    const location = { incomingIdentifier: 'CEDAR-001' }
    const request = makeSpend(60, { identity: { identityValue: card }, location, accountId })
    const [held] = (await cedar.do<SettleAnswer>('POST', '/connect/wallet/spend', request)).walletTransactions
    const advance = (advanceSeconds: number) =>
      till.platform.control('PUT', '/test/clock', { tenant: 'cedar', advanceSeconds })
    await advance(90)
    expect((await readAccount(cedar, account)).balances.usable).toBe(40)
    await advance(31)
    // The transaction is over even before anybody looks at the account.
    const target = `/wallet/${wallet.walletId}/transaction/${held!.walletTransactionId}`
    expect(await cedar.do('GET', target)).toMatchObject({ status: 'VOIDED' })
    expect((await readAccount(cedar, account)).balances).toMatchObject({ usable: 100, locked: 0 })
    const ledger = await readLedger(cedar, account)
    expect(tell(ledger).slice(-2)).toEqual(['LOCK 60', 'VOID 60'])
    expect(ledger.at(-1)).toMatchObject({ source: 'SYSTEM', dateCreated: held!.expiryDate })
  })

  it('is let go with everything else its reference holds', async () => {
    await give(500)
    const { coupon } = await issueCoupon(till.maple, till.customer.wallet.walletId, {
      reward: 'AMOUNT',
      value: 50,
    })
    const request = makeOpen(till.customer.card, makeBasket([{ upc: 'a', price: 1000 }]))
    await till.open(request)
    const { reference } = request
    await spend(makeSpend(300, { reference }))
    expect((await readAccount(till.maple, coupon)).status).toBe('LOCKED')
    const unlock = () =>
      till.maple.ask<{ accounts: Account[] }>('POST', '/connect/wallet/unlock', { reference })
    const unlocked = await unlock()
    expect(unlocked.body).toMatchObject({
      walletTransactions: [{ status: 'VOIDED' }],
      accountTransactions: [{ event: 'VOID', value: 300 }],
      accounts: [{ accountId: coupon.accountId, status: 'ACTIVE' }],
    })
    expect((await readAccount(till.maple, coupon)).status).toBe('ACTIVE')
    expect(await readPoints()).toMatchObject({ usable: 500, locked: 0 })
    expect((await unlock()).status).toBe(404)
  })
})

describe('a spend at once', () => {
  it('takes its points, and gives them back when it is voided', async () => {
    await give(500)
    const before = await readPoints()
    const spent = await spend(makeSpend(300, { lock: false }))
    expect(tell(spent.accountTransactions)).toEqual(['SPEND 300'])
    expect(spent.walletTransactions).toMatchObject([{ status: 'ACTIVE', expiryDate: null }])
    expect(await readPoints()).toMatchObject({ current: 200, lifetimeSpend: 300, lifetimeSpendValue: 300 })
    await voidSpend({ walletTransactionId: spent.walletTransactions[0]!.walletTransactionId })
    expect(await readPoints()).toEqual(before)
  })

  it('is settled under the reference of its purchase, and is in the ledger once', async () => {
    await give(500)
    const request = makeOpen(till.customer.card, makeBasket([{ upc: 'a', price: 99 }]))
    await spend(makeSpend(300, { reference: request.reference, lock: false }))
    const { basket } = (await till.open(request)).analyseBasketResults
    const settled = await till.settle(makeSettle(request, basket, { walletTransactions: [{}] }))
    expect(settled.walletTransactions.map(({ status }) => status)).toEqual(['SETTLED', 'SETTLED'])
    expect(tell(await readLedger(till.maple, till.customer.points))).toEqual([
      'CREATE 0',
      'CREDIT 500',
      'SPEND 300',
    ])
    const find = (query: string) =>
      till.maple.do<WalletTransaction>('GET', `/wallet/transaction?reference=${request.reference}${query}`)
    expect((await find('')).type).toBe('SETTLE')
    expect((await find('&type=SPEND')).type).toBe('SPEND')
    const list = `/wallet/${till.customer.wallet.walletId}/transactions?type=SPEND`
    expect((await till.maple.do<Page<WalletTransaction>>('GET', list)).total).toBe(1)
  })
})

it('a spend is answered once under its reference', async () => {
  await give(500)
  const request = makeSpend(300)
  const first = await spend(request)
  expect(await spend(request)).toEqual(first)
  expect(await refuseSpend({ ...request, balances: { current: 200 } })).toBe('409 REFERENCE_USED')
  expect(await readPoints()).toMatchObject({ locked: 300 })
})

it('a purchase gives its spend up where it is told to', async () => {
  await give(500)
  const request = makeSpend(300)
  await spend(request)
  const open = makeOpen(till.customer.card, makeBasket([{ upc: 'a', price: 99 }]))
  const { basket } = (await till.open(open)).analyseBasketResults
  const walletTransactions = [{ reference: request.reference, operationType: 'VOID' }]
  await till.settle(makeSettle(open, basket, { walletTransactions }))
  expect(await readPoints()).toMatchObject({ usable: 500, locked: 0 })
})

it('what can be spent is worked out, and nothing is changed by it', async () => {
  await give(1250)
  const who = { identity: { identityValue: till.customer.card }, location: mapleOutlet }
  const calculate = (more: object) =>
    till.maple.do<Calculation>('POST', '/connect/wallet/spend/calculate', { ...who, ...more })
  const most = { balances: { current: 1200 }, amount: 1200 }
  expect(await calculate({})).toMatchObject({
    accountId: till.customer.points.accountId,
    most,
    requested: null,
  })
  const wish = { balances: { current: 300 }, amount: 300 }
  expect(await calculate({ amount: 300 })).toMatchObject({ requested: wish })
  expect(await calculate({ balances: { current: 300 } })).toMatchObject({ requested: wish })
  const refuse = (more: object) =>
    till.maple.refusal('POST', '/connect/wallet/spend/calculate', { ...who, ...more })
  expect(await refuse({ amount: 250 })).toBe('409 SPEND_RULE')
  expect(await refuse({ amount: 1300 })).toBe('409 INSUFFICIENT_BALANCE')
  expect(await readLedger(till.maple, till.customer.points)).toHaveLength(2)
})

it.each([
  ['nobody', { identity: undefined }, '400 INVALID_REQUEST'],
  ['an unknown card', { identity: { identityValue: 'nobody' } }, '404 WALLET_NOT_FOUND'],
  ['an unknown outlet', { location: { incomingIdentifier: 'CEDAR-001' } }, '400 LOCATION_UNKNOWN'],
  ['an unknown account', { accountId: '1' }, '404 ACCOUNT_NOT_FOUND'],
  ['points and an amount', { amount: 300 }, '400 INVALID_REQUEST'],
  ['neither', { balances: undefined }, '400 INVALID_REQUEST'],
  ['more than may be spent at once', { balances: { current: 100_000 } }, '409 SPEND_RULE'],
  ['less than may be spent', { balances: { current: 50 } }, '409 SPEND_RULE'],
  ['an odd number', { balances: { current: 150 } }, '409 SPEND_RULE'],
  ['more than there is', { balances: { current: 600 } }, '409 INSUFFICIENT_BALANCE'],
])('points are not spent for %s', async (_whom, change, refusal) => {
  await give(500)
  expect(await refuseSpend({ ...makeSpend(300), ...change })).toBe(refusal)
  expect(await readPoints()).toMatchObject({ usable: 500 })
})

it('nothing is voided that is no spend, or is not there', async () => {
  expect(await refuseVoid({ reference: makeText('none') })).toBe('404 TRANSACTION_NOT_FOUND')
  expect(await refuseVoid({ walletTransactionId: '1' })).toBe('404 TRANSACTION_NOT_FOUND')
  expect(await refuseVoid({})).toBe('400 INVALID_REQUEST')
})

it('of many who spend the same points at the same moment one does', async () => {
  await give(100)
  const asked = [1, 2, 3, 4, 5, 6].map(() => till.maple.ask('POST', '/connect/wallet/spend', makeSpend(100)))
  expect(sortStatuses(await Promise.all(asked))).toEqual([200, 409, 409, 409, 409, 409])
})
