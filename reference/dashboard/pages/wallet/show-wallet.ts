// What customer care sees of one customer, and where it gives goodwill.
import type { EnrichedAccount } from '../../../model/account.ts'
import type { Wallet } from '../../../model/wallet.ts'
import {
  listAccountTransactions,
  listStoredAccounts,
  makeEnrichedAccount,
} from '../../../service/accounts.ts'
import { listIdentities } from '../../../service/identities.ts'
import type { Field } from '../../field.ts'
import { makeFormToken } from '../../form-token.ts'
import type { Shown, UserVisit } from '../../page.ts'
import { places } from '../../places.ts'
import { makeTimeCell, renderLocalTime, renderNumber, renderPoints } from '../../render-values.ts'
import { makeStatusCell, makeWordCell, stateWords, walletTypeWords } from '../../words.ts'
import { listGoodwillErrors, makeGoodwillFields, nothingWritten, type Written } from './goodwill-fields.ts'
import type { Given } from './goodwill-record.ts'
import { makeLedgerPage, type LedgerEntry } from './ledger-table.ts'
import { makeAccountTable, makeIdentityTable } from './wallet-tables.ts'

type Occasion = {
  readonly status?: number
  readonly page?: number
  readonly given?: Given | undefined
  readonly written?: Written
  /** Why the platform did not do what was asked. */
  readonly refusal?: string
}

export function showWallet(visit: UserVisit, wallet: Wallet, occasion: Occasion = {}): Shown {
  const { scope, user } = visit
  const accounts = listStoredAccounts(scope, wallet).map((account) => makeEnrichedAccount(scope, account))
  const { refusal, given, written = nothingWritten } = occasion
  const goodwill = makeGoodwill(visit, { wallet, accounts, written })
  const errors = refusal === undefined ? listGoodwillErrors(goodwill.fields, written) : [{ text: refusal }]
  return {
    status: occasion.status ?? 200,
    view: 'pages/wallet/wallet',
    title: renderTitle(wallet, { given, hasErrors: errors.length > 0 }),
    data: {
      ...makeSummary(wallet, user.tenant.zone),
      errors,
      notice: given && renderGiven(given, user.tenant.zone),
      accounts: makeAccountTable(accounts, user.tenant.zone),
      identities: makeIdentityTable(listIdentities(scope, wallet)),
      goodwill,
      ledger: makeLedger(visit, accounts, occasion.page ?? 1),
      place: places.wallet(wallet.walletId),
    },
  }
}

function renderTitle(
  { walletId }: Wallet,
  { given, hasErrors }: { given: Given | undefined; hasErrors: boolean },
): string {
  if (hasErrors) return `Error: Wallet ${walletId}`
  return given ? `Points given – Wallet ${walletId}` : `Wallet ${walletId}`
}

function renderGiven({ points, before, after, at }: Given, zone: string) {
  return {
    title: `${renderPoints(points)} given`,
    text: `The balance went from ${renderNumber(before)} to ${renderPoints(after)} on ${renderLocalTime(at, zone)}.`,
  }
}

function makeSummary(wallet: Wallet, zone: string) {
  return {
    walletId: wallet.walletId,
    name: wallet.friendlyName ?? `Wallet ${wallet.walletId}`,
    facts: [
      { term: 'Wallet id', cell: { text: wallet.walletId } },
      { term: 'Status', cell: makeStatusCell(wallet.status) },
      { term: 'State', cell: makeWordCell(stateWords, wallet.state) },
      { term: 'Type', cell: makeWordCell(walletTypeWords, wallet.type) },
      { term: 'Created', cell: makeTimeCell(wallet.dateCreated, zone) },
    ],
  }
}

type GoodwillContext = {
  readonly wallet: Wallet
  readonly accounts: readonly EnrichedAccount[]
  readonly written: Written
}

/** Always offered where there are points: whether they may move is the platform's to say, in one place. */
function makeGoodwill(visit: UserVisit, { wallet, accounts, written }: GoodwillContext) {
  const action = places.goodwill(wallet.walletId)
  const points = accounts.filter(({ type }) => type === 'POINTS')
  const fields: Field[] = points.length > 0 ? makeGoodwillFields(points, written) : []
  return {
    action,
    token: makeFormToken({ browserId: visit.browserId, action }),
    accountId: points.length === 1 ? points[0]?.accountId : null,
    fields,
  }
}

function makeLedger({ scope, user }: UserVisit, accounts: readonly EnrichedAccount[], page: number) {
  const points = accounts.filter(({ type }) => type === 'POINTS')
  const entries = points.flatMap((account) =>
    listAccountTransactions(scope, account.accountId).map((transaction): LedgerEntry => ({
      account,
      transaction,
    })),
  )
  return makeLedgerPage(entries, { zone: user.tenant.zone, page, hasManyAccounts: points.length > 1 })
}
