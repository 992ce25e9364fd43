// What customers have: wallets and identities, and coupons in their hands.
import type { customerFaults } from '../../../reference/faults/customer-faults.ts'
import type { Account, Customer, Identity, OpenAnswer, Page, Token, Wallet } from '../answers.ts'
import {
  issueCoupon,
  makeBasket,
  makeCampaign,
  makeCustomer,
  makeOpen,
  makeText,
  movePoints,
  readAccount,
  readLedger,
} from '../customers.ts'
import type { Api } from '../platform.ts'
import { pointsProbes } from './points-probes.ts'
import { askAtOnce, countStatus, type Probe } from './probe.ts'

type Row = Extract<(typeof customerFaults)[number], { capability: 'wallets' | 'coupons' }>

const offer = { reward: 'AMOUNT', value: 1 } as const

const makeCards = (count: number) =>
  Array.from({ length: count }, () => ({ type: 'CARD', value: makeText('card') }))

const makeWallet = (api: Api, more: object = {}) => api.do<Wallet>('POST', '/wallet', more)

const listCards = (api: Api, { walletId }: Wallet, query = '') =>
  api.do<Page<Identity>>('GET', `/wallet/${walletId}/identities${query}`)

const redeem = (api: Api, { walletId, accountId }: Account) =>
  api.ask('PATCH', `/wallet/${walletId}/account/${accountId}/redeem`)

const merge = (api: Api, from: Wallet, to: Wallet) =>
  api.do('PATCH', `/services/wallet/${from.walletId}/merge/${to.walletId}`)

const makeToken = (api: Api, id: string, more: object = {}) =>
  api.do<Token>('POST', '/token/create', { resourceType: 'CAMPAIGN', resourceId: Number(id), ...more })

async function examine(api: Api, value: string): Promise<string | null> {
  const request = makeOpen(null, makeBasket([{ upc: 'a', price: 1 }]), {
    examine: [{ type: 'TOKEN', value }],
  })
  const opened = await api.do<OpenAnswer>('POST', '/connect/wallet/open', request)
  return opened.examine[0]!.errorCode
}

