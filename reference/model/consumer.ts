// The person behind a wallet. A wallet has at most one who is ACTIVE.
import { z } from 'zod'
import { emptyListSchema, idSchema, metaInputSchema, metaSchema, nameSchema } from './fields.ts'

const personalSchema = z.record(z.string(), z.unknown()).or(emptyListSchema)

const dataSchema = z.object({
  personal: personalSchema.default([]),
  address: emptyListSchema.default([]),
  contact: emptyListSchema.default([]),
  communication: emptyListSchema.default([]),
})

export const consumerInputSchema = z
  .object({
    friendlyName: nameSchema.nullable().optional(),
    type: nameSchema.default('DEFAULT'),
    data: dataSchema.prefault({}),
    meta: metaInputSchema.optional(),
  })
  .meta({ id: 'NewConsumer' })

export type ConsumerInput = z.infer<typeof consumerInputSchema>

export const consumerSchema = z
  .object({
    consumerId: idSchema,
    walletId: idSchema,
    friendlyName: z.string().nullable(),
    type: z.string(),
    state: z.literal('DEFAULT'),
    status: z.enum(['ACTIVE', 'DELETED']),
    data: dataSchema,
    meta: metaSchema,
  })
  .meta({ id: 'Consumer' })

export type Consumer = z.infer<typeof consumerSchema>
