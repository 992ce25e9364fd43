// Customer care's search: one field for whatever the customer can tell.
import { z } from 'zod'
import type { Wallet } from '../../../model/wallet.ts'
import { listErrors, readText, type Field } from '../../field.ts'
import { makeFormToken } from '../../form-token.ts'
import type { Page, PageAnswer, Shown, UserVisit } from '../../page.ts'
import { makeListPage, pageNumberSchema, type Pager } from '../../paging.ts'
import { findHome, places } from '../../places.ts'
import { makeTimeCell } from '../../render-values.ts'
import type { Cell, Table } from '../../table.ts'
import { makeStatusCell, makeWordCell, stateWords } from '../../words.ts'
import { findWallets } from './find-wallets.ts'

export const homePage: Page = {
  access: 'user',
  method: 'GET',
  path: '/',
  needs: null,
  handle: ({ user }) => ({ location: findHome(user) }),
}

const longestSearch = 255

/** What to say of a text that cannot be searched for, or null where it can. */
export function evaluateSearch(text: string): string | null {
  if (text === '') return 'Enter something to search for'
  return text.length > longestSearch ? `Search for at most ${longestSearch} characters` : null
}

const querySchema = z.object({ page: pageNumberSchema })

/** A GET form: it changes nothing, so it carries no token, and a result can be gone back to. */
export const customersPage: Page = {
  access: 'user',
  method: 'GET',
  path: '/customers',
  needs: 'customers',
  handle: (visit) => {
    const isAsked = typeof visit.query === 'object' && visit.query !== null && 'search' in visit.query
    if (!isAsked) return showCustomers({ text: '', title: 'Customers' })
    const text = readText(visit.query, 'search').trim()
    const error = evaluateSearch(text)
    if (error !== null) return showSearchError(text, error)
    return showFound(visit, text, findWallets(visit.scope, text))
  },
}

export function showSearchError(text: string, error: string): PageAnswer {
  return { ...showCustomers({ text, title: 'Error: Customers', error }), status: 422 }
}

const words = {
  label: 'Pages of the wallets found',
  rows: 'Wallets',
  before: 'Previous wallets',
  after: 'More wallets',
} as const

function showFound(visit: UserVisit, text: string, wallets: readonly Wallet[]): PageAnswer {
  const count = `${wallets.length} ${wallets.length === 1 ? 'wallet' : 'wallets'} found`
  if (wallets.length === 0) {
    return showCustomers({ text, title: 'No wallet found – Customers', outcome: 'No wallet found' })
  }
  const { page } = querySchema.parse(visit.query)
  const place = places.customers
  const { rows, pager } = makeListPage(wallets, { page, size: 50, place, query: { search: text }, words })
  return showCustomers({
    text,
    title: `${count} – Customers`,
    outcome: count,
    table: makeTable(visit, rows),
    pager,
    exportToken: makeFormToken({ browserId: visit.browserId, action: places.customersExport }),
  })
}

type Result = {
  readonly text: string
  readonly title: string
  readonly error?: string
  readonly outcome?: string
  readonly table?: Table
  readonly pager?: Pager | null
  readonly exportToken?: string
}

function showCustomers({ title, error, ...result }: Result): Shown {
  const field: Field = {
    name: 'search',
    label: 'Find a customer',
    hint: 'Name, e-mail address, card number, wallet id, account id, token or transaction reference, written in full',
    kind: 'text',
    value: result.text,
    autocomplete: 'off',
    error,
  }
  const data = { ...result, field, errors: listErrors([field]), exportPlace: places.customersExport }
  return { status: 200, view: 'pages/customers/customers', title, data }
}

function makeTable({ user }: UserVisit, wallets: readonly Wallet[]): Table {
  const { zone } = user.tenant
  return {
    id: 'wallets',
    labelledBy: 'outcome',
    columns: [
      { text: 'Wallet' },
      { text: 'Name' },
      { text: 'Status' },
      { text: 'State' },
      { text: 'Created' },
    ],
    rows: wallets.map((wallet): Cell[] => [
      { text: wallet.walletId, href: places.wallet(wallet.walletId) },
      { text: wallet.friendlyName ?? '–', isFree: true },
      makeStatusCell(wallet.status),
      makeWordCell(stateWords, wallet.state),
      makeTimeCell(wallet.dateCreated, zone),
    ]),
  }
}
