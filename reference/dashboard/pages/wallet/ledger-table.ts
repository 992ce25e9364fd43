// The points ledger, newest first, a screenful at a time: some wallets are written to every day for years.
import type { EnrichedAccount, Balances } from '../../../model/account.ts'
import { isPoints } from '../../../model/account.ts'
import type { AccountTransaction } from '../../../model/account-transaction.ts'
import { makeNumberCell, makeTimeCell } from '../../render-values.ts'
import type { Cell, Table } from '../../table.ts'
import { eventWords, makeWordCell, sourceWords } from '../../words.ts'

const pageSize = 50

export type LedgerEntry = { readonly account: EnrichedAccount; readonly transaction: AccountTransaction }

export type LedgerPage = {
  readonly total: number
  readonly first: number
  readonly last: number
  readonly newer: number | null
  readonly older: number | null
  readonly table: Table
}

type View = { readonly zone: string; readonly page: number; readonly hasManyAccounts: boolean }

export function makeLedgerPage(entries: readonly LedgerEntry[], view: View): LedgerPage {
  // Ids are given in the order of writing; dates would tie, and a clock can be put back.
  const newestFirst = entries.toSorted((a, b) => readOrder(b) - readOrder(a))
  const start = (view.page - 1) * pageSize
  const shown = newestFirst.slice(start, start + pageSize)
  return {
    total: entries.length,
    first: shown.length === 0 ? 0 : start + 1,
    last: start + shown.length,
    newer: view.page > 1 ? view.page - 1 : null,
    older: start + pageSize < entries.length ? view.page + 1 : null,
    table: makeTable(shown, view),
  }
}

function readOrder({ transaction }: LedgerEntry): number {
  return Number(transaction.accountTransactionId)
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

function readCurrent(balances: Balances): number {
  return isPoints(balances) ? balances.current : balances.available
}

function readReason({ transactionDetails }: AccountTransaction): string {
  return Array.isArray(transactionDetails) ? '' : (transactionDetails['reason'] ?? '')
}
