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

const expirySchema = z
  .object({ enabled: z.boolean().default(false), months: z.int().min(1).max(120).default(12) })
  .prefault({})
  .meta({
    id: 'PointsExpiry',
    description:
      "Points last until the end of the month that lies `months` after the one they came in, by the client's own calendar. What ends first is spent first.",
  })

const pendingSchema = z
  .object({ enabled: z.boolean().default(false), days: z.int().min(0).max(365).default(5) })
  .prefault({})
  .meta({
    id: 'PendingPoints',
    description: 'What a purchase earns can be spent only so many days of 24 hours later.',
  })

const servicesSchema = z.object({
  earn: switchSchema,
  spend: spendServiceSchema,
  goodwill: switchSchema,
  credit: switchSchema,
  debit: switchSchema,
  expiryPoints: expirySchema,
})

const rulesShape = {
  negativeBalance: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether a debit may take the balance below zero.' }),
  autoTopUp: z.boolean().default(false).meta({
    description:
      'Whether a balance that a debit took below zero is filled up to zero at once, by an AUTOTOPUP.',
  }),
  pendingPoints: pendingSchema,
  earnTransactionLimit: amountSchema
    .min(1)
    .nullable()
    .default(null)
    .meta({ description: 'The most that one purchase earns.' }),
  isRefundable: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether a refund takes back what the purchase earned.' }),
  timeoutOverride: z
    .int()
    .min(1)
    .max(1440)
    .nullable()
    .default(null)
    .meta({ description: 'How many minutes a locked spend holds its points, if not the usual time.' }),
}

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
        expiryPoints: expirySchema,
      })
      .prefault({}),
    rates: z
      .object({
        earn: earnRateSchema.default({ points: 1, per: 100 }),
        redemption: z.object({ points: rate, value: rate }).default({ points: 100, value: 100 }),
      })
      .prefault({}),
    ...rulesShape,
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
    ...rulesShape,
    dateCreated: plainInstantSchema,
  })
  .meta({ id: 'PointsScheme' })

export type Scheme = z.infer<typeof schemeSchema>

/** What of a scheme decides how much is earned. */
export type EarnRules = Pick<Scheme, 'id' | 'rates' | 'earnTransactionLimit'>

/** Down is the rule; to the nearest only where a fault asks for it. */
export type Rounding = 'down' | 'nearest'

/** What an amount earns. Only whole multiples count: the rest of an odd amount earns nothing. */
export function evaluateEarn(scheme: EarnRules, amount: number, rounding: Rounding = 'down'): number {
  const { points, per } = scheme.rates.earn
  const multiples = Math.max(0, amount) / per
  const whole = rounding === 'down' ? Math.floor(multiples) : Math.round(multiples)
  return Math.min(whole * points, scheme.earnTransactionLimit ?? Infinity)
}
