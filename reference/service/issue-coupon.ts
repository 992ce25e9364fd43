// Coupons come into being here: by a customer's wish, as a token, or because an open offer was used at a till.
import type { StoredAccount } from '../model/account.ts'
import type { Campaign } from '../model/campaign.ts'
import { endless, renderInstant } from '../model/instant.ts'
import type { Wallet } from '../model/wallet.ts'
import { takeId } from '../store/collection.ts'
import { writeNewAccount, type Written } from './ledger.ts'
import { makeAccountBase } from './new-account.ts'
import { Refusal, type RefusalCode } from './refusal.ts'
import type { Scope } from './scope.ts'

export type CouponRequest = {
  readonly wallet: Wallet | null
  readonly campaign: Campaign
  readonly state?: 'LOADED' | 'UNLOADED' | undefined
  readonly status?: 'ACTIVE' | 'INACTIVE' | undefined
  /** An id taken earlier, where an open has already named the coupon. */
  readonly accountId?: string
  readonly token?: string
}

/** Issues a coupon, unless the campaign is not running or has been issued as often as it may be. */
export function issueCoupon(scope: Scope, request: CouponRequest): Written {
  return scope.store.write(() => {
    const refusal = evaluateIssue(scope, request.campaign, request.wallet)
    if (refusal) throw new Refusal(refusal)
    return writeNewAccount(scope, makeCoupon(scope, request), { available: 0, refundable: 0 })
  })
}

/** Why the campaign gives this customer no coupon now, or null when it does. */
export function evaluateIssue(scope: Scope, campaign: Campaign, wallet: Wallet | null): RefusalCode | null {
  if (campaign.status !== 'ACTIVE') return 'CAMPAIGN_NOT_ACTIVE'
  const { perCampaign, perCustomer } = campaign.issueLimits
  const count = (where: Record<string, string>) => scope.rows.accounts.count(scope.tenant.id, where)
  const campaignId = campaign.id
  if (perCampaign !== null && count({ campaignId }) >= perCampaign) return 'ISSUE_LIMIT_REACHED'
  if (perCustomer === null || wallet === null) return null
  return count({ campaignId, walletId: wallet.walletId }) >= perCustomer ? 'ISSUE_LIMIT_REACHED' : null
}

/** The coupon as it would be issued now. */
export function makeCoupon(scope: Scope, request: CouponRequest): StoredAccount {
  const { campaign, wallet } = request
  return {
    ...makeAccountBase(scope, request.accountId ?? takeId(scope.store), campaign.id),
    walletId: wallet?.walletId ?? null,
    type: 'ECOUPON',
    clientType: 'OFFER',
    status: request.status ?? 'ACTIVE',
    state: request.state ?? 'LOADED',
    dates: makeCouponDates(scope, campaign),
    balances: { available: campaign.rules.uses, refundable: 0 },
    token: request.token ?? null,
  }
}

const dayMs = 24 * 3600 * 1000

/** A coupon never outlives its campaign, nor the 32-bit limit. */
function makeCouponDates(scope: Scope, campaign: Campaign): StoredAccount['dates'] {
  const { start, expiry } = campaign.rules
  const ends = [campaign.endDate, endless.account].map((end) => Date.parse(end))
  if (expiry) ends.push(scope.nowMs + expiry.daysAfterIssue * dayMs)
  const startMs = scope.nowMs + (start?.daysAfterIssue ?? 0) * dayMs
  return { start: renderInstant(startMs), end: renderInstant(Math.min(...ends)) }
}
