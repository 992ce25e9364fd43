// The identity that an address names, if it is that wallet's.
import type { Identity } from '../../../model/identity.ts'
import { findIdentity } from '../../../service/identities.ts'
import { findWallet } from '../../../service/wallets.ts'
import type { UserVisit } from '../../page.ts'
import { renderIdentity } from '../../personal-data.ts'
import type { Fact } from '../../table.ts'
import { makeStatusCell } from '../../words.ts'

export function findShownIdentity({ scope, params }: UserVisit): Identity {
  const wallet = findWallet(scope, params['walletId'] ?? '')
  return findIdentity(scope, { wallet, identityId: params['identityId'] ?? '' })
}

export function makeIdentityFacts(visit: UserVisit, identity: Identity): Fact[] {
  return [
    { term: 'Value', cell: { text: renderIdentity(visit, identity), isFree: true } },
    { term: 'Type', cell: { text: identity.type } },
    { term: 'Status', cell: makeStatusCell(identity.status) },
  ]
}
