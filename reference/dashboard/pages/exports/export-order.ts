// What can be exported, and the rows that make it up when it is.
import { z } from 'zod'
import { listStoredAccounts, makeEnrichedAccount } from '../../../service/accounts.ts'
import type { Scope } from '../../../service/scope.ts'
import { findWallet } from '../../../service/wallets.ts'
import type { Sheet } from '../../csv.ts'
import { findWallets } from '../customers/find-wallets.ts'
import { listLedgerEntries, type LedgerEntry } from '../wallet/ledger-entries.ts'
import { readCurrent, readReason } from '../wallet/ledger-table.ts'

/** Half-open: from the first instant of a day to the first of the day after the last one. */
const periodSchema = z.object({ fromMs: z.int(), untilMs: z.int() })

export type Period = z.infer<typeof periodSchema>

const exportOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ledger'), walletId: z.string(), period: periodSchema }),
  z.object({ kind: z.literal('customers'), text: z.string() }),
])

export type ExportOrder = z.infer<typeof exportOrderSchema>

export function parseOrder(written: unknown): ExportOrder {
  return exportOrderSchema.parse(written)
}

export function renderOrder(order: ExportOrder): string {
  return order.kind === 'ledger' ? `Ledger of wallet ${order.walletId}` : `Customers found by ${order.text}`
}

export function renderFileName(order: ExportOrder): string {
  return order.kind === 'ledger' ? `ledger-${order.walletId}.csv` : 'customers.csv'
}

export function makeSheet(scope: Scope, order: ExportOrder): Sheet {
  return order.kind === 'ledger' ? makeLedgerSheet(scope, order) : makeCustomerSheet(scope, order.text)
}

type LedgerOrder = { readonly walletId: string; readonly period: Period }

function makeLedgerSheet(scope: Scope, { walletId, period }: LedgerOrder): Sheet {
  const accounts = listStoredAccounts(scope, findWallet(scope, walletId))
    .filter(({ type }) => type === 'POINTS')
    .map((account) => makeEnrichedAccount(scope, account))
  const entries = listLedgerEntries(scope, accounts).filter((entry) => isWithin(entry, period))
  return {
    columns: ['Date', 'Account', 'Event', 'Value', 'Source', 'Before', 'After', 'Reason'],
    rows: entries.map(({ account, transaction }) => [
      transaction.dateCreated,
      account.accountId,
      transaction.event,
      transaction.value,
      transaction.source,
      readCurrent(transaction.balancesBefore),
      readCurrent(transaction.balancesAfter),
      readReason(transaction),
    ]),
  }
}

function isWithin({ transaction }: LedgerEntry, { fromMs, untilMs }: Period): boolean {
  const at = Date.parse(transaction.dateCreated)
  return at >= fromMs && at < untilMs
}

function makeCustomerSheet(scope: Scope, text: string): Sheet {
  return {
    columns: ['Wallet', 'Name', 'Status', 'State', 'Created'],
    rows: findWallets(scope, text).map((wallet) => [
      wallet.walletId,
      wallet.friendlyName ?? '',
      wallet.status,
      wallet.state,
      wallet.dateCreated,
    ]),
  }
}
