// What breaks a client is told, and what does not is left alone: a list of harmless differences would be read by nobody.
import { expect, test } from 'vitest'
import { compareContracts } from './compare-contracts.ts'
import { contractSchema, type Contract } from './contract.ts'

type Parts = {
  wallet?: object
  input?: object
  query?: object[]
  extra?: object
  status?: number
  without?: boolean
  bodiless?: boolean
  demanded?: boolean
  refusals?: object
}

const usualWallet = {
  type: 'object',
  required: ['walletId', 'owner'],
  properties: {
    walletId: { type: 'string' },
    owner: { anyOf: [{ $ref: '#/components/schemas/Person' }, { type: 'null' }] },
    lines: { type: 'array', items: { type: 'object', properties: { upc: { type: 'string' } } } },
  },
}
const usualInput = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, kind: { type: 'string', enum: ['A', 'B'] } },
}

function make({
  wallet = usualWallet,
  input = usualInput,
  query = [],
  extra = {},
  status = 200,
  without = false,
  bodiless = false,
  demanded = false,
  refusals = { 404: {} },
}: Parts = {}): Contract {
  const content = (schema: object) => ({ 'application/json': { schema } })
  const change = {
    operationId: 'changeWallet',
    parameters: [{ name: 'walletId', in: 'path', required: true }, ...query],
    ...(bodiless ? {} : { requestBody: { content: content(input), required: demanded } }),
    responses: { [status]: { content: content({ $ref: '#/components/schemas/Wallet' }) }, ...refusals },
  }
  return contractSchema.parse({
    openapi: '3.1.0',
    paths: without ? {} : { '/wallet/{walletId}': { patch: change, ...extra } },
    components: {
      schemas: {
        Wallet: wallet,
        Person: {
          type: 'object',
          required: ['name'],
          properties: { name: { type: 'string' }, friend: { $ref: '#/components/schemas/Person' } },
        },
      },
    },
  })
}

const changesTo = (after: Parts, before: Parts = {}) =>
  compareContracts({ before: make(before), after: make(after) }).changes.map(({ what, place, detail }) =>
    [what, place, detail].filter(Boolean).join(' '),
  )

const properties = (change: object) => ({
  ...usualWallet,
  properties: { ...usualWallet.properties, ...change },
})

const ownerOr = (key: string, other: object) => ({ [key]: [...usualWallet.properties.owner.anyOf, other] })

test('the same contract has no changes, also where a schema contains itself', () => {
  expect(changesTo({})).toEqual([])
})

test.each([
  [{ without: true }, ['operation-removed PATCH /wallet/{}']],
  [{ status: 201 }, ['status-removed 200']],
  [
    {
      wallet: {
        ...usualWallet,
        properties: { owner: usualWallet.properties.owner, lines: usualWallet.properties.lines },
      },
    },
    ['field-removed 200.walletId'],
  ],
  [{ wallet: properties({ walletId: { type: 'integer' } }) }, ['type-changed 200.walletId string → integer']],
  [
    { wallet: properties({ walletId: { type: ['string', 'null'] } }) },
    ['type-changed 200.walletId string → null|string'],
  ],
  [
    { wallet: properties({ lines: { type: 'array', items: { type: 'object', properties: {} } } }) },
    ['field-removed 200.lines[].upc'],
  ],
  [{ wallet: { ...usualWallet, required: ['owner'] } }, ['no-longer-always 200.walletId']],
  [
    { wallet: properties({ owner: { anyOf: [{ type: 'object', properties: {} }, { type: 'null' }] } }) },
    ['field-removed 200.owner.friend', 'field-removed 200.owner.name'],
  ],
  [
    { wallet: properties({ owner: ownerOr('anyOf', { type: 'string' }) }) },
    ['type-changed 200.owner null|object → null|object|string'],
  ],
  [
    { wallet: properties({ owner: ownerOr('oneOf', { type: ['integer', 'null'] }) }) },
    ['type-changed 200.owner null|object → integer|null|object'],
  ],
  [{ input: { ...usualInput, required: ['name', 'kind'] } }, ['now-demanded body.kind']],
  [
    {
      input: {
        ...usualInput,
        properties: { ...usualInput.properties, kind: { type: 'string', enum: ['A'] } },
      },
    },
    ['value-removed body.kind B'],
  ],
  [{ query: [{ name: 'zone', in: 'query', required: true }] }, ['now-demanded query zone']],
  [{ input: { ...usualInput, additionalProperties: false } }, ['limit-narrowed body no further fields']],
] as [Parts, string[]][])('%j breaks clients', (after, expected) => {
  expect(changesTo(after)).toEqual(expected)
})

