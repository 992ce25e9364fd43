// Accounts over HTTP: what a wallet has, coupons issued to it, points accounts opened for it.
import { z } from 'zod'
import { readThenWrite } from '../../faults/race.ts'
import { remember } from '../../faults/remember.ts'
import {
  accountSchema,
  accountStates,
  accountStatuses,
  accountTypes,
  couponStateSchema,
  enrichedAccountSchema,
  makeAccountView,
  newAccountStatusSchema,
  pointsStateSchema,
} from '../../model/account.ts'
import { accountEvents, accountTransactionSchema } from '../../model/account-transaction.ts'
import { nameSchema } from '../../model/fields.ts'
import { makeListFilter, makePageQuery, makePageSchema, rangeFilterSchema } from '../../model/page.ts'
import {
  findAccount,
  listAccounts,
  listAccountTransactions,
  makeEnrichedAccount,
} from '../../service/accounts.ts'
import { findCampaign } from '../../service/campaigns.ts'
import { requireIssue, writeCoupon } from '../../service/issue-coupon.ts'
import { makeFilteredPage } from '../../service/pages.ts'
import { requireNoAccount, writePointsAccount } from '../../service/points-accounts.ts'
import { findScheme } from '../../service/schemes.ts'
import { findWallet, findWalletByIdentity, findWritableWallet } from '../../service/wallets.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'
import { walletPath } from './wallet-operations.ts'

export const accountPath = walletPath.extend({ accountId: z.string() })

const accountQuery = {
  ...makePageQuery({ limit: 20, orderBy: ['dateCreated', 'lastUpdated', 'type', 'status'] }),
  status: makeListFilter(accountStatuses),
  state: makeListFilter(accountStates),
  type: makeListFilter(accountTypes),
  campaignId: z.string().optional(),
}

const accountPageSchema = makePageSchema(accountSchema, 'AccountPage')

const listAccountsOperation = makeOperation({
  operationId: 'listAccounts',
  method: 'GET',
  path: '/wallet/{walletId}/accounts',
  service: 'wallet',
  summary: 'List the accounts of a wallet.',
  pathSchema: walletPath,
  querySchema: z.object(accountQuery),
  responses: { 200: accountPageSchema },
  refuses: ['INVALID_REQUEST', 'WALLET_NOT_FOUND'],
  handle: (scope, { path, query }) =>
    answer.ok(makeFilteredPage(scope, listAccounts(scope, findWallet(scope, path.walletId)), query)),
})

const listAccountsByIdentityOperation = makeOperation({
  operationId: 'listAccountsByIdentity',
  method: 'GET',
  path: '/wallet/accounts',
  service: 'wallet',
  summary: 'List the accounts of the wallet that has this identity.',
  querySchema: z.object({ ...accountQuery, 'identity-value': nameSchema }),
  responses: { 200: accountPageSchema },
  refuses: ['INVALID_REQUEST', 'WALLET_NOT_FOUND'],
  handle: (scope, { query: { 'identity-value': value, ...query } }) => {
    const { wallet } = findWalletByIdentity(scope, value)
    return answer.ok(makeFilteredPage(scope, listAccounts(scope, wallet), query))
  },
})

const getAccountOperation = makeOperation({
  operationId: 'getAccount',
  method: 'GET',
  path: '/wallet/{walletId}/account/{accountId}',
  service: 'wallet',
  summary: 'Read an account with its balances and what it is an account of.',
  pathSchema: accountPath,
  responses: { 200: enrichedAccountSchema },
  refuses: ['WALLET_NOT_FOUND', 'ACCOUNT_NOT_FOUND'],
  handle: (scope, { path }) => {
    const wallet = findWallet(scope, path.walletId)
    const read = () => makeEnrichedAccount(scope, findAccount(scope, wallet, path.accountId))
    const isStale = scope.faults.has('balance-stale')
    return answer.ok(isStale ? remember(scope, `account ${path.accountId}`, read) : read())
  },
})

