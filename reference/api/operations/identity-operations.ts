// Identities over HTTP.
import { z } from 'zod'
import {
  identitySchema,
  identityStateSchema,
  identityStatuses,
  identitySteps,
  loneIdentityInputSchema,
  type IdentityStep,
} from '../../model/identity.ts'
import { makeListFilter, makePageQuery, makePageSchema } from '../../model/page.ts'
import { createIdentity, listIdentities, stepIdentity } from '../../service/identities.ts'
import { makeFilteredPage } from '../../service/pages.ts'
import { findWallet, findWritableWallet } from '../../service/wallets.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'
import { walletPath } from './wallet-operations.ts'

const listIdentitiesOperation = makeOperation({
  operationId: 'listIdentities',
  method: 'GET',
  path: '/wallet/{walletId}/identities',
  service: 'wallet',
  summary: 'List the identities of a wallet.',
  pathSchema: walletPath,
  querySchema: z.object({
    ...makePageQuery({ limit: 100, orderBy: ['dateCreated', 'lastUpdated', 'type', 'value'] }),
    status: makeListFilter(identityStatuses),
    state: makeListFilter(identityStateSchema.options),
    type: z.string().optional(),
  }),
  responses: { 200: makePageSchema(identitySchema, 'IdentityPage') },
  refuses: ['INVALID_REQUEST', 'WALLET_NOT_FOUND'],
  handle: (scope, { path, query }) => {
    const identities = listIdentities(scope, findWallet(scope, path.walletId))
    const { status: _status, ...others } = query
    const filters = scope.faults.has('filter-ignored') ? others : query
    return answer.ok(makeFilteredPage(scope, identities, filters))
  },
})

const createIdentityOperation = makeOperation({
  operationId: 'createIdentity',
  method: 'POST',
  path: '/wallet/{walletId}/identity',
  service: 'wallet',
  event: 'IDENTITY.CREATE',
  summary: 'Add an identity to a wallet. Without a value it gets a number.',
  pathSchema: walletPath,
  bodySchema: loneIdentityInputSchema,
  responses: { 201: identitySchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON', 'WALLET_NOT_FOUND', 'WALLET_TERMINATED', 'IDENTITY_EXISTS'],
  handle: (scope, { path, body }) =>
    scope.store.write(() =>
      answer.created(createIdentity(scope, findWritableWallet(scope, path.walletId), body)),
    ),
})

function makeStepOperation(step: IdentityStep): Operation {
  return makeOperation({
    operationId: `${step}Identity`,
    method: 'PATCH',
    path: `/wallet/{walletId}/identity/{identityId}/${step}`,
    service: 'wallet',
    event: `IDENTITY.${step.toUpperCase()}`,
    summary: `Bring an identity from ${identitySteps[step].from.join(' or ')} to ${identitySteps[step].to}.`,
    pathSchema: walletPath.extend({ identityId: z.string() }),
    responses: { 200: identitySchema },
    refuses: ['WALLET_NOT_FOUND', 'IDENTITY_NOT_FOUND', 'WALLET_TERMINATED', 'ILLEGAL_TRANSITION'],
    handle: (scope, { path }) => {
      const wallet = findWritableWallet(scope, path.walletId)
      return answer.ok(stepIdentity(scope, { wallet, identityId: path.identityId }, step))
    },
  })
}

export const identityOperations: readonly Operation[] = [
  listIdentitiesOperation,
  createIdentityOperation,
  ...(Object.keys(identitySteps) as IdentityStep[]).map(makeStepOperation),
]
