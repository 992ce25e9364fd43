// Goodwill: given once, written in the ledger with its reason, or refused in words that help.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCustomer, startDashboard, type Customer, type Dashboard } from './start-dashboard.ts'
import { openVisitor, readHidden, readWords, signIn, type Visitor } from './visitor.ts'

let dashboard: Dashboard
let visitor: Visitor

beforeAll(async () => {
  dashboard = await startDashboard()
  visitor = await signIn(dashboard, 'maple')
})
afterAll(async () => dashboard.stop())

const pageOf = ({ walletId }: Pick<Customer, 'walletId'>) => `/dashboard/wallets/${walletId}`
const actionOf = (customer: Pick<Customer, 'walletId'>) => `${pageOf(customer)}/goodwill`

const give = async (customer: Pick<Customer, 'walletId'>, fields: Record<string, string>, from = visitor) =>
  from.fillIn(pageOf(customer), actionOf(customer), fields)

const readBalance = async ({ walletId, accountId }: Customer, tenant: 'maple' | 'lotus' = 'maple') => {
  const account = await dashboard.call(tenant, `GET /wallet/${walletId}/account/${accountId}`)
  return (account['balances'] as Record<string, number>)['current']
}

const wish = { points: '50', reason: 'The parcel came late' }

describe('goodwill', () => {
  it('reaches the ledger with its reason, and the page says what was done', async () => {
    const customer = await makeCustomer(dashboard, 'maple', { points: 300 })
    const reply = await give(customer, wish)
    expect(reply.status).toBe(303)
    const page = await visitor.get(reply.location ?? '')
    expect(page.text).toContain('<title>50 points given – Wallet')
    expect(page.text).toMatch(/role="status" tabindex="-1" autofocus>\s*<h2>50 points given<\/h2>/)
    expect(readWords(page.text)).toContain('The balance went from 300 to 350 points')
    expect(readWords(page.text)).toMatch(/Credited 50 Goodwill 300 350 The parcel came late/)
    expect(await readBalance(customer)).toBe(350)
  })

  it.each([
    ['1', 1],
    [' 10000 ', 10_000],
    ['007', 7],
  ])('of %j gives %i', async (points, given) => {
    const customer = await makeCustomer(dashboard, 'maple')
    expect((await give(customer, { ...wish, points })).status).toBe(303)
    expect(await readBalance(customer)).toBe(given)
  })

  it('keeps every character of a reason, and shows them as text', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const reason = `<img src=x onerror=alert(1)> & "late"\r\nشكرا ${'é'.repeat(200)}`
    const page = await visitor.get((await give(customer, { ...wish, reason })).location ?? '')
    expect(page.text).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;late&quot;\nشكرا')
    expect(page.text).not.toContain('<img src=x')
  })

  it('is given where it was chosen, when a wallet has several points accounts', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const scheme = await dashboard.call('maple', 'POST /schemes/points', {
      details: { name: 'Kitchen Club' },
    })
    const path = `/wallet/${customer.walletId}/scheme/${String(scheme['id'])}/account`
    const second = await dashboard.call('maple', `POST ${path}`, {})
    const accountId = String(second['accountId'])
    const refused = await give(customer, wish)
    expect(readWords(refused.text)).toContain('Choose the account that the points go to')
    expect(refused.text).toMatch(new RegExp(`<option value="${accountId}"[^>]*>Kitchen Club`))
    expect((await give(customer, { ...wish, account: accountId })).status).toBe(303)
    expect(await readBalance({ ...customer, accountId })).toBe(50)
    expect(await readBalance(customer)).toBe(0)
  })
})

describe('a form sent again', () => {
  const readForm = async (customer: Customer) => ({
    ...readHidden((await visitor.get(pageOf(customer))).text, actionOf(customer)),
    ...wish,
  })

  it('gives nothing more, and is answered like the first time', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const form = await readForm(customer)
    const first = await visitor.send(actionOf(customer), form)
    const again = await visitor.send(actionOf(customer), { ...form, points: '70' })
    expect(again).toMatchObject({ status: 303, location: first.location })
    expect(readWords((await visitor.get(again.location ?? '')).text)).toContain('50 points given')
    expect(await readBalance(customer)).toBe(50)
  })

  it('gives once when it is sent many times at the same moment, to every instance', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const form = await readForm(customer)
    const urls = [...dashboard.instanceUrls, ...dashboard.instanceUrls, ...dashboard.instanceUrls]
    const sent = urls.map(async (url) => openVisitor(url, visitor.cookie()).send(actionOf(customer), form))
    const replies = await Promise.all(sent)
    expect(new Set(replies.map(({ status, location }) => `${status} ${location}`)).size).toBe(1)
    expect(await readBalance(customer)).toBe(50)
  })

  it('is another gift when the page was opened anew', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    await give(customer, wish)
    await give(customer, wish)
    expect(await readBalance(customer)).toBe(100)
  })

  it('confirms nothing on the page of another wallet, nor to another user', async () => {
    const [customer, other] = [await makeCustomer(dashboard, 'maple'), await makeCustomer(dashboard, 'maple')]
    const { location } = await give(customer, wish)
    const query = new URL(location ?? '', dashboard.url).search
    expect((await visitor.get(`${pageOf(other)}${query}`)).text).not.toContain('points given')
    expect((await visitor.get(`${pageOf(customer)}?done=made-up`)).text).not.toContain('points given')
  })
})

