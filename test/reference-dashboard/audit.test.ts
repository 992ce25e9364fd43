// The audit: who did what, when, to which wallet, and why.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doForm, sendForm } from './form-pages.ts'
import {
  makeCampaign,
  makeCustomer,
  startDashboard,
  type Customer,
  type Dashboard,
} from './start-dashboard.ts'
import { readWords, signIn, type Visitor } from './visitor.ts'

let dashboard: Dashboard
let care: Visitor
let supervisor: Visitor

beforeAll(async () => {
  dashboard = await startDashboard()
  care = await signIn(dashboard, 'maple')
  supervisor = await signIn(dashboard, 'maple', 'supervisor')
})
afterAll(async () => dashboard.stop())

/** The rows as words, without their dates. */
const readAudit = async (filter: Record<string, string>, from = supervisor) => {
  const { text } = await from.get(`/dashboard/audit?${new URLSearchParams(filter)}`)
  const rows =
    (text.split('id="audit"')[1] ?? '').split('</table>')[0]?.split('<tr role="row">').slice(2) ?? []
  return rows.map((row) => readWords(row).replace(/^.*? (?:GMT|BST) /, ''))
}

const giveGoodwill = async ({ walletId }: Customer, reason: string) => {
  const page = `/dashboard/wallets/${walletId}`
  return care.fillIn(page, `${page}/goodwill`, { points: '50', reason })
}

describe('the audit', () => {
  it('tells of goodwill with who gave it and why', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    await giveGoodwill(customer, 'The <b>parcel</b> came late')
    expect(await readAudit({ wallet: customer.walletId })).toEqual([
      `care@maple.example Gave goodwill 50 points, account ${customer.accountId} ${customer.walletId} The &lt;b&gt;parcel&lt;/b&gt; came late`,
    ])
  })

  it('tells of everything that is done to a wallet, the latest first', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const other = await makeCustomer(dashboard, 'maple')
    const campaign = await makeCampaign(dashboard)
    const wallet = `/dashboard/wallets/${customer.walletId}`
    const account = `${wallet}/accounts/${customer.accountId}`
    await giveGoodwill(customer, 'one')
    await doForm(supervisor, `${account}/credit`, { points: '5', reason: 'two' })
    await doForm(supervisor, `${account}/debit`, { points: '6', reason: 'three' })
    await doForm(care, `${wallet}/add-identity`, { type: 'CARD', value: 'CARD-4711', reason: 'four' })
    await doForm(care, `${wallet}/give-coupon`, { campaign, reason: 'five' })
    const { text } = await care.get(wallet)
    const card = /href="([^"]+\/identities\/\d+)"/.exec(text)?.[1] ?? ''
    await doForm(care, `${card}/lost`, { reason: 'six' })
    await doForm(care, `${card}/move`, { wallet: other.walletId, reason: 'seven' })
    await doForm(supervisor, `${wallet}/suspend`, { reason: 'eight' })
    const rows = await readAudit({ wallet: customer.walletId })
    expect(
      rows.map((row) =>
        row
          .replace(/^(\S+) /, '')
          .replace(/ account \d+/, '')
          .replace(customer.walletId, ''),
      ),
    ).toEqual([
      'Suspended the wallet  eight',
      expect.stringMatching(/^Moved an identity  CARD \*+\d{4} to wallet \d+: seven$/) as string,
      expect.stringMatching(/^Reported an identity lost  CARD \*+\d{4}: six$/) as string,
      'Gave a coupon  five',
      'Added an identity  CARD *****4711: four',
      'Debited points 6 points,  three',
      'Credited points 5 points,  two',
      'Gave goodwill 50 points,  one',
    ])
    expect(rows.filter((row) => row.startsWith('supervisor@maple.example'))).toHaveLength(3)
  })

  it('can be narrowed to a user', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const account = `/dashboard/wallets/${customer.walletId}/accounts/${customer.accountId}`
    await giveGoodwill(customer, 'by care')
    await doForm(supervisor, `${account}/credit`, { points: '5', reason: 'by the supervisor' })
    const user = dashboard.users.maple.user
    const rows = await readAudit({ wallet: customer.walletId, user })
    expect(rows).toEqual([expect.stringContaining('by care') as string])
    for (const row of await readAudit({ user })) expect(row).toMatch(/^care@maple\.example /)
    expect(await readAudit({ user: 'nobody' })).toEqual([])
  })

  it('tells of campaigns, by their names', async () => {
    const id = await makeCampaign(dashboard, { name: 'Spring', status: 'PENDING' })
    await doForm(supervisor, `/dashboard/campaigns/${id}/approve`, { reason: 'Checked' })
    expect((await readAudit({}))[0]).toBe(
      `supervisor@maple.example Approved a campaign Spring (${id}): Checked`,
    )
  })

  it('tells of what clients of the API move by hand, by the client’s id', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const credit = `PATCH /wallet/${customer.walletId}/account/${customer.accountId}/credit`
    await dashboard.call('maple', credit, { balances: { current: 7 }, details: { reason: 'a batch' } })
    const [row = ''] = await readAudit({ wallet: customer.walletId })
    expect(row).toMatch(/^maple-[0-9a-f]+ Credited points 7 points, .+ a batch$/)
    expect(row).not.toContain('@')
  })

  it('tells nothing of what was refused, and tells a form that was sent twice once', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const account = `/dashboard/wallets/${customer.walletId}/accounts/${customer.accountId}`
    await sendForm(supervisor, `${account}/debit`, { points: '5', reason: 'too many' })
    expect(await readAudit({ wallet: customer.walletId })).toEqual([])
  })

  it("tells nothing of another tenant's", async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    await giveGoodwill(customer, 'ours alone')
    const lotus = await signIn(dashboard, 'lotus', 'supervisor')
    expect(await readAudit({ wallet: customer.walletId }, lotus)).toEqual([])
  })

  it('shows each entry on one of its pages, and keeps what it is narrowed to', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    for (let count = 1; count <= 52; count += 1) {
      const credit = `PATCH /wallet/${customer.walletId}/account/${customer.accountId}/credit`
      await dashboard.call('maple', credit, { balances: { current: count } })
    }
    const { text } = await supervisor.get(`/dashboard/audit?wallet=${customer.walletId}`)
    expect(readWords(text)).toContain('Entries 1 to 50 of 52 Older entries')
    expect(text).toContain(`value="${customer.walletId}"`)
    expect(await readAudit({ wallet: customer.walletId, page: '2' })).toHaveLength(2)
    expect(readWords((await supervisor.get('/dashboard/audit?wallet=1')).text)).toContain(
      'Nothing that fits was done.',
    )
  })
})
