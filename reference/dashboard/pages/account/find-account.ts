// The account that an address names, if it is that wallet's.
import type { EnrichedAccount, StoredAccount } from '../../../model/account.ts'
import { findAccount, makeEnrichedAccount } from '../../../service/accounts.ts'
import { findWallet } from '../../../service/wallets.ts'
import type { UserVisit } from '../../page.ts'

export function findStoredAccount({ scope, params }: UserVisit): StoredAccount {
  const wallet = findWallet(scope, params['walletId'] ?? '')
  return findAccount(scope, wallet, params['accountId'] ?? '')
}

export function findShownAccount(visit: UserVisit): EnrichedAccount {
  return makeEnrichedAccount(visit.scope, findStoredAccount(visit))
}