const listTransactionsOperation = makeOperation({
  operationId: 'listAccountTransactions',
  method: 'GET',
  path: '/wallet/{walletId}/account/{accountId}/transactions',
  service: 'wallet',
  summary: 'List the ledger of an account, oldest first unless asked otherwise.',
  pathSchema: accountPath,
  querySchema: z.object({
    ...makePageQuery({ limit: 20, orderBy: ['dateCreated', 'event', 'value'] }),
    event: makeListFilter(accountEvents),
    dateCreated: rangeFilterSchema,
  }),
  responses: { 200: makePageSchema(accountTransactionSchema, 'AccountTransactionPage') },
  refuses: ['INVALID_REQUEST', 'WALLET_NOT_FOUND', 'ACCOUNT_NOT_FOUND'],
  handle: (scope, { path, query }) => {
    const account = findAccount(scope, findWallet(scope, path.walletId), path.accountId)
    return answer.ok(makeFilteredPage(scope, listAccountTransactions(scope, account.accountId), query))
  },
})

const newAccountRefusals = [
  'INVALID_REQUEST',
  'MALFORMED_JSON',
  'WALLET_NOT_FOUND',
  'WALLET_TERMINATED',
] as const

const issueCouponOperation = makeOperation({
  operationId: 'issueCoupon',
  method: 'POST',
  path: '/wallet/{walletId}/campaign/{campaignId}/account',
  service: 'wallet',
  event: 'ACCOUNT.CREATE',
  summary: 'Issue a coupon of a campaign to a wallet.',
  pathSchema: walletPath.extend({ campaignId: z.string() }),
  bodySchema: z
    .object({ status: newAccountStatusSchema.optional(), state: couponStateSchema.optional() })
    .optional(),
  responses: { 201: accountSchema },
  refuses: [...newAccountRefusals, 'CAMPAIGN_NOT_FOUND', 'CAMPAIGN_NOT_ACTIVE', 'ISSUE_LIMIT_REACHED'],
  handle: (scope, { path, body }) =>
    readThenWrite(scope, 'issue-race', {
      read: () => {
        const wallet = findWritableWallet(scope, path.walletId)
        const campaign = findCampaign(scope, path.campaignId)
        requireIssue(scope, campaign, wallet)
        return { wallet, campaign, ...body }
      },
      write: (request) => {
        const { account } = writeCoupon(scope, request)
        return answer.created(makeAccountView(account, scope.nowMs))
      },
    }),
})

const openPointsAccountOperation = makeOperation({
  operationId: 'openPointsAccount',
  method: 'POST',
  path: '/wallet/{walletId}/scheme/{schemeId}/account',
  service: 'wallet',
  event: 'ACCOUNT.CREATE',
  summary: "Open the wallet's account of a points scheme; there is at most one.",
  pathSchema: walletPath.extend({ schemeId: z.string() }),
  bodySchema: z
    .object({ status: newAccountStatusSchema.optional(), state: pointsStateSchema.optional() })
    .optional(),
  responses: { 201: accountSchema },
  refuses: [...newAccountRefusals, 'SCHEME_NOT_FOUND', 'SCHEME_NOT_ACTIVE', 'ACCOUNT_EXISTS'],
  handle: (scope, { path, body }) =>
    readThenWrite(scope, 'account-twice', {
      read: () => {
        const wallet = findWritableWallet(scope, path.walletId)
        const scheme = findScheme(scope, path.schemeId)
        requireNoAccount(scope, { wallet, scheme })
        return { wallet, scheme, ...body }
      },
      write: (request) => {
        const { account } = writePointsAccount(scope, request)
        return answer.created(makeAccountView(account, scope.nowMs))
      },
    }),
})

export const accountOperations: readonly Operation[] = [
  listAccountsOperation,
  listAccountsByIdentityOperation,
  getAccountOperation,
  listTransactionsOperation,
  issueCouponOperation,
  openPointsAccountOperation,
]
