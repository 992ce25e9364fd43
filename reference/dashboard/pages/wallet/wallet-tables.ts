// What a wallet holds, as tables: the identities its customer is known by, and its accounts with what is on them.
import { isPoints, type EnrichedAccount } from '../../../model/account.ts'
import type { Identity } from '../../../model/identity.ts'
import { endless } from '../../../model/instant.ts'
import { makeTimeCell, renderNumber, renderPoints } from '../../render-values.ts'
import type { Cell, Table } from '../../table.ts'
import { accountTypeWords, makeStatusCell, makeWordCell, stateWords } from '../../words.ts'

export function makeIdentityTable(identities: readonly Identity[]): Table {
  return {
    id: 'identities',
    labelledBy: 'identities-heading',
    columns: [{ text: 'Type' }, { text: 'Value' }, { text: 'Status' }, { text: 'State' }],
    rows: identities.map((identity): Cell[] => [
      { text: identity.type, ...(identity.friendlyName ? { note: identity.friendlyName } : {}) },
      // The safe value only: whoever looks over a shoulder learns nothing to use.
      { text: identity.safeValue, isFree: true },
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
      { text: account.campaign.campaignName || 'Deleted campaign', note: account.accountId, isFree: true },
      makeWordCell(accountTypeWords, account.type),
      makeStatusCell(account.status),
      makeWordCell(stateWords, account.state),
      account.dates.end === endless.account ? { text: 'No end' } : makeTimeCell(account.dates.end, zone),
      makeBalanceCell(account),
    ]),
  }
}

function makeBalanceCell({ balances }: EnrichedAccount): Cell {
  if (!isPoints(balances)) {
    const uses = balances.available === 1 ? 'use left' : 'uses left'
    return { text: `${renderNumber(balances.available)} ${uses}`, value: balances.available }
  }
  const { current, usable } = balances
  const note = usable === current ? {} : { note: `${renderNumber(usable)} usable` }
  return { text: renderPoints(current), value: current, ...note }
}
