// One account: what is on it, what became of it, and what can be done with it.
import { z } from 'zod'
import { isPoints, type EnrichedAccount } from '../../../model/account.ts'
import { endless } from '../../../model/instant.ts'
import { makeEnrichedAccount } from '../../../service/accounts.ts'
import type { DashboardUser } from '../../../store/dashboard-users.ts'
import { findNotice } from '../../once.ts'
import type { Page } from '../../page.ts'
import { pageNumberSchema } from '../../paging.ts'
import { places } from '../../places.ts'
import { makeNumberCell, makeTimeCell } from '../../render-values.ts'
import { hasPermission } from '../../role.ts'
import type { Fact, Link } from '../../table.ts'
import { accountTypeWords, makeStatusCell, makeWordCell, stateWords } from '../../words.ts'
import { listLedgerEntries } from '../wallet/ledger-entries.ts'
import { makeLedgerPage } from '../wallet/ledger-table.ts'
import { makeBalanceCell } from '../wallet/wallet-tables.ts'
import { findStoredAccount } from './find-account.ts'
import { makePendingTable } from './pending-table.ts'

const querySchema = z.object({ page: pageNumberSchema })

export const accountPage: Page = {
  access: 'user',
  method: 'GET',
  path: '/wallets/:walletId/accounts/:accountId',
  needs: 'customers',
  handle: (visit) => {
    const stored = findStoredAccount(visit)
    const account = makeEnrichedAccount(visit.scope, stored)
    const { zone } = visit.user.tenant
    const notice = findNotice(visit)
    const { page } = querySchema.parse(visit.query)
    const walletId = account.walletId ?? ''
    const view = { zone, page, place: places.account(walletId, account.accountId), hasManyAccounts: false }
    return {
      status: 200,
      view: 'pages/account/account',
      title: `${notice ? `${notice.title} – ` : ''}Account ${account.accountId}`,
      data: {
        notice,
        name: account.campaign.campaignName || 'Deleted campaign',
        facts: [...makeFacts(account, zone), ...makePointsFacts(account)],
        actions: listActions(visit.user, account),
        pending: makePendingTable(visit, stored),
        ledger: makeLedgerPage(listLedgerEntries(visit.scope, [account]), view),
        back: { href: places.wallet(walletId), text: 'Back to the wallet' },
      },
    }
  },
}

function makeFacts(account: EnrichedAccount, zone: string): Fact[] {
  const { dates } = account
  return [
    { term: 'Account id', cell: { text: account.accountId } },
    { term: 'Type', cell: makeWordCell(accountTypeWords, account.type) },
    { term: 'Status', cell: makeStatusCell(account.status) },
    { term: 'State', cell: makeWordCell(stateWords, account.state) },
    { term: 'Starts', cell: makeTimeCell(dates.start, zone) },
    {
      term: 'Ends',
      cell: dates.end === endless.account ? { text: 'No end' } : makeTimeCell(dates.end, zone),
    },
    { term: 'Balance', cell: makeBalanceCell(account) },
  ]
}

function makePointsFacts({ balances }: EnrichedAccount): Fact[] {
  if (!isPoints(balances)) return []
  return [
    { term: 'Usable', cell: makeNumberCell(balances.usable) },
    { term: 'Locked', cell: makeNumberCell(balances.locked) },
    { term: 'Pending', cell: makeNumberCell(balances.pending) },
  ]
}

function listActions(user: DashboardUser, { type, status, accountId, walletId }: EnrichedAccount): Link[] {
  const place = places.account(walletId ?? '', accountId)
  if (type === 'ECOUPON') {
    const isOver = status === 'USED' || status === 'CANCELLED'
    return isOver ? [] : [{ href: `${place}/cancel`, text: 'Cancel the coupon' }]
  }
  if (!hasPermission(user, 'points')) return []
  return [
    { href: `${place}/credit`, text: 'Credit points' },
    { href: `${place}/debit`, text: 'Debit points' },
  ]
}
