// The wallet page: what customer care sees of a customer, in the tenant's own time, and never more than is safe to show.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeCustomer, startDashboard, type Customer, type Dashboard } from './start-dashboard.ts'
import { readWords, signIn, type Visitor } from './visitor.ts'

let dashboard: Dashboard
let visitor: Visitor

beforeAll(async () => {
  dashboard = await startDashboard()
  visitor = await signIn(dashboard, 'maple')
})
afterEach(async () => {
  for (const tenant of ['maple', 'lotus'] as const) await moveClock(tenant, { reset: true })
})
afterAll(async () => dashboard.stop())

const moveClock = async (tenant: 'maple' | 'lotus', change: object) =>
  dashboard.call(tenant, 'PUT /test/clock', { tenant, ...change })

const open = async ({ walletId }: Pick<Customer, 'walletId'>, query = '', from = visitor) =>
  from.get(`/dashboard/wallets/${walletId}${query}`)

const credit = async ({ walletId, accountId }: Customer, points: number) =>
  dashboard.call('maple', `PATCH /wallet/${walletId}/account/${accountId}/credit`, {
    balances: { current: points },
  })

/** The ledger's rows as words. */
const readLedger = (html: string) =>
  (html.split('id="ledger"')[1] ?? '').split('</table>')[0]!.split('<tr role="row">').slice(2).map(readWords)

describe('the wallet page', () => {
  it('shows status, state, identities by their safe value, and accounts with their balances', async () => {
    const customer = await makeCustomer(dashboard, 'maple', { friendlyName: 'Ann Archer', points: 12_345 })
    const campaign = { name: 'Ten off', mode: 'RESTRICTED', offer: { reward: 'PERCENT', value: 10 } }
    const { id } = await dashboard.call('maple', 'POST /campaigns', campaign)
    await dashboard.call('maple', `POST /wallet/${customer.walletId}/campaign/${String(id)}/account`, {})
    await dashboard.call('maple', `PATCH /wallet/${customer.walletId}/state`, { state: 'EARNONLY' })
    await dashboard.call('maple', `PATCH /wallet/${customer.walletId}/suspend`)
    const { text } = await open(customer)
    const words = readWords(text)
    expect(words).toContain(`Ann Archer Wallet id ${customer.walletId} Status Suspended State Earn only`)
    expect(words).toContain(`${customer.card.slice(-4).padStart(customer.card.length, '*')} CARD Active`)
    expect(words).toContain('.com EMAIL Active')
    expect(words).toMatch(/Maple Points \d+ Points Active Earn and spend No end 12,345 points/)
    expect(words).toMatch(/Ten off \d+ Coupon Active Loaded No end 1 use left/)
    for (const secret of [customer.card, customer.email]) expect(text).not.toContain(secret)
  })

  it('shows a name as text', async () => {
    const customer = await makeCustomer(dashboard, 'maple', { friendlyName: '<script>alert("x")</script>' })
    const { text } = await open(customer)
    expect(text).toContain('<h1><bdi>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</bdi></h1>')
    expect(text).not.toContain('<script')
  })

  it('shows a terminated wallet, which can only be read', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    await dashboard.call('maple', `PATCH /wallet/${customer.walletId}/terminate`)
    expect(readWords((await open(customer)).text)).toContain('Status Terminated')
  })

  it("names the tenant's zone and tells the time in it, in winter and in summer", async () => {
    const look = async (now: string) => {
      await moveClock('maple', { now })
      await moveClock('lotus', { now })
      // A session of before has ended by such a clock.
      const [care, lotus] = [await signIn(dashboard, 'maple'), await signIn(dashboard, 'lotus')]
      const [ours, theirs] = [await makeCustomer(dashboard, 'maple'), await makeCustomer(dashboard, 'lotus')]
      return [readWords((await open(ours, '', care)).text), readWords((await open(theirs, '', lotus)).text)]
    }
    const [winter, winterThere] = await look('2027-01-15T22:30:00+00:00')
    const [summer] = await look('2027-07-15T22:30:00+00:00')
    expect(winter).toContain('Date (Europe/London)')
    expect(winter).toContain('Created 15 Jan 2027, 22:30 GMT')
    expect(winterThere).toContain('Date (Asia/Dubai)')
    expect(winterThere).toMatch(/Created 16 Jan 2027, 02:30 (?:GST|GMT\+4)/)
    expect(summer).toContain('Created 15 Jul 2027, 23:30 BST')
  })
})

describe('the ledger', () => {
  it('shows the newest entry first, each with what was there before and after it', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    await credit(customer, 1000)
    await credit(customer, 7)
    const entries = readLedger((await open(customer)).text)
    expect(entries.map((entry) => entry.replace(/^.*? (?:GMT|BST) /, ''))).toEqual([
      'Credited 7 API 1,000 1,007',
      'Credited 1,000 API 0 1,000',
      'Opened 0 API 0 0',
    ])
  })

  it('stays in the order of writing when the clock was put back', async () => {
    await moveClock('maple', { now: '2027-07-15T22:30:00+00:00' })
    const customer = await makeCustomer(dashboard, 'maple', { points: 1 })
    await moveClock('maple', { reset: true })
    await credit(customer, 2)
    const [newest, before] = readLedger((await open(customer)).text)
    expect(newest).toContain('Credited 2 API 1 3')
    expect(newest).not.toContain('2027')
    expect(before).toContain('15 Jul 2027, 23:30 BST Credited 1 API 0 1')
  })

  it('shows each entry on one of its pages, without a gap and without a repeat', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    for (let points = 1; points <= 120; points += 1) await credit(customer, points)
    const pages = [await open(customer), await open(customer, '?page=2'), await open(customer, '?page=3')]
    const values = pages.flatMap(({ text }) => readLedger(text).map((entry) => / (\d+) API/.exec(entry)?.[1]))
    expect(values).toEqual(Array.from({ length: 121 }, (_, index) => String(120 - index)))
    const words = pages.map(({ text }) => readWords(text))
    expect(words[0]).toContain('Entries 1 to 50 of 121 Older entries')
    expect(words[1]).toContain('Entries 51 to 100 of 121 Newer entries Older entries')
    expect(words[2]).toContain('Entries 101 to 121 of 121 Newer entries')
  })

  it.each(['?page=0', '?page=-1', '?page=x', '?page=1.5', '?page[]=2'])(
    'begins at the beginning for %s',
    async (query) => {
      const customer = await makeCustomer(dashboard, 'maple', { points: 5 })
      const reply = await open(customer, query)
      expect(reply.status).toBe(200)
      expect(readLedger(reply.text)).toHaveLength(2)
    },
  )

  it('says so, where a page is past its end', async () => {
    const customer = await makeCustomer(dashboard, 'maple', { points: 5 })
    expect(readWords((await open(customer, '?page=9')).text)).toContain('There are no entries this far back.')
  })
})
