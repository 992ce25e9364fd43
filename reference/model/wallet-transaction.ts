// A wallet transaction is one visit to a till: what was bought, spent or brought back, and which account entries came of it.
import { z } from 'zod'
import { emptyListSchema, idSchema, metaInputSchema, metaSchema } from './fields.ts'
import { instantSchema } from './instant.ts'

export const walletTransactionTypes = ['SETTLE', 'SPEND', 'REFUND'] as const

/** A spend is ACTIVE until the purchase it pays for is settled, or it is voided. */
export const walletTransactionStatuses = ['ACTIVE', 'SETTLED', 'VOIDED'] as const

export const walletTransactionSchema = z
  .object({
    walletTransactionId: idSchema,
    parentWalletTransactionId: z.union([z.literal('0'), idSchema]),
    walletId: idSchema.nullable().meta({ description: 'null where nobody was identified' }),
    reference: z.string(),
    transactionDateTime: instantSchema,
    transactionDateTimeOffset: z.string().regex(/^[+-]\d\d:\d\d$/),
    identityId: idSchema.nullable(),
    identity: z.string().nullable(),
    type: z.enum(walletTransactionTypes),
    status: z.enum(walletTransactionStatuses),
    state: z.enum(['ORIGINAL', 'MODIFIED']),
    meta: metaSchema,
    expiryDate: instantSchema.nullable(),
    accounts: z.array(z.object({ accountId: idSchema, accountTransactionId: idSchema })),
    basket: z.object({
      contents: z.array(z.record(z.string(), z.unknown())),
      summary: z.record(z.string(), z.unknown()),
      payment: emptyListSchema,
    }),
    channel: z.string(),
    location: z.object({ storeId: z.string(), storeParentId: z.string().nullable() }),
    dateCreated: instantSchema,
    lastUpdated: instantSchema,
  })
  .meta({ id: 'WalletTransaction' })

export type WalletTransaction = z.infer<typeof walletTransactionSchema>

export const walletTransactionPatchSchema = z
  .strictObject({ meta: metaInputSchema })
  .meta({ id: 'WalletTransactionChange' })
