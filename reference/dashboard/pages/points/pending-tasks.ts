// Pending points that nobody wants to wait for: given at once, or turned down.
import { z } from 'zod'
import type { EnrichedAccount } from '../../../model/account.ts'
import { decidePending, type PendingDecision } from '../../../service/pending-points.ts'
import { makeReasonField, reasonSchema } from '../../form-schemas.ts'
import { places } from '../../places.ts'
import { renderPoints } from '../../render-values.ts'
import { findShownAccount } from '../account/find-account.ts'
import { makeTaskPages, type Task } from '../form/form-page.ts'

const schema = z.object({ reason: reasonSchema })

const words = {
  approve: {
    heading: 'Approve pending points',
    text: 'The customer can spend them at once.',
    button: 'Approve points',
    verb: 'approved',
  },
  reject: {
    heading: 'Reject pending points',
    text: 'The customer never gets them.',
    button: 'Reject points',
    verb: 'rejected',
  },
} as const satisfies Record<PendingDecision['decision'], unknown>

function makeTask(decision: PendingDecision['decision']) {
  const { heading, text, button, verb } = words[decision]
  const task: Task<EnrichedAccount, z.infer<typeof schema>> = {
    path: `/wallets/:walletId/accounts/:accountId/pending/:pendingId/${decision}`,
    needs: 'points',
    schema,
    find: findShownAccount,
    describe: ({ walletId, accountId }) => ({
      heading,
      text,
      button,
      about: `Wallet ${walletId}`,
      fields: [makeReasonField('Kept with the entry in the ledger')],
      back: { href: places.account(walletId ?? '', accountId), text: 'Back to the account' },
    }),
    perform: ({ scope, params }, { walletId, accountId }, { reason }) => {
      const key = { walletId: walletId ?? '', accountId, pendingId: params['pendingId'] ?? '' }
      const { value } = decidePending(scope, { ...key, decision, reason })
      const notice = { title: `${renderPoints(value)} ${verb}`, text }
      return { place: places.account(key.walletId, accountId), notice, deed: null }
    },
  }
  return makeTaskPages(task)
}

export const pendingPages = [...makeTask('approve'), ...makeTask('reject')]
