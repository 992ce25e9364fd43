// What customer care sees of one customer, where it gives goodwill, and the ways to all else that can be done.
import type { EnrichedAccount } from '../../../model/account.ts'
import type { Wallet } from '../../../model/wallet.ts'
import { listStoredAccounts, makeEnrichedAccount } from '../../../service/accounts.ts'
import { findConsumer } from '../../../service/consumers.ts'
import { listIdentities } from '../../../service/identities.ts'
import type { Field } from '../../field.ts'
import { makeFormToken } from '../../form-token.ts'
import type { Notice } from '../../once.ts'
import type { Shown, UserVisit } from '../../page.ts'
import { makePersonalFacts, seesPersonalData } from '../../personal-data.ts'
import { places } from '../../places.ts'
import { makeTimeCell } from '../../render-values.ts'
import { makeStatusCell, makeWordCell, stateWords, walletTypeWords } from '../../words.ts'
import { nothingWritten, type Written } from '../../written.ts'
import { listGoodwillErrors, makeGoodwillFields } from './goodwill-fields.ts'
import { listLedgerEntries } from './ledger-entries.ts'
import { makeLedgerPage } from './ledger-table.ts'
import { listWalletActions } from './wallet-actions.ts'
import { makeAccountTable, makeIdentityTable } from './wallet-tables.ts'

type Occasion = {
  readonly status?: number
  readonly page?: number
  readonly notice?: Notice | undefined
  readonly written?: Written
  /** Why the platform did not do what was asked. */
  readonly refusal?: string
}

export function showWallet(visit: UserVisit, wallet: Wallet, occasion: Occasion = {}): Shown {
  const { scope, user } = visit
  const accounts = listStoredAccounts(scope, wallet).map((account) => makeEnrichedAccount(scope, account))
  const { refusal, notice, written = nothingWritten } = occasion
  const goodwill = makeGoodwill(visit, { wallet, accounts, written })
  const errors = refusal === undefined ? listGoodwillErrors(goodwill.fields, written) : [{ text: refusal }]
  return {
    status: occasion.status ?? 200,
    view: 'pages/wallet/wallet',
    title: renderTitle(wallet, { notice, hasErrors: errors.length > 0 }),
    data: {
      ...makeSummary(wallet, user.tenant.zone),
      errors,
      notice,
      actions: listWalletActions(user, wallet),
      personal: makePersonal(visit, wallet),
      accounts: makeAccountTable(accounts, user.tenant.zone),
      identities: makeIdentityTable(visit, listIdentities(scope, wallet)),
      goodwill,
      ledger: makeLedger(visit, { wallet, accounts, page: occasion.page ?? 1 }),
    },
  }
}

type Outcome = { readonly notice: Notice | undefined; readonly hasErrors: boolean }

function renderTitle({ walletId }: Wallet, { notice, hasErrors }: Outcome): string {
  if (hasErrors) return `Error: Wallet ${walletId}`
  return notice ? `${notice.title} – Wallet ${walletId}` : `Wallet ${walletId}`
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

function makePersonal(visit: UserVisit, wallet: Wallet) {
  const consumer = findConsumer(visit.scope, wallet)
  return {
    facts: consumer ? makePersonalFacts(visit, consumer) : [],
    isMasked: !seesPersonalData(visit),
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

type LedgerContext = {
  readonly wallet: Wallet
  readonly accounts: readonly EnrichedAccount[]
  readonly page: number
}

function makeLedger({ scope, user }: UserVisit, { wallet, accounts, page }: LedgerContext) {
  const points = accounts.filter(({ type }) => type === 'POINTS')
  return makeLedgerPage(listLedgerEntries(scope, points), {
    zone: user.tenant.zone,
    page,
    place: places.wallet(wallet.walletId),
    hasManyAccounts: points.length > 1,
  })
}
