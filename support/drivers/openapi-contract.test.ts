// The served document decides which operation an exchange was and what may be answered; it has to be read exactly.
import { expect, test } from 'vitest'
import { OpenApiContract } from './openapi-contract.ts'

const answer = (schema: object) => ({ description: '', content: { 'application/json': { schema } } })
const document = {
  openapi: '3.1.0',
  paths: {
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

test('what is no OpenAPI document is refused', () => {
  expect(() => new OpenApiContract({ hello: 'world' })).toThrow()
})
