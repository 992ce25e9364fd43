// What supervisors do besides customer care: credit, debit, pending points, and the status of the wallet.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doForm, readErrors, sendForm } from './form-pages.ts'
import { makeCustomer, startDashboard, type Customer, type Dashboard, type Json } from './start-dashboard.ts'
import { openVisitor, readHidden, readWords, signIn, type Visitor } from './visitor.ts'

let dashboard: Dashboard
let care: Visitor
let supervisor: Visitor

beforeAll(async () => {
  dashboard = await startDashboard()
  care = await signIn(dashboard, 'maple')
  supervisor = await signIn(dashboard, 'maple', 'supervisor')
})
afterAll(async () => dashboard.stop())

const reason = 'Booked on the wrong card'

const accountOf = ({ walletId, accountId }: Customer) =>
  `/dashboard/wallets/${walletId}/accounts/${accountId}`

const readBalances = async ({ walletId, accountId }: Customer) => {
  const account = await dashboard.call('maple', `GET /wallet/${walletId}/account/${accountId}`)
  return account['balances'] as Record<string, number>
}

describe('points by hand', () => {
  it('are credited, with their reason in the ledger', async () => {
    const customer = await makeCustomer(dashboard, 'maple', { points: 300 })
    const words = await doForm(supervisor, `${accountOf(customer)}/credit`, { points: '200', reason })
    expect(words).toContain('200 points credited The balance went from 300 to 500 points on')
    expect(words).toMatch(/Credited 200 API 300 500 Booked on the wrong card/)
    expect(await readBalances(customer)).toMatchObject({ current: 500 })
  })

  it('are debited, with their reason in the ledger', async () => {
    const customer = await makeCustomer(dashboard, 'maple', { points: 300 })
    const words = await doForm(supervisor, `${accountOf(customer)}/debit`, { points: '200', reason })
    expect(words).toContain('200 points debited The balance went from 300 to 100 points on')
    expect(words).toMatch(/Debited 200 API 300 100 Booked on the wrong card/)
    expect(await readBalances(customer)).toMatchObject({ current: 100 })
  })

  it('that are not there are not debited, and the field says so', async () => {
    const customer = await makeCustomer(dashboard, 'maple', { points: 300 })
    const reply = await sendForm(supervisor, `${accountOf(customer)}/debit`, { points: '301', reason })
    expect(reply.status).toBe(409)
    expect(readErrors(reply)).toEqual({
      words: 'Nothing was changed The account does not hold that many usable points.',
      fields: ['points'],
    })
    expect(reply.text).toContain('value="301"')
    expect(await readBalances(customer)).toMatchObject({ current: 300 })
  })

  it.each([
    [{ points: '' }, 'Enter how many points to credit', ['points']],
    [{ points: '1000001' }, 'Points must be a whole number from 1 to 1,000,000', ['points']],
    [{ points: '-1', reason: '' }, 'such as 50 Enter a reason', ['points', 'reason']],
  ])('are refused for %j', async (wrong, words, fields) => {
    const customer = await makeCustomer(dashboard, 'maple')
    const reply = await sendForm(supervisor, `${accountOf(customer)}/credit`, {
      reason,
      ...wrong,
    })
    expect(reply.status).toBe(422)
    expect(readErrors(reply)).toEqual({ words: expect.stringContaining(words) as string, fields })
    expect(await readBalances(customer)).toMatchObject({ current: 0 })
  })

  it('are moved once, when a form is sent to every instance at the same moment', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const page = `${accountOf(customer)}/credit`
    const form = { ...readHidden((await supervisor.get(page)).text, page), points: '5', reason }
    const urls = [...dashboard.instanceUrls, ...dashboard.instanceUrls]
    const replies = await Promise.all(
      urls.map(async (url) => openVisitor(url, supervisor.cookie()).send(page, form)),
    )
    expect(new Set(replies.map(({ status, location }) => `${status} ${location}`)).size).toBe(1)
    expect(await readBalances(customer)).toMatchObject({ current: 5 })
  })
})

describe('pending points', () => {
  const makePending = async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const scheme = await dashboard.call('maple', 'POST /schemes/points', {
      details: { name: 'Patience' },
      pendingPoints: { enabled: true, days: 5 },
    })
    const path = `/wallet/${customer.walletId}/scheme/${String(scheme['id'])}/account`
    const account = await dashboard.call('maple', `POST ${path}`, {})
    const accountId = String(account['accountId'])
    const earn = `PATCH /wallet/${customer.walletId}/account/${accountId}/earn`
    await dashboard.call('maple', earn, { balances: { current: 40 } })
    return { ...customer, accountId }
  }
  const findDecision = async (customer: Customer, decision: string) => {
    const { text } = await supervisor.get(accountOf(customer))
    return new RegExp(`href="([^"]+/pending/\\d+/${decision})"`).exec(text)?.[1] ?? ''
  }

  it('are shown apart from what can be spent', async () => {
    const customer = await makePending()
    const { text } = await care.get(accountOf(customer))
    expect(readWords(text)).toContain('Usable 0 Locked 0 Pending 40')
    expect(readWords(text)).toMatch(/Pending points Released .+ 40/)
    expect(text).not.toContain('/approve"')
    expect(readWords((await care.get(`/dashboard/wallets/${customer.walletId}`)).text)).toContain(
      '40 pending',
    )
  })

  it('are approved: the customer has them at once', async () => {
    const customer = await makePending()
    const words = await doForm(supervisor, await findDecision(customer, 'approve'), { reason })
    expect(words).toContain('40 points approved')
    expect(await readBalances(customer)).toMatchObject({ usable: 40, pending: 0 })
  })

  it('are rejected: nobody has them', async () => {
    const customer = await makePending()
    const page = await findDecision(customer, 'reject')
    expect(await doForm(supervisor, page, { reason })).toContain('40 points rejected')
    expect(await readBalances(customer)).toMatchObject({ usable: 0, pending: 0 })
    const again = await sendForm(supervisor, page, { reason })
    expect(again.status).toBe(404)
    expect(readErrors(again).words).toContain('no longer pending')
  })
})

describe('the status of a wallet', () => {
  const readWallet = async ({ walletId }: Customer): Promise<Json> =>
    dashboard.call('maple', `GET /wallet/${walletId}`)

  it('is suspended and active again, each offered when it can be', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const page = `/dashboard/wallets/${customer.walletId}`
    const suspended = await doForm(supervisor, `${page}/suspend`, { reason })
    expect(suspended).toContain('Wallet suspended')
    expect(suspended).toContain('Activate the wallet')
    expect(suspended).not.toContain('Suspend the wallet')
    expect(await readWallet(customer)).toMatchObject({ status: 'SUSPENDED' })
    const active = await doForm(supervisor, `${page}/activate`, { reason })
    expect(active).toContain('Suspend the wallet')
    expect(await readWallet(customer)).toMatchObject({ status: 'ACTIVE' })
  })

  it('needs a reason, and stays what it is where it cannot be changed', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const page = `/dashboard/wallets/${customer.walletId}`
    expect(readErrors(await sendForm(supervisor, `${page}/suspend`, { reason: '' })).fields).toEqual([
      'reason',
    ])
    const reply = await sendForm(supervisor, `${page}/activate`, { reason })
    expect(reply.status).toBe(409)
    expect(readErrors(reply).words).toContain('cannot be done from the status')
    expect(await readWallet(customer)).toMatchObject({ status: 'ACTIVE' })
  })
})
