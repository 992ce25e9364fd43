// Customer care's search: one field for whatever the customer can tell.
import type { Wallet } from '../../../model/wallet.ts'
import { searchWallets } from '../../../service/wallets.ts'
import { listErrors, readText, type Field } from '../../field.ts'
import type { Page, PageAnswer, UserVisit } from '../../page.ts'
import { places } from '../../places.ts'
import { makeTimeCell } from '../../render-values.ts'
import type { Cell, Table } from '../../table.ts'
import { makeStatusCell, makeWordCell, stateWords } from '../../words.ts'

export const homePage: Page = {
  access: 'user',
  method: 'GET',
  path: '/',
  handle: () => ({ location: places.customers }),
}

const longestSearch = 255

/** A GET form: it changes nothing, so it carries no token, and a result can be gone back to. */
export const customersPage: Page = {
  access: 'user',
  method: 'GET',
  path: '/customers',
  handle: (visit) => {
    const isAsked = typeof visit.query === 'object' && visit.query !== null && 'search' in visit.query
    if (!isAsked) return showCustomers({ text: '', title: 'Customers' })
    const text = readText(visit.query, 'search').trim()
    if (text === '') return showError('', 'Enter something to search for')
    if (text.length > longestSearch) return showError(text, `Search for at most ${longestSearch} characters`)
    return showFound(visit, text, searchWallets(visit.scope, text))
  },
}

function showError(text: string, error: string): PageAnswer {
  return { ...showCustomers({ text, title: 'Error: Customers', error }), status: 422 }
}

function showFound(visit: UserVisit, text: string, wallets: readonly Wallet[]): PageAnswer {
  const count = `${wallets.length} ${wallets.length === 1 ? 'wallet' : 'wallets'} found`
  const isFound = wallets.length > 0
  return showCustomers({
    text,
    title: isFound ? `${count} – Customers` : 'No wallet found – Customers',
    outcome: isFound ? count : 'No wallet found',
    table: isFound ? makeTable(visit, wallets) : undefined,
  })
}

type Shown = {
  readonly text: string
  readonly title: string
  readonly error?: string
  readonly outcome?: string
  readonly table?: Table | undefined
}

function showCustomers({ text, title, error, outcome, table }: Shown) {
  const field: Field = {
    name: 'search',
    label: 'Find a customer',
    hint: 'Wallet id, card number, e-mail address or transaction reference, written in full',
    kind: 'text',
    value: text,
    autocomplete: 'off',
    error,
  }
  const data = { field, errors: listErrors([field]), text, outcome, table }
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
