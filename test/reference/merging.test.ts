// What goes from one wallet to another: everything at a merge, or a coupon that was in no wallet.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account, Identity, Page, Token, Wallet } from './answers.ts'
import {
  buy,
  issueCoupon,
  joinScheme,
  makeBasket,
  makeCampaign,
  makeCustomer,
  makeReturn,
  mapleOutlet,
  movePoints,
  readAccount,
  readLedger,
  sortStatuses,
  tell,
  type NewCustomer,
} from './customers.ts'
import { openPlatform, type Api, type Platform } from './platform.ts'

let platform: Platform
let maple: Api
let victim: NewCustomer
let survivor: NewCustomer

beforeAll(async () => {
  platform = await openPlatform('--instances', '2')
  maple = platform.api('maple')
})
beforeEach(async () => {
  victim = await makeCustomer(maple)
  survivor = await makeCustomer(maple)
})
afterAll(() => platform.stop())

const pathOf = (from: string, to: string) => `/services/wallet/${from}/merge/${to}`
const mergePath = () => pathOf(victim.wallet.walletId, survivor.wallet.walletId)
const merge = () => maple.do<Wallet>('PATCH', mergePath())

describe('a merge', () => {
  it("gives identities, coupons and points to the survivor, and the victim's ledger ends at nothing", async () => {
    await movePoints(maple, victim.points, ['credit', 300])
    await movePoints(maple, victim.points, ['spend', 100])
    await movePoints(maple, survivor.points, ['credit', 50])
    const { coupon } = await issueCoupon(maple, victim.wallet.walletId, { reward: 'AMOUNT', value: 1 })
    expect(await merge()).toMatchObject({
      walletId: survivor.wallet.walletId,
      status: 'ACTIVE',
      relationships: { donor: [victim.wallet.walletId] },
    })
    const { balances } = await readAccount(maple, survivor.points)
    expect(balances).toMatchObject({ current: 250, usable: 250, lifetime: 350, lifetimeSpend: 100 })
    expect(tell(await readLedger(maple, survivor.points)).at(-1)).toBe('CREDIT 200')
    const left = await readLedger(maple, victim.points)
    expect(tell(left).at(-1)).toBe('DEBIT 200')
    expect(left.at(-1)!.balancesAfter).toMatchObject({ current: 0, usable: 0, pending: 0 })
    const moved = await readAccount(maple, { ...coupon, walletId: survivor.wallet.walletId })
    expect(moved.status).toBe('ACTIVE')
    const found = await maple.do<Wallet>('GET', `/wallet?identity-value=${victim.card}`)
    expect(found.walletId).toBe(survivor.wallet.walletId)
    const gone = await maple.do<Wallet>('GET', `/wallet/${victim.wallet.walletId}`)
    expect(gone).toMatchObject({
      status: 'MERGED',
      relationships: { survivor: [survivor.wallet.walletId] },
    })
  })

  it('carries an account over where the survivor has none of its scheme', async () => {
    const account = await joinScheme(maple, victim.wallet.walletId)
    await movePoints(maple, account, ['credit', 40])
    await merge()
    const moved = await readAccount(maple, { ...account, walletId: survivor.wallet.walletId })
    expect(moved.balances.current).toBe(40)
  })

  it('brings what is pending along, to be released when it would have been', async () => {
    const lotus = platform.api('lotus')
    const [from, to] = [await makeCustomer(lotus), await makeCustomer(lotus)]
    const rules = { pendingPoints: { enabled: true, days: 5 } }
    const account = await joinScheme(lotus, from.wallet.walletId, rules)
    const own = await lotus.do<Account>(
      'POST',
      `/wallet/${to.wallet.walletId}/scheme/${account.campaignId}/account`,
    )
    for (const each of [account, own]) await movePoints(lotus, each, ['earn', 20])
    await lotus.do('PATCH', pathOf(from.wallet.walletId, to.wallet.walletId))
    expect((await readAccount(lotus, own)).balances).toMatchObject({ current: 0, pending: 40 })
    const advanceSeconds = 5 * 24 * 3600 + 60
    await platform.control('PUT', '/test/clock', { tenant: 'lotus', advanceSeconds })
    expect((await readAccount(lotus, own)).balances).toMatchObject({ current: 40, pending: 0 })
  })

  it('cannot be undone, done twice or done to oneself', async () => {
    await merge()
    expect(await maple.refusal('PATCH', mergePath())).toBe('409 WALLET_TERMINATED')
    const { walletId } = victim.wallet
    for (const step of ['activate', 'suspend', 'terminate']) {
      expect(await maple.refusal('PATCH', `/wallet/${walletId}/${step}`)).toBe('409 WALLET_TERMINATED')
    }
    const own = survivor.wallet.walletId
    expect(await maple.refusal('PATCH', pathOf(own, own))).toBe('409 ILLEGAL_TRANSITION')
    expect(await maple.refusal('PATCH', pathOf(own, '1'))).toBe('404 WALLET_NOT_FOUND')
  })

  it('waits until nothing is held', async () => {
    await movePoints(maple, victim.points, ['credit', 300])
    const request = {
      reference: victim.card,
      walletId: victim.wallet.walletId,
      location: mapleOutlet,
      lock: true,
      balances: { current: 100 },
    }
    await maple.do('POST', '/connect/wallet/spend', request)
    expect(await maple.refusal('PATCH', mergePath())).toBe('409 ACCOUNT_LOCKED')
    expect((await readAccount(maple, survivor.points)).balances.current).toBe(0)
    await maple.do('POST', '/connect/wallet/spend/void', { reference: victim.card })
    await merge()
  })

  it('happens once, however many ask for it at once', async () => {
    await movePoints(maple, victim.points, ['credit', 300])
    const asked = await Promise.all([1, 2, 3, 4].map(() => maple.ask('PATCH', mergePath())))
    expect(sortStatuses(asked)).toEqual([200, 409, 409, 409])
    expect((await readAccount(maple, survivor.points)).balances.current).toBe(300)
  })

  it('does not keep what the victim bought from being brought back', async () => {
    const { request } = await buy(maple, victim.card, makeBasket([{ upc: 'a', price: 1000 }]))
    await merge()
    await maple.do('POST', '/connect/wallet/refund', makeReturn(request.reference, [{ upc: 'a' }]))
    expect((await readAccount(maple, survivor.points)).balances.current).toBe(0)
    expect(tell(await readLedger(maple, survivor.points)).at(-1)).toBe('REFUND_DEBIT 10')
  })
})

