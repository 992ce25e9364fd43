// Operations of the wallet service: wallets and whoever holds them, their accounts, and what was done with them.
import { z } from 'zod'
import { account, accountOperation, accountTransaction, enrichedAccount } from '../account.ts'
import { auditEntry } from '../audit.ts'
import { walletTransaction } from '../checkout.ts'
import { pageOf, whole } from '../fields.ts'
import { defineOn, type Operation } from '../operation.ts'
import { token } from '../resource.ts'
import { consumer, identity, wallet } from '../wallet.ts'

const on = defineOn('wallet')

const batch = z.object({
  total: whole,
  results: z.array(account),
  successful: z.object({ total: whole, results: z.array(account) }),
  failed: z.object({
    total: whole,
    results: z.array(z.object({ resourceId: z.string(), errorCode: z.string(), errorMessage: z.string() })),
  }),
})

export const walletOperations = {
  createWalletAccounts: on('createWalletAccounts', 'POST /services/wallet/accounts', [
    201,
    wallet.extend({
      identities: z.array(identity),
      accounts: z.object({ campaign: batch, scheme: batch }),
      consumer: consumer.nullable(),
    }),
  ]),
  createWallet: on('createWallet', 'POST /wallet', [201, wallet.extend({ identities: z.array(identity) })]),
  createWalletOldWay: on('createWalletOldWay', 'POST /services/wallet', [
    201,
    wallet.extend({ identities: z.array(identity) }),
  ]),
  findWallet: on('findWallet', 'GET /wallet', [200, wallet]),
  getWallet: on('getWallet', 'GET /wallet/{walletId}', [200, wallet]),
  updateWallet: on('updateWallet', 'PATCH /wallet/{walletId}', [200, wallet]),
  updateWalletState: on('updateWalletState', 'PATCH /wallet/{walletId}/state', [200, wallet]),
  stepWallet: on('stepWallet', 'PATCH /wallet/{walletId}/{step}', [200, wallet]),
  deleteWallet: on('deleteWallet', 'DELETE /wallet/{walletId}', [204, z.null()]),
  deleteWalletOldWay: on('deleteWalletOldWay', 'DELETE /services/wallet/{walletId}', [204, z.null()]),
  mergeWallets: on('mergeWallets', 'PATCH /services/wallet/{walletId}/merge/{survivorId}', [200, wallet]),
  getConsumer: on('getConsumer', 'GET /wallet/{walletId}/consumer', [200, consumer]),
  createConsumer: on('createConsumer', 'POST /wallet/{walletId}/consumer', [201, consumer]),
  replaceConsumer: on('replaceConsumer', 'PUT /wallet/{walletId}/consumer', [200, consumer]),
  deleteConsumer: on('deleteConsumer', 'DELETE /wallet/{walletId}/consumer', [204, z.null()]),
  listIdentities: on('listIdentities', 'GET /wallet/{walletId}/identities', [200, pageOf(identity)]),
  createIdentity: on('createIdentity', 'POST /wallet/{walletId}/identity', [201, identity]),
  stepIdentity: on('stepIdentity', 'PATCH /wallet/{walletId}/identity/{identityId}/{step}', [200, identity]),
  listAccounts: on('listAccounts', 'GET /wallet/{walletId}/accounts', [200, pageOf(account)]),
  listAccountsByIdentity: on('listAccountsByIdentity', 'GET /wallet/accounts', [200, pageOf(account)]),
  moveAccount: on('moveAccount', 'PATCH /account/{accountId}/move/to/wallet/{walletId}', [200, account]),
  getAccount: on('getAccount', 'GET /wallet/{walletId}/account/{accountId}', [200, enrichedAccount]),
  issueCoupon: on('issueCoupon', 'POST /wallet/{walletId}/campaign/{campaignId}/account', [201, account]),
  openPoints: on('openPoints', 'POST /wallet/{walletId}/scheme/{schemeId}/account', [201, account]),
  movePoints: on('movePoints', 'PATCH /wallet/{walletId}/account/{accountId}/{movement}', [
    200,
    accountOperation,
  ]),
  useCoupon: on('useCoupon', 'PATCH /wallet/{walletId}/account/{accountId}/{use}', [200, accountOperation]),
  listAccountTransactions: on(
    'listAccountTransactions',
    'GET /wallet/{walletId}/account/{accountId}/transactions',
    [200, pageOf(accountTransaction)],
  ),
  getWalletTransaction: on(
    'getWalletTransaction',
    'GET /wallet/{walletId}/transaction/{walletTransactionId}',
    [200, walletTransaction],
  ),
  findWalletTransaction: on('findWalletTransaction', 'GET /wallet/transaction', [200, walletTransaction]),
  listWalletTransactions: on('listWalletTransactions', 'GET /wallet/{walletId}/transactions', [
    200,
    pageOf(walletTransaction),
  ]),
  listAudit: on('listAudit', 'GET /audit', [200, pageOf(auditEntry)]),
  createToken: on('createToken', 'POST /token/create', [[201, 200], token]),
} as const satisfies Record<string, Operation<unknown>>
