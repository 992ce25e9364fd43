// What a tenant configures: campaigns, points schemes, and the tokens that carry a campaign's coupons.
import { z } from 'zod'
import { couponBalances } from './account.ts'
import { id, instant, list, plainInstant, whole } from './fields.ts'

export const campaignStatus = z.enum([
  'ACTIVE',
  'INACTIVE',
  'PENDING',
  'EXPIRED',
  'DELETED',
  'DRAFT',
  'REJECTED',
  'READY',
])

const days = z.object({ daysAfterIssue: whole }).nullable()

export const campaign = z.object({
  id,
  type: z.string(),
  mode: z.enum(['OPEN', 'RESTRICTED']),
  name: z.string(),
  startDate: instant,
  endDate: instant,
  status: campaignStatus,
  reference: z.string().nullable(),
  tags: z.array(z.string()),
  rules: z.object({ start: days, expiry: days, uses: whole }),
  issueLimits: z.object({ perCampaign: whole.nullable(), perCustomer: whole.nullable() }),
  partners: z.object({ redemption: z.array(id) }),
  offer: z.looseObject({ reward: z.enum(['PERCENT', 'AMOUNT', 'POINTS']), value: whole }),
})
export type Campaign = z.output<typeof campaign>

export const scheme = z.object({
  id,
  type: z.literal('LOYALTY'),
  class: z.literal('POINTS'),
  version: whole,
  reference: z.string().nullable(),
  status: z.string(),
  details: z.object({ name: z.string(), startDate: instant, endDate: instant, mode: z.string() }),
  services: z.looseObject({ spend: z.looseObject({ enabled: z.boolean() }) }),
  rates: z.object({
    earn: z.object({ points: whole, per: whole }),
    redemption: z.object({ points: whole, value: whole }),
  }),
  negativeBalance: z.boolean(),
  dateCreated: plainInstant,
})
export type Scheme = z.output<typeof scheme>

/** Numbers where other answers have text: clients of this operation rely on that too. */
export const token = z.object({
  accountId: whole,
  accountStatus: z.string(),
  accountTypeId: whole,
  accountTransactionId: id,
  accountType: z.string(),
  accountSubType: z.string(),
  balances: couponBalances,
  issuerId: whole,
  resourceId: whole,
  resourceType: z.string(),
  token: z.string().min(8),
  tokenDates: z.object({ start: plainInstant, end: plainInstant }),
  tokenId: whole,
  tokenStatus: z.string(),
  consumerId: whole.nullable(),
  overrides: list,
})
export type Token = z.output<typeof token>
