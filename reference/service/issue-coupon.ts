// Coupons come into being here: by a customer's wish, as a token, or because an open offer was used at a till.
import type { StoredAccount } from '../model/account.ts'
import type { Campaign } from '../model/campaign.ts'
import { endless, renderInstant } from '../model/instant.ts'
import type { Wallet } from '../model/wallet.ts'
import { takeId } from '../store/collection.ts'
import { isRunning } from './campaigns.ts'
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
    requireIssue(scope, request.campaign, request.wallet)
    return writeCoupon(scope, request)
  })
}

export function requireIssue(scope: Scope, campaign: Campaign, wallet: Wallet | null): void {
  const refusal = evaluateIssue(scope, campaign, wallet)
  if (refusal) throw new Refusal(refusal)
}

/** Issues a coupon that the caller has found may be issued. */
export function writeCoupon(scope: Scope, request: CouponRequest): Written {
  return writeNewAccount(scope, makeCoupon(scope, request), { available: 0, refundable: 0 })
}

/** Why the campaign gives this customer no coupon now, or null when it does. */
export function evaluateIssue(scope: Scope, campaign: Campaign, wallet: Wallet | null): RefusalCode | null {
  if (!isRunning(scope, campaign)) return 'CAMPAIGN_NOT_ACTIVE'
  const { perCampaign } = campaign.issueLimits
  const issued = () => scope.rows.accounts.count(scope.tenant.id, { campaignId: campaign.id })
  if (perCampaign !== null && issued() >= perCampaign) return 'ISSUE_LIMIT_REACHED'
  return hasCustomerRoom(scope, campaign, wallet) ? null : 'ISSUE_LIMIT_REACHED'
}

/** Whether the customer may have one more coupon of the campaign. */
export function hasCustomerRoom(scope: Scope, campaign: Campaign, wallet: Wallet | null): boolean {
  const { perCustomer } = campaign.issueLimits
  if (perCustomer === null || wallet === null) return true
  const where = { campaignId: campaign.id, walletId: wallet.walletId }
  return scope.rows.accounts.count(scope.tenant.id, where) < perCustomer
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