const walletProbes: Readonly<Record<Row['name'], Probe>> = {
  'terminated-writable': async ({ maple }) => {
    const { walletId } = await makeWallet(maple)
    await maple.do('PATCH', `/wallet/${walletId}/terminate`)
    return (await maple.ask('PATCH', `/wallet/${walletId}`, { friendlyName: 'x' })).status !== 409
  },
  'identity-case': async ({ maple }) => {
    const identities = makeCards(1)
    await makeWallet(maple, { identities })
    const value = identities[0]!.value.toUpperCase()
    return (await maple.ask('GET', `/wallet?identity-value=${value}`)).status !== 200
  },
  'paging-repeat': async ({ maple }) => {
    const wallet = await makeWallet(maple, { identities: makeCards(3) })
    const pages = []
    for (const offset of [0, 2]) pages.push(await listCards(maple, wallet, `?limit=2&offset=${offset}`))
    return pages.flatMap(({ results }) => results).length !== 3
  },
  'order-unstable': async ({ maple }) => {
    const wallet = await makeWallet(maple, { identities: makeCards(3) })
    const read = async () =>
      (await listCards(maple, wallet, '?orderBy=type')).results.map(({ value }) => value)
    return (await read()).join() !== (await read()).join()
  },
  'filter-ignored': async ({ maple }) => {
    const wallet = await makeWallet(maple, { identities: makeCards(1) })
    return (await listCards(maple, wallet, '?status=LOST')).total !== 0
  },
  'limit-boundless': async ({ maple }) => (await maple.ask('GET', '/campaigns?limit=501')).status !== 400,
  'null-for-empty': async ({ maple }) => {
    const { walletId } = await makeWallet(maple)
    return (await maple.do<Page<Account>>('GET', `/wallet/${walletId}/accounts`)).results === null
  },
  'id-as-number': async ({ maple }) => {
    const { walletId } = await makeWallet(maple)
    return typeof (await maple.do<Wallet>('GET', `/wallet/${walletId}`)).walletId !== 'string'
  },
  'field-renamed': async ({ maple }) => {
    const wallet = await makeWallet(maple, { identities: makeCards(1) })
    return !('safeValue' in (await listCards(maple, wallet)).results[0]!)
  },
  'deleted-card-free': async ({ maple }) => {
    const identities = makeCards(1)
    const { walletId } = await makeWallet(maple, { identities })
    await maple.ask('DELETE', `/wallet/${walletId}`)
    return (await maple.ask('POST', '/wallet', { identities })).status !== 409
  },
  'merge-doubles-points': async ({ maple }) => {
    const [from, to] = [await makeCustomer(maple), await makeCustomer(maple)]
    await movePoints(maple, from.points, ['earn', 50])
    await merge(maple, from.wallet, to.wallet)
    return (await readLedger(maple, to.points)).length !== 2
  },
  'merge-loses-coupons': async ({ maple }) => {
    const [from, to] = [await makeWallet(maple), await makeWallet(maple)]
    const { coupon } = await issueCoupon(maple, from.walletId, offer)
    await merge(maple, from, to)
    return (await readAccount(maple, { ...coupon, walletId: to.walletId })) === undefined
  },
  'coupon-race': async ({ maple }) => {
    const { walletId } = await makeWallet(maple)
    const { coupon } = await issueCoupon(maple, walletId, offer)
    const path = `/wallet/${walletId}/account/${coupon.accountId}/redeem`
    return countStatus(await askAtOnce(maple, 3, 'PATCH', path), 200) !== 1
  },
  'expired-coupon-accepted': async ({ cedar, control }) => {
    const { walletId } = await makeWallet(cedar)
    const { coupon } = await issueCoupon(cedar, walletId, {
      ...offer,
      rules: { expiry: { daysAfterIssue: 0 } },
    })
    await control('PUT', '/test/clock', { tenant: 'cedar', advanceSeconds: 60 })
    return (await redeem(cedar, coupon)).status !== 409
  },
  'issue-race': async ({ maple }) => {
    const { walletId } = await makeWallet(maple)
    const { id } = await makeCampaign(maple, offer, { issueLimits: { perCampaign: 1 } })
    const asked = await askAtOnce(maple, 3, 'POST', `/wallet/${walletId}/campaign/${id}/account`)
    return countStatus(asked, 409) !== 2
  },
  'tag-any-case': async ({ maple }) => {
    const tag = makeText('tag')
    await makeCampaign(maple, offer, { tags: [tag] })
    const campaign = [{ campaignTag: tag.toUpperCase() }]
    const body = { type: 'CONSUMER', identities: makeCards(1), accounts: { campaign } }
    const { accounts } = await maple.do<Customer>('POST', '/services/wallet/accounts', body)
    return accounts.campaign.total !== 0
  },
  'lock-endless': async ({ cedar, control }) => {
    const { id } = await makeCampaign(cedar, offer)
    const { token } = await makeToken(cedar, id)
    const at = (incomingIdentifier: string) => ({ token, location: { incomingIdentifier } })
    await cedar.do('POST', '/connect/account/verify', { ...at('CEDAR-001'), lock: true })
    await control('PUT', '/test/clock', { tenant: 'cedar', advanceSeconds: 16 * 60 })
    return (await cedar.ask('POST', '/connect/account/verify', at('CEDAR-002'))).status !== 200
  },
  'token-of-others': async ({ maple }) => {
    const identities = makeCards(1)
    await makeWallet(maple, { identities })
    const { id } = await makeCampaign(maple, offer)
    const { token } = await makeToken(maple, id, { consumerIdentifier: { reference: identities[0]!.value } })
    return (await examine(maple, token)) === null
  },
  'token-codes-swapped': async ({ maple }) => (await examine(maple, '0000000000000000')) !== 'PCEXNF',
  'unredeem-always': async ({ maple }) => {
    const { walletId } = await makeWallet(maple)
    const { coupon } = await issueCoupon(maple, walletId, { ...offer, rules: { unredeemable: false } })
    await redeem(maple, coupon)
    await maple.do('PATCH', `/wallet/${walletId}/account/${coupon.accountId}/unredeem`)
    return (await redeem(maple, coupon)).status !== 409
  },
  'created-as-ok': async ({ maple }) => {
    const [{ walletId }, { id }] = [await makeWallet(maple), await makeCampaign(maple, offer)]
    return (await maple.ask('POST', `/wallet/${walletId}/campaign/${id}/account`)).status !== 201
  },
}

export const customerProbes = { ...walletProbes, ...pointsProbes }
