// Customer care's search: one field, whatever the customer can tell, and never another tenant's customers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  makeCampaign,
  makeCustomer,
  startDashboard,
  type Customer,
  type Dashboard,
} from './start-dashboard.ts'
import { readWords, signIn, type Visitor } from './visitor.ts'

let dashboard: Dashboard
let visitor: Visitor
let customer: Customer

beforeAll(async () => {
  dashboard = await startDashboard()
  visitor = await signIn(dashboard, 'maple')
  customer = await makeCustomer(dashboard, 'maple', { friendlyName: 'Ann Archer' })
})
afterAll(async () => dashboard.stop())

const search = async (text: string, from: Visitor = visitor) =>
  from.get(`/dashboard/customers?${new URLSearchParams({ search: text })}`)

const found = /href="\/dashboard\/wallets\/(\d+)"/g
const listFound = (html: string) => [...html.matchAll(found)].map(([, id]) => id)

let people = 0

/** One more wallet of a person of this name. */
const makePerson = async () => {
  people += 1
  const personal = { firstName: 'Beatrix', lastName: 'Birch', email: 'beatrix.birch@example.com' }
  await dashboard.call('maple', 'POST /services/wallet/accounts', {
    type: 'CONSUMER',
    friendlyName: 'Beatrix',
    identities: [{ type: 'CARD', value: `birch-${people}` }],
    accounts: {},
    consumer: { data: { personal } },
  })
}

const settle = async (tenant: 'maple' | 'cedar', card: string, reference: string) =>
  dashboard.call(tenant, 'POST /connect/wallet/settle', {
    mode: 'ACTIVE',
    reference,
    identity: { identityValue: card },
    location: { incomingIdentifier: `${tenant.toUpperCase()}-001` },
    basket: {
      type: 'STANDARD',
      summary: { totalBasketValue: 6300, totalItems: 1 },
      contents: [{ upc: '1', totalUnitCost: 6300, itemUnitCost: 6300, itemUnitCount: 1 }],
    },
  })

