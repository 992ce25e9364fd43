// Taking a coupon away from a customer.
import { z } from 'zod'
import type { EnrichedAccount } from '../../../model/account.ts'
import { cancelCoupon } from '../../../service/coupons.ts'
import { Refusal } from '../../../service/refusal.ts'
import { makeReasonField, reasonSchema } from '../../form-schemas.ts'
import { places } from '../../places.ts'
import { makeStatusCell } from '../../words.ts'
import { findShownAccount } from '../account/find-account.ts'
import { makeTaskPages } from '../form/form-page.ts'
import { makeBalanceCell } from '../wallet/wallet-tables.ts'

const schema = z.object({ reason: reasonSchema })

export const cancelCouponPages = makeTaskPages({
  path: '/wallets/:walletId/accounts/:accountId/cancel',
  needs: 'customers',
  schema,
  find: (visit) => findCoupon(findShownAccount(visit)),
  describe: (account) => ({
    heading: 'Cancel the coupon',
    about: `Wallet ${account.walletId}`,
    text: 'A coupon that was cancelled cannot be brought back.',
    facts: [
      { term: 'Campaign', cell: { text: account.campaign.campaignName, isFree: true } },
      { term: 'Status', cell: makeStatusCell(account.status) },
      { term: 'Balance', cell: makeBalanceCell(account) },
    ],
    fields: [makeReasonField('Kept with the entry in the ledger')],
    button: 'Cancel coupon',
    back: { href: placeOf(account), text: 'Back to the account' },
  }),
  perform: ({ scope }, account, { reason }) => {
    const { accountId, walletId, campaign } = account
    cancelCoupon(scope, { walletId: walletId ?? '', accountId }, { details: { reason } })
    return {
      place: placeOf(account),
      notice: { title: 'Coupon cancelled', text: `${campaign.campaignName} can no longer be redeemed.` },
      deed: { action: 'COUPON_CANCEL', walletId, accountId, reason },
    }
  },
})

function findCoupon(account: EnrichedAccount): EnrichedAccount {
  if (account.type !== 'ECOUPON') throw new Refusal('ACCOUNT_NOT_FOUND')
  return account
}

function placeOf({ walletId, accountId }: EnrichedAccount): string {
  return places.account(walletId ?? '', accountId)
}
