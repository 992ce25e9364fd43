// Every operation the suite uses, by the name its contract gives it. A step never knows a path; it knows a task, and the
// task knows an operation.
import { z } from 'zod'
import { account, accountOperation, accountTransaction, enrichedAccount } from './account.ts'
import { openAnswer, settleAnswer, walletTransaction } from './checkout.ts'
import { instant, pageOf, whole } from './fields.ts'
import type { Operation } from './operation.ts'
import { campaign, scheme, token } from './resource.ts'
import { consumer, identity, wallet } from './wallet.ts'

type Method = Operation<unknown>['method']

function on(service: string) {
  return <Body>(
    name: string,
    route: `${Method} /${string}`,
    [status, answer]: readonly [number | readonly number[], z.ZodType<Body>],
  ): Operation<Body> => {
    const [method, path] = route.split(' ') as [Method, string]
    return { name, method, path, service, success: [status].flat(), answer }
  }
}

const [walletService, posService, resourceService] = [on('wallet'), on('pos'), on('resources')]

const batch = z.object({
  total: whole,
  results: z.array(account),
  successful: z.object({ total: whole, results: z.array(account) }),
  failed: z.object({
    total: whole,
    results: z.array(z.object({ resourceId: z.string(), errorCode: z.string(), errorMessage: z.string() })),
  }),
})

export const operations = {
  createWalletAccounts: walletService('createWalletAccounts', 'POST /services/wallet/accounts', [
    201,
    wallet.extend({
      identities: z.array(identity),
      accounts: z.object({ campaign: batch, scheme: batch }),
      consumer: consumer.nullable(),
    }),
  ]),
  createWallet: walletService('createWallet', 'POST /wallet', [
    201,
    wallet.extend({ identities: z.array(identity) }),
  ]),
  findWallet: walletService('findWallet', 'GET /wallet', [200, wallet]),
  getWallet: walletService('getWallet', 'GET /wallet/{walletId}', [200, wallet]),
  updateWallet: walletService('updateWallet', 'PATCH /wallet/{walletId}', [200, wallet]),
  updateWalletState: walletService('updateWalletState', 'PATCH /wallet/{walletId}/state', [200, wallet]),
  stepWallet: walletService('stepWallet', 'PATCH /wallet/{walletId}/{step}', [200, wallet]),
  deleteWallet: walletService('deleteWallet', 'DELETE /wallet/{walletId}', [204, z.null()]),

  listIdentities: walletService('listIdentities', 'GET /wallet/{walletId}/identities', [
    200,
    pageOf(identity),
  ]),
  createIdentity: walletService('createIdentity', 'POST /wallet/{walletId}/identity', [201, identity]),
  stepIdentity: walletService('stepIdentity', 'PATCH /wallet/{walletId}/identity/{identityId}/{step}', [
    200,
    identity,
  ]),

  listAccounts: walletService('listAccounts', 'GET /wallet/{walletId}/accounts', [200, pageOf(account)]),
  getAccount: walletService('getAccount', 'GET /wallet/{walletId}/account/{accountId}', [
    200,
    enrichedAccount,
  ]),
  issueCoupon: walletService('issueCoupon', 'POST /wallet/{walletId}/campaign/{campaignId}/account', [
    201,
    account,
  ]),
  openPoints: walletService('openPoints', 'POST /wallet/{walletId}/scheme/{schemeId}/account', [
    201,
    account,
  ]),
  movePoints: walletService('movePoints', 'PATCH /wallet/{walletId}/account/{accountId}/{movement}', [
    200,
    accountOperation,
  ]),
  useCoupon: walletService('useCoupon', 'PATCH /wallet/{walletId}/account/{accountId}/{use}', [
    200,
    accountOperation,
  ]),
  listAccountTransactions: walletService(
    'listAccountTransactions',
    'GET /wallet/{walletId}/account/{accountId}/transactions',
    [200, pageOf(accountTransaction)],
  ),

  getWalletTransaction: walletService(
    'getWalletTransaction',
    'GET /wallet/{walletId}/transaction/{walletTransactionId}',
    [200, walletTransaction],
  ),
  findWalletTransaction: walletService('findWalletTransaction', 'GET /wallet/transaction', [
    200,
    walletTransaction,
  ]),
  listWalletTransactions: walletService('listWalletTransactions', 'GET /wallet/{walletId}/transactions', [
    200,
    pageOf(walletTransaction),
  ]),
  createToken: walletService('createToken', 'POST /token/create', [[201, 200], token]),

  open: posService('open', 'POST /connect/wallet/open', [200, openAnswer]),
  settle: posService('settle', 'POST /connect/wallet/settle', [[200, 207], settleAnswer]),
  readTransaction: posService('readTransaction', 'GET /connect/wallet/transaction', [200, walletTransaction]),

  listCampaigns: resourceService('listCampaigns', 'GET /campaigns', [200, pageOf(campaign)]),
  createCampaign: resourceService('createCampaign', 'POST /campaigns', [201, campaign]),
  getCampaign: resourceService('getCampaign', 'GET /campaigns/{campaignId}', [200, campaign]),
  findCampaign: resourceService('findCampaign', 'GET /campaigns/reference/{reference}', [200, campaign]),
  updateCampaign: resourceService('updateCampaign', 'PATCH /campaigns/{campaignId}', [200, campaign]),
  replaceCampaign: resourceService('replaceCampaign', 'PUT /campaigns/{campaignId}', [200, campaign]),
  deleteCampaign: resourceService('deleteCampaign', 'DELETE /campaigns/{campaignId}', [204, z.null()]),
  listSchemes: resourceService('listSchemes', 'GET /schemes/points', [200, pageOf(scheme)]),
  createScheme: resourceService('createScheme', 'POST /schemes/points', [201, scheme]),

  health: on('wallet')('health', 'GET /health', [200, z.object({ status: z.string() })]),
  ready: on('wallet')('ready', 'GET /ready', [200, z.object({ status: z.string() })]),
  version: on('wallet')('version', 'GET /version', [
    200,
    z.object({
      version: z.string(),
      commit: z.string(),
      digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
      instance: z.string(),
      release: z.string().optional(),
    }),
  ]),
  contract: on('wallet')('contract', 'GET /openapi.json', [
    200,
    z.looseObject({
      openapi: z.string().regex(/^3\.1\.\d+$/),
      paths: z.record(z.string(), z.record(z.string(), z.unknown())),
    }),
  ]),
  moveClock: on('wallet')('moveClock', 'PUT /test/clock', [200, z.object({ now: instant })]),
  createClient: on('wallet')('createClient', 'POST /test/clients', [
    201,
    z.object({ clientId: z.string(), secret: z.string() }),
  ]),
  revokeClient: on('wallet')('revokeClient', 'DELETE /test/clients/{clientId}', [204, z.null()]),
} as const satisfies Record<string, Operation<unknown>>
