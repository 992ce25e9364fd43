// The served document decides which operation an exchange was and what may be answered; it has to be read exactly.
import { expect, test } from 'vitest'
import { OpenApiContract } from './openapi-contract.ts'

const answer = (schema: object) => ({ description: '', content: { 'application/json': { schema } } })
const document = {
  openapi: '3.1.0',
  servers: [{ url: '/' }, { url: '/2.0' }, { url: 'https://{host}/{tenant}/v1/' }],
  paths: {
    '/offers/{offer-id}/rows': {
      get: {
        operationId: 'listRows',
        responses: {
          200: {
            content: { '*/*': {}, 'application/*': {}, 'application/json': { schema: { type: 'array' } } },
          },
        },
      },
    },
    '/wallet/{walletId}': {
      get: {
        operationId: 'getWallet',
        responses: { 200: answer({ $ref: '#/components/schemas/Wallet' }), 404: answer({ type: 'object' }) },
      },
      delete: { operationId: 'deleteWallet', responses: { 204: { description: '' } } },
    },
    '/wallet/accounts': {
      get: { operationId: 'listAccounts', responses: { 200: answer({ type: 'array' }) } },
    },
  },
  components: {
    schemas: {
      Wallet: {
        type: 'object',
        required: ['walletId', 'balance'],
        properties: { walletId: { type: 'string' }, balance: { type: ['integer', 'null'] } },
      },
    },
  },
}
const contract = new OpenApiContract(document)
const ask = (method: string, path: string, change: object = {}) =>
  contract.recognise({
    method,
    path,
    status: 200,
    contentType: 'application/json;charset=utf-8',
    text: '{}',
    ...change,
  })

test('an operation is found by its method and path, with the prefix and without, the plainer path first', () => {
  expect(ask('GET', '/wallet/5').operationId).toBe('getWallet')
  expect(ask('GET', '/2.0/wallet/5').template).toBe('/wallet/{walletId}')
  expect(ask('GET', '/wallet/accounts').operationId).toBe('listAccounts')
  expect(ask('POST', '/wallet/5')).toEqual({ operationId: null, template: '/wallet/5', problems: [] })
  expect(ask('GET', '/wallet/5/6').operationId).toBeNull()
})

test('a path begins where a server of the document does', () => {
  expect(ask('GET', '/maple/v1/wallet/5').operationId).toBe('getWallet')
  expect(ask('GET', '/maple/v1/wallet/5').problems).not.toEqual([])
  expect(ask('GET', '/maple/v2/wallet/5').operationId).toBeNull()
  expect(contract.knows('GET', '/maple/v1/wallet/accounts')).toBe(true)
})

test('what differs in a path may have any name', () => {
  expect(ask('GET', '/offers/7/rows').operationId).toBe('listRows')
})

test('of several forms that fit the narrowest counts', () => {
  expect(ask('GET', '/offers/7/rows').problems).toEqual(['body: must be array'])
})

test('an answer that the document allows has no problems', () => {
  expect(ask('GET', '/wallet/5', { text: '{"walletId":"5","balance":null}' }).problems).toEqual([])
  expect(ask('DELETE', '/wallet/5', { status: 204, text: '', contentType: '' }).problems).toEqual([])
})

test.each([
  [{ text: '{"walletId":5,"balance":1}' }, '/walletId: must be string'],
  [{ text: '{"walletId":"5"}' }, "must have required property 'balance'"],
  [{ text: 'oops' }, 'a body that is no JSON'],
  [{ status: 201 }, 'status 201 is not one of 200, 404'],
  [{ contentType: 'text/html' }, 'content type text/html instead of application/json'],
])('%j is told as a problem', (change, problem) => {
  expect(ask('GET', '/wallet/5', change).problems.join()).toContain(problem)
})

const shared = new OpenApiContract({
  ...document,
  paths: {
    '/wallet': { $ref: '#/components/pathItems/Wallets' },
    '/exports': {
      get: {
        operationId: 'export',
        responses: {
          200: { content: { 'text/csv': {}, 'application/*': { schema: { type: 'array' } } } },
          '4XX': { $ref: '#/components/responses/Refusal' },
          default: { description: '' },
          'x-note': 'anything',
        },
      },
      head: { responses: { 200: { content: { 'text/csv': {} } } } },
      post: { operationId: 'silent' },
      put: { operationId: 'lost', responses: { 200: { $ref: '#/components/responses/None' } } },
      delete: { operationId: 'only', responses: { 204: { description: '' }, '5XX': { description: '' } } },
    },
  },
  components: {
    ...document.components,
    responses: {
      Wallet: answer({ $ref: '#/components/schemas/Wallet' }),
      Refusal: answer({ type: 'object', required: ['errorCode'] }),
    },
    pathItems: { Wallets: { get: { responses: { 200: { $ref: '#/components/responses/Wallet' } } } } },
  },
})
const problemsOf = (method: string, path: string, change: object) => {
  const usual = { method, path, status: 200, contentType: 'application/json', text: '{}' }
  return shared.recognise({ ...usual, ...change }).problems.join()
}

test('an operation without an id is known by method and path', () => {
  expect(
    shared.recognise({ method: 'HEAD', path: '/exports', status: 200, contentType: 'text/csv', text: '' }),
  ).toEqual({ operationId: 'HEAD /exports', template: '/exports', problems: [] })
})

test('an answer that stands elsewhere in the document is held against it all the same', () => {
  expect(problemsOf('GET', '/wallet', { text: '{"walletId":"5","balance":null}' })).toBe('')
  expect(problemsOf('GET', '/wallet', { text: '{"walletId":"5"}' })).toContain("required property 'balance'")
  expect(problemsOf('PUT', '/exports', { status: 200 })).toBe('')
})

test('a range of statuses stands for each of them, and the default for all others', () => {
  expect(problemsOf('GET', '/exports', { status: 409, text: '{"errorCode":"E1"}' })).toBe('')
  expect(problemsOf('GET', '/exports', { status: 409 })).toContain("required property 'errorCode'")
  expect(problemsOf('GET', '/exports', { status: 503, text: '' })).toBe('')
  expect(problemsOf('GET', '/exports', { status: 503 })).toBe('a body, where none is documented')
  expect(problemsOf('DELETE', '/exports', { status: 404 })).toBe('status 404 is not one of 204, 5XX')
  expect(problemsOf('POST', '/exports', { status: 201 })).toBe('')
})

test.each([
  [{ contentType: 'text/csv;charset=utf-8', text: 'a,b' }, ''],
  [{ contentType: 'Application/Vnd.rows+json', text: '[]' }, ''],
  [{ contentType: 'application/vnd.rows+json', text: '{}' }, 'body: must be array'],
  [{ contentType: 'text/html', text: '' }, 'content type text/html instead of text/csv or application/*'],
  [{ contentType: 'text/csvx', text: '' }, 'content type text/csvx instead of text/csv or application/*'],
])('of several forms an answer has one: %j', (change, problem) => {
  expect(problemsOf('GET', '/exports', change)).toBe(problem)
})

test('what is no OpenAPI document is refused', () => {
  expect(() => new OpenApiContract({ hello: 'world' })).toThrow()
})
