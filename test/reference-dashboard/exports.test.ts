// Tables taken away as files: short ones at once, long ones from a queue.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readErrors, sendForm } from './form-pages.ts'
import { makeCustomer, startDashboard, type Customer, type Dashboard } from './start-dashboard.ts'
import { openVisitor, readHidden, readWords, signIn, type Reply, type Visitor } from './visitor.ts'

let dashboard: Dashboard
let visitor: Visitor

beforeAll(async () => {
  dashboard = await startDashboard()
  visitor = await signIn(dashboard, 'maple')
})
afterAll(async () => dashboard.stop())

const exportOf = ({ walletId }: Customer) => `/dashboard/wallets/${walletId}/export`

const credit = async ({ walletId, accountId }: Customer, points: number, reason = '') =>
  dashboard.call('maple', `PATCH /wallet/${walletId}/account/${accountId}/credit`, {
    balances: { current: points },
    ...(reason === '' ? {} : { details: { reason } }),
  })

/** Without what is filled in already: the last three months. */
const exportLedger = async (customer: Customer, fields = {}) => {
  const { text } = await visitor.get(exportOf(customer))
  const [from = '', to = ''] = [...text.matchAll(/name="(?:from|to)" type="text" value="([^"]*)"/g)].map(
    ([, day]) => day,
  )
  return sendForm(visitor, exportOf(customer), { from: from ?? '', to: to ?? '', ...fields })
}

const readRows = ({ text }: Pick<Reply, 'text'>) => text.trimEnd().split('\r\n')

