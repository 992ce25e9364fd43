// The arithmetic of a visit as it was recorded: 7000 with ten per cent off for everybody, one point for each whole 100 of
// what is left to pay, and three offers that give 100, 200 and 300 points.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Account, Campaign, OpenAnswer, SettleAnswer } from './answers.ts'
import { issueCoupon, makeBasket, makeCampaign, makeCustomer, makeOpen, makeSettle } from './customers.ts'
import { openPlatform, type Api, type Platform } from './platform.ts'

let platform: Platform
let maple: Api
let visit: Awaited<ReturnType<typeof openRecordedVisit>>

beforeAll(async () => {
  platform = await openPlatform('--instances', '1')
  maple = platform.api('maple')
})
beforeEach(async () => {
  visit = await openRecordedVisit()
})
// Open offers are for everybody, so this one must not outlive its test.
afterEach(() => maple.do('DELETE', `/campaigns/${visit.tenOff.id}`))
afterAll(() => platform.stop())

async function openRecordedVisit() {
  const customer = await makeCustomer(maple)
  const { walletId } = customer.wallet
  const offer = { reward: 'PERCENT', value: 10, minimumSpend: 1000 } as const
  const tenOff = await makeCampaign(maple, offer, { mode: 'OPEN' })
  const coupons = [
    await issueCoupon(maple, walletId, { reward: 'POINTS', value: 100, products: ['coffee'] }),
    await issueCoupon(maple, walletId, { reward: 'POINTS', value: 200, minimumSpend: 5000 }),
    await issueCoupon(maple, walletId, { reward: 'POINTS', value: 300, products: ['oranges'] }),
  ]
  const single = ['coffee', 'oranges', 'carrot', 'pizza', 'wine'].map((upc) => ({ upc, price: 1000 }))
  const request = makeOpen(customer.card, makeBasket([{ upc: 'lemonade', price: 1000, count: 2 }, ...single]))
  const answer = await maple.do<OpenAnswer>('POST', '/connect/wallet/open', request)
  return { customer, tenOff, coupons, request, answer, basket: answer.analyseBasketResults.basket }
}

it('takes 700 off 7000, earns 63 on the rest and gives 600 more', () => {
  const { tenOff, answer, basket } = visit
  expect(basket.type).toBe('ENRICHED')
  expect(basket.summary.totalBasketValue).toBe(6300)
  expect(basket.summary.totalDiscountAmount.promotions).toBe(700)
  expect(basket.summary.adjustmentResults).toMatchObject([{ resourceId: tenOff.id, value: 700 }])
  expect(basket.summary.results.points).toMatchObject({ earn: 63, credit: 600, totalPointsGiven: 663 })
  const { discount, points } = answer.analyseBasketResults
  expect(discount).toMatchObject([{ campaignId: tenOff.id, campaignName: tenOff.name, value: 700 }])
  expect(points.map(({ operationType, value }) => `${operationType} ${value}`)).toEqual([
    'earn 63',
    'credit 100',
    'credit 200',
    'credit 300',
  ])
})

it('names every offer that it used among the accounts', () => {
  const shown = visit.answer.accounts.map(({ campaign }) => String(campaign?.campaignId))
  const used: Campaign[] = [visit.tenOff, ...visit.coupons.map(({ campaign }) => campaign)]
  expect(shown).toEqual(expect.arrayContaining(used.map(({ id }) => id)))
})

it('puts points of the whole basket in the summary, and those of a product on its line', () => {
  const { summary, contents } = visit.basket
  const onBasket = summary.adjudicationResults.map(({ type, balances }) => [type, balances?.current])
  expect(onBasket).toEqual([
    ['earn', 63],
    ['redeem', undefined],
    ['credit', 200],
  ])
  const onLines = contents.map((line) => line.adjudicationResults?.map(({ balances }) => balances?.current))
  const none = undefined
  expect(onLines).toEqual([none, [none, 100], [none, 300], none, none, none])
})

it('settles into CREATE, REDEEM, EARN and CREDIT, and 663 points', async () => {
  const { customer, coupons, request, basket } = visit
  const settled = await maple.do<SettleAnswer>('POST', '/connect/wallet/settle', makeSettle(request, basket))
  const entries = settled.accountTransactions
  expect(entries.map(({ event, value }) => `${event} ${value}`)).toEqual([
    'CREATE 0',
    'REDEEM 700',
    'REDEEM 200',
    'REDEEM 100',
    'REDEEM 300',
    'EARN 63',
    'CREDIT 600',
  ])
  const chain = entries.slice(-2).map((entry) => [entry.balancesBefore.current, entry.balancesAfter.current])
  expect(chain).toEqual([
    [0, 63],
    [63, 663],
  ])
  const readAccount = async ({ walletId, accountId }: Account) =>
    maple.do<Account>('GET', `/wallet/${walletId}/account/${accountId}`)
  expect((await readAccount(customer.points)).balances).toMatchObject({ current: 663, usable: 663 })
  for (const { coupon } of coupons) expect((await readAccount(coupon)).status).toBe('USED')
})
