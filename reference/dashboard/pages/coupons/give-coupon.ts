// Giving a customer a coupon of a campaign that is running.
import { z } from 'zod'
import { findCampaign, listCampaigns } from '../../../service/campaigns.ts'
import { issueCoupon } from '../../../service/issue-coupon.ts'
import type { Scope } from '../../../service/scope.ts'
import { findWallet, findWritableWallet } from '../../../service/wallets.ts'
import type { Option } from '../../field.ts'
import { makeIdSchema, makeReasonField, reasonSchema } from '../../form-schemas.ts'
import { places } from '../../places.ts'
import { makeTaskPages } from '../form/form-page.ts'

const schema = z.object({ campaign: makeIdSchema('Choose a campaign'), reason: reasonSchema })

export const giveCouponPages = makeTaskPages({
  path: '/wallets/:walletId/give-coupon',
  needs: 'customers',
  schema,
  find: ({ scope, params }) => findWallet(scope, params['walletId'] ?? ''),
  describe: ({ walletId }, { scope }) => ({
    heading: 'Give a coupon',
    about: `Wallet ${walletId}`,
    fields: [
      {
        name: 'campaign',
        label: 'Campaign',
        hint: 'Only campaigns that are running',
        kind: 'choice',
        options: listRunning(scope),
      },
      makeReasonField('Kept in the audit'),
    ],
    button: 'Give coupon',
    back: { href: places.wallet(walletId), text: 'Back to the wallet' },
  }),
  perform: ({ scope }, { walletId }, { campaign: campaignId, reason }) => {
    const campaign = findCampaign(scope, campaignId)
    const { accountId } = issueCoupon(scope, {
      wallet: findWritableWallet(scope, walletId),
      campaign,
    }).account
    return {
      place: places.wallet(walletId),
      notice: { title: 'Coupon given', text: `${campaign.name} (${accountId}) is in the wallet now.` },
      deed: { action: 'COUPON_GIVE', walletId, accountId, reason },
    }
  },
  mends: {
    CAMPAIGN_NOT_FOUND: 'campaign',
    CAMPAIGN_NOT_ACTIVE: 'campaign',
    ISSUE_LIMIT_REACHED: 'campaign',
  },
})

/** By name, and by number where names are alike. */
function listRunning(scope: Scope): Option[] {
  return listCampaigns(scope)
    .filter(({ status }) => status === 'ACTIVE')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ id, name }) => ({ value: id, text: `${name} (${id})` }))
}
