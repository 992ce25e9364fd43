// The ledger of a wallet or of one of its accounts, a screenful at a time: some are written to every day for years.
import { isPoints, type Balances } from '../../../model/account.ts'
import type { AccountTransaction } from '../../../model/account-transaction.ts'
import { makeListPage, type Pager } from '../../paging.ts'
import { makeNumberCell, makeTimeCell } from '../../render-values.ts'
import type { Cell, Table } from '../../table.ts'
import { eventWords, makeWordCell, sourceWords } from '../../words.ts'
import type { LedgerEntry } from './ledger-entries.ts'

export type LedgerPage = {
  readonly total: number
  readonly table: Table
  readonly pager: Pager | null
}

type View = {
  readonly zone: string
  readonly page: number
  readonly place: string
  /** The account is told only where there is more than one. */
  readonly hasManyAccounts: boolean
}

const words = {
  label: 'Pages of the ledger',
  rows: 'Entries',
  before: 'Newer entries',
  after: 'Older entries',
} as const

/** A page out of entries that stand newest first. */
export function makeLedgerPage(entries: readonly LedgerEntry[], view: View): LedgerPage {
  const { page, place } = view
  const { rows, total, pager } = makeListPage(entries, { page, size: 50, place, words })
  return { total, table: makeTable(rows, view), pager }
}

function makeTable(entries: readonly LedgerEntry[], view: View): Table {
  return {
    id: 'ledger',
    labelledBy: 'ledger-heading',
    columns: [
      { text: `Date (${view.zone})` },
      ...(view.hasManyAccounts ? [{ text: 'Account' }] : []),
      { text: 'Event' },
      { text: 'Value', isFigure: true },
      { text: 'Source' },
      { text: 'Before', isFigure: true },
      { text: 'After', isFigure: true },
      { text: 'Reason' },
    ],
    rows: entries.map((entry) => makeRow(entry, view)),
  }
}

function makeRow({ account, transaction }: LedgerEntry, view: View): Cell[] {
  return [
    makeTimeCell(transaction.dateCreated, view.zone),
    ...(view.hasManyAccounts ? [{ text: account.campaign.campaignName, isFree: true }] : []),
    makeWordCell(eventWords, transaction.event),
    makeNumberCell(transaction.value),
    makeWordCell(sourceWords, transaction.source),
    makeNumberCell(readCurrent(transaction.balancesBefore)),
    makeNumberCell(readCurrent(transaction.balancesAfter)),
    { text: readReason(transaction), isFree: true },
  ]
}

/** What an account holds: points, or uses of a coupon. */
export function readCurrent(balances: Balances): number {
  return isPoints(balances) ? balances.current : balances.available
}

export function readReason({ transactionDetails }: AccountTransaction): string {
  return Array.isArray(transactionDetails) ? '' : (transactionDetails['reason'] ?? '')
}