describe('a coupon in no wallet', () => {
  const makeToken = async (more: object = {}) => {
    const campaign = await makeCampaign(maple, { reward: 'AMOUNT', value: 1 }, more)
    const body = { resourceType: 'CAMPAIGN', resourceId: Number(campaign.id) }
    return { campaign, token: await maple.do<Token>('POST', '/token/create', body) }
  }
  const movePath = (accountId: number, { wallet }: NewCustomer) =>
    `/account/${accountId}/move/to/wallet/${wallet.walletId}`

  it('goes into one, and then belongs there', async () => {
    const { token } = await makeToken()
    const moved = await maple.do<Account>('PATCH', movePath(token.accountId, survivor))
    expect(moved).toMatchObject({ walletId: survivor.wallet.walletId, status: 'ACTIVE' })
    await maple.do('PATCH', `/wallet/${moved.walletId}/account/${moved.accountId}/redeem`)
    const again = movePath(token.accountId, victim)
    expect(await maple.refusal('PATCH', again)).toBe('409 ACCOUNT_IN_WALLET')
  })

  it('goes into no wallet that has its share, is terminated or is not there', async () => {
    const { campaign, token } = await makeToken({ issueLimits: { perCustomer: 1 } })
    const { walletId } = survivor.wallet
    await maple.do('POST', `/wallet/${walletId}/campaign/${campaign.id}/account`)
    const path = movePath(token.accountId, survivor)
    expect(await maple.refusal('PATCH', path)).toBe('409 ISSUE_LIMIT_REACHED')
    await maple.do('PATCH', `/wallet/${walletId}/terminate`)
    expect(await maple.refusal('PATCH', path)).toBe('409 WALLET_TERMINATED')
    const nowhere = `/account/${token.accountId}/move/to/wallet/1`
    expect(await maple.refusal('PATCH', nowhere)).toBe('404 WALLET_NOT_FOUND')
    expect(await maple.refusal('PATCH', movePath(1, victim))).toBe('404 ACCOUNT_NOT_FOUND')
  })
})

describe('the person behind a wallet', () => {
  const consumer = () => `/wallet/${victim.wallet.walletId}/consumer`
  const anna = { friendlyName: 'Anna', data: { personal: { firstName: 'Anna', email: 'anna@example.com' } } }

  it('is one at a time: said, read, written anew and forgotten', async () => {
    expect(await maple.refusal('GET', consumer())).toBe('404 CONSUMER_NOT_FOUND')
    expect(await maple.refusal('PUT', consumer(), anna)).toBe('404 CONSUMER_NOT_FOUND')
    const made = await maple.do<{ consumerId: string }>('POST', consumer(), anna)
    expect(made).toMatchObject({ ...anna, status: 'ACTIVE', walletId: victim.wallet.walletId })
    expect(await maple.refusal('POST', consumer(), anna)).toBe('409 CONSUMER_EXISTS')
    const replaced = await maple.do('PUT', consumer(), { friendlyName: 'Ann' })
    expect(replaced).toMatchObject({
      consumerId: made.consumerId,
      friendlyName: 'Ann',
      data: { personal: [] },
    })
    expect(await maple.do('GET', consumer())).toEqual(replaced)
    expect((await maple.ask('DELETE', consumer())).status).toBe(204)
    expect(await maple.refusal('DELETE', consumer())).toBe('404 CONSUMER_NOT_FOUND')
    expect(await maple.do('POST', consumer(), anna)).not.toMatchObject({ consumerId: made.consumerId })
  })

  it('is one, however many say so at once', async () => {
    const asked = await Promise.all([1, 2, 3, 4].map(() => maple.ask('POST', consumer(), anna)))
    expect(sortStatuses(asked)).toEqual([201, 409, 409, 409])
  })

  it('is not changed with a terminated wallet', async () => {
    await maple.do('PATCH', `/wallet/${victim.wallet.walletId}/terminate`)
    expect(await maple.refusal('POST', consumer(), anna)).toBe('409 WALLET_TERMINATED')
  })
})

it.each([
  ['suspend', 'SUSPENDED', 'ILLEGAL_TRANSITION'],
  ['lost', 'LOST', 'ILLEGAL_TRANSITION'],
  ['stolen', 'STOLEN', 'ILLEGAL_TRANSITION'],
  ['terminate', 'TERMINATED', 'ILLEGAL_TRANSITION'],
])('an identity takes the step %s once', async (step, status, refusal) => {
  const { walletId, identities } = victim.wallet
  const path = `/wallet/${walletId}/identity/${identities[0]!.identityId}`
  expect(await maple.do<Identity>('PATCH', `${path}/${step}`)).toMatchObject({ status })
  expect(await maple.refusal('PATCH', `${path}/${step}`)).toBe(`409 ${refusal}`)
  const list = `/wallet/${walletId}/identities?status=${status}`
  expect((await maple.do<Page<Identity>>('GET', list)).total).toBe(1)
})
