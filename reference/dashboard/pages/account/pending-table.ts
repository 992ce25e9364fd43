// Points that a purchase earned and the customer cannot spend yet.
import type { StoredAccount } from '../../../model/account.ts'
import { listPending } from '../../../service/pending-points.ts'
import type { UserVisit } from '../../page.ts'
import { places } from '../../places.ts'
import { makeNumberCell, makeTimeCell } from '../../render-values.ts'
import { hasPermission } from '../../role.ts'
import type { Cell, Table } from '../../table.ts'

export function makePendingTable({ user }: UserVisit, account: StoredAccount): Table {
  const place = places.account(account.walletId ?? '', account.accountId)
  const canDecide = hasPermission(user, 'points')
  return {
    id: 'pending',
    labelledBy: 'pending-heading',
    columns: [
      { text: `Released (${user.tenant.zone})` },
      { text: 'Points', isFigure: true },
      { text: 'Purchase' },
      ...(canDecide ? [{ text: 'For the customer' }, { text: 'Against' }] : []),
    ],
    rows: listPending(account).map(({ pendingId, points, reference, releaseDate }): Cell[] => [
      makeTimeCell(releaseDate, user.tenant.zone),
      makeNumberCell(points),
      { text: reference ?? '', isFree: true },
      ...(canDecide ? makeLinks(`${place}/pending/${pendingId}`, points) : []),
    ]),
  }
}

function makeLinks(place: string, points: number): Cell[] {
  return [
    { text: `Approve ${points}`, href: `${place}/approve` },
    { text: `Reject ${points}`, href: `${place}/reject` },
  ]
}
