// A new operation that carries an id must not be missed in silence: either it is tried, or it is told by its name.
import { describe, expect, it } from 'vitest'
import { parseOperations } from '../contracts/documented-operation.ts'
import { makeProbes, type Rows } from './make-probes.ts'
import { findUntried } from './probe-outcome.ts'
import { forgetIds, makeProbeRequest } from './probe-request.ts'

const body = { content: { 'application/json': { schema: { properties: { token: {}, reference: {} } } } } }

type Written = Readonly<{
  method?: string
  id?: string
  parameters?: readonly object[]
  body?: object
  more?: object
}>

/** Operations of a document that holds nothing but them. */
function read(paths: Readonly<Record<string, Written>>) {
  return parseOperations({
    paths: Object.fromEntries(
      Object.entries(paths).map(
        ([path, { method = 'get', id = 'one', parameters = [], more = {}, ...written }]) => {
          const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
            name,
            in: 'path',
            required: true,
          }))
          const operation = {
            operationId: id,
            parameters: [...inPath, ...parameters],
            responses: { 200: {} },
            ...(written.body && { requestBody: written.body }),
            ...more,
          }
          return [path, { [method]: operation }]
        },
      ),
    ),
  })
}

const gapsOf = (paths: Parameters<typeof read>[0], rows: Rows = {}) =>
  makeProbes(read(paths), rows).gaps.map(({ operation, reason }) => `${operation.operationId}: ${reason}`)

describe('an operation that nobody has thought of', () => {
  it('is told when its id is of no known kind', () => {
    expect(gapsOf({ '/jobs/{jobId}': { id: 'getJob' } })).toEqual([
      'getJob: nobody has said what "jobId" in its path is the id of',
    ])
    expect(gapsOf({ '/jobs': { id: 'findJob', parameters: [{ name: 'batch-id', in: 'query' }] } })).toEqual([
      'findJob: nobody has said what "batch-id" in its query is the id of',
    ])
  })

  it('is told when nobody knows its body', () => {
    expect(gapsOf({ '/wallet/{walletId}/gift': { id: 'give', method: 'post', body } })).toEqual([
      'give: nobody has said what "reference" in its body is the id of',
      'give: nobody has said which body it takes',
    ])
  })

  it('is told when it needs what nobody has said', () => {
    const parameters = [{ name: 'from', in: 'query', required: true }]
    expect(gapsOf({ '/wallet/{walletId}/days': { id: 'days', parameters } })).toEqual([
      'days: nobody has said what to send as "from"',
    ])
  })

  it('is not tried as long as something is missing', () => {
    expect(makeProbes(read({ '/wallet/{walletId}/job/{jobId}': {} }), {}).probes).toEqual([])
  })

  it('is tried without a word where its ids say what they are', () => {
    const { probes, gaps } = makeProbes(read({ '/wallet/{walletId}/new': {} }), {})
    expect(gaps).toEqual([])
    expect(probes).toMatchObject([{ kind: 'wallet', swapped: ['wallet'] }])
  })

  it('is another address of one that is known, and needs no word of its own', () => {
    const more = { 'x-alias-of': 'give' }
    const rows = { give: { means: { reference: 'new' }, body: () => ({}) } } as const
    expect(gapsOf({ '/old/{walletId}': { id: 'giveAlias1', method: 'post', body, more } }, rows)).toEqual([])
  })
})

describe('probes', () => {
  it('try each id alone, and those of the path together', () => {
    const { probes } = makeProbes(read({ '/wallet/{walletId}/account/{accountId}': {} }), {})
    expect(probes.map(({ kind, swapped }) => [kind, swapped])).toEqual([
      ['wallet', ['wallet']],
      ['account', ['points']],
      ['wallet', ['wallet', 'points']],
    ])
  })

  it('leave out who needs no signature, who carries no id, and ids that are chosen anew', () => {
    const paths = {
      '/health/{id}': { id: 'open', more: { security: [] } },
      '/campaigns': { id: 'none' },
      '/schemes': { id: 'coin', parameters: [{ name: 'reference', in: 'query' }] },
    }
    expect(makeProbes(read(paths), { coin: { means: { reference: 'new' } } })).toEqual({
      probes: [],
      gaps: [],
    })
  })
})

const sides = {
  own: { wallet: '1', points: '2', token: 'mine' },
  others: { wallet: '51', points: '52', token: 'theirs' },
  fresh: 'f',
}

describe('a probe as it is sent', () => {
  const parameters = [
    { name: 'accountId', in: 'query' },
    { name: 'token', in: 'query', required: true },
  ]

  it("carries somebody else's id among one's own", () => {
    const [wallet, account] = makeProbes(read({ '/wallet/{walletId}': { parameters } }), {}).probes
    expect(wallet && makeProbeRequest(wallet, sides)).toMatchObject({
      path: { walletId: '51' },
      query: { token: 'mine' },
      foreign: ['51'],
    })
    expect(account && makeProbeRequest(account, sides)).toMatchObject({
      path: { walletId: '1' },
      query: { token: 'mine', accountId: '52' },
      foreign: ['52'],
    })
  })

  it('is not made where there is no such thing', () => {
    const [probe] = makeProbes(read({ '/campaigns/{campaignId}': {} }), {}).probes
    expect(probe && makeProbeRequest(probe, sides)).toBeNull()
  })

  it('fails where the id it is to try is empty', () => {
    const [probe] = makeProbes(read({ '/wallet/{walletId}': {} }), {}).probes
    const empty = { ...sides, others: { ...sides.others, wallet: '' } }
    expect(() => probe && makeProbeRequest(probe, empty)).toThrow(
      'The id that one is to be tried with is empty.',
    )
  })

  it('may go untried only where a tenant has no tills', () => {
    const [probe] = makeProbes(read({ '/wallet/{walletId}': {} }), {}).probes
    if (!probe) throw new Error('The operation of this test has no probe')
    const outcomes = [false, true].map((isTried) => ({ probe, isTried }))
    const whole = { services: ['wallet', 'pos'] }
    expect(findUntried(outcomes, [whole, whole])).toEqual([
      'one (GET /wallet/{walletId}), wallet: there was nothing to try it with',
    ])
    expect(findUntried(outcomes, [whole, { services: ['wallet'] }])).toEqual([])
  })

  it('fails where its body forgets the id it is to try', () => {
    const rows: Rows = { one: { means: { reference: 'new' }, body: () => ({ note: 'nothing' }) } }
    const [probe] = makeProbes(read({ '/token': { method: 'post', body } }), rows).probes
    expect(() => probe && makeProbeRequest(probe, sides)).toThrow(
      'The body for one does not carry the id at "token"',
    )
  })
})

it('ids are taken out of answers as wholes, in text and as numbers', () => {
  const body = {
    id: '51',
    number: 51,
    text: 'no 51, not 151 or 512',
    list: [{ total: 510 }],
    none: null,
    is: true,
  }
  expect(forgetIds(body, ['51'])).toEqual({
    id: '{id}',
    number: '{id}',
    text: 'no {id}, not 151 or 512',
    list: [{ total: 510 }],
    none: null,
    is: true,
  })
  expect(forgetIds('card-1 and card-12', ['card-1', 'card-12'])).toBe('{id} and {id}')
})
