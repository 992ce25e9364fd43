// Accounts as their wallet has them: found, listed, and shown together with what they are accounts of.
import {
  accountTypeIds,
  makeAccountView,
  type Account,
  type AccountResource,
  type EnrichedAccount,
  type StoredAccount,
} from '../model/account.ts'
import type { AccountTransaction } from '../model/account-transaction.ts'
import type { Wallet } from '../model/wallet.ts'
import { readCampaign } from './campaigns.ts'
import { bringUpToDate } from './passing-time.ts'
import { found } from './refusal.ts'
import type { Scope } from './scope.ts'

/** The account, if it is this wallet's. */
export function findAccount(scope: Scope, wallet: Wallet, accountId: string): StoredAccount {
  const account = scope.rows.accounts.find(scope.tenant.id, accountId)
  const own = found(account?.walletId === wallet.walletId ? account : undefined, 'ACCOUNT_NOT_FOUND')
  return bringUpToDate(scope, own)
}

export function listStoredAccounts(scope: Scope, wallet: Wallet): StoredAccount[] {
  const accounts = scope.rows.accounts.list(scope.tenant.id, { walletId: wallet.walletId })
  return accounts.map((account) => bringUpToDate(scope, account))
}

/** As clients see them. */
export function listAccounts(scope: Scope, wallet: Wallet): Account[] {
  return listStoredAccounts(scope, wallet).map((account) => makeAccountView(account, scope.nowMs))
}

/** The ledger of an account, oldest first. */
export function listAccountTransactions(scope: Scope, accountId: string): AccountTransaction[] {
  return scope.rows.accountTransactions.list(scope.tenant.id, { accountId })
}

/** The account with the campaign or scheme it is an account of. */
export function makeEnrichedAccount(scope: Scope, account: StoredAccount): EnrichedAccount {
  return { ...makeAccountView(account, scope.nowMs), campaign: makeResource(scope, account) }
}

function makeResource(scope: Scope, account: StoredAccount): AccountResource {
  const base = { campaignId: Number(account.campaignId), ...accountTypeIds[account.type] }
  const scheme = scope.rows.schemes.find(scope.tenant.id, account.campaignId)
  if (scheme) {
    const { name, mode, startDate, endDate } = scheme.details
    return { ...base, campaignName: name, campaignMode: mode, startDate, endDate, status: scheme.status }
  }
  const campaign = readCampaign(scope, account.campaignId)
  return {
    ...base,
    campaignName: campaign?.name ?? '',
    campaignMode: campaign?.mode ?? 'RESTRICTED',
    startDate: campaign?.startDate ?? account.dates.start,
    endDate: campaign?.endDate ?? account.dates.end,
    status: campaign?.status ?? 'DELETED',
  }
}
