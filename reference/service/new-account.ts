// What every new account begins with, whatever it is an account of.
import type { StoredAccount } from '../model/account.ts'
import type { Scope } from './scope.ts'

export function makeAccountBase(scope: Scope, accountId: string, campaignId: string) {
  return {
    accountId,
    campaignId,
    meta: [],
    dateCreated: scope.now,
    lastUpdated: scope.now,
    overrides: [],
    relationships: [],
    mobileWallet: null,
    lock: null,
  } satisfies Partial<StoredAccount>
}
