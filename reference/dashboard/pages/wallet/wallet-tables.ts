// What a wallet holds, as tables: the identities its customer is known by, and its accounts with what is on them.
import { isPoints, type EnrichedAccount } from '../../../model/account.ts'
import type { Identity } from '../../../model/identity.ts'
import { endless } from '../../../model/instant.ts'
import type { UserVisit } from '../../page.ts'
import { renderIdentity } from '../../personal-data.ts'
import { places } from '../../places.ts'
import { makeTimeCell, renderNumber, renderPoints } from '../../render-values.ts'
import type { Cell, Table } from '../../table.ts'
import { accountTypeWords, makeStatusCell, makeWordCell, stateWords } from '../../words.ts'

export function makeIdentityTable(visit: UserVisit, identities: readonly Identity[]): Table {
  return {
    id: 'identities',
    labelledBy: 'identities-heading',
    columns: [{ text: 'Identity' }, { text: 'Type' }, { text: 'Status' }, { text: 'State' }],
    rows: identities.map((identity): Cell[] => [
      {
        text: renderIdentity(visit, identity),
        href: places.identity(identity.walletId, identity.identityId),
        ...(identity.friendlyName ? { note: identity.friendlyName } : {}),
      },
      { text: identity.type },
      makeStatusCell(identity.status),
      makeWordCell(stateWords, identity.state),
    ]),
  }
}

export function makeAccountTable(accounts: readonly EnrichedAccount[], zone: string): Table {
  return {
    id: 'accounts',
    labelledBy: 'accounts-heading',
    columns: [
      { text: 'Account' },
      { text: 'Type' },
      { text: 'Status' },
      { text: 'State' },
      { text: 'Ends' },
      { text: 'Balance', isFigure: true },
    ],
    rows: accounts.map((account): Cell[] => [
      {
        text: account.campaign.campaignName || 'Deleted campaign',
        href: places.account(account.walletId ?? '', account.accountId),
        note: account.accountId,
      },
      makeWordCell(accountTypeWords, account.type),
      makeStatusCell(account.status),
      makeWordCell(stateWords, account.state),
      account.dates.end === endless.account ? { text: 'No end' } : makeTimeCell(account.dates.end, zone),
      makeBalanceCell(account),
    ]),
  }
}

/** What is not to be had yet, or not any more, stands below what there is. */
export function makeBalanceCell({ balances }: Pick<EnrichedAccount, 'balances'>): Cell {
  if (!isPoints(balances)) {
    const uses = balances.available === 1 ? 'use left' : 'uses left'
    return { text: `${renderNumber(balances.available)} ${uses}`, value: balances.available }
  }
  const { current, usable, pending } = balances
  const notes = [
    ...(usable === current ? [] : [`${renderNumber(usable)} usable`]),
    ...(pending === 0 ? [] : [`${renderNumber(pending)} pending`]),
  ]
  return {
    text: renderPoints(current),
    value: current,
    ...(notes.length > 0 ? { note: notes.join(', ') } : {}),
  }
}
