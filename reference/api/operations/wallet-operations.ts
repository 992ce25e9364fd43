// Wallets over HTTP.
import { z } from 'zod'
import { metaInputSchema, nameSchema } from '../../model/fields.ts'
import { identityInputSchema, identitySchema } from '../../model/identity.ts'
import {
  walletPatchSchema,
  walletSchema,
  walletStateSchema,
  walletStatusInputSchema,
  walletSteps,
  walletTypeSchema,
  type WalletStep,
} from '../../model/wallet.ts'
import {
  changeWallet,
  changeWalletState,
  createWallet,
  deleteWallet,
  findWallet,
  findWalletByIdentity,
  stepWallet,
} from '../../service/wallets.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'

export const walletPath = z.object({ walletId: z.string() })

const newWalletSchema = z
  .object({
    type: walletTypeSchema.optional(),
    status: walletStatusInputSchema.optional(),
    state: walletStateSchema.optional(),
    friendlyName: nameSchema.nullable().optional(),
    meta: metaInputSchema.optional(),
    identities: z.array(identityInputSchema).max(20).optional(),
  })
  .meta({ id: 'NewWallet' })

const createdWalletSchema = walletSchema
  .extend({ identities: z.array(identitySchema) })
  .meta({ id: 'CreatedWallet' })

const createWalletOperation = makeOperation({
  operationId: 'createWallet',
  method: 'POST',
  path: '/wallet',
  aliases: ['/services/wallet'],
  service: 'wallet',
  event: 'WALLET.CREATE',
  summary: 'Create a wallet, with identities if they are given.',
  bodySchema: newWalletSchema,
  responses: { 201: createdWalletSchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON', 'IDENTITY_EXISTS'],
  handle: (scope, { body }) => {
    const created = createWallet(scope, body)
    return answer.created({ ...created.wallet, identities: created.identities })
  },
})

const findWalletOperation = makeOperation({
  operationId: 'findWallet',
  method: 'GET',
  path: '/wallet',
  service: 'wallet',
  summary: 'Find a wallet by the value of one of its identities.',
  querySchema: z.object({ 'identity-value': nameSchema }),
  responses: { 200: walletSchema },
  refuses: ['INVALID_REQUEST', 'WALLET_NOT_FOUND'],
  handle: (scope, { query }) => answer.ok(findWalletByIdentity(scope, query['identity-value']).wallet),
})

const getWalletOperation = makeOperation({
  operationId: 'getWallet',
  method: 'GET',
  path: '/wallet/{walletId}',
  service: 'wallet',
  summary: 'Read a wallet.',
  pathSchema: walletPath,
  responses: { 200: walletSchema },
  refuses: ['WALLET_NOT_FOUND'],
  handle: (scope, { path }) => answer.ok(findWallet(scope, path.walletId)),
})

const updateWalletOperation = makeOperation({
  operationId: 'updateWallet',
  method: 'PATCH',
  path: '/wallet/{walletId}',
  service: 'wallet',
  event: 'WALLET.UPDATE',
  summary: 'Change the name or the meta of a wallet.',
  pathSchema: walletPath,
  bodySchema: walletPatchSchema,
  responses: { 200: walletSchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON', 'WALLET_NOT_FOUND', 'WALLET_TERMINATED'],
  handle: (scope, { path, body }) => answer.ok(changeWallet(scope, path.walletId, body)),
})

const updateWalletStateOperation = makeOperation({
  operationId: 'updateWalletState',
  method: 'PATCH',
  path: '/wallet/{walletId}/state',
  service: 'wallet',
  event: 'WALLET.STATE',
  summary: 'Change the state of a wallet.',
  pathSchema: walletPath,
  bodySchema: z.object({ state: walletStateSchema }),
  responses: { 200: walletSchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON', 'WALLET_NOT_FOUND', 'WALLET_TERMINATED'],
  handle: (scope, { path, body }) => answer.ok(changeWalletState(scope, path.walletId, body.state)),
})

const deleteWalletOperation = makeOperation({
  operationId: 'deleteWallet',
  method: 'DELETE',
  path: '/wallet/{walletId}',
  aliases: ['/services/wallet/{walletId}'],
  service: 'wallet',
  event: 'WALLET.DELETE',
  summary: 'Delete a wallet for good. Its identity values stay taken.',
  pathSchema: walletPath,
  responses: { 204: null },
  refuses: ['WALLET_NOT_FOUND', 'WALLET_TERMINATED'],
  handle: (scope, { path }) => {
    deleteWallet(scope, path.walletId)
    return answer.empty()
  },
})

function makeStepOperation(step: WalletStep): Operation {
  return makeOperation({
    operationId: `${step}Wallet`,
    method: 'PATCH',
    path: `/wallet/{walletId}/${step}`,
    service: 'wallet',
    event: `WALLET.${step.toUpperCase()}`,
    summary: `Bring a wallet from ${walletSteps[step].from.join(' or ')} to ${walletSteps[step].to}.`,
    pathSchema: walletPath,
    responses: { 200: walletSchema },
    refuses: ['WALLET_NOT_FOUND', 'WALLET_TERMINATED', 'ILLEGAL_TRANSITION'],
    handle: (scope, { path }) => answer.ok(stepWallet(scope, path.walletId, step)),
  })
}

export const walletOperations: readonly Operation[] = [
  createWalletOperation,
  findWalletOperation,
  getWalletOperation,
  updateWalletOperation,
  updateWalletStateOperation,
  deleteWalletOperation,
  ...(Object.keys(walletSteps) as WalletStep[]).map(makeStepOperation),
]
