// The ledger of a wallet as a file, for a period of at most three months.
import { z } from 'zod'
import { findWallet } from '../../../service/wallets.ts'
import { dayHint, makeDaySchema, readToday, startOfDayMs } from '../../day.ts'
import { places } from '../../places.ts'
import { makeFormPages } from '../form/form-page.ts'
import { answerExport, mostRowsAtOnce } from './send-export.ts'

const mostMonths = 3

const schema = z
  .object({ from: makeDaySchema('Enter the first day'), to: makeDaySchema('Enter the last day') })
  .refine(({ from, to }) => Temporal.PlainDate.compare(from, to) <= 0, {
    path: ['to'],
    error: 'The last day is before the first one',
  })
  .refine(({ from, to }) => Temporal.PlainDate.compare(to, from.add({ months: mostMonths })) <= 0, {
    path: ['to'],
    error: `The period can be at most ${mostMonths} months long: choose an earlier last day or a later first one`,
  })

export const exportLedgerPages = makeFormPages({
  path: '/wallets/:walletId/export',
  needs: 'customers',
  schema,
  find: ({ scope, params }) => findWallet(scope, params['walletId'] ?? ''),
  describe: ({ walletId }, { scope, user }) => {
    const today = readToday(scope.nowMs, user.tenant.zone)
    return {
      heading: 'Export the ledger',
      about: `Wallet ${walletId}`,
      text: `Up to ${mostRowsAtOnce} entries come at once, more of them are queued.`,
      fields: [
        { name: 'from', label: 'First day', hint: dayHint, kind: 'text', autocomplete: 'off' },
        {
          name: 'to',
          label: 'Last day',
          hint: `At most ${mostMonths} months after the first one`,
          kind: 'text',
          autocomplete: 'off',
        },
      ],
      initial: { from: String(today.subtract({ months: mostMonths })), to: String(today) },
      button: 'Export as CSV',
      back: { href: places.wallet(walletId), text: 'Back to the wallet' },
    }
  },
  answer: (visit, { walletId }, { from, to }) => {
    const { zone } = visit.user.tenant
    const period = { fromMs: startOfDayMs(from, zone), untilMs: startOfDayMs(to.add({ days: 1 }), zone) }
    return answerExport(visit, { kind: 'ledger', walletId, period })
  },
})
