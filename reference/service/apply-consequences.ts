// Does what an open worked out: coupons are redeemed, points are given. Everything is looked at again, since between open
// and settle a coupon may have been used, cancelled or have ended.
import type { AccountTransaction } from '../model/account-transaction.ts'
import type { Consequences, Gain, Redemption } from '../model/consequences.ts'
import type { Outlet } from '../model/tenant.ts'
import { readCampaign } from './campaigns.ts'
import { evaluateCampaign, evaluateRedemption, writeRedemption } from './coupons.ts'
import type { Customer } from './customer.ts'
import { issueCoupon } from './issue-coupon.ts'
import type { Opened } from './openings.ts'
import { writePurchasePoints } from './purchase-points.ts'
import { found, Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'

export type Place = {
  readonly outlet: Outlet
  readonly customer: Customer
  /** Coupons may be locked by the one it was opened under; points belong to the one it is settled under. */
  readonly reference: { readonly opened: string | null; readonly settled: string }
  readonly details: Record<string, string>
}

export type Applied = {
  readonly entries: AccountTransaction[]
  /** Coupons of open offers, by the ids that open had told for them. */
  readonly issued: ReadonlyMap<string, string>
}

export function applyConsequences(scope: Scope, consequences: Consequences, place: Place): Applied {
  const issued = new Map<string, string>()
  const entries: AccountTransaction[] = []
  for (const redemption of consequences.redemptions) {
    const done = redeem(scope, redemption, place)
    issued.set(redemption.accountId, done.accountId)
    entries.push(...done.entries)
  }
  entries.push(...consequences.gains.map((gain) => gainPoints(scope, gain, place)))
  return { entries, issued }
}

/** What was worked out, with the coupons as they were really issued: all of them are there now. */
export function renameCoupons({ terms, consequences }: Opened, issued: ReadonlyMap<string, string>): Opened {
  const rename = <Named extends { accountId: string; isOpen: boolean }>(named: Named): Named => ({
    ...named,
    accountId: issued.get(named.accountId) ?? named.accountId,
    isOpen: false,
  })
  return {
    terms: { ...terms, offers: terms.offers.map(rename) },
    consequences: { ...consequences, redemptions: consequences.redemptions.map(rename) },
  }
}

type Redeemed = { readonly accountId: string; readonly entries: AccountTransaction[] }

function redeem(scope: Scope, redemption: Redemption, place: Place): Redeemed {
  const walletId = place.customer.wallet?.walletId ?? null
  const written = { value: redemption.value, details: place.details, walletId }
  if (redemption.isOpen) {
    const issued = issueOpenOffer(scope, redemption, place)
    const { transaction } = writeRedemption(scope, issued.account, written)
    return { accountId: issued.account.accountId, entries: [issued.transaction, transaction] }
  }
  const { accountId } = redemption
  const account = found(scope.rows.accounts.find(scope.tenant.id, accountId), 'ACCOUNT_NOT_FOUND')
  const refusal = evaluateRedemption(scope, account, {
    reference: place.reference.opened,
    outlet: place.outlet,
  })
  if (refusal) throw new Refusal(refusal)
  return { accountId, entries: [writeRedemption(scope, account, written).transaction] }
}

function issueOpenOffer(scope: Scope, { campaignId, accountId }: Redemption, place: Place) {
  const campaign = readCampaign(scope, campaignId)
  const refusal = evaluateCampaign(campaign, place.outlet)
  if (!campaign || refusal) throw new Refusal(refusal ?? 'CAMPAIGN_NOT_ACTIVE')
  const isTaken = scope.rows.accounts.find(scope.tenant.id, accountId) !== undefined
  const { wallet } = place.customer
  return issueCoupon(scope, { wallet, campaign, ...(isTaken ? {} : { accountId }) })
}

function gainPoints(scope: Scope, gain: Gain, { customer, details, reference }: Place): AccountTransaction {
  const walletId = customer.wallet?.walletId ?? ''
  const gained = { ...gain, walletId, details, reference: reference.settled }
  return writePurchasePoints(scope, gained).transaction
}
