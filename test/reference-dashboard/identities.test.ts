// What customer care does with what a customer is known by: added, held, freed, reported lost or stolen, moved.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doForm, readErrors, sendForm } from './form-pages.ts'
import { makeCustomer, startDashboard, type Customer, type Dashboard, type Json } from './start-dashboard.ts'
import { readHidden, readWords, signIn, type Visitor } from './visitor.ts'

let dashboard: Dashboard
let visitor: Visitor
let supervisor: Visitor

beforeAll(async () => {
  dashboard = await startDashboard()
  visitor = await signIn(dashboard, 'maple')
  supervisor = await signIn(dashboard, 'maple', 'supervisor')
})
afterAll(async () => dashboard.stop())

const reason = 'She called about it'

const listIdentities = async ({ walletId }: Pick<Customer, 'walletId'>) => {
  const page = await dashboard.call('maple', `GET /wallet/${walletId}/identities`)
  return page['results'] as Json[]
}

const walletOf = ({ walletId }: Pick<Customer, 'walletId'>) => `/dashboard/wallets/${walletId}`

/** The page of the customer's card. */
const cardOf = async (customer: Customer) => {
  const [card] = await listIdentities(customer)
  return `${walletOf(customer)}/identities/${String(card?.['identityId'])}`
}

const readStatus = async (customer: Customer) => (await listIdentities(customer))[0]?.['status']

describe('adding an identity', () => {
  it('gives the customer one more to be known by', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const fields = { type: 'MOBILE', value: '+447700900123', reason }
    const words = await doForm(visitor, `${walletOf(customer)}/add-identity`, fields)
    expect(words).toContain('Identity added')
    expect(words).toContain('*********0123 MOBILE Active')
    const [, , added] = await listIdentities(customer)
    expect(added).toMatchObject({ type: 'MOBILE', value: '+447700900123', status: 'ACTIVE' })
  })

  it('makes up the number of a new card', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    await doForm(visitor, `${walletOf(customer)}/add-identity`, { type: 'CARD', value: '', reason })
    const [, , added] = await listIdentities(customer)
    expect(added).toMatchObject({ type: 'CARD', value: expect.stringMatching(/^\d+$/) as string })
  })

  it.each([
    [{ type: '' }, 'type', 'Choose what kind of identity it is'],
    [{ type: 'DRAGON' }, 'type', 'Choose what kind of identity it is'],
    [{ type: 'EMAIL', value: '' }, 'value', 'Enter the value'],
    [{ value: 'x'.repeat(256) }, 'value', 'at most 255 characters; this one has 256'],
    [{ reason: ' ' }, 'reason', 'Enter a reason'],
  ])('with %j is refused at its field, and what was written is kept', async (wrong, field, words) => {
    const customer = await makeCustomer(dashboard, 'maple')
    const fields = { type: 'CARD', value: 'a-value', reason, ...wrong }
    const reply = await sendForm(visitor, `${walletOf(customer)}/add-identity`, fields)
    expect(reply.status).toBe(422)
    expect(readErrors(reply)).toEqual({ words: expect.stringContaining(words) as string, fields: [field] })
    expect(reply.text).toContain(fields.value)
    expect(await listIdentities(customer)).toHaveLength(2)
  })

  it('that another wallet has is refused at its field', async () => {
    const [one, other] = [await makeCustomer(dashboard, 'maple'), await makeCustomer(dashboard, 'maple')]
    const fields = { type: 'CARD', value: other.card, reason }
    const reply = await sendForm(visitor, `${walletOf(one)}/add-identity`, fields)
    expect(reply.status).toBe(409)
    expect(readErrors(reply)).toEqual({
      words: expect.stringContaining('is taken') as string,
      fields: ['value'],
    })
  })
})

