// What tills are answered.
import { z } from 'zod'
import { accountSchema, enrichedAccountSchema } from './account.ts'
import { accountTransactionSchema } from './account-transaction.ts'
import { enrichedBasketSchema } from './enriched-basket.ts'
import { emptyListSchema, idSchema } from './fields.ts'
import { identitySchema } from './identity.ts'
import { walletSchema } from './wallet.ts'
import { walletTransactionSchema } from './wallet-transaction.ts'

const discountSchema = z
  .object({
    accountId: idSchema,
    walletId: idSchema.nullable(),
    type: z.literal('ECOUPON'),
    clientType: z.literal('OFFER'),
    campaignId: idSchema,
    campaignName: z.string(),
    value: z.int(),
  })
  .meta({ id: 'Discount' })

const pointsSchema = z
  .object({
    resourceType: z.enum(['SCHEME', 'CAMPAIGN']),
    resourceId: idSchema,
    operationType: z.enum(['earn', 'credit']),
    value: z.int(),
    accountId: idSchema,
    walletId: idSchema.nullable(),
    relatedSchemeId: idSchema,
  })
  .meta({ id: 'PointsResult' })

const unusedSchema = z
  .object({ accountId: idSchema, campaignId: idSchema })
  .meta({ id: 'UnusedAccount', description: 'A coupon that could be used, but not for this basket.' })

const examinedSchema = z
  .object({
    value: z.string(),
    resourceType: z.literal('CAMPAIGN').nullable(),
    resourceId: idSchema.nullable(),
    errorCode: z.enum(['PCEXNF', 'PCEXNV']).nullable(),
    errorMessage: z.string().nullable(),
  })
  .meta({
    id: 'ExaminedToken',
    description: 'PCEXNF: unknown. PCEXNV: not valid now, or not for this customer.',
  })

export const openAnswerSchema = z
  .object({
    wallet: walletSchema.nullable(),
    identity: identitySchema.nullable(),
    accounts: z.array(enrichedAccountSchema),
    analyseBasketResults: z.object({
      basket: enrichedBasketSchema,
      discount: z.array(discountSchema),
      points: z.array(pointsSchema),
      unusedAccounts: z.array(unusedSchema),
    }),
    examine: z.array(examinedSchema),
    walletTransactions: emptyListSchema,
    accountTransactions: emptyListSchema,
    additionalEntities: z.null(),
    basketAdjudicationResult: z.null(),
    spendAdjudicationResults: z.null(),
  })
  .meta({ id: 'OpenedCheckout' })

export type OpenAnswer = z.infer<typeof openAnswerSchema>

export const settleAnswerSchema = z
  .object({
    walletTransactions: z.array(walletTransactionSchema),
    accountTransactions: z.array(accountTransactionSchema),
    tierMembershipTransactions: emptyListSchema,
  })
  .meta({ id: 'SettledCheckout' })

/** Transactions and the entries that came of them. */
export type TransactionsAnswer = z.infer<typeof settleAnswerSchema>

export const unlockAnswerSchema = z
  .object({
    walletTransactions: z.array(walletTransactionSchema),
    accountTransactions: z.array(accountTransactionSchema),
    accounts: z.array(accountSchema),
  })
  .meta({
    id: 'UnlockedReference',
    description: 'The spends that were voided, and the coupons that are free again.',
  })

const spendPartSchema = z.object({
  balances: z.object({ current: z.int() }),
  amount: z.int().meta({ description: 'What the points are worth.' }),
})

export const spendCalculationSchema = z
  .object({
    walletId: idSchema,
    accountId: idSchema,
    balances: z.object({ usable: z.int() }),
    rules: z.object({ minimum: z.int(), maximum: z.int(), step: z.int() }),
    most: spendPartSchema.meta({ description: 'As much as could be spent now.' }),
    requested: spendPartSchema.nullable(),
  })
  .meta({ id: 'SpendCalculation' })

export type SpendCalculation = z.infer<typeof spendCalculationSchema>
