// A basket together with what offers and schemes made of it. A line without results has no list of them: a client that
// looks for the first line with results would stop at an empty one.
import { z } from 'zod'
import { idSchema } from './fields.ts'
import { instantSchema } from './instant.ts'

const resultShape = {
  resourceType: z.enum(['CAMPAIGN', 'SCHEME']),
  resourceId: idSchema,
  instanceId: z.string().meta({ description: 'Which application of the resource this belongs to.' }),
  success: z.boolean().nullable().meta({ description: 'null until the basket is settled' }),
  relatedAccountIds: z.array(idSchema),
  targetedAccountId: idSchema,
  targetedWalletId: idSchema.nullable(),
  playOrderPosition: z.int().min(1),
}

/** Money off. An open offer's coupon is made when the basket is settled; its id is already told here. */
const adjustmentSchema = z
  .object({
    ...resultShape,
    type: z.enum(['redeem', 'createRedeem']),
    value: z.int(),
    totalDiscountAmount: z.int(),
  })
  .meta({ id: 'Adjustment' })

export type Adjustment = z.infer<typeof adjustmentSchema>

/** Points. Those that an offer gives come as a `redeem` of its coupon and a `credit` of the points account. */
const adjudicationSchema = z
  .object({
    ...resultShape,
    type: z.enum(['earn', 'credit', 'redeem']),
    value: z.int().nullable(),
    balances: z.object({ current: z.int() }).optional(),
  })
  .meta({ id: 'AdjudicationResult' })

export type AdjudicationResult = z.infer<typeof adjudicationSchema>

const pointsSchema = z.object({
  spend: z.int(),
  debit: z.int(),
  refund: z.int(),
  totalPointsTaken: z.int(),
  earn: z.int(),
  credit: z.int(),
  totalPointsGiven: z.int(),
  totalMonetaryValue: z.int(),
})

const lineSchema = z.looseObject({
  upc: z.string().nullish(),
  sku: z.string().nullish(),
  totalUnitCost: z.int(),
  totalUnitCostAfterDiscount: z.int(),
  adjustmentResults: z.array(adjustmentSchema).min(1).optional(),
  adjudicationResults: z.array(adjudicationSchema).min(1).optional(),
})

export const enrichedBasketSchema = z
  .looseObject({
    type: z.literal('ENRICHED'),
    summary: z.looseObject({
      totalDiscountAmount: z.looseObject({ promotions: z.int() }),
      totalBasketValue: z.int().meta({ description: 'What is to be paid.' }),
      adjustmentResults: z.array(adjustmentSchema),
      adjudicationResults: z.array(adjudicationSchema),
      results: z.object({ points: pointsSchema, pointsByScheme: z.null() }),
    }),
    contents: z.array(lineSchema),
    analysedDateTime: instantSchema,
  })
  .meta({ id: 'EnrichedBasket', description: 'Settle takes it back unchanged and refuses it otherwise.' })

export type EnrichedBasket = z.infer<typeof enrichedBasketSchema>