describe('what cannot be given', () => {
  const aboutPoints = 'Points must be a whole number from 1 to 10,000, such as 50'
  it.each([
    [{ points: '' }, 'points', 'Enter how many points to give'],
    ...['0', '-5', '1.5', '1,000', '10001', '1e3', '0x10', '٥', 'many', '9'.repeat(40)].map(
      (points) => [{ points }, 'points', aboutPoints] as const,
    ),
    [{ reason: '' }, 'reason', 'Enter a reason'],
    [{ reason: ' \n\t ' }, 'reason', 'Enter a reason'],
    [{ reason: 'r'.repeat(256) }, 'reason', 'at most 255 characters; this one has 256'],
  ] as const)(
    '%j is named at its field and above the page, and the input is kept',
    async (wrong, field, words) => {
      const customer = await makeCustomer(dashboard, 'maple')
      const reply = await give(customer, { ...wish, ...wrong })
      expect(reply.status).toBe(422)
      expect(reply.text).toContain('<title>Error: ')
      expect(reply.text).toMatch(/role="alert" tabindex="-1" autofocus/)
      expect(reply.text).toContain(`<a href="#${field}">`)
      expect(reply.text).toMatch(
        new RegExp(`name="${field}"[^>]*aria-describedby="${field}-hint ${field}-error"`),
      )
      expect(readWords(reply.text)).toContain(words)
      for (const text of Object.values({ ...wish, ...wrong })) expect(reply.text).toContain(text)
      expect(await readBalance(customer)).toBe(0)
    },
  )

  it.each([
    ['suspend', 'The wallet is not active: it is suspended.'],
    ['terminate', 'The wallet is closed for good and can only be read.'],
  ])('a wallet after %s is refused in plain words, and the input is kept', async (step, words) => {
    const customer = await makeCustomer(dashboard, 'maple')
    await dashboard.call('maple', `PATCH /wallet/${customer.walletId}/${step}`)
    const reply = await give(customer, wish)
    expect(reply.status).toBe(409)
    expect(reply.text).toContain('role="alert"')
    expect(readWords(reply.text)).toContain(`No points were given ${words}`)
    expect(reply.text).toContain('value="50"')
    expect(await readBalance(customer)).toBe(0)
  })

  it('a form that was refused can be sent once more, when the reason for it has gone', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    await dashboard.call('maple', `PATCH /wallet/${customer.walletId}/suspend`)
    const form = { ...readHidden((await visitor.get(pageOf(customer))).text, actionOf(customer)), ...wish }
    expect((await visitor.send(actionOf(customer), form)).status).toBe(409)
    await dashboard.call('maple', `PATCH /wallet/${customer.walletId}/activate`)
    expect((await visitor.send(actionOf(customer), form)).status).toBe(303)
    expect(await readBalance(customer)).toBe(50)
  })

  it('more than an account can hold is refused', async () => {
    const customer = await makeCustomer(dashboard, 'maple', { points: 2_147_483_640 })
    const reply = await give(customer, wish)
    expect(readWords(reply.text)).toContain('The balance would pass the highest that an account can hold')
  })

  it.each(['', 'x', '999999999'])(
    'the account %j, which is not the wallet’s, gets nothing',
    async (account) => {
      const customer = await makeCustomer(dashboard, 'maple')
      const reply = await give(customer, { ...wish, account })
      expect([422, 404, 409]).toContain(reply.status)
      expect(readWords(reply.text)).toMatch(
        /No points were given (Choose the account|The account does not belong)/,
      )
      expect(await readBalance(customer)).toBe(0)
    },
  )

  it('a wallet without points has no form, and says why', async () => {
    const { walletId } = await dashboard.call('maple', 'POST /wallet', {})
    const { text } = await visitor.get(`/dashboard/wallets/${String(walletId)}`)
    expect(readWords(text)).toContain('no points account, so no points can be given')
    expect(text).not.toContain('/goodwill"')
  })

  it("another tenant's wallet gets nothing, also with its own form's fields", async () => {
    const theirs = await makeCustomer(dashboard, 'lotus')
    const lotus = await signIn(dashboard, 'lotus')
    const form = readHidden((await lotus.get(pageOf(theirs))).text, actionOf(theirs))
    const mine = await makeCustomer(dashboard, 'maple')
    expect((await visitor.send(actionOf(theirs), { ...form, ...wish })).status).toBe(403)
    expect((await give(mine, { ...wish, account: theirs.accountId })).status).toBe(404)
    expect(await readBalance(theirs, 'lotus')).toBe(0)
  })
})

describe('the address of the form', () => {
  it('leads to the wallet, where somebody reloads it', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    expect(await visitor.get(actionOf(customer))).toMatchObject({ status: 303, location: pageOf(customer) })
  })
})

describe('a platform that loses goodwill', () => {
  it('still says that it was given, and the ledger shows that it was not', async () => {
    const broken = await startDashboard(['goodwill-lost'])
    try {
      const user = await signIn(broken, 'maple')
      const customer = await makeCustomer(broken, 'maple', { points: 300 })
      const reply = await give(customer, wish, user)
      const words = readWords((await user.get(reply.location ?? '')).text)
      expect(words).toContain('50 points given')
      expect(words).not.toContain('Goodwill 300 350')
      expect(words).toContain('300 points')
    } finally {
      await broken.stop()
    }
  })
})
