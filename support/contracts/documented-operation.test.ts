// Where operations carry ids is read of the document alone; what is not seen here is checked by nobody.
import { describe, expect, it } from 'vitest'
import { parseOperations } from './documented-operation.ts'

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const done = { responses: { 200: { description: '' }, 404: { description: '' } } }
const text = { type: 'string' }

const document = {
  openapi: '3.1.0',
  paths: {
    '/health': { get: { operationId: 'health', security: [], ...done } },
    '/wallet/{walletId}': {
      get: {
        operationId: 'getWallet',
        tags: ['wallet'],
        security: [{ key: [] }],
        parameters: [
          { name: 'walletId', in: 'path', required: true },
          { name: 'limit', in: 'query', required: true },
          { name: 'identity-value', in: 'query' },
          { name: 'x-ees-transaction-id', in: 'header', required: true },
          { name: 'valid', in: 'query' },
        ],
        ...done,
      },
    },
    '/old/{w}': {
      get: {
        operationId: 'oldWay',
        'x-alias-of': 'getWallet',
        parameters: [{ name: 'w', in: 'path' }],
        ...done,
      },
    },
    '/open': {
      post: {
        operationId: 'open',
        requestBody: json({ $ref: '#/components/schemas/Opening' }),
        responses: { 201: json({ properties: { results: { type: 'array', items: text } } }) },
      },
    },
  },
  components: {
    schemas: {
      Opening: {
        properties: {
          walletId: text,
          note: text,
          identity: { anyOf: [{ properties: { identityValue: text } }, { type: 'null' }] },
          examine: { type: 'array', items: { properties: { value: text } } },
          partners: { properties: { redemption: { type: 'array', items: text } } },
          parent: { $ref: '#/components/schemas/Opening' },
        },
      },
    },
  },
}

const operations = parseOperations(document)
const find = (id: string) => operations.find(({ operationId }) => operationId === id)

describe('the operations of a document', () => {
  it('tell who may call them and what they answer', () => {
    expect(
      operations.map(({ operationId, isSigned, hasBody, isList, success }) => [
        operationId,
        isSigned,
        hasBody,
        isList,
        success,
      ]),
    ).toEqual([
      ['health', false, false, false, [200]],
      ['getWallet', true, false, false, [200]],
      ['oldWay', true, false, false, [200]],
      ['open', true, true, true, [201]],
    ])
  })

  it('tell which operation another address is one of', () => {
    expect(find('oldWay')?.basis).toBe('getWallet')
    expect(find('getWallet')?.basis).toBe('getWallet')
  })

  it('carry ids in path, query and header, whatever a part of the path is called', () => {
    expect(find('getWallet')?.places).toEqual([
      { in: 'path', name: 'walletId', isRequired: true },
      { in: 'query', name: 'identity-value', isRequired: false },
      { in: 'header', name: 'x-ees-transaction-id', isRequired: true },
    ])
    expect(find('oldWay')?.places).toMatchObject([{ in: 'path', name: 'w' }])
  })

  it('need other parameters besides', () => {
    expect(find('getWallet')?.needs).toEqual(['limit'])
  })

  it('carry ids anywhere in a body, also one that holds itself', () => {
    expect(find('open')?.places.map(({ name }) => name)).toEqual([
      'walletId',
      'identity.identityValue',
      'examine[].value',
      'partners.redemption[]',
    ])
  })
})

it('reads what stands once for many, beside the operations of a path or elsewhere', () => {
  const referring = {
    '/wallet/{walletId}': {
      parameters: [
        { $ref: '#/components/parameters/WalletId' },
        { name: 'limit', in: 'query', required: true },
      ],
      get: done,
      put: {
        operationId: 'put',
        parameters: [{ name: 'limit', in: 'query' }],
        requestBody: { $ref: '#/components/requestBodies/Wallet' },
        responses: { 200: { $ref: '#/components/responses/Rows' }, 'x-note': 'anything' },
      },
    },
    '/again/{walletId}': { $ref: '#/paths/~1wallet~1%7BwalletId%7D' },
  }
  const components = {
    parameters: { WalletId: { name: 'walletId', in: 'path', required: true } },
    requestBodies: { Wallet: json({ properties: { ownerId: text } }) },
    responses: { Rows: json({ properties: { results: { type: 'array', items: text } } }) },
  }
  const found = parseOperations({ openapi: '3.1.0', paths: referring, components })
  const walletId = { in: 'path', name: 'walletId', isRequired: true }
  expect(found.map(({ operationId, needs }) => [operationId, needs])).toEqual([
    ['GET /wallet/{walletId}', ['limit']],
    ['put', []],
    ['GET /again/{walletId}', ['limit']],
    ['put', []],
  ])
  expect(found[1]).toMatchObject({
    hasBody: true,
    isList: true,
    success: [200],
    places: [walletId, { in: 'body', name: 'ownerId', isRequired: false }],
  })
})

it.each([
  [{ get: { ...done, parameters: [{ $ref: '#/components/parameters/None' }] } }],
  [{ get: { ...done, parameters: [{ $ref: 'elsewhere.json#/Zone' }] } }],
  [{ get: { responses: { 200: { $ref: '#/paths/~1open/get/responses/200' } } } }],
  [{ post: { ...done, requestBody: { $ref: '#/constructor' } } }],
  [{ post: { ...done, requestBody: { $ref: '#/components/100%' } } }],
  [{ post: null }],
  [{ post: { responses: [] } }],
])('an operation that cannot be read is refused, and not left out: %j', (item) => {
  expect(() => parseOperations({ openapi: '3.1.0', paths: { '/open': item } })).toThrow()
})

it('what is no document is refused', () => {
  expect(() => parseOperations({ openapi: '3.1.0' })).toThrow()
})
