// The till, and the campaigns whose offers count there.
import type { tillFaults } from '../../../reference/faults/till-faults.ts'
import type { Account, Campaign, OpenAnswer, SettleAnswer, Wallet } from '../answers.ts'
import {
  buy,
  issueCoupon,
  joinScheme,
  makeBasket,
  makeCampaign,
  makeCustomer,
  makeOpen,
  makeReturn,
  makeSettle,
  makeText,
  mapleOutlet,
  movePoints,
  readAccount,
  readLedger,
} from '../customers.ts'
import type { Api } from '../platform.ts'
import type { Probe } from './probe.ts'

const offer = { reward: 'AMOUNT', value: 1 } as const
const item = { upc: 'a', price: 1000 }

const open = (api: Api, request: object) => api.do<OpenAnswer>('POST', '/connect/wallet/open', request)
const refund = (api: Api, request: object) => api.ask<SettleAnswer>('POST', '/connect/wallet/refund', request)

export const tillProbes: Readonly<Record<(typeof tillFaults)[number]['name'], Probe>> = {
  'settle-twice': async ({ maple }) => {
    const { card, points } = await makeCustomer(maple)
    const { settle } = await buy(maple, card, makeBasket([item]))
    await maple.ask('POST', '/connect/wallet/settle', settle)
    return (await readLedger(maple, points)).length !== 2
  },
  'basket-unchecked': async ({ maple }) => {
    const request = makeOpen(null, makeBasket([item]))
    const { basket } = (await open(maple, request)).analyseBasketResults
    const summary = { ...basket.summary, totalBasketValue: 1 }
    const settle = makeSettle(request, { ...basket, summary })
    return (await maple.ask('POST', '/connect/wallet/settle', settle)).status !== 409
  },
  'suspended-at-till': async ({ maple }) => {
    const identities = [{ type: 'CARD', value: makeText('card') }]
    const { walletId } = await maple.do<Wallet>('POST', '/wallet', { identities, status: 'SUSPENDED' })
    const request = { ...makeOpen(identities[0]!.value, makeBasket([item])), walletId }
    return (await maple.ask('POST', '/connect/wallet/open', request)).status !== 409
  },
  'void-keeps-lock': async ({ maple }) => {
    const { walletId } = await maple.do<Wallet>('POST', '/wallet', {})
    const { accountId } = await joinScheme(maple, walletId)
    await movePoints(maple, { walletId, accountId }, ['earn', 10])
    const reference = makeText('spend')
    const body = { reference, walletId, accountId, location: mapleOutlet, lock: true }
    await maple.do('POST', '/connect/wallet/spend', { ...body, balances: { current: 10 } })
    await maple.do('POST', '/connect/wallet/spend/void', { reference })
    return (await readAccount(maple, { walletId, accountId })).balances.usable !== 10
  },
  'refund-takes-twice': async ({ maple }) => {
    const { card, points } = await makeCustomer(maple)
    const { request } = await buy(maple, card, makeBasket([item]))
    await refund(maple, makeReturn(request.reference, [item]))
    return (await readAccount(maple, points)).balances.usable !== 0
  },
  'refund-keeps-coupon': async ({ maple }) => {
    const { card, wallet } = await makeCustomer(maple)
    const { coupon } = await issueCoupon(maple, wallet.walletId, offer)
    const { request } = await buy(maple, card, makeBasket([item]))
    await refund(maple, makeReturn(request.reference, [item]))
    return (await readAccount(maple, coupon)).status !== 'ACTIVE'
  },
  'refund-unlimited': async ({ maple }) => {
    const { card } = await makeCustomer(maple)
    const { request } = await buy(maple, card, makeBasket([item]))
    return (await refund(maple, makeReturn(request.reference, [{ upc: 'a', count: 2 }]))).status !== 409
  },
  'missing-as-malformed': async ({ maple }) =>
    (await maple.ask('GET', `/wallet/transaction?reference=${makeText('none')}`)).status !== 404,
  'history-slow': async ({ maple }) => {
    const { walletId } = await maple.do<Wallet>('POST', '/wallet', {})
    const startedMs = Date.now()
    await maple.do('GET', `/wallet/${walletId}/transactions`)
    return Date.now() - startedMs > 2000
  },
  'window-end-early': async ({ lotus, control }) => {
    const endDate = '2032-01-31T20:00:00+00:00'
    const { id } = await makeCampaign(lotus, offer, { startDate: '2020-01-01T00:00:00Z', endDate })
    const isOver = async () => {
      await control('PUT', '/test/clock', { tenant: 'lotus', now: endDate })
      return (await lotus.do<Campaign>('GET', `/campaigns/${id}`)).status !== 'ACTIVE'
    }
    // The second may have gone by before it was looked at; hardly three times.
    return (await isOver()) && (await isOver()) && (await isOver())
  },
  'approval-skipped': async ({ maple }) => {
    const { id } = await makeCampaign(maple, offer, { status: 'DRAFT' })
    return (await maple.ask('PATCH', `/campaigns/${id}`, { status: 'ACTIVE' })).status !== 409
  },
  'pending-running': async ({ maple }) => {
    const { walletId } = await maple.do<Wallet>('POST', '/wallet', {})
    const { id } = await makeCampaign(maple, offer, { status: 'PENDING' })
    return (await maple.ask<Account>('POST', `/wallet/${walletId}/campaign/${id}/account`)).status !== 409
  },
  'stacking-ignored': async ({ maple }) => {
    const { card, wallet } = await makeCustomer(maple)
    for (let turn = 0; turn < 2; turn += 1) {
      await issueCoupon(maple, wallet.walletId, { ...offer, stackingLimit: 1 })
    }
    const { discount } = (await open(maple, makeOpen(card, makeBasket([item])))).analyseBasketResults
    return discount.length !== 1
  },
}
