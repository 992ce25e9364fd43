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

/** Names and addresses the person is known by: those of the personal data, and e-mail among the contacts. */
export function listConsumerNames({ friendlyName, data }: Consumer): string[] {
  const personal = Array.isArray(data.personal) ? {} : data.personal
  const { firstName, lastName, name, email, emailAddress } = personal
  const whole = [firstName, lastName].filter((part) => typeof part === 'string').join(' ')
  const contacts = data.contact.map((contact) =>
    typeof contact === 'object' && contact !== null ? (Reflect.get(contact, 'value') as unknown) : null,
  )
  return [friendlyName, name, whole, email, emailAddress, ...contacts].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  )
}
