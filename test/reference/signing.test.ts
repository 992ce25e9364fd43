// Who may call: the hash covers the raw target, the raw bytes and the secret, and nothing less or else will do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorBody, Page, Wallet } from './answers.ts'
import { makeText } from './customers.ts'
import { findClient, makeApi, openPlatform, readReply, type Platform } from './platform.ts'
import { signedRequest, signTarget, type Call, type Client } from './signed-request.ts'

let platform: Platform
let maple: Client

beforeAll(async () => {
  platform = await openPlatform('--instances', '2', '--https')
  maple = findClient(platform, 'maple')
})
afterAll(() => platform.stop())

const ask = async <Body = ErrorBody>(call: Call, client = maple) =>
  readReply<Body>(await signedRequest(client, call))

const newWallet = (value: string) => ({ identities: [{ type: 'CARD', value }] })

describe('the hash', () => {
  it('is the published one', () => {
    const published = '76e132ab2154bb7139258b65134ddaf74c12a4242ce136b87a7335292fddc068'
    expect(signTarget('/wallet/555555', '', '0987654321')).toBe(published)
  })

  it.each([
    ['without the prefix', '/wallet/555555'],
    ['with the prefix', '/2.0/wallet/555555'],
  ])('lets the caller in %s', async (_how, target) => {
    const { status, body } = await ask({ method: 'GET', target })
    expect([status, body.errorCode]).toEqual([404, 'WALLET_NOT_FOUND'])
  })

  it('covers the prefix', async () => {
    const headers = { 'X-EES-AUTH-HASH': signTarget('/wallet/555555', '', maple.secret) }
    expect((await ask({ method: 'GET', target: '/2.0/wallet/555555', headers })).status).toBe(401)
  })

  it.each([
    ['escaped brackets', '/wallet/1/accounts?state%5B%5D=LOADED&state%5B%5D=UNLOADED'],
    ['plain brackets', '/wallet/1/accounts?state[]=LOADED&state[]=UNLOADED'],
    ['an escaped plus', '/wallet?identity-value=jo%2Bsmith%40example.com'],
    ['a plus for a space', '/wallet?identity-value=a+b'],
    ['an escape that need not be', '/wallet?identity-value=wow%21'],
    ['letters of another script', `/wallet?identity-value=${encodeURIComponent('žluťoučký')}`],
    ['lower-case escapes', '/wallet?identity-value=%c3%a9'],
  ])('is over the target as it was sent: %s', async (_what, target) => {
    const { status, body } = await ask({ method: 'GET', target })
    expect([status, body.errorCode]).toEqual([404, 'WALLET_NOT_FOUND'])
  })

  it.each([
    ['spaces', (value: string) => `{"identities": [{"type": "CARD", "value": "${value}"}]}`],
    ['line ends', (value: string) => JSON.stringify(newWallet(value), null, 2)],
    ['escaped letters', (value: string) => JSON.stringify(newWallet(`${value}é`)).replace('é', '\\u00e9')],
    ['letters as they are', (value: string) => JSON.stringify(newWallet(`${value}é`))],
  ])('is over the body as it was sent: %s', async (_what, write) => {
    const target = '/2.0/wallet'
    const { status } = await ask({ method: 'POST', target, body: write(makeText('card')) })
    expect(status).toBe(201)
  })

  it.each(['GET', 'DELETE', 'PATCH'])(
    'is over nothing where the body is empty, even if %s says so',
    async (method) => {
      const headers = { 'Content-Type': 'application/json', 'Content-Length': '0' }
      const target = method === 'PATCH' ? '/2.0/wallet/1/account/1/redeem' : '/2.0/wallet/1'
      const { status, body } = await ask({ method, target, headers })
      expect([status, body.errorCode]).toEqual([404, 'WALLET_NOT_FOUND'])
    },
  )

  it('is over the bytes of a body that comes in chunks', async () => {
    const headers = { 'Transfer-Encoding': 'chunked' }
    const body = JSON.stringify(newWallet(makeText('card')))
    expect((await ask({ method: 'POST', target: '/wallet', body, headers })).status).toBe(201)
  })
})

