// Suspending a wallet, and making it active again.
import { z } from 'zod'
import type { Wallet } from '../../../model/wallet.ts'
import { findWallet, stepWallet } from '../../../service/wallets.ts'
import { makeReasonField, reasonSchema } from '../../form-schemas.ts'
import { places } from '../../places.ts'
import { makeStatusCell } from '../../words.ts'
import { makeTaskPages, type Task } from '../form/form-page.ts'

const schema = z.object({ reason: reasonSchema })

const steps = {
  suspend: {
    heading: 'Suspend the wallet',
    text: 'Nothing can be earned, spent or redeemed with a suspended wallet until it is activated again.',
    button: 'Suspend wallet',
    notice: { title: 'Wallet suspended', text: 'Nothing moves on it until it is activated again.' },
    action: 'WALLET_SUSPEND',
  },
  activate: {
    heading: 'Activate the wallet',
    text: 'The customer can earn, spend and redeem again.',
    button: 'Activate wallet',
    notice: { title: 'Wallet activated', text: 'The customer can earn, spend and redeem again.' },
    action: 'WALLET_ACTIVATE',
  },
} as const

function makeStep(step: keyof typeof steps) {
  const { heading, text, button, notice, action } = steps[step]
  const task: Task<Wallet, z.infer<typeof schema>> = {
    path: `/wallets/:walletId/${step}`,
    needs: 'wallet-status',
    schema,
    find: ({ scope, params }) => findWallet(scope, params['walletId'] ?? ''),
    describe: ({ walletId, status }) => ({
      heading,
      about: `Wallet ${walletId}`,
      text,
      facts: [
        { term: 'Wallet id', cell: { text: walletId } },
        { term: 'Status', cell: makeStatusCell(status) },
      ],
      fields: [makeReasonField('Kept in the audit')],
      button,
      back: { href: places.wallet(walletId), text: 'Back to the wallet' },
    }),
    perform: ({ scope }, { walletId }, { reason }) => {
      stepWallet(scope, walletId, step)
      return { place: places.wallet(walletId), notice, deed: { action, walletId, reason } }
    },
  }
  return makeTaskPages(task)
}

export const walletStatusPages = [...makeStep('suspend'), ...makeStep('activate')]
