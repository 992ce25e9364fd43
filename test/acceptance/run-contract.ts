// The contract that a built run's candidate serves, and what the run has used of it: everything, unless a test says
// otherwise.
import type { CoverageFile } from '../../src/run/coverage.ts'

const text = { type: 'string' }
const wallet = { type: 'object', required: ['walletId'], properties: { walletId: text, friendlyName: text } }
const answer = { content: { 'application/json': { schema: wallet } } }

/** openapi.json of two operations. */
export const usualContract = {
  openapi: '3.1.0',
  info: { title: 'Built', version: '7.7.0' },
  paths: {
    '/wallet': {
      post: { operationId: 'createWallet', tags: ['wallet'], responses: { 201: answer, 400: {} } },
    },
    '/wallet/{walletId}': {
      get: { operationId: 'getWallet', tags: ['wallet'], responses: { 200: answer, 404: {} } },
    },
  },
}

type Use = CoverageFile['uses'][number]

/** coverage.json: each operation has answered and refused, for each tenant. */
export function makeCoverageFile(runId: string, tenants: readonly string[]): CoverageFile {
  const use = (operationId: string, status: number, method = 'GET'): Use => ({
    operationId,
    method,
    template: method === 'GET' ? '/wallet/{walletId}' : '/wallet',
    status,
    count: tenants.length,
    tenants: [...tenants],
  })
  return {
    schema: 'airlock.coverage/1',
    runId,
    uses: [
      use('createWallet', 201, 'POST'),
      use('createWallet', 400, 'POST'),
      use('getWallet', 200),
      use('getWallet', 404),
    ],
    violations: [],
    unreadable: 0,
  }
}
