// Coupons that are shown at a till, by token or by ids: verified, held for an outlet, redeemed, let go.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Account, Campaign, Operation, Token } from './answers.ts'
import {
  issueCoupon,
  makeCampaign,
  makeCustomer,
  readAccount,
  sortStatuses,
  type NewCustomer,
} from './customers.ts'
import { openPlatform, type Api, type Platform } from './platform.ts'

let platform: Platform
let maple: Api
let campaign: Campaign
let customer: NewCustomer

beforeAll(async () => {
  platform = await openPlatform('--instances', '2')
  maple = platform.api('maple')
  campaign = await makeCampaign(maple, { reward: 'AMOUNT', value: 100 })
})
beforeEach(async () => {
  customer = await makeCustomer(maple)
})
afterAll(() => platform.stop())

type Verified = { account: Account; token: string | null; lockedUntil: string | null }

const at = (incomingIdentifier: string) => ({ location: { incomingIdentifier } })
const [here, elsewhere] = [at('MAPLE-001'), at('MAPLE-002')]

const makeToken = async (more: object = {}, api = maple) => {
  const resource = { resourceType: 'CAMPAIGN', resourceId: Number(campaign.id), ...more }
  return api.do<Token>('POST', '/token/create', resource)
}
const verify = (body: object) => maple.do<Verified>('POST', '/connect/account/verify', body)
const redeem = (body: object) => maple.do<Operation>('POST', '/connect/account/redeem', body)
const unlock = (body: object) => maple.do<Verified>('POST', '/connect/account/unlock', body)
const refuse = (what: string, body: object) => maple.refusal('POST', `/connect/account/${what}`, body)

it('a token is verified as often as it is asked, and redeemed once', async () => {
  const { token, accountId } = await makeToken()
  for (let time = 0; time < 2; time += 1) {
    const verified = await verify({ token, ...here })
    expect(verified).toMatchObject({ token, lockedUntil: null, account: { status: 'ACTIVE' } })
    expect(verified.account.accountId).toBe(String(accountId))
    expect(verified.account.campaign).toMatchObject({ campaignId: Number(campaign.id) })
  }
  expect(await redeem({ token, ...here })).toMatchObject({ event: 'REDEEM', account: { status: 'USED' } })
  for (const what of ['verify', 'redeem']) expect(await refuse(what, { token, ...here })).toBe('409 PCEXNV')
  const { body } = await maple.ask('POST', '/connect/account/verify', { token, ...here })
  expect(body).toMatchObject({ details: ['ACCOUNT_USED'] })
})

it('what belonged to nobody is in the wallet of whoever used it', async () => {
  const { token, accountId } = await makeToken()
  await redeem({ token, identity: { identityValue: customer.card }, ...here })
  const { walletId } = customer.wallet
  expect(await readAccount(maple, { walletId, accountId: String(accountId) })).toMatchObject({
    status: 'USED',
  })
})

it("a customer's token is good for that customer only", async () => {
  const { token } = await makeToken({ consumerIdentifier: { reference: customer.card } })
  const other = { identity: { identityValue: (await makeCustomer(maple)).card } }
  for (const what of ['verify', 'redeem', 'unlock']) {
    expect(await refuse(what, { token, ...here })).toBe('409 PCEXNV')
    expect(await refuse(what, { token, ...other, ...here })).toBe('409 PCEXNV')
  }
  await redeem({ token, walletId: customer.wallet.walletId, ...here })
})

it('a locked token stays usable where it was locked, and others have to wait or unlock it', async () => {
  const { token } = await makeToken()
  const locked = await verify({ token, lock: true, ...here })
  expect(locked.account.status).toBe('LOCKED')
  expect(Date.parse(locked.lockedUntil!)).toBeGreaterThan(Date.now())
  expect(await refuse('verify', { token, ...elsewhere })).toBe('409 PCEXNV')
  expect(await refuse('redeem', { token, ...elsewhere })).toBe('409 PCEXNV')
  await verify({ token, ...here })
  expect(await unlock({ token, ...elsewhere })).toMatchObject({
    lockedUntil: null,
    account: { status: 'ACTIVE' },
  })
  // One that nobody holds stays as it is.
  await unlock({ token, ...elsewhere })
  await redeem({ token, ...elsewhere })
})

it('a lock lapses by itself', async () => {
  const cedar = platform.api('cedar')
  const other = await makeCampaign(cedar, { reward: 'AMOUNT', value: 100 })
  const { token } = await makeToken({ resourceId: Number(other.id) }, cedar)
  await cedar.do('POST', '/connect/account/verify', { token, lock: true, ...at('CEDAR-001') })
  const ask = () => cedar.refusal('POST', '/connect/account/verify', { token, ...at('CEDAR-002') })
  expect(await ask()).toBe('409 PCEXNV')
  await platform.control('PUT', '/test/clock', { tenant: 'cedar', advanceSeconds: 15 * 60 + 1 })
  expect(await ask()).toBe('200 ')
})

it('a coupon is shown by its ids as well, and refused in the words of those', async () => {
  const { coupon } = await issueCoupon(maple, customer.wallet.walletId, { reward: 'AMOUNT', value: 1 })
  const { walletId, accountId } = coupon
  await verify({ walletId, accountId, lock: true, ...here })
  expect(await refuse('redeem', { walletId, accountId, ...elsewhere })).toBe('409 ACCOUNT_LOCKED')
  await redeem({ walletId, accountId, ...here })
  expect(await refuse('verify', { walletId, accountId, ...here })).toBe('409 ACCOUNT_USED')
  const points = { walletId, accountId: customer.points.accountId, ...here }
  expect(await refuse('verify', points)).toBe('409 OPERATION_NOT_ALLOWED')
  expect(await refuse('unlock', { walletId, accountId: '1', ...here })).toBe('404 ACCOUNT_NOT_FOUND')
})

it.each([
  ['an unknown token', { token: '0000000000000000' }, '404 PCEXNF'],
  ['an unknown outlet', { token: '1', location: { incomingIdentifier: 'X' } }, '400 LOCATION_UNKNOWN'],
  ['nothing', {}, '400 INVALID_REQUEST'],
  ['half of its ids', { accountId: '1' }, '400 INVALID_REQUEST'],
  ['a token and an account', { token: '1', accountId: '1', walletId: '1' }, '400 INVALID_REQUEST'],
  ['an unknown card', { token: '1', identity: { identityValue: 'nobody' } }, '404 WALLET_NOT_FOUND'],
])('%s is refused alike by all', async (_what, shown, refusal) => {
  for (const what of ['verify', 'redeem', 'unlock']) {
    expect(await refuse(what, { ...here, ...shown })).toBe(refusal)
  }
})

it("another client's token is an unknown one", async () => {
  const { token } = await makeToken()
  const theirs = { token, ...at('CEDAR-001') }
  const cedar = platform.api('cedar')
  for (const what of ['verify', 'redeem', 'unlock']) {
    expect(await cedar.refusal('POST', `/connect/account/${what}`, theirs)).toBe('404 PCEXNF')
  }
  await redeem({ token, ...here })
})

it('of many who redeem one token at the same moment one wins', async () => {
  const { token } = await makeToken()
  const asked = [1, 2, 3, 4, 5, 6].map(() => maple.ask('POST', '/connect/account/redeem', { token, ...here }))
  expect(sortStatuses(await Promise.all(asked))).toEqual([200, 409, 409, 409, 409, 409])
})
