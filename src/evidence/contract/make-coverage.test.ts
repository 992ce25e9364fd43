// Coverage is counted against the contract, not against what happened to be called.
import { expect, test } from 'vitest'
import type { CoverageFile } from '../../run/coverage.ts'
import { contractSchema } from './contract.ts'
import { makeCoverage } from './make-coverage.ts'

const contract = contractSchema.parse({
  openapi: '3.1.0',
  paths: {
    '/wallet/{walletId}': {
      get: { operationId: 'getWallet', tags: ['wallet'], responses: { 200: {}, 404: {} } },
      delete: { operationId: 'deleteWallet', tags: ['wallet'], responses: { 204: {}, 404: {} } },
    },
    '/health': { get: { operationId: 'getHealth', responses: { 200: {} } } },
  },
})
const use = (operationId: string | null, status: number, tenants: string[]) => ({
  operationId,
  method: 'GET',
  template: '/x',
  status,
  count: 1,
  tenants,
})

const nothing: CoverageFile = {
  schema: 'airlock.coverage/1',
  runId: 'r',
  uses: [],
  violations: [],
  unreadable: 0,
}

test('an operation without an id counts, one whose answers have a default may refuse, and one that cannot be read is named', () => {
  const read = contractSchema.parse({
    openapi: '3.1.0',
    paths: {
      '/health': { get: { responses: { 200: {}, default: {} } } },
      '/wallet': { post: { operationId: 'open', tags: ['wallet'], requestBody: { $ref: '#/none' } } },
    },
  })
  const file = { ...nothing, uses: [use('GET /health', 200, ['maple'])] }
  expect(makeCoverage(file, read)).toMatchObject({
    operations: [{ operationId: 'GET /health', isRefusable: true, succeeded: ['maple'] }],
    unread: [
      {
        operationId: 'open',
        services: ['wallet'],
        reason: 'operation.requestBody: #/none leads nowhere in the document',
      },
    ],
  })
})

test('each operation says for whom it succeeded and refused; one that was never called stands there too', () => {
  const file: CoverageFile = {
    ...nothing,
    uses: [
      use('getWallet', 200, ['maple']),
      use('getWallet', 404, ['cedar', 'maple']),
      use(null, 404, ['maple']),
      use('getHealth', 500, ['maple']),
    ],
  }
  expect(
    makeCoverage(file, contract).operations.map(({ operationId, isRefusable, succeeded, refused }) => ({
      operationId,
      isRefusable,
      succeeded,
      refused,
    })),
  ).toEqual([
    { operationId: 'deleteWallet', isRefusable: true, succeeded: [], refused: [] },
    { operationId: 'getHealth', isRefusable: false, succeeded: [], refused: [] },
    { operationId: 'getWallet', isRefusable: true, succeeded: ['maple'], refused: ['cedar', 'maple'] },
  ])
})

test('of two operations with one id the one that was called does not stand for the other', () => {
  const twice = contractSchema.parse({
    openapi: '3.1.0',
    paths: {
      '/wallet': { get: { operationId: 'get', responses: { 200: {} } } },
      '/account': { get: { operationId: 'get', responses: { 200: {} } } },
    },
  })
  const file = { ...nothing, uses: [{ ...use('get', 200, ['maple']), template: '/wallet' }] }
  expect(makeCoverage(file, twice).operations).toMatchObject([
    { path: '/wallet', succeeded: ['maple'] },
    { path: '/account', succeeded: [] },
  ])
})