describe('an export of the ledger', () => {
  it('comes at once, newest entry first, and marks what a spreadsheet would take for a formula', async () => {
    const customer = await makeCustomer(dashboard, 'maple', { points: 7 })
    await credit(customer, 5, '=HYPERLINK("x"), late')
    const reply = await exportLedger(customer)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="ledger-${customer.walletId}.csv"`,
    )
    expect(reply.headers.get('cache-control')).toBe('no-store')
    const [head, newest, ...others] = readRows(reply)
    expect(head).toBe('Date,Account,Event,Value,Source,Before,After,Reason')
    expect(newest).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00,\d+,CREDIT,5,API,7,12,"'=HYPERLINK\(""x""\), late"$/,
    )
    expect(others).toHaveLength(2)
  })

  it('holds the days that were asked for, as the zone of the tenant has them', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const clock = async (now: string) => dashboard.call('maple', 'PUT /test/clock', { tenant: 'maple', now })
    // In summer the day begins an hour earlier than UTC's.
    await clock('2027-07-14T22:59:00+00:00')
    await credit(customer, 1)
    await clock('2027-07-14T23:01:00+00:00')
    await credit(customer, 2)
    await clock('2027-07-15T22:59:00+00:00')
    await credit(customer, 3)
    await clock('2027-07-15T23:01:00+00:00')
    await credit(customer, 4)
    await dashboard.call('maple', 'PUT /test/clock', { tenant: 'maple', reset: true })
    const reply = await exportLedger(customer, { from: '2027-07-15', to: '2027-07-15' })
    expect(
      readRows(reply)
        .slice(1)
        .map((row) => row.split(',')[3]),
    ).toEqual(['3', '2'])
  })

  it.each([
    [{ from: '' }, 'from', 'Enter the first day'],
    [{ to: '' }, 'to', 'Enter the last day'],
    [{ from: '2026-02-30' }, 'from', 'Enter a day of the calendar'],
    [{ from: '2026-11-02', to: '2026-11-01' }, 'to', 'The last day is before the first one'],
    [{ from: '2026-08-25', to: '2026-11-26' }, 'to', 'at most 3 months'],
    [{ from: '2020-01-01', to: '2026-01-01' }, 'to', 'at most 3 months'],
  ])('for %j is refused at its field', async (fields, field, words) => {
    const customer = await makeCustomer(dashboard, 'maple')
    const reply = await exportLedger(customer, fields)
    expect(reply.status).toBe(422)
    expect(readErrors(reply)).toEqual({ words: expect.stringContaining(words) as string, fields: [field] })
  })

  it('of three months to the day is not too long', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    expect((await exportLedger(customer, { from: '2026-08-25', to: '2026-11-25' })).status).toBe(200)
  })

  it("of another tenant's wallet is not there", async () => {
    const theirs = await makeCustomer(dashboard, 'lotus')
    expect((await visitor.get(exportOf(theirs))).status).toBe(404)
  })
})

describe('an export of more than 100 rows', () => {
  const makeBusy = async (entries: number) => {
    const customer = await makeCustomer(dashboard, 'maple')
    // One entry opened the account.
    for (let points = 1; points < entries; points += 1) await credit(customer, points)
    return customer
  }
  const waitUntilReady = async (place: string) => {
    await expect
      .poll(async () => readWords((await visitor.get(place)).text), { timeout: 10_000 })
      .toContain('Status Ready')
  }

  it('is queued, becomes ready, and is whole', async () => {
    const reply = await exportLedger(await makeBusy(101))
    expect(reply.status).toBe(303)
    const told = await visitor.get(reply.location ?? '')
    expect(told.text).toContain('role="status"')
    expect(readWords(told.text)).toContain(
      'Export queued It has 101 rows, and at most 100 are given at once.',
    )
    const place = reply.location?.split('?')[0] ?? ''
    await waitUntilReady(place)
    const ready = await visitor.get(place)
    expect(readWords(ready.text)).toContain('Download the file')
    const file = await visitor.get(`${place}/file`)
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(new Set(readRows(file)).size).toBe(102)
    expect(readWords((await visitor.get('/dashboard/exports')).text)).toMatch(
      /Ledger of wallet \d+ Ready 101/,
    )
  })

  it('is not needed for 100', async () => {
    expect(readRows(await exportLedger(await makeBusy(100)))).toHaveLength(101)
  })

  it('is queued once, when the form is sent again', async () => {
    const page = exportOf(await makeBusy(101))
    const { text } = await visitor.get(page)
    const to = /name="to" type="text" value="([^"]*)"/.exec(text)?.[1] ?? ''
    const form = { ...readHidden(text, page), from: to, to }
    const [one, other] = [await visitor.send(page, form), await visitor.send(page, form)]
    expect(other).toMatchObject({ status: 303, location: one.location })
  })

  it('waits until it is ready, and is nobody else’s', async () => {
    const reply = await exportLedger(await makeBusy(101))
    const place = reply.location?.split('?')[0] ?? ''
    const supervisor = await signIn(dashboard, 'maple', 'supervisor')
    for (const path of [place, `${place}/file`]) {
      const theirs = await supervisor.get(path)
      expect(theirs.status).toBe(404)
      expect(readWords(theirs.text)).toContain('Export not found')
    }
    await waitUntilReady(place)
    const elsewhere = openVisitor(dashboard.instanceUrls[1] ?? '', visitor.cookie())
    expect(readRows(await elsewhere.get(`${place}/file`))).toHaveLength(102)
  })
})

describe('an export of what a search found', () => {
  it('holds the wallets found', async () => {
    const customer = await makeCustomer(dashboard, 'maple', { friendlyName: 'Ann, "Annie" Archer' })
    const page = `/dashboard/customers?search=${customer.card}`
    const reply = await visitor.fillIn(page, '/dashboard/customers/export', {})
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename="customers.csv"')
    const [head, row] = readRows(reply)
    expect(head).toBe('Wallet,Name,Status,State,Created')
    expect(row).toContain(`${customer.walletId},"Ann, ""Annie"" Archer",ACTIVE,DEFAULT,`)
  })

  it('is refused where nothing was searched for, and leads back where its address is reloaded', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const page = `/dashboard/customers?search=${customer.card}`
    const reply = await visitor.fillIn(page, '/dashboard/customers/export', { search: ' ' })
    expect(reply.status).toBe(422)
    const back = await visitor.get('/dashboard/customers/export')
    expect(back).toMatchObject({ status: 303, location: '/dashboard/customers' })
  })
})
