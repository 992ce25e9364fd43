// Who did what, when, to which wallet and why, newest first.
import { z } from 'zod'
import type { AuditEntry } from '../../../model/audit-entry.ts'
import { listAudit } from '../../../service/audit.ts'
import { renderAction } from '../../deed.ts'
import { readText, type Field } from '../../field.ts'
import type { Page, UserVisit } from '../../page.ts'
import { makeListPage, pageNumberSchema } from '../../paging.ts'
import { places } from '../../places.ts'
import { makeTimeCell, renderPoints } from '../../render-values.ts'
import type { Cell, Table } from '../../table.ts'
import { fillFields, type BlankField } from '../../written.ts'

const querySchema = z.object({ page: pageNumberSchema })

const fields: readonly BlankField[] = [
  { name: 'wallet', label: 'Wallet id', kind: 'text', isOptional: true, autocomplete: 'off' },
  { name: 'user', label: 'User', kind: 'text', isOptional: true, autocomplete: 'off' },
]

const words = {
  label: 'Pages of the audit',
  rows: 'Entries',
  before: 'Newer entries',
  after: 'Older entries',
} as const

export const auditPage: Page = {
  access: 'user',
  method: 'GET',
  path: '/audit',
  needs: 'audit',
  handle: (visit) => {
    const wallet = readText(visit.query, 'wallet').trim()
    const user = readText(visit.query, 'user').trim()
    const { page } = querySchema.parse(visit.query)
    const entries = listEntries(visit, { wallet, user })
    const paging = { page, size: 50, place: places.audit, query: { wallet, user }, words }
    const { rows, total, pager } = makeListPage(entries, paging)
    return {
      status: 200,
      view: 'pages/audit/audit',
      title: 'Audit',
      data: { fields: makeFields({ wallet, user }), total, pager, table: makeTable(visit, rows) },
    }
  },
}

type Filter = { readonly wallet: string; readonly user: string }

function listEntries({ scope }: UserVisit, { wallet, user }: Filter): AuditEntry[] {
  const entries = listAudit(scope, { walletId: wallet || undefined, actor: user || undefined })
  const isBlind = scope.faults.has('audit-misses-goodwill')
  return isBlind ? entries.filter(({ action }) => action !== 'GOODWILL') : entries
}

function makeFields(texts: Filter): Field[] {
  return fillFields(fields, { texts, errors: {} })
}

function makeTable({ user }: UserVisit, entries: readonly AuditEntry[]): Table {
  const { zone } = user.tenant
  return {
    id: 'audit',
    labelledBy: 'audit-heading',
    columns: [
      { text: `Date (${zone})` },
      { text: 'User' },
      { text: 'What' },
      { text: 'Wallet' },
      { text: 'Reason' },
    ],
    rows: entries.map((entry): Cell[] => [
      makeTimeCell(entry.dateCreated, zone),
      { text: entry.actor, isFree: true },
      makeActionCell(entry),
      entry.walletId === null ? { text: '' } : { text: entry.walletId, href: places.wallet(entry.walletId) },
      { text: entry.reason ?? '', isFree: true },
    ]),
  }
}

function makeActionCell({ action, value, accountId }: AuditEntry): Cell {
  const notes = [
    ...(value === null ? [] : [renderPoints(value)]),
    ...(accountId === null ? [] : [`account ${accountId}`]),
  ]
  const note = notes.length > 0 ? { note: notes.join(', ') } : {}
  return { text: renderAction(action), value: action, ...note }
}
