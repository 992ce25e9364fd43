// The campaigns as marketing and supervisors see them, and how one comes to run.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doForm, readErrors, sendForm } from './form-pages.ts'
import { makeCampaign, startDashboard, type Dashboard } from './start-dashboard.ts'
import { readWords, signIn, type Visitor } from './visitor.ts'

let dashboard: Dashboard
let marketing: Visitor
let supervisor: Visitor

beforeAll(async () => {
  dashboard = await startDashboard()
  marketing = await signIn(dashboard, 'maple', 'marketing')
  supervisor = await signIn(dashboard, 'maple', 'supervisor')
})
afterAll(async () => dashboard.stop())

const list = async (query = '') => marketing.get(`/dashboard/campaigns${query}`)
const listIds = (html: string) =>
  [...html.matchAll(/href="\/dashboard\/campaigns\/(\d+)"/g)].map(([, id]) => id)
const readStatus = async (id: string) => (await dashboard.call('maple', `GET /campaigns/${id}`))['status']

describe('the list of campaigns', () => {
  it('shows the newest first, with what each gives and when it runs', async () => {
    const older = await makeCampaign(dashboard, { name: 'Older' })
    const offer = { reward: 'AMOUNT', value: 500 }
    const window = { startDate: '2027-07-01T08:00:00+00:00', endDate: '2027-07-31T17:00:00+00:00' }
    const newer = await makeCampaign(dashboard, {
      name: '<b>Newer</b>',
      reference: 'summer-27',
      offer,
      ...window,
    })
    const { text } = await list()
    const ids = listIds(text)
    expect(ids.indexOf(newer)).toBeLessThan(ids.indexOf(older))
    expect(readWords(text)).toContain(
      `&lt;b&gt;Newer&lt;/b&gt; ${newer} Approved, not begun 5.00 off 1 Jul 2027, 09:00 BST 31 Jul 2027, 18:00 BST summer-27`,
    )
    expect(readWords(text)).toMatch(/Older \d+ Active 10% off .+ No end/)
  })

  it.each([
    ['DRAFT', 'Draft'],
    ['PENDING', 'Waiting for approval'],
    ['INACTIVE', 'Paused'],
  ])('can be narrowed to the status %s', async (status, words) => {
    const id = await makeCampaign(dashboard, { status })
    const other = await makeCampaign(dashboard)
    const { text } = await list(`?status=${status}`)
    expect(listIds(text)).toContain(id)
    expect(listIds(text)).not.toContain(other)
    expect(text).toContain(`<option value="${status}" selected>${words}</option>`)
  })

  it('refuses a status that there is not', async () => {
    const reply = await list('?status=GREEN')
    expect(reply.status).toBe(422)
    expect(readErrors(reply)).toEqual({
      words: 'No campaigns are shown Choose a status of the list',
      fields: ['status'],
    })
  })

  it('shows each campaign on one of its pages, and keeps what it is narrowed to', async () => {
    for (let count = 0; count < 27; count += 1) await makeCampaign(dashboard, { status: 'DRAFT' })
    const first = await list('?status=DRAFT')
    const next =
      /<a href="([^"]+)" rel="next">Older campaigns/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(next).toContain('status=DRAFT')
    const second = await marketing.get(next)
    const ids = [...listIds(first.text), ...listIds(second.text)]
    expect(listIds(first.text)).toHaveLength(25)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(27)
    expect(readWords(first.text)).toMatch(/Campaigns 1 to 25 of \d+/)
  })

  it("shows no other tenant's", async () => {
    const theirs = await makeCampaign(dashboard, {}, 'lotus')
    expect(listIds((await list()).text)).not.toContain(theirs)
    const reply = await marketing.get(`/dashboard/campaigns/${theirs}`)
    expect(reply.status).toBe(404)
    expect(readWords(reply.text)).toContain('Campaign not found')
    expect(await marketing.get('/dashboard/campaigns/999999999')).toMatchObject({ status: 404 })
  })
})

describe('a campaign', () => {
  it('shows all that it promises', async () => {
    const id = await makeCampaign(dashboard, {
      mode: 'OPEN',
      offer: { reward: 'POINTS', value: 200, products: ['5010029000023', 'sku-7'] },
      rules: { uses: 3, expiry: { daysAfterIssue: 14 } },
      issueLimits: { perCampaign: 1000 },
    })
    const words = readWords((await marketing.get(`/dashboard/campaigns/${id}`)).text)
    expect(words).toContain('Who gets it Everybody, at the till Offer 200 points Minimum spend None')
    expect(words).toContain('Products 5010029000023, sku-7 Uses of a coupon 3 Days a coupon lasts 14')
    expect(words).toContain('Coupons in all 1,000 Coupons for each customer No limit')
  })

  it('goes from a draft to approval to running, each step by whoever may', async () => {
    const id = await makeCampaign(dashboard, { status: 'DRAFT' })
    const page = `/dashboard/campaigns/${id}`
    expect(readWords((await supervisor.get(page)).text)).not.toContain('Approve the campaign')
    const sent = await doForm(marketing, `${page}/submit`, { reason: 'Ready for spring' })
    expect(sent).toContain('Sent for approval')
    expect(sent).not.toContain('Approve the campaign')
    expect(await readStatus(id)).toBe('PENDING')
    const approved = await doForm(supervisor, `${page}/approve`, { reason: 'Checked with finance' })
    expect(approved).toContain('Campaign approved')
    expect(await readStatus(id)).toBe('ACTIVE')
  })

  it('may be rejected, and then never runs', async () => {
    const id = await makeCampaign(dashboard, { status: 'PENDING' })
    const page = `/dashboard/campaigns/${id}`
    expect(await doForm(supervisor, `${page}/reject`, { reason: 'Too dear' })).toContain('Campaign rejected')
    expect(await readStatus(id)).toBe('REJECTED')
    expect((await sendForm(supervisor, `${page}/approve`, { reason: 'After all' })).status).toBe(409)
    expect(await readStatus(id)).toBe('REJECTED')
  })

  it('is not approved without a reason, nor while it is a draft, nor twice', async () => {
    const id = await makeCampaign(dashboard, { status: 'DRAFT' })
    const page = `/dashboard/campaigns/${id}/approve`
    expect(readErrors(await sendForm(supervisor, page, { reason: '' })).fields).toEqual(['reason'])
    expect((await sendForm(supervisor, page, { reason: 'Early' })).status).toBe(409)
    await doForm(marketing, `/dashboard/campaigns/${id}/submit`, { reason: 'Ready' })
    await doForm(supervisor, page, { reason: 'Checked' })
    expect((await sendForm(supervisor, page, { reason: 'Again' })).status).toBe(409)
    expect(await readStatus(id)).toBe('ACTIVE')
  })
})
