// What a contract writes once and refers to is read like the rest; what cannot be read is named and not left out.
import { expect, test } from 'vitest'
import { contractSchema } from './contract.ts'
import { listOperations } from './list-operations.ts'

const components = {
  parameters: {
    Zone: { name: 'zone', in: 'query', required: true },
    Again: { $ref: '#/components/parameters/Zone' },
    Circle: { $ref: '#/components/parameters/Circle' },
    'a/b~c %': { name: 'odd', in: 'query' },
  },
  requestBodies: { Wallet: { required: true, content: { 'application/json': {} } } },
  responses: { Gone: { content: { 'application/json': { schema: { type: 'object' } } } } },
  pathItems: { Wallet: { get: { operationId: 'getWallet' }, delete: { operationId: 'deleteWallet' } } },
}

const list = (paths: object) => listOperations(contractSchema.parse({ openapi: '3.1.0', paths, components }))
const ref = (pointer: string) => ({ $ref: pointer })
const ids = (paths: object) => list(paths).operations.map(({ operationId }) => operationId)

test('parameters, bodies and answers are read behind their references', () => {
  const post = {
    operationId: 'openWallet',
    parameters: [ref('#/components/parameters/Again'), ref('#/components/parameters/a~1b~0c%20%25')],
    requestBody: ref('#/components/requestBodies/Wallet'),
    responses: { 410: ref('#/components/responses/Gone'), 'x-note': 'anything' },
  }
  expect(list({ '/wallet': { post } })).toMatchObject({
    operations: [
      {
        operationId: 'openWallet',
        parameters: [{ name: 'zone', required: true }, { name: 'odd' }],
        requestBody: { required: true },
        responses: { 410: components.responses.Gone },
      },
    ],
    unread: [],
  })
})

test('a path says for all its operations what they do not say themselves', () => {
  const own = { name: 'zone', in: 'query', required: false }
  const paths = {
    '/wallet': {
      parameters: [ref('#/components/parameters/Zone'), { name: 'zone', in: 'header' }],
      get: { operationId: 'a' },
      put: { operationId: 'b', parameters: [own] },
    },
  }
  expect(
    list(paths).operations.map(({ parameters }) => parameters.map((one) => [one.in, one.required])),
  ).toEqual([
    [
      ['query', true],
      ['header', false],
    ],
    [
      ['query', false],
      ['header', false],
    ],
  ])
})

test('a path may stand elsewhere, and have more beside its reference', () => {
  const post = { operationId: 'post' }
  expect(ids({ '/wallet': { ...ref('#/components/pathItems/Wallet'), post } })).toEqual([
    'deleteWallet',
    'getWallet',
    'post',
  ])
})

test('operations without an id are known by method and path, and every method counts', () => {
  const none = { responses: {} }
  expect(ids({ '/b': { get: none, head: none, options: none }, '/a': { get: { operationId: '' } } })).toEqual(
    ['GET /a', 'GET /b', 'HEAD /b', 'OPTIONS /b'],
  )
})

test.each([
  [
    { parameters: [ref('#/components/parameters/None')] },
    'operation.parameters.0: #/components/parameters/None leads nowhere in the document',
  ],
  [
    { parameters: [ref('#/components/parameters/Circle')] },
    'operation.parameters.0: #/components/parameters/Circle leads nowhere in the document',
  ],
  [
    { requestBody: ref('other.json#/Wallet') },
    'operation.requestBody: other.json#/Wallet leads nowhere in the document',
  ],
  [{ responses: { 200: ref('#/constructor') } }, 'operation.responses.200: #/constructor leads nowhere'],
  [
    { responses: { 200: ref('#/openapi/length') } },
    'operation.responses.200: #/openapi/length leads nowhere',
  ],
  [{ responses: { 200: ref('#/%E0%A4/x') } }, 'operation.responses.200: #/%E0%A4/x leads nowhere'],
  [{ parameters: [{ in: 'query' }] }, 'operation.parameters.0.name: '],
])('an operation with %j is named as unread, with the reason', (broken, reason) => {
  const paths = { '/a': { get: { tags: ['wallet'], ...broken }, put: { operationId: 'b' } } }
  expect(ids(paths)).toEqual(['b'])
  expect(list(paths).unread).toEqual([
    {
      operationId: 'GET /a',
      method: 'GET',
      path: '/a',
      tags: ['wallet'],
      reason: expect.stringContaining(reason) as string,
    },
  ])
})

test('what is no operation, or has a path that cannot be read, keeps its name', () => {
  const unread = (paths: object) =>
    list(paths).unread.map(({ operationId, reason }) => `${operationId}: ${reason}`)
  expect(unread({ '/a': { get: null } })).toEqual([expect.stringContaining('GET /a: operation: ')])
  expect(unread({ '/a': { get: { operationId: 'a', tags: 'wallet' } } })).toEqual([
    expect.stringContaining('a: operation.tags: '),
  ])
  expect(list({ '/a': { get: { tags: ['wallet', 5] } } }).unread).toMatchObject([{ tags: ['wallet'] }])
  expect(unread({ '/a': { parameters: [{}], get: { operationId: 'a' } } })).toEqual([
    expect.stringContaining('a: parameters.0.name: '),
  ])
  expect(unread({ '/a': ref('#/components/pathItems/None') })).toEqual([
    '/a: #/components/pathItems/None leads nowhere in the document',
  ])
})
