// What a customer at a till may have: their coupons, the tokens they show, what is open to anybody, and their points.
import type { StoredAccount } from '../model/account.ts'
import type { Candidate, PointsHolder } from '../model/adjudication.ts'
import type { Scheme } from '../model/scheme.ts'
import type { Outlet } from '../model/tenant.ts'
import type { Wallet } from '../model/wallet.ts'
import { takeId } from '../store/collection.ts'
import { listStoredAccounts } from './accounts.ts'
import { listCampaigns, readCampaign } from './campaigns.ts'
import { evaluateCampaign, evaluateRedemption } from './coupons.ts'
import { evaluateIssue, makeCoupon } from './issue-coupon.ts'
import { isSchemeActive, readScheme } from './schemes.ts'
import type { Scope } from './scope.ts'
import { examineToken, type Examined } from './tokens.ts'

/** Who opens, where, and under which reference. */
export type Visit = {
  readonly wallet: Wallet | null
  readonly outlet: Outlet
  readonly reference: string | null
}

/** An offer with the coupon behind it. */
export type Offered = Candidate & { readonly account: StoredAccount }

/** Coupons that can be used now: those behind the tokens the customer shows, then those in the wallet. */
export function listCoupons(scope: Scope, visit: Visit, examined: readonly Examined[]): StoredAccount[] {
  const own = visit.wallet ? listStoredAccounts(scope, visit.wallet) : []
  const usable = own
    .filter(({ type }) => type === 'ECOUPON')
    .filter((account) => evaluateRedemption(scope, account, visit) === null)
  const shown = examined.flatMap(({ account }) => account ?? [])
  const byId = new Map([...shown, ...usable].map((account) => [account.accountId, account]))
  return [...byId.values()]
}

/** One coupon of a campaign, the first: an offer counts once a basket, however many coupons there are of it. */
export function makeCouponOffers(scope: Scope, coupons: readonly StoredAccount[]): Offered[] {
  const firsts = coupons.filter(
    ({ campaignId }, index) => coupons.findIndex((other) => other.campaignId === campaignId) === index,
  )
  return firsts.flatMap((account) => {
    const campaign = readCampaign(scope, account.campaignId)
    return campaign ? [{ campaign, account, accountId: account.accountId, isOpen: false }] : []
  })
}

/** Open campaigns, each with the coupon that settle would issue. */
export function listOpenOffers(scope: Scope, { wallet, outlet }: Visit): Offered[] {
  return listCampaigns(scope, { mode: 'OPEN' })
    .filter((campaign) => evaluateCampaign(campaign, outlet) === null)
    .filter((campaign) => evaluateIssue(scope, campaign, wallet) === null)
    .map((campaign) => {
      const account = makeCoupon(scope, { wallet, campaign, accountId: takeId(scope.store) })
      return { campaign, account, accountId: account.accountId, isOpen: true }
    })
}

export type Held = PointsHolder & { readonly account: StoredAccount; readonly scheme: Scheme }

/** The customer's points accounts that are in use. */
export function listPointsHolders(scope: Scope, wallet: Wallet | null): Held[] {
  const own = wallet ? listStoredAccounts(scope, wallet) : []
  const active = own.filter(({ type, status }) => type === 'POINTS' && status === 'ACTIVE')
  return active.flatMap((account) => {
    const scheme = readScheme(scope, account.campaignId)
    if (!scheme || !isSchemeActive(scope, scheme)) return []
    const { earn, credit } = scheme.services
    const { accountId } = account
    return [{ account, accountId, scheme, canEarn: earn.enabled, canCredit: credit.enabled }]
  })
}

/** Looks at each token once, however often it is shown. Points need somebody to give them to. */
export function examineTokens(scope: Scope, values: readonly string[], visit: Visit): Examined[] {
  return [...new Set(values)].map((value) => {
    const examined = examineToken(scope, value, visit)
    const campaign = examined.account && readCampaign(scope, examined.account.campaignId)
    const isForNobody = campaign?.offer.reward === 'POINTS' && visit.wallet === null
    if (!isForNobody) return examined
    const errorMessage = 'The token gives points, and nobody is identified.'
    return { ...examined, errorCode: 'PCEXNV', errorMessage, account: null }
  })
}