describe('an identity', () => {
  it('is suspended and activated again', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const page = await cardOf(customer)
    expect(await doForm(visitor, `${page}/suspend`, { reason })).toContain('Identity suspended')
    expect(await readStatus(customer)).toBe('SUSPENDED')
    expect(await doForm(visitor, `${page}/activate`, { reason })).toContain('Identity activated')
    expect(await readStatus(customer)).toBe('ACTIVE')
  })

  it.each([
    ['lost', 'LOST', 'Activate the identity Report as stolen Move to another wallet'],
    ['stolen', 'STOLEN', 'Move to another wallet'],
  ])('that is reported %s is %s, and offers what can still be done', async (step, status, actions) => {
    const customer = await makeCustomer(dashboard, 'maple')
    const page = await cardOf(customer)
    const words = await doForm(visitor, `${page}/${step}`, { reason })
    expect(words).toContain(`Identity reported as ${step}`)
    expect(words).toContain(actions)
    expect(await readStatus(customer)).toBe(status)
  })

  it('that was stolen cannot be freed, and nothing is changed', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const page = await cardOf(customer)
    await doForm(visitor, `${page}/stolen`, { reason })
    const reply = await sendForm(visitor, `${page}/activate`, { reason })
    expect(reply.status).toBe(409)
    expect(readErrors(reply).words).toContain('cannot be done from the status that it has now')
    expect(await readStatus(customer)).toBe('STOLEN')
  })

  it('moves to another wallet, and is found there', async () => {
    const [one, other] = [await makeCustomer(dashboard, 'maple'), await makeCustomer(dashboard, 'maple')]
    const words = await doForm(visitor, `${await cardOf(one)}/move`, { wallet: other.walletId, reason })
    expect(words).toContain('Identity moved')
    expect(words).toContain(`It came here from wallet ${one.walletId}`)
    const found = await dashboard.call('maple', `GET /wallet?identity-value=${one.card}`)
    expect(found['walletId']).toBe(other.walletId)
  })

  it.each([
    ['', 422, 'Enter the id of the wallet'],
    ['card', 422, 'Enter the id of the wallet'],
    ['999999999', 404, 'There is no such wallet'],
  ])('does not move to %j', async (wallet, status, words) => {
    const customer = await makeCustomer(dashboard, 'maple')
    const reply = await sendForm(visitor, `${await cardOf(customer)}/move`, { wallet, reason })
    expect(reply.status).toBe(status)
    expect(readErrors(reply)).toEqual({ words: expect.stringContaining(words) as string, fields: ['wallet'] })
    expect(await listIdentities(customer)).toHaveLength(2)
  })

  it("does not move to another tenant's wallet", async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    const theirs = await makeCustomer(dashboard, 'lotus')
    const reply = await sendForm(visitor, `${await cardOf(customer)}/move`, {
      wallet: theirs.walletId,
      reason,
    })
    expect(reply.status).toBe(404)
    expect(await listIdentities(customer)).toHaveLength(2)
  })

  it('is done to once, when a form is sent again', async () => {
    const [one, other] = [await makeCustomer(dashboard, 'maple'), await makeCustomer(dashboard, 'maple')]
    const page = `${await cardOf(one)}/move`
    const form = { ...readHidden((await visitor.get(page)).text, page), wallet: other.walletId, reason }
    const first = await visitor.send(page, form)
    const again = await visitor.send(page, form)
    expect(first.status).toBe(303)
    expect(again).toMatchObject({ status: 303, location: first.location })
  })

  it('of another wallet is not there', async () => {
    const [one, other] = [await makeCustomer(dashboard, 'maple'), await makeCustomer(dashboard, 'maple')]
    const path = (await cardOf(one)).replace(one.walletId, other.walletId)
    for (const step of ['', '/lost', '/move']) {
      const reply = await visitor.get(`${path}${step}`)
      expect(reply.status).toBe(404)
      expect(readWords(reply.text)).toContain('Identity not found')
    }
  })
})

describe('personal data', () => {
  const makePerson = async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    await dashboard.call('maple', 'POST /services/wallet/accounts', {
      type: 'CONSUMER',
      identities: [{ type: 'CARD', value: customer.card }],
      accounts: {},
      consumer: {
        data: {
          personal: { firstName: 'Antonia', dateOfBirth: '1990-05-17', email: 'antonia@example.com' },
          contact: [{ type: 'MOBILE', value: '+447700900999' }],
        },
      },
    })
    return customer
  }
  const secrets = (customer: Customer) => [
    'Antonia',
    '1990-05-17',
    'antonia@example.com',
    '+447700900999',
    customer.card,
  ]

  it('is masked for customer care, on every page', async () => {
    const customer = await makePerson()
    for (const path of [walletOf(customer), await cardOf(customer), `${await cardOf(customer)}/move`]) {
      const { text } = await visitor.get(path)
      for (const secret of secrets(customer)) expect(text).not.toContain(secret)
    }
    const words = readWords((await visitor.get(walletOf(customer))).text)
    expect(words).toContain('First name A***** Date of birth 1***** Email a***** Contact mobile +*****')
    expect(words).toContain('Supervisors see it in full')
  })

  it('is whole for supervisors', async () => {
    const customer = await makePerson()
    const { text } = await supervisor.get(walletOf(customer))
    for (const secret of secrets(customer)) expect(text).toContain(secret)
    expect(readWords((await supervisor.get(await cardOf(customer))).text)).toContain(`Value ${customer.card}`)
  })

  it('says so where nothing is known', async () => {
    const customer = await makeCustomer(dashboard, 'maple')
    expect(readWords((await visitor.get(walletOf(customer))).text)).toContain(
      'Nothing is known of the person.',
    )
  })
})
