// Accounts and their ledgers: coupons and points, as clients read them.
import { z } from 'zod'
import { id, instant, list, map, whole } from './fields.ts'

export const couponBalances = z.object({ available: whole, refundable: whole })

export const pointsBalances = z.object({
  current: whole,
  usable: whole,
  locked: whole,
  lifetime: whole,
  lifetimeSpend: whole,
  lifetimeSpendValue: whole,
  pending: whole,
})
export type PointsBalances = z.output<typeof pointsBalances>

export const balances = z.union([pointsBalances, couponBalances])

const accountShape = {
  accountId: id,
  walletId: id.nullable(),
  campaignId: id,
  clientType: z.string(),
  status: z.enum(['ACTIVE', 'INACTIVE', 'USED', 'CANCELLED', 'EXPIRED', 'LOCKED', 'BLOCKED']),
  state: z.string(),
  dates: z.object({ start: instant, end: instant }),
  meta: map,
  dateCreated: instant,
  lastUpdated: instant,
  overrides: list,
  relationships: map,
  mobileWallet: z.unknown(),
}

/** The balances an account has follow from its type. */
export const account = z.discriminatedUnion('type', [
  z.object({ ...accountShape, type: z.literal('ECOUPON'), balances: couponBalances }),
  z.object({ ...accountShape, type: z.literal('POINTS'), balances: pointsBalances }),
])
export type Account = z.output<typeof account>

/** An account together with its campaign or scheme: numbers here, where ids are text elsewhere. */
export const enrichedAccount = account.and(
  z.object({
    campaign: z.object({
      campaignId: whole,
      campaignTypeId: whole,
      accountTypeId: whole,
      campaignName: z.string(),
      campaignMode: z.string(),
      startDate: instant,
      endDate: instant,
      status: z.string(),
    }),
  }),
)

export const accountTransaction = z.object({
  accountTransactionId: id,
  parentAccountTransactionId: z.union([z.literal(''), id]),
  accountId: id,
  event: z.string(),
  value: whole,
  source: z.string(),
  balancesBefore: balances,
  balancesAfter: balances,
  transactionDetails: map,
  properties: map,
  dateCreated: instant,
  lastUpdated: instant,
})
export type AccountTransaction = z.output<typeof accountTransaction>

/** What an operation on an account answers: the entry in its ledger, and the account after it. */
export const accountOperation = accountTransaction.extend({ account })
