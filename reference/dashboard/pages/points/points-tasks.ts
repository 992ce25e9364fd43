// Points put on an account and taken off it by hand, each with its reason.
import { z } from 'zod'
import type { EnrichedAccount } from '../../../model/account.ts'
import { movePoints } from '../../../service/points.ts'
import { Refusal } from '../../../service/refusal.ts'
import { makePointsField, makePointsSchema, makeReasonField, reasonSchema } from '../../form-schemas.ts'
import { places } from '../../places.ts'
import { findShownAccount } from '../account/find-account.ts'
import { makeTaskPages, type Description, type Task } from '../form/form-page.ts'
import { makeBalanceCell } from '../wallet/wallet-tables.ts'
import { renderMove } from './render-move.ts'

const mostPoints = 1_000_000

type Direction = 'credit' | 'debit'

const words = {
  credit: { heading: 'Credit points', button: 'Credit points', verb: 'credited' },
  debit: { heading: 'Debit points', button: 'Debit points', verb: 'debited' },
} as const

function makeTask(direction: Direction) {
  const schema = z.object({ points: makePointsSchema(direction, mostPoints), reason: reasonSchema })
  const { verb } = words[direction]
  const task: Task<EnrichedAccount, z.infer<typeof schema>> = {
    path: `/wallets/:walletId/accounts/:accountId/${direction}`,
    needs: 'points',
    find: (visit) => findPointsAccount(findShownAccount(visit)),
    describe: (account) => describe(direction, account),
    schema,
    perform: ({ scope, user }, { accountId, walletId }, { points: value, reason }) => {
      const key = { walletId: walletId ?? '', accountId }
      const details = { reason }
      const result = movePoints(scope, key, { operation: direction, points: { value }, details })
      const notice = renderMove(result, { verb, zone: user.tenant.zone })
      return { place: places.account(key.walletId, accountId), notice, deed: null }
    },
    mends: { INSUFFICIENT_BALANCE: 'points', BALANCE_LIMIT: 'points' },
  }
  return makeTaskPages(task)
}

function findPointsAccount(account: EnrichedAccount): EnrichedAccount {
  if (account.type !== 'POINTS') throw new Refusal('ACCOUNT_NOT_FOUND')
  return account
}

function describe(direction: Direction, account: EnrichedAccount): Description {
  const { accountId, walletId, campaign } = account
  const { heading, button } = words[direction]
  return {
    heading,
    about: `Wallet ${walletId}`,
    facts: [
      { term: 'Account', cell: { text: campaign.campaignName, isFree: true } },
      { term: 'Balance', cell: makeBalanceCell(account) },
    ],
    fields: [makePointsField(mostPoints), makeReasonField('Kept with the entry in the ledger')],
    button,
    back: { href: places.account(walletId ?? '', accountId), text: 'Back to the account' },
  }
}

export const pointsPages = [...makeTask('credit'), ...makeTask('debit')]
