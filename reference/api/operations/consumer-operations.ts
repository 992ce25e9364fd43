// The person behind a wallet over HTTP; a wallet has at most one.
import { consumerInputSchema, consumerSchema } from '../../model/consumer.ts'
import { createConsumer, deleteConsumer, findConsumer, replaceConsumer } from '../../service/consumers.ts'
import { found } from '../../service/refusal.ts'
import { findWallet, findWritableWallet } from '../../service/wallets.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'
import { walletPath } from './wallet-operations.ts'

const shared = { path: '/wallet/{walletId}/consumer', service: 'wallet', pathSchema: walletPath } as const

const changes = ['WALLET_NOT_FOUND', 'WALLET_TERMINATED'] as const

const getOperation = makeOperation({
  ...shared,
  operationId: 'getConsumer',
  method: 'GET',
  summary: 'Read the person behind a wallet.',
  responses: { 200: consumerSchema },
  refuses: ['WALLET_NOT_FOUND', 'CONSUMER_NOT_FOUND'],
  handle: (scope, { path }) =>
    answer.ok(found(findConsumer(scope, findWallet(scope, path.walletId)), 'CONSUMER_NOT_FOUND')),
})

const createOperation = makeOperation({
  ...shared,
  operationId: 'createConsumer',
  method: 'POST',
  event: 'CONSUMER.CREATE',
  summary: 'Say who is behind a wallet, where nobody is yet.',
  bodySchema: consumerInputSchema,
  responses: { 201: consumerSchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON', ...changes, 'CONSUMER_EXISTS'],
  handle: (scope, { path, body }) =>
    scope.store.write(() =>
      answer.created(createConsumer(scope, findWritableWallet(scope, path.walletId), body)),
    ),
})

const replaceOperation = makeOperation({
  ...shared,
  operationId: 'replaceConsumer',
  method: 'PUT',
  event: 'CONSUMER.UPDATE',
  summary: 'Write what is known of the person anew; what is left out is forgotten.',
  bodySchema: consumerInputSchema,
  responses: { 200: consumerSchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON', ...changes, 'CONSUMER_NOT_FOUND'],
  handle: (scope, { path, body }) =>
    scope.store.write(() =>
      answer.ok(replaceConsumer(scope, findWritableWallet(scope, path.walletId), body)),
    ),
})

const deleteOperation = makeOperation({
  ...shared,
  operationId: 'deleteConsumer',
  method: 'DELETE',
  event: 'CONSUMER.DELETE',
  summary: 'Forget the person behind a wallet; it may get another one.',
  responses: { 204: null },
  refuses: [...changes, 'CONSUMER_NOT_FOUND'],
  handle: (scope, { path }) =>
    scope.store.write(() => {
      deleteConsumer(scope, findWritableWallet(scope, path.walletId))
      return answer.empty()
    }),
})

export const consumerOperations: readonly Operation[] = [
  getOperation,
  createOperation,
  replaceOperation,
  deleteOperation,
]
