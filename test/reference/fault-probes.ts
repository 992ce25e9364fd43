// For each fault the question whose answer gives it away. Asked of a sound platform, none of them may say yes.
import { randomUUID } from 'node:crypto'
import type { FaultName } from '../../reference/faults/faults.ts'
import type { Account, Entry, OpenAnswer, Operation, Page, SettleAnswer, Wallet } from './answers.ts'
import { issueCoupon, makeBasket, makeCustomer, makeOpen, makeSettle, makeText } from './customers.ts'
import type { Api } from './platform.ts'
import { signedRequest, signTarget } from './signed-request.ts'

export type Suspect = {
  readonly maple: Api
  readonly cedar: Api
  /** What the dashboard does when customer care gives points. */
  readonly giveGoodwill: (account: Account) => void
}

type Probe = (suspect: Suspect) => Promise<boolean>

const readCurrent = async (api: Api, { walletId, accountId }: Account) =>
  (await api.do<Account>('GET', `/wallet/${walletId}/account/${accountId}`)).balances.current

/** Opens and settles a basket of 1000, as often as asked. */
async function buy(api: Api, card: string, times: number): Promise<OpenAnswer> {
  const request = makeOpen(card, makeBasket([{ upc: 'a', price: 1000 }]))
  const opened = await api.do<OpenAnswer>('POST', '/connect/wallet/open', request)
  const settle = makeSettle(request, opened.analyseBasketResults.basket)
  for (let time = 0; time < times; time += 1)
    await api.ask<SettleAnswer>('POST', '/connect/wallet/settle', settle)
  return opened
}

export const probes: Readonly<Record<FaultName, Probe>> = {
  'tenant-leak': async ({ maple, cedar }) => {
    const { wallet } = await makeCustomer(maple)
    return (await cedar.ask('GET', `/wallet/${wallet.walletId}`)).status !== 404
  },
  'hash-ignores-body': async ({ maple }) => {
    const headers = { 'X-EES-AUTH-HASH': signTarget('/wallet', '{}', maple.secret) }
    const call = { method: 'POST', target: '/wallet', body: '{"friendlyName":"changed"}', headers }
    return (await signedRequest(maple, call)).status !== 401
  },
  'settle-twice': async ({ maple }) => {
    const { card, points, wallet } = await makeCustomer(maple)
    await buy(maple, card, 2)
    const ledger = `/wallet/${wallet.walletId}/account/${points.accountId}/transactions?event[]=EARN`
    return (await maple.do<Page<Entry>>('GET', ledger)).total !== 1
  },
  'coupon-race': async ({ maple }) => {
    const { wallet } = await makeCustomer(maple)
    const { coupon } = await issueCoupon(maple, wallet.walletId, { reward: 'AMOUNT', value: 1 })
    const redeem = `/wallet/${wallet.walletId}/account/${coupon.accountId}/redeem`
    const answers = await Promise.all([1, 2, 3].map(() => maple.ask<Operation>('PATCH', redeem)))
    return answers.filter(({ status }) => status === 200).length !== 1
  },
  'points-undiscounted': async ({ maple }) => {
    const { wallet, card } = await makeCustomer(maple)
    await issueCoupon(maple, wallet.walletId, { reward: 'PERCENT', value: 50 })
    const { analyseBasketResults } = await buy(maple, card, 1)
    return analyseBasketResults.basket.summary.results.points.earn !== 5
  },
  'terminated-writable': async ({ maple }) => {
    const { wallet } = await makeCustomer(maple)
    await maple.do('PATCH', `/wallet/${wallet.walletId}/terminate`)
    const change = { friendlyName: 'changed' }
    return (await maple.ask('PATCH', `/wallet/${wallet.walletId}`, change)).status !== 409
  },
  'field-lost': async ({ maple }) => {
    const { wallet, points } = await makeCustomer(maple)
    const path = `/wallet/${wallet.walletId}/account/${points.accountId}/credit`
    const entry = await maple.do<Operation>('PATCH', path, { balances: { current: 1 } })
    return !('balancesAfter' in entry)
  },
  'goodwill-lost': async ({ maple, giveGoodwill }) => {
    const { points } = await makeCustomer(maple)
    giveGoodwill(points)
    return (await readCurrent(maple, points)) !== 10
  },
  'identity-case': async ({ maple }) => {
    const { card } = await makeCustomer(maple)
    return (await maple.ask('GET', `/wallet?identity-value=${card.toUpperCase()}`)).status !== 200
  },
  'paging-repeat': async ({ maple }) => {
    const identities = [1, 2, 3].map(() => ({ type: 'CARD', value: makeText('card') }))
    const { walletId } = await maple.do<Wallet>('POST', '/wallet', { identities })
    const pages = [0, 2].map((offset) => `/wallet/${walletId}/identities?limit=2&offset=${offset}`)
    const rows = await Promise.all(pages.map((page) => maple.do<Page<{ value: string }>>('GET', page)))
    return rows.flatMap(({ results }) => results).length !== 3
  },
  'expired-coupon-accepted': async ({ cedar }) => {
    const { wallet } = await makeCustomer(cedar)
    const rules = { expiry: { daysAfterIssue: 0 } }
    const { coupon } = await issueCoupon(cedar, wallet.walletId, { reward: 'AMOUNT', value: 1, rules })
    const clock = { method: 'PUT', target: '/test/clock', body: '{"tenant":"cedar","advanceSeconds":60}' }
    await signedRequest(cedar, clock)
    const redeem = `/wallet/${wallet.walletId}/account/${coupon.accountId}/redeem`
    return (await cedar.ask('PATCH', redeem)).status !== 409
  },
  'error-internals': async ({ maple }) => {
    const { status, bytes } = await signedRequest(maple, {
      method: 'POST',
      target: '/wallet',
      body: `{${randomUUID()}`,
    })
    return status !== 400 || bytes.toString('utf8').includes('node:')
  },
}