test.each([
  [{ wallet: properties({ colour: { type: 'string' } }) }],
  [{ input: { ...usualInput, properties: { ...usualInput.properties, note: { type: 'string' } } } }],
  [{ query: [{ name: 'zone', in: 'query' }] }],
  [{ wallet: properties({ walletId: { type: 'string', enum: ['w1'] } }) }],
  [{ refusals: {} }],
  [{ bodiless: true }],
  [{ extra: { get: { operationId: 'getWallet', responses: { 200: {} } } } }],
] as [Parts][])('%j breaks nobody', (after) => {
  expect(changesTo(after)).toEqual([])
})

test('a whole number may be answered where any number was, and any number be sent where a whole one was', () => {
  const wallet = (type: string) => ({ wallet: properties({ walletId: { type } }) })
  const input = (type: string) => ({
    input: { ...usualInput, properties: { ...usualInput.properties, name: { type } } },
  })
  expect(changesTo(wallet('integer'), wallet('number'))).toEqual([])
  expect(changesTo(wallet('number'), wallet('integer'))).toEqual([
    'type-changed 200.walletId integer → number',
  ])
  expect(changesTo(input('number'), input('integer'))).toEqual([])
  expect(changesTo(input('integer'), input('number'))).toEqual(['type-changed body.name number → integer'])
})

test('null is the same in either spelling, and a shape that is nowhere has no type', () => {
  const either = { wallet: properties({ walletId: { type: ['string', 'null'] } }) }
  const choice = (...more: object[]) => ({
    wallet: properties({ walletId: { anyOf: [{ type: 'string' }, { type: 'null' }, ...more] } }),
  })
  expect(changesTo(choice(), either)).toEqual([])
  expect(changesTo(either, choice())).toEqual([])
  expect(changesTo(choice({ $ref: '#/components/schemas/Nowhere' }), choice())).toEqual([])
})

test('values that clients send are told one by one', () => {
  const input = (values: readonly unknown[]) => ({
    input: { ...usualInput, properties: { ...usualInput.properties, kind: { enum: values } } },
  })
  expect(changesTo(input(['A']), input(['A', 'B', 3]))).toEqual(['value-removed body.kind B, 3'])
})

test('an answer may give fewer values than before', () => {
  const wallet = (values: readonly string[]) => ({
    wallet: properties({ walletId: { type: 'string', enum: values } }),
  })
  expect(changesTo(wallet(['a']), wallet(['a', 'b']))).toEqual([])
})

test('a body that nobody had to send may be known from now on, and may not be demanded', () => {
  expect(changesTo({ demanded: true }, { bodiless: true })).toEqual(['now-demanded body'])
  expect(changesTo({ demanded: true })).toEqual(['now-demanded body'])
  expect(changesTo({ demanded: true }, { demanded: true })).toEqual([])
  expect(changesTo({}, { demanded: true })).toEqual([])
  expect(changesTo({}, { bodiless: true })).toEqual([])
})

test('a parameter that clients send may not go away', () => {
  expect(changesTo({}, { query: [{ name: 'limit', in: 'query' }] })).toEqual([
    'parameter-removed query limit',
  ])
})

test('a field that is called as what every object has goes away like any other', () => {
  const wallet = properties({ constructor: { type: 'string' } })
  expect(changesTo({}, { wallet })).toEqual(['field-removed 200.constructor'])
})
