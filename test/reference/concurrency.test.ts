// The same moment on two instances: one wins, and the ledger shows it once.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Account, Entry, OpenAnswer, Operation, Page, SettleAnswer, Wallet } from './answers.ts'
import {
  findScheme,
  issueCoupon,
  makeBasket,
  makeCampaign,
  makeCustomer,
  makeOpen,
  makeSettle,
} from './customers.ts'
import { makeApi, openPlatform, type Api, type Platform } from './platform.ts'

let platform: Platform
let maple: Api
/** The same client at each instance, past the balancer. */
let instances: Api[]

beforeAll(async () => {
  platform = await openPlatform('--instances', '2')
  maple = platform.api('maple')
  instances = platform.ready.instances.map(({ url }) => makeApi(platform.document, { ...maple, url }))
})
afterAll(() => platform.stop())

function askAtOnce<Body>(times: number, ...call: [method: string, target: string, body?: unknown]) {
  const turns = Array.from({ length: times }, (_, turn) => instances[turn % instances.length]!)
  return Promise.all(turns.map((api) => api.ask<Body>(...call)))
}

async function readLedger(walletId: string, accountId: string): Promise<Entry[]> {
  const page = await maple.do<Page<Entry>>(
    'GET',
    `/wallet/${walletId}/account/${accountId}/transactions?limit=500`,
  )
  return page.results
}

it('redeems a single-use coupon once, however many ask', async () => {
  const { wallet } = await makeCustomer(maple)
  const { coupon } = await issueCoupon(maple, wallet.walletId, { reward: 'AMOUNT', value: 1 })
  const path = `/wallet/${wallet.walletId}/account/${coupon.accountId}`
  const answers = await askAtOnce<Operation>(12, 'PATCH', `${path}/redeem`)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(11)
  const ledger = await readLedger(wallet.walletId, coupon.accountId)
  expect(ledger.map(({ event }) => event)).toEqual(['CREATE', 'REDEEM'])
})

it('settles a reference once, and tells all who ask the same', async () => {
  const { wallet, card, points } = await makeCustomer(maple)
  const request = makeOpen(card, makeBasket([{ upc: 'a', price: 2500 }]))
  const opened = await maple.do<OpenAnswer>('POST', '/connect/wallet/open', request)
  const body = makeSettle(request, opened.analyseBasketResults.basket)
  const answers = await askAtOnce<SettleAnswer>(6, 'POST', '/connect/wallet/settle', body)
  for (const { status, body: settled } of answers) expect([status, settled]).toEqual([200, answers[0]!.body])
  const ledger = await readLedger(wallet.walletId, points.accountId)
  expect(ledger.map(({ event, value }) => `${event} ${value}`)).toEqual(['CREATE 0', 'EARN 25'])
})

it('never issues more than the campaign may be issued', async () => {
  const campaign = await makeCampaign(
    maple,
    { reward: 'AMOUNT', value: 1 },
    { issueLimits: { perCampaign: 3 } },
  )
  const { walletId } = await maple.do<Wallet>('POST', '/wallet', {})
  const answers = await askAtOnce<Account>(8, 'POST', `/wallet/${walletId}/campaign/${campaign.id}/account`)
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
})

it('opens one account of a scheme and gives one owner to an identity', async () => {
  const { walletId } = await maple.do<Wallet>('POST', '/wallet', {})
  const scheme = await findScheme(maple)
  const opened = await askAtOnce<Account>(6, 'POST', `/wallet/${walletId}/scheme/${scheme.id}/account`)
  expect(opened.filter(({ status }) => status === 201)).toHaveLength(1)
  const card = { identities: [{ type: 'CARD', value: `card-${walletId}` }] }
  const made = await askAtOnce<Wallet>(6, 'POST', '/wallet', card)
  expect(made.filter(({ status }) => status === 201)).toHaveLength(1)
})

it('keeps the chain of balances whole under many writers', async () => {
  const { wallet, points } = await makeCustomer(maple)
  const path = `/wallet/${wallet.walletId}/account/${points.accountId}`
  await askAtOnce<Operation>(20, 'PATCH', `${path}/credit`, { balances: { current: 7 } })
  const ledger = await readLedger(wallet.walletId, points.accountId)
  expect(ledger).toHaveLength(21)
  for (const [index, entry] of ledger.slice(1).entries()) {
    expect(entry.balancesBefore).toEqual(ledger[index]!.balancesAfter)
  }
  expect((await maple.do<Account>('GET', path)).balances.current).toBe(140)
})
