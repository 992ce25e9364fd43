// Clients made, limited and revoked, for tests only: what a revoked client may still do must not be tried on one that
// others use.
import { z } from 'zod'
import { deleteLimit, writeLimit } from '../../service/rate-limit.ts'
import { found, Refusal } from '../../service/refusal.ts'
import { deleteCredential, findCredential, makeCredential, writeCredential } from '../../store/credentials.ts'
import { answer, type OpenOperation } from '../operation.ts'
import { chooseTenant, readControlBody } from './control-input.ts'

const bodySchema = z.strictObject({ tenant: z.string() })

const createClient: OpenOperation = {
  operationId: 'createClient',
  method: 'POST',
  path: '/test/clients',
  isHidden: true,
  summary: 'Make another client of a tenant.',
  responses: { 201: z.object({ clientId: z.string(), secret: z.string() }) },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON'],
  handle: ({ platform, body }) => {
    const tenant = chooseTenant(readControlBody(bodySchema, body).tenant)
    const { clientId, secret } = makeCredential(tenant.id)
    writeCredential(platform.store, { clientId, secret, tenant: tenant.id })
    return answer.created({ clientId, secret })
  },
}

const revokeClient: OpenOperation = {
  operationId: 'revokeClient',
  method: 'DELETE',
  path: '/test/clients/{clientId}',
  isHidden: true,
  summary: 'Revoke a client; its next request is refused.',
  responses: { 204: null },
  refuses: ['CREDENTIAL_NOT_FOUND'],
  handle: ({ platform, path }) => {
    if (!deleteCredential(platform.store, path['clientId'] ?? '')) throw new Refusal('CREDENTIAL_NOT_FOUND')
    return answer.empty()
  },
}

const limitSchema = z.strictObject({ requests: z.int().min(0), seconds: z.int().min(1).max(3600) })

const limitClient: OpenOperation = {
  operationId: 'limitClient',
  method: 'PUT',
  path: '/test/clients/{clientId}/limit',
  isHidden: true,
  summary: 'Let a client ask only so often; it counts from now on.',
  responses: { 200: limitSchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON', 'CREDENTIAL_NOT_FOUND'],
  handle: ({ platform, path, body }) => {
    const limit = readControlBody(limitSchema, body)
    const { clientId } = found(findCredential(platform.store, path['clientId'] ?? ''), 'CREDENTIAL_NOT_FOUND')
    writeLimit(platform.store, clientId, limit)
    return answer.ok(limit)
  },
}

const freeClient: OpenOperation = {
  operationId: 'freeClient',
  method: 'DELETE',
  path: '/test/clients/{clientId}/limit',
  isHidden: true,
  summary: 'Let a client ask as often as usual again.',
  responses: { 204: null },
  refuses: [],
  handle: ({ platform, path }) => {
    deleteLimit(platform.store, path['clientId'] ?? '')
    return answer.empty()
  },
}

export const clientOperations: readonly OpenOperation[] = [
  createClient,
  revokeClient,
  limitClient,
  freeClient,
]
