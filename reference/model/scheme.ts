// A points scheme: what a purchase earns, and how points may be spent, given and taken away.
import { z } from 'zod'
import { amountSchema, idSchema, nameSchema } from './fields.ts'
import { endless, instantSchema, plainInstantSchema } from './instant.ts'

const rate = z.int().min(1).max(1_000_000)

const switchSchema = z.object({ enabled: z.boolean() })

const earnRateSchema = z
  .object({ points: rate, per: rate })
  .meta({ id: 'EarnRate', description: 'So many points for each whole multiple of `per` minor units.' })

const spendServiceSchema = z
  .object({ enabled: z.boolean(), minimum: amountSchema, step: rate, maximum: amountSchema })
  .meta({
    id: 'SpendService',
    description: 'Points are spent from `minimum` to `maximum` in steps of `step`.',
  })

export type SchemeRules = {
  readonly earn: z.infer<typeof earnRateSchema>
  readonly spend: z.infer<typeof spendServiceSchema>
  readonly negativeBalance: boolean
}

const on = { enabled: true }

const servicesSchema = z.object({
  earn: switchSchema,
  spend: spendServiceSchema,
  goodwill: switchSchema,
  credit: switchSchema,
  debit: switchSchema,
})

export const schemeStatuses = ['ACTIVE', 'INACTIVE', 'DRAFT'] as const

const schemeStatusSchema = z.enum(schemeStatuses)

export const schemeInputSchema = z
  .object({
    reference: nameSchema.optional(),
    status: schemeStatusSchema.default('ACTIVE'),
    details: z.object({
      name: nameSchema,
      startDate: instantSchema.optional(),
      endDate: instantSchema.default(endless.campaign),
      mode: z.enum(['OPEN', 'RESTRICTED']).default('OPEN'),
    }),
    services: z
      .object({
        earn: switchSchema.default(on),
        spend: z
          .object({
            enabled: z.boolean().default(true),
            minimum: amountSchema.default(1),
            step: rate.default(1),
            maximum: amountSchema.default(99_999),
          })
          .prefault({}),
        goodwill: switchSchema.default(on),
        credit: switchSchema.default(on),
        debit: switchSchema.default(on),
      })
      .prefault({}),
    rates: z
      .object({
        earn: earnRateSchema.default({ points: 1, per: 100 }),
        redemption: z.object({ points: rate, value: rate }).default({ points: 100, value: 100 }),
      })
      .prefault({}),
    negativeBalance: z.boolean().default(false),
  })
  .meta({ id: 'NewPointsScheme' })

export type SchemeInput = z.infer<typeof schemeInputSchema>

export const schemeSchema = z
  .object({
    id: idSchema,
    type: z.literal('LOYALTY'),
    class: z.literal('POINTS'),
    version: z.int(),
    reference: z.string().nullable(),
    status: schemeStatusSchema,
    details: z.object({
      name: z.string(),
      startDate: instantSchema,
      endDate: instantSchema,
      mode: z.enum(['OPEN', 'RESTRICTED']),
    }),
    services: servicesSchema,
    rates: z.object({ earn: earnRateSchema, redemption: z.object({ points: rate, value: rate }) }),
    negativeBalance: z.boolean(),
    dateCreated: plainInstantSchema,
  })
  .meta({ id: 'PointsScheme' })

export type Scheme = z.infer<typeof schemeSchema>

/** What an amount earns. Only whole multiples count: the rest of an odd amount earns nothing. */
export function evaluateEarn(scheme: Pick<Scheme, 'rates'>, amount: number): number {
  const { points, per } = scheme.rates.earn
  return Math.floor(Math.max(0, amount) / per) * points
}
