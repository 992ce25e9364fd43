// Whoever was let in is let in with what they have; what a document calls it is nobody's business.
import { expect, test } from 'vitest'
import { compareContracts } from './compare-contracts.ts'
import { contractSchema } from './contract.ts'

const schemes = {
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  token: { type: 'http', scheme: 'bearer' },
}
const make = (own: unknown, all?: unknown, securitySchemes: object = schemes) =>
  contractSchema.parse({
    openapi: '3.1.0',
    ...(all === undefined ? {} : { security: all }),
    paths: {
      '/wallet': { get: { operationId: 'getWallet', ...(own === undefined ? {} : { security: own }) } },
    },
    components: { securitySchemes },
  })
const changes = (before: ReturnType<typeof make>, after: ReturnType<typeof make>) =>
  compareContracts({ before, after }).changes.map(({ what, place, detail }) => `${what} ${place} ${detail}`)

const [key, token] = [{ key: [] }, { token: [] }]

const asks: Readonly<Record<string, readonly [before: unknown, after: unknown, detail: string]>> = {
  'an open one that is closed': [undefined, [key], 'nothing → apikey header x-key'],
  'another way in': [[key], [token], 'apikey header x-key → http bearer'],
  'one of two ways': [[key, token], [token], 'apikey header x-key or http bearer → http bearer'],
  'two things at once': [
    [token],
    [{ ...key, ...token }],
    'http bearer → apikey header x-key and http bearer',
  ],
  'a scope more': [[token], [{ token: ['write'] }], 'http bearer → http bearer and http bearer write'],
}

test.each(Object.entries(asks))('%s asks more of clients', (_, [before, after, detail]) => {
  expect(changes(make(before), make(after))).toEqual([`now-demanded security ${detail}`])
  expect(changes(make(after), make(after))).toEqual([])
})

test('asking less, or the same of another name or at another place of the document, breaks nobody', () => {
  expect(changes(make([key]), make([]))).toEqual([])
  expect(changes(make([key]), make([key, token]))).toEqual([])
  expect(changes(make([{ ...key, ...token }]), make([token]))).toEqual([])
  expect(changes(make([key]), make(undefined, [key]))).toEqual([])
  expect(changes(make([key]), make([{ ApiKey: [] }], undefined, { ApiKey: schemes.key }))).toEqual([])
  expect(changes(make([{}, key]), make([{}]))).toEqual([])
})

test('what is no list of ways, and a scheme that is nowhere, are taken as they stand', () => {
  expect(changes(make('x'), make([null]))).toEqual([])
  expect(changes(make([{ gone: 'x' }]), make([{ gone: [] }]))).toEqual([])
  expect(changes(make([{ gone: [] }]), make([{ other: [] }]))).toEqual(['now-demanded security gone → other'])
})
