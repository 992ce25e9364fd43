// Wallet transactions over HTTP: by id, by reference, in a list, and by the header that tills use.
import { z } from 'zod'
import { nameSchema } from '../../model/fields.ts'
import { makeListFilter, makePageQuery, makePageSchema } from '../../model/page.ts'
import {
  walletTransactionPatchSchema,
  walletTransactionSchema,
  walletTransactionStatuses,
  walletTransactionTypes,
} from '../../model/wallet-transaction.ts'
import { makeFilteredPage } from '../../service/pages.ts'
import {
  changeTransactionMeta,
  findTransaction,
  findTransactionByReference,
  findWalletTransaction,
  listWalletTransactions,
} from '../../service/wallet-transactions.ts'
import { findWallet } from '../../service/wallets.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'
import { walletPath } from './wallet-operations.ts'

const getOperation = makeOperation({
  operationId: 'getWalletTransaction',
  method: 'GET',
  path: '/wallet/{walletId}/transaction/{walletTransactionId}',
  service: 'wallet',
  summary: 'Read a transaction of a wallet.',
  pathSchema: walletPath.extend({ walletTransactionId: z.string() }),
  responses: { 200: walletTransactionSchema },
  refuses: ['WALLET_NOT_FOUND', 'TRANSACTION_NOT_FOUND'],
  handle: (scope, { path }) => {
    const wallet = findWallet(scope, path.walletId)
    return answer.ok(findWalletTransaction(scope, wallet, path.walletTransactionId))
  },
})

const findByReferenceOperation = makeOperation({
  operationId: 'findWalletTransaction',
  method: 'GET',
  path: '/wallet/transaction',
  service: 'wallet',
  summary: 'Find a transaction by its reference: the purchase, unless another type is asked for.',
  querySchema: z.object({ reference: nameSchema, type: z.enum(walletTransactionTypes).optional() }),
  responses: { 200: walletTransactionSchema },
  refuses: ['INVALID_REQUEST', 'TRANSACTION_NOT_FOUND'],
  handle: (scope, { query }) => answer.ok(findTransactionByReference(scope, query.reference, query.type)),
})

const listOperation = makeOperation({
  operationId: 'listWalletTransactions',
  method: 'GET',
  path: '/wallet/{walletId}/transactions',
  service: 'wallet',
  summary: 'List the transactions of a wallet.',
  pathSchema: walletPath,
  querySchema: z.object({
    ...makePageQuery({ limit: 20, orderBy: ['dateCreated', 'lastUpdated', 'reference'] }),
    type: makeListFilter(walletTransactionTypes),
    status: makeListFilter(walletTransactionStatuses),
    reference: z.string().optional(),
  }),
  responses: { 200: makePageSchema(walletTransactionSchema, 'WalletTransactionPage') },
  refuses: ['INVALID_REQUEST', 'WALLET_NOT_FOUND'],
  handle: (scope, { path, query }) => {
    const transactions = listWalletTransactions(scope, findWallet(scope, path.walletId))
    return answer.ok(makeFilteredPage(scope, transactions, query))
  },
})

const headersSchema = z.object({
  'x-ees-transaction-id': z.string().min(1).meta({ description: 'Which transaction; its id.' }),
})

const readByHeaderOperation = makeOperation({
  operationId: 'readTransaction',
  method: 'GET',
  path: '/connect/wallet/transaction',
  service: 'pos',
  summary: 'Read the transaction that the header names.',
  headersSchema,
  responses: { 200: walletTransactionSchema },
  refuses: ['INVALID_REQUEST', 'TRANSACTION_NOT_FOUND'],
  handle: (scope, { headers }) => answer.ok(findTransaction(scope, headers['x-ees-transaction-id'])),
})

const changeByHeaderOperation = makeOperation({
  operationId: 'updateTransaction',
  method: 'PATCH',
  path: '/connect/wallet/transaction',
  service: 'pos',
  event: 'WALLET.TRANSACTION.UPDATE',
  summary: 'Change the meta of the transaction that the header names; nothing else of it can change.',
  headersSchema,
  bodySchema: walletTransactionPatchSchema,
  responses: { 200: walletTransactionSchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON', 'TRANSACTION_NOT_FOUND'],
  handle: (scope, { headers, body }) =>
    answer.ok(changeTransactionMeta(scope, headers['x-ees-transaction-id'], body.meta)),
})

export const transactionOperations: readonly Operation[] = [
  getOperation,
  findByReferenceOperation,
  listOperation,
  readByHeaderOperation,
  changeByHeaderOperation,
]
