// What each role sees and may do, by the links it is shown and by address.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  makeCampaign,
  makeCustomer,
  startDashboard,
  type Customer,
  type Dashboard,
  type RoleName,
} from './start-dashboard.ts'
import { readWords, signIn, type Reply, type Visitor } from './visitor.ts'

let dashboard: Dashboard
let visitors: Record<RoleName, Visitor>
let customer: Customer
let campaignId: string

beforeAll(async () => {
  dashboard = await startDashboard()
  visitors = {
    care: await signIn(dashboard, 'maple', 'care'),
    supervisor: await signIn(dashboard, 'maple', 'supervisor'),
    marketing: await signIn(dashboard, 'maple', 'marketing'),
  }
  customer = await makeCustomer(dashboard, 'maple', { friendlyName: 'Ann Archer', points: 100 })
  campaignId = await makeCampaign(dashboard, { status: 'PENDING' })
})
afterAll(async () => dashboard.stop())

const all = ['care', 'supervisor', 'marketing'] as const

const wallet =
  (path = '') =>
  () =>
    `/dashboard/wallets/${customer.walletId}${path}`
const account = (path: string) => () => wallet(`/accounts/${customer.accountId}${path}`)()

const guarded: readonly (readonly [string, () => string, readonly RoleName[]])[] = [
  ['the search', () => '/dashboard/customers', ['care', 'supervisor']],
  ['a wallet', wallet(), ['care', 'supervisor']],
  ['an account', account(''), ['care', 'supervisor']],
  ['adding an identity', wallet('/add-identity'), ['care', 'supervisor']],
  ['giving a coupon', wallet('/give-coupon'), ['care', 'supervisor']],
  ['exporting a ledger', wallet('/export'), ['care', 'supervisor']],
  ['the exports', () => '/dashboard/exports', ['care', 'supervisor']],
  ['crediting points', account('/credit'), ['supervisor']],
  ['debiting points', account('/debit'), ['supervisor']],
  ['suspending a wallet', wallet('/suspend'), ['supervisor']],
  ['activating a wallet', wallet('/activate'), ['supervisor']],
  ['the audit', () => '/dashboard/audit', ['supervisor']],
  ['the campaigns', () => '/dashboard/campaigns', ['supervisor', 'marketing']],
  ['a campaign', () => `/dashboard/campaigns/${campaignId}`, ['supervisor', 'marketing']],
  ['making a campaign', () => `/dashboard/campaigns/new/${'x'.repeat(16)}/basics`, ['marketing']],
  ['approving a campaign', () => `/dashboard/campaigns/${campaignId}/approve`, ['supervisor']],
  ['rejecting a campaign', () => `/dashboard/campaigns/${campaignId}/reject`, ['supervisor']],
  ['sending a campaign for approval', () => `/dashboard/campaigns/${campaignId}/submit`, ['marketing']],
]

describe('by address', () => {
  it.each(guarded)('%s is open to its roles alone', async (_what, path, allowed) => {
    for (const role of all) {
      const reply = await visitors[role].get(path())
      expect([role, reply.status]).toEqual([role, allowed.includes(role) ? 200 : 403])
      if (reply.status === 403) expect(readWords(reply.text)).toContain('Not allowed')
    }
  })

  it.each(guarded.filter(([, path]) => !/customers$|exports$|campaigns$|\d$/.test(path.toString())))(
    '%s takes no form from any other',
    async (_what, path, allowed) => {
      for (const role of all.filter((other) => !allowed.includes(other))) {
        const reply = await visitors[role].send(path(), { reason: 'a reason', points: '5' })
        expect([role, reply.status]).toEqual([role, expect.toBeOneOf([403, 404])])
      }
    },
  )

  it('who may not is told whose task it is, and nothing of what is there', async () => {
    const { text } = await visitors.marketing.get(wallet()())
    expect(readWords(text)).toContain('Marketing may not do this. It is for: Customer care or Supervisor.')
    expect(text).not.toContain('Ann Archer')
    expect(await visitors.marketing.get('/dashboard/wallets/1')).toMatchObject({ status: 403 })
  })
})

/** The pages that a page leads to, and where it sends people. */
const listLinks = ({ status, text, location }: Reply): string[] => {
  const links = [...text.matchAll(/href="(\/dashboard\/[^"#]+)"/g)].map(([, href = '']) => href)
  const pages = links
    .filter((href) => !/\.(?:css|svg)$/.test(href))
    .map((href) => href.replaceAll('&amp;', '&'))
  return status === 403 ? [] : [...pages, ...(location ? [location] : [])]
}

describe('what is shown', () => {
  it.each(all)('leads %s only where it may go', async (role) => {
    const visitor = visitors[role]
    const starts = ['/dashboard/', wallet()(), account('')(), `/dashboard/campaigns/${campaignId}`]
    const queue = new Set<string>()
    for (const path of starts) for (const link of listLinks(await visitor.get(path))) queue.add(link)
    // What is added while it is gone through is gone through too.
    for (const path of queue) {
      const reply = await visitor.get(path)
      expect([path, reply.status]).toEqual([path, expect.toBeOneOf([200, 303])])
      for (const link of listLinks(reply)) queue.add(link)
    }
    expect(queue.size).toBeGreaterThan(3)
  })

  it.each([
    ['care', 'Customers Exports'],
    ['supervisor', 'Customers Campaigns Exports Audit'],
    ['marketing', 'Campaigns'],
  ] as const)('%s has its own navigation, and lands on its first entry', async (role, entries) => {
    const home = await visitors[role].get('/dashboard/')
    const { text } = await visitors[role].get(home.location ?? '')
    const navigation = text.split('<nav aria-label="Main">')[1]?.split('</nav>')[0] ?? ''
    expect(readWords(navigation)).toBe(entries)
    expect(navigation.indexOf('aria-current="page"')).toBe(navigation.indexOf('aria-current'))
    expect(readWords(text)).toContain(
      { care: 'Customer care', supervisor: 'Supervisor', marketing: 'Marketing' }[role],
    )
  })
})
