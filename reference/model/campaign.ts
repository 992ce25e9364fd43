// A campaign is an offer and the rules of giving it out; each customer's copy of it is an account.
import { z } from 'zod'
import { amountSchema, idSchema, nameSchema } from './fields.ts'
import { endless, instantSchema, isBefore, isOver } from './instant.ts'

export const campaignStatuses = [
  'DRAFT',
  'PENDING',
  'READY',
  'ACTIVE',
  'INACTIVE',
  'REJECTED',
  'EXPIRED',
] as const

export type CampaignStatus = (typeof campaignStatuses)[number]

/** READY and EXPIRED follow from the window: an approved campaign that has not begun, or has ended. */
const campaignStatusInputSchema = z.enum(['DRAFT', 'PENDING', 'ACTIVE', 'INACTIVE', 'REJECTED'])

/**
 * What a campaign may be put into from what it is. A draft runs only once it has been put forward and approved; an
 * approval may be taken back.
 */
const campaignSteps: Readonly<Record<CampaignStatus, readonly CampaignStatus[]>> = {
  DRAFT: ['PENDING'],
  PENDING: ['ACTIVE', 'REJECTED', 'DRAFT'],
  REJECTED: ['DRAFT'],
  READY: ['INACTIVE', 'PENDING', 'DRAFT'],
  ACTIVE: ['INACTIVE', 'PENDING', 'DRAFT'],
  INACTIVE: ['ACTIVE', 'PENDING', 'DRAFT'],
  EXPIRED: [],
}

const offerSchema = z
  .object({
    reward: z.enum(['PERCENT', 'AMOUNT', 'POINTS']),
    value: z.int().min(1).max(1_000_000),
    minimumSpend: amountSchema.default(0),
    products: z.array(nameSchema).max(100).default([]),
    priority: z.int().min(0).max(1000).default(0),
    stackingLimit: z.int().min(1).max(100).nullable().default(null),
  })
  .refine((offer) => offer.reward !== 'PERCENT' || offer.value <= 100, {
    path: ['value'],
    message: 'a percentage is at most 100',
  })
  .meta({
    id: 'Offer',
    description:
      'PERCENT and AMOUNT take money off, POINTS gives points. `products` (upc or sku) narrows it to lines that name one of them. Offers of a higher `priority` come first. One with a `stackingLimit` counts only while fewer than so many of the same reward count before it.',
  })

export type Offer = z.infer<typeof offerSchema>

const daysSchema = z.object({ daysAfterIssue: z.int().min(0).max(3650) }).nullable()

const rulesSchema = z.object({
  start: daysSchema.default(null),
  expiry: daysSchema.default(null),
  uses: z.int().min(1).max(1000).default(1),
  unredeemable: z.boolean().default(true).meta({
    description: 'Whether a coupon that is put back can be used again; otherwise it is cancelled then.',
  }),
})

const limitSchema = z.int().min(1).max(1_000_000_000).nullable()

const issueLimitsSchema = z.object({
  perCampaign: limitSchema.default(null),
  perCustomer: limitSchema.default(null),
})

const partnersSchema = z.object({
  redemption: z.array(idSchema).max(100).default([]).meta({
    description: 'Ids of the units where the offer may be redeemed; empty means everywhere.',
  }),
})

const campaignInputShape = {
  type: z.literal('OFFER').default('OFFER'),
  mode: z.enum(['OPEN', 'RESTRICTED']).default('RESTRICTED'),
  name: nameSchema,
  startDate: instantSchema.optional(),
  endDate: instantSchema.default(endless.campaign),
  status: campaignStatusInputSchema.exclude(['REJECTED']).default('ACTIVE'),
  reference: nameSchema.nullable().default(null),
  tags: z.array(nameSchema).max(50).default([]),
  rules: rulesSchema.prefault({}),
  issueLimits: issueLimitsSchema.prefault({}),
  partners: partnersSchema.prefault({}),
  offer: offerSchema,
}

export const campaignInputSchema = z.object(campaignInputShape).meta({ id: 'NewCampaign' })

export type CampaignInput = z.infer<typeof campaignInputSchema>

/** Written anew, but for its status: an approval is never given by leaving something out. */
export const campaignReplacementSchema = z
  .object({ ...campaignInputShape, status: campaignStatusInputSchema.optional() })
  .meta({ id: 'CampaignReplacement' })

export type CampaignReplacement = z.infer<typeof campaignReplacementSchema>

/** A change names only what changes; without defaults, so that nothing unnamed is reset. */
export const campaignPatchSchema = z
  .object({
    mode: z.enum(['OPEN', 'RESTRICTED']),
    name: nameSchema,
    startDate: instantSchema,
    endDate: instantSchema,
    status: campaignStatusInputSchema,
    reference: nameSchema.nullable(),
    tags: z.array(nameSchema).max(50),
    rules: rulesSchema,
    issueLimits: issueLimitsSchema,
    partners: partnersSchema,
    offer: offerSchema,
  })
  .partial()
  .meta({ id: 'CampaignChange' })

export type CampaignPatch = z.infer<typeof campaignPatchSchema>

export const campaignSchema = z
  .object({
    id: idSchema,
    type: z.literal('OFFER'),
    mode: z.enum(['OPEN', 'RESTRICTED']),
    name: z.string(),
    startDate: instantSchema,
    endDate: instantSchema,
    status: z.enum(campaignStatuses),
    reference: z.string().nullable(),
    tags: z.array(z.string()),
    rules: rulesSchema,
    issueLimits: issueLimitsSchema,
    partners: partnersSchema,
    offer: offerSchema,
    dateCreated: instantSchema,
    lastUpdated: instantSchema,
  })
  .meta({ id: 'Campaign' })

export type Campaign = z.infer<typeof campaignSchema>

/** What the status says today: an approved campaign waits for its start and ends with its end. */
export function evaluateCampaignStatus(campaign: Campaign, nowMs: number, earlyMs = 0): CampaignStatus {
  if (campaign.status !== 'ACTIVE') return campaign.status
  if (isBefore(campaign.startDate, nowMs)) return 'READY'
  // Early only where a fault asks for it.
  return isOver(campaign.endDate, nowMs + earlyMs) ? 'EXPIRED' : 'ACTIVE'
}

/** Whether a campaign may be put from what it is today into that status; staying what it is always may be. */
export function isCampaignStep(from: Campaign, to: CampaignStatus, nowMs: number): boolean {
  return from.status === to || campaignSteps[evaluateCampaignStatus(from, nowMs)].includes(to)
}
