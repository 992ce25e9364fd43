// The published contract: complete, and told to everybody.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPlatform, type Platform } from './platform.ts'

let platform: Platform

beforeAll(async () => {
  platform = await openPlatform('--instances', '1')
})
afterAll(() => platform.stop())

const operations = () =>
  Object.entries(platform.document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, operation]) => ({
      route: `${verb.toUpperCase()} ${path}`,
      ...operation,
    })),
  )

it('names every operation that clients know', () => {
  expect(operations().map(({ route }) => route)).toEqual(
    expect.arrayContaining([
      'POST /services/wallet/accounts',
      'POST /wallet',
      'POST /services/wallet',
      'GET /wallet',
      'GET /wallet/{walletId}',
      'PATCH /wallet/{walletId}',
      'PATCH /wallet/{walletId}/activate',
      'PATCH /wallet/{walletId}/suspend',
      'PATCH /wallet/{walletId}/terminate',
      'PATCH /wallet/{walletId}/state',
      'DELETE /wallet/{walletId}',
      'DELETE /services/wallet/{walletId}',
      'GET /wallet/{walletId}/identities',
      'POST /wallet/{walletId}/identity',
      'GET /wallet/{walletId}/accounts',
      'GET /wallet/accounts',
      'GET /wallet/{walletId}/account/{accountId}',
      'POST /wallet/{walletId}/campaign/{campaignId}/account',
      'POST /wallet/{walletId}/scheme/{schemeId}/account',
      ...['earn', 'credit', 'debit', 'spend', 'goodwill', 'redeem', 'unredeem', 'cancel'].map(
        (step) => `PATCH /wallet/{walletId}/account/{accountId}/${step}`,
      ),
      'GET /wallet/{walletId}/transaction/{walletTransactionId}',
      'GET /wallet/transaction',
      'GET /wallet/{walletId}/transactions',
      'POST /token/create',
      'POST /connect/wallet/open',
      'POST /connect/wallet/settle',
      'GET /connect/wallet/transaction',
      'PATCH /connect/wallet/transaction',
      'GET /campaigns',
      'POST /campaigns',
      ...['GET', 'PUT', 'PATCH', 'POST', 'DELETE'].map((method) => `${method} /campaigns/{campaignId}`),
      'GET /campaigns/reference/{reference}',
      'PATCH /services/wallet/{walletId}/merge/{survivorId}',
      'PATCH /account/{accountId}/move/to/wallet/{walletId}',
      ...['suspend', 'activate', 'lost', 'stolen', 'terminate'].map(
        (step) => `PATCH /wallet/{walletId}/identity/{identityId}/${step}`,
      ),
      'GET /wallet/{walletId}/account/{accountId}/transactions',
      ...['GET', 'POST', 'PUT', 'DELETE'].map((method) => `${method} /wallet/{walletId}/consumer`),
      ...['verify', 'redeem', 'unlock'].map((step) => `POST /connect/account/${step}`),
      ...['refund', 'spend', 'spend/void', 'spend/calculate', 'unlock'].map(
        (step) => `POST /connect/wallet/${step}`,
      ),
      'GET /events',
      'GET /audit',
      'GET /schemes/points',
      'POST /schemes/points',
      'GET /health',
      'GET /ready',
      'GET /version',
    ]),
  )
})

it('gives each operation a name of its own, and says what it answers and refuses', () => {
  const ids = operations().map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
  const mute = operations().filter(
    ({ responses }) => !Object.keys(responses).some((status) => status < '300'),
  )
  expect(mute).toEqual([])
  const open = ['getHealth', 'getReadiness', 'getVersion', 'getOpenApi']
  const signed = operations().filter(({ operationId }) => !open.includes(operationId))
  for (const { route, responses } of signed)
    expect([route, Object.keys(responses)]).toEqual([
      route,
      expect.arrayContaining(['401', '403', '429', '500', '503']),
    ])
})

it('warns of every body that it can be too large', () => {
  const withBody = operations().filter(({ requestBody }) => requestBody !== undefined)
  expect(withBody.length).toBeGreaterThan(20)
  expect(withBody.filter(({ responses }) => responses['413'] === undefined)).toEqual([])
})

it('points nowhere into the void, and does not name the controls of tests', () => {
  const text = JSON.stringify(platform.document)
  const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
  const known = Object.keys(platform.document.components.schemas)
  expect([...new Set(names)].filter((name) => !known.includes(name ?? ''))).toEqual([])
  expect(text).not.toContain('/test/')
  expect(text).not.toContain('$defs')
  expect(platform.document.openapi).toBe('3.1.0')
})

it('says of every change which event it raises, and of no look', () => {
  const named = operations().filter((operation) => 'x-event' in operation)
  expect(named.filter(({ route }) => route.startsWith('GET '))).toEqual([])
  const mute = operations().filter(
    (operation) => !('x-event' in operation) && !operation.route.startsWith('GET '),
  )
  expect(mute.map(({ route }) => route).toSorted()).toEqual([
    'POST /connect/account/unlock',
    'POST /connect/account/verify',
    'POST /connect/wallet/open',
    'POST /connect/wallet/spend/calculate',
  ])
})