describe('the search', () => {
  it.each(['walletId', 'card', 'email'] as const)('finds a wallet by %s', async (key) => {
    const reply = await search(` ${customer[key]} `)
    expect(reply.status).toBe(200)
    expect(listFound(reply.text)).toEqual([customer.walletId])
    expect(readWords(reply.text)).toContain('1 wallet found')
    expect(readWords(reply.text)).toContain('Ann Archer')
  })

  it('finds an e-mail address however it is spelt', async () => {
    expect(listFound((await search(customer.email.toUpperCase())).text)).toEqual([customer.walletId])
  })

  it('finds a wallet by the reference of a transaction', async () => {
    await settle('maple', customer.card, 'till-7/2026-11-25/0042')
    expect(listFound((await search('till-7/2026-11-25/0042')).text)).toEqual([customer.walletId])
  })

  it('finds a wallet by the id of one of its accounts', async () => {
    expect(listFound((await search(customer.accountId)).text)).toEqual([customer.walletId])
  })

  it('finds a wallet by the token of one of its coupons', async () => {
    const owner = await makeCustomer(dashboard, 'maple')
    const resourceId = Number(await makeCampaign(dashboard))
    const token = await dashboard.call('maple', 'POST /token/create', {
      resourceType: 'CAMPAIGN',
      resourceId,
      consumerIdentifier: { reference: owner.card },
    })
    expect(listFound((await search(String(token['token']))).text)).toEqual([owner.walletId])
  })

  it.each(['Beatrix Birch', 'beatrix birch', 'Birch', 'beatrix.birch@example.com'])(
    'finds a wallet by the person, as %s',
    async (text) => {
      await makePerson()
      const found = listFound((await search(text)).text)
      expect(found).toHaveLength(people)
    },
  )

  it('lists every wallet that a text leads to', async () => {
    const other = await makeCustomer(dashboard, 'maple')
    await settle('maple', other.card, customer.card)
    const reply = await search(customer.card)
    expect(new Set(listFound(reply.text))).toEqual(new Set([customer.walletId, other.walletId]))
    expect(readWords(reply.text)).toContain('2 wallets found')
  })

  it.each(['nobody@example.com', '1', '100000000000000000000', "' OR 1=1 --", '%'])(
    'says that nobody answers to %s',
    async (text) => {
      const reply = await search(text)
      expect(reply.status).toBe(200)
      expect(readWords(reply.text)).toContain('No wallet found')
      expect(listFound(reply.text)).toEqual([])
    },
  )

  it('does not find a part of a key', async () => {
    expect(readWords((await search(customer.card.slice(0, -1))).text)).toContain('No wallet found')
  })

  it('shows many a screenful at a time, and takes them all away as a file, which waits where it is long', async () => {
    for (let missing = 101 - people; missing > 0; missing -= 1) await makePerson()
    const first = await search('Beatrix Birch')
    expect(readWords(first.text)).toContain('101 wallets found')
    expect(readWords(first.text)).toContain('Wallets 1 to 50 of 101 More wallets')
    const pages = [first]
    for (const page of ['2', '3'])
      pages.push(await visitor.get(`/dashboard/customers?search=Beatrix+Birch&page=${page}`))
    expect(new Set(pages.flatMap(({ text }) => listFound(text))).size).toBe(101)
    const queued = await visitor.fillIn(
      '/dashboard/customers?search=Beatrix+Birch',
      '/dashboard/customers/export',
      {},
    )
    expect(queued).toMatchObject({
      status: 303,
      location: expect.stringContaining('/dashboard/exports/') as string,
    })
  })

  it('does not find a deleted wallet', async () => {
    const gone = await makeCustomer(dashboard, 'maple')
    dashboard.store.run(
      "UPDATE wallet SET document = json_set(document, '$.status', 'DELETED') WHERE id = ?",
      Number(gone.walletId),
    )
    for (const text of [gone.walletId, gone.card]) expect(listFound((await search(text)).text)).toEqual([])
  })

  it.each(['', '   ', 'x'.repeat(256)])(
    'says what is wrong with %j, at the field and above it',
    async (text) => {
      const reply = await search(text)
      expect(reply.status).toBe(422)
      expect(reply.text).toContain('role="alert"')
      expect(reply.text).toMatch(/aria-describedby="search-hint search-error" aria-invalid="true"/)
    },
  )

  it('survives a search that no form sends', async () => {
    for (const query of ['search=a&search=b', 'search[]=a', 'search[from]=a', 'search']) {
      expect((await visitor.get(`/dashboard/customers?${query}`)).status).toBe(422)
    }
  })

  it('shows what was searched for as text', async () => {
    const { text } = await search('<script>alert(1)</script>"')
    expect(text).toContain('<bdi>&lt;script&gt;alert(1)&lt;/script&gt;&quot;</bdi>')
    expect(text).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt;&quot;"')
    expect(text).not.toContain('<script')
  })
})

describe('another tenant', () => {
  it('is never found, by no key', async () => {
    const theirs = await makeCustomer(dashboard, 'cedar')
    await settle('cedar', theirs.card, 'cedar-reference-1')
    for (const text of [theirs.walletId, theirs.card, theirs.email, 'cedar-reference-1']) {
      const reply = await search(text)
      expect(listFound(reply.text)).toEqual([])
      expect(readWords(reply.text)).toContain('No wallet found')
    }
  })

  it('may have a customer with the same card', async () => {
    const identities = [{ type: 'CARD', value: customer.card }]
    const theirs = await dashboard.call('lotus', 'POST /wallet', { identities })
    const lotus = await signIn(dashboard, 'lotus')
    expect(listFound((await search(customer.card, lotus)).text)).toEqual([theirs['walletId']])
    expect(listFound((await search(customer.email)).text)).toEqual([customer.walletId])
  })

  it('has wallets that answer, by address, exactly as one that does not exist', async () => {
    const theirs = await makeCustomer(dashboard, 'lotus')
    const path = (id: string) => `/dashboard/wallets/${id}`
    const read = async (address: string) => {
      const { status, text } = await visitor.get(address)
      // The token of the form to sign out is new on every page.
      return { status, text: text.replace(/name="token" value="[^"]+"/, '') }
    }
    const unknown = await read(path('999999999'))
    expect(unknown.status).toBe(404)
    expect(await read(path(theirs.walletId))).toEqual(unknown)
    expect(await read(`${path(theirs.walletId)}?page=2`)).toEqual(unknown)
    const lotus = await signIn(dashboard, 'lotus')
    expect((await lotus.get(path(theirs.walletId))).status).toBe(200)
  })
})