describe('a caller who is refused', () => {
  const right = () => signTarget('/wallet', JSON.stringify({}), maple.secret)
  const cases: [string, () => Record<string, string | null>][] = [
    ['no hash', () => ({ 'X-EES-AUTH-HASH': null })],
    ['an empty hash', () => ({ 'X-EES-AUTH-HASH': '' })],
    ['a hash in capitals', () => ({ 'X-EES-AUTH-HASH': right().toUpperCase() })],
    ['a hash cut short', () => ({ 'X-EES-AUTH-HASH': right().slice(0, -1) })],
    ['a hash and more', () => ({ 'X-EES-AUTH-HASH': `${right()}0` })],
    ['a hash of a changed body', () => ({ 'X-EES-AUTH-HASH': signTarget('/wallet', '{} ', maple.secret) })],
    ['a hash of another target', () => ({ 'X-EES-AUTH-HASH': signTarget('/wallet?', '{}', maple.secret) })],
    [
      'a hash of a request without the body',
      () => ({ 'X-EES-AUTH-HASH': signTarget('/wallet', '', maple.secret) }),
    ],
    [
      'a hash with another secret',
      () => ({ 'X-EES-AUTH-HASH': signTarget('/wallet', '{}', `${maple.secret}x`) }),
    ],
    ['a hash of another client', () => ({ 'X-EES-AUTH-CLIENT-ID': findClient(platform, 'cedar').clientId })],
    ['no client', () => ({ 'X-EES-AUTH-CLIENT-ID': null })],
    ['an unknown client', () => ({ 'X-EES-AUTH-CLIENT-ID': 'maple-0000000000000000' })],
  ]

  it.each(cases)('hears the same whatever was wrong: %s', async (_what, headers) => {
    const { status, body } = await ask({ method: 'POST', target: '/wallet', body: '{}', headers: headers() })
    expect([status, body]).toEqual([
      401,
      { errorCode: 'UNAUTHORISED', errorMessage: 'The request is not signed by a known client.' },
    ])
  })

  it('hears it before anything about the body or the route', async () => {
    const headers = { 'X-EES-AUTH-HASH': 'wrong' }
    expect((await ask({ method: 'POST', target: '/wallet', body: '{not json', headers })).status).toBe(401)
    expect((await ask({ method: 'GET', target: '/no-such-route', headers })).status).toBe(401)
    expect((await ask({ method: 'GET', target: '/no-such-route' })).status).toBe(404)
    expect((await ask({ method: 'GET', target: '/wallet/%zz', headers })).status).toBe(401)
    expect((await ask({ method: 'GET', target: '/wallet/%zz' })).status).toBe(400)
  })

  it('has not moved anything', async () => {
    const value = makeText('card')
    const headers = { 'X-EES-AUTH-HASH': 'wrong' }
    await ask({ method: 'POST', target: '/wallet', body: JSON.stringify(newWallet(value)), headers })
    expect((await ask({ method: 'GET', target: `/wallet?identity-value=${value}` })).status).toBe(404)
  })

  it('is a revoked client, at once and on every instance', async () => {
    const made = await platform.control<Client>('POST', '/test/clients', { tenant: 'maple' })
    const client = { ...made.body, url: platform.ready.url }
    expect((await ask({ method: 'GET', target: '/wallet/1' }, client)).status).toBe(404)
    expect((await platform.control('DELETE', `/test/clients/${client.clientId}`)).status).toBe(204)
    for (const { url } of platform.ready.instances) {
      expect((await ask({ method: 'GET', target: '/wallet/1' }, { ...client, url })).status).toBe(401)
    }
    expect((await ask({ method: 'GET', target: '/wallet/1' })).status).toBe(404)
    expect((await platform.control('DELETE', `/test/clients/${client.clientId}`)).status).toBe(404)
  })

  it('is nobody of an unknown tenant', async () => {
    expect((await platform.control('POST', '/test/clients', { tenant: 'nobody' })).status).toBe(400)
  })
})

describe('every answer', () => {
  it('has a call id of its own, on success and on error', async () => {
    const calls = [
      { method: 'GET', target: '/campaigns' },
      { method: 'GET', target: '/campaigns' },
      { method: 'GET', target: '/wallet/1' },
      { method: 'GET', target: '/wallet/1', headers: { 'X-EES-AUTH-HASH': null } },
      { method: 'GET', target: '/no-such-route' },
      { method: 'POST', target: '/wallet', body: '{not json' },
    ]
    const replies = await Promise.all(calls.map((call) => ask(call)))
    for (const { callId } of replies) expect(callId).toMatch(/^[0-9a-f-]{36}$/)
    expect(new Set(replies.map(({ callId }) => callId)).size).toBe(calls.length)
  })

  it('says what is wrong with a body, never how the platform is built', async () => {
    const broken = await ask({ method: 'POST', target: '/wallet', body: '{"identities":' })
    expect([broken.status, broken.body.errorCode]).toEqual([400, 'MALFORMED_JSON'])
    const utf8 = await ask({ method: 'POST', target: '/wallet', body: '' })
    expect([utf8.status, utf8.body.errorCode]).toEqual([400, 'INVALID_REQUEST'])
    const large = await ask({ method: 'POST', target: '/wallet', body: `"${'x'.repeat(300_000)}"` })
    expect([large.status, large.body.errorCode]).toEqual([413, 'BODY_TOO_LARGE'])
  })

  it('is zipped for those who can read that', async () => {
    const call = { method: 'GET', target: '/schemes/points?limit=500' }
    const api = makeApi(platform.document, maple)
    await Promise.all(
      [1, 2].map((number) => api.do('POST', '/schemes/points', { details: { name: `S${number}` } })),
    )
    const plain = await signedRequest(maple, call)
    const zipped = await signedRequest(maple, { ...call, headers: { 'Accept-Encoding': 'gzip, deflate' } })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(readReply<Page<unknown>>(zipped).body).toEqual(readReply<Page<unknown>>(plain).body)
    expect(plain.headers['content-type']).toBe('application/json;charset=utf-8')
  })
})

describe('https', () => {
  it('serves the same platform to those who trust its certificate', async () => {
    const { httpsUrl = '', certificate = '' } = platform.ready
    const { readFile } = await import('node:fs/promises')
    const secure = { ...maple, url: httpsUrl }
    const call = { method: 'POST', target: '/2.0/wallet', body: JSON.stringify({}) }
    const reply = await signedRequest(secure, { ...call, certificate: await readFile(certificate, 'utf8') })
    expect(readReply<Wallet>(reply)).toMatchObject({ status: 201, body: { status: 'ACTIVE' } })
    await expect(signedRequest(secure, call)).rejects.toThrow(/self-signed/)
  })
})
