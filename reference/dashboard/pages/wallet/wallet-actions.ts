// What can be done with a wallet besides giving goodwill, each behind a link to a page of its own.
import { walletSteps, type Wallet } from '../../../model/wallet.ts'
import type { DashboardUser } from '../../../store/dashboard-users.ts'
import { places } from '../../places.ts'
import { hasPermission } from '../../role.ts'
import type { Link } from '../../table.ts'

/** By the part of the page that they stand in. */
export type WalletActions = Readonly<Record<'wallet' | 'accounts' | 'identities' | 'ledger', readonly Link[]>>

export function listWalletActions(user: DashboardUser, wallet: Wallet): WalletActions {
  const place = places.wallet(wallet.walletId)
  return {
    wallet: hasPermission(user, 'wallet-status') ? listSteps(wallet) : [],
    accounts: [
      { href: `${place}/give-coupon`, text: 'Give a coupon' },
      { href: `${place}/take-in-coupon`, text: 'Take in a coupon by its token' },
    ],
    identities: [{ href: `${place}/add-identity`, text: 'Add an identity' }],
    ledger: [{ href: `${place}/export`, text: 'Export the ledger' }],
  }
}

const steps = {
  suspend: 'Suspend the wallet',
  activate: 'Activate the wallet',
} as const

function listSteps({ walletId, status }: Wallet): Link[] {
  return (['suspend', 'activate'] as const)
    .filter((step) => (walletSteps[step].from as readonly string[]).includes(status))
    .map((step) => ({ href: `${places.wallet(walletId)}/${step}`, text: steps[step] }))
}
