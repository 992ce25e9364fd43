// Clients made and revoked, for tests only: what a revoked client may still do must not be tried on one that others use.
import { z } from 'zod'
import { findTenant } from '../../model/tenant.ts'
import { Refusal } from '../../service/refusal.ts'
import { deleteCredential, makeCredential, writeCredential } from '../../store/credentials.ts'
import { answer, type OpenOperation } from '../operation.ts'
import { readInput } from '../read-input.ts'
import { listTenantIds } from './clock-operations.ts'

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
    const read = readInput({ bodySchema }, { path: {}, query: {}, headers: {}, body })
    const tenant = findTenant((read.body as z.infer<typeof bodySchema>).tenant)
    if (!tenant) throw new Refusal('INVALID_REQUEST', [`body.tenant: expected one of ${listTenantIds()}`])
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

export const clientOperations: readonly OpenOperation[] = [createClient, revokeClient]
