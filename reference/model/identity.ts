// An identity is a value a customer is known by (card, e-mail, phone). Values are unique within a tenant, whatever their case.
import { z } from 'zod'
import { idSchema, metaInputSchema, metaSchema, nameSchema } from './fields.ts'
import { instantSchema } from './instant.ts'

export const identityStatuses = [
  'ACTIVE',
  'INACTIVE',
  'LOST',
  'STOLEN',
  'SUSPENDED',
  'TERMINATED',
  'DELETED',
] as const

export type IdentityStatus = (typeof identityStatuses)[number]

/** Its own set of values, apart from those of wallets and accounts. */
export const identityStateSchema = z.enum(['DEFAULT', 'VERIFIED'])

const identityTypeSchema = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,49}$/, 'expected capitals, digits and underscores, as CUSTOMER_ID or EMAIL')

const identityStatusInputSchema = z.enum(['ACTIVE', 'INACTIVE', 'LOST', 'SUSPENDED'])

const identityInputShape = {
  type: identityTypeSchema,
  value: nameSchema.optional(),
  friendlyName: nameSchema.nullable().optional(),
  state: identityStateSchema.optional(),
  meta: metaInputSchema.optional(),
}

/** Within a new wallet the status may be left out. */
export const identityInputSchema = z
  .object({ ...identityInputShape, status: identityStatusInputSchema.optional() })
  .meta({ id: 'NewIdentity' })

/** Alone it must be said. */
export const loneIdentityInputSchema = z
  .object({ ...identityInputShape, status: identityStatusInputSchema })
  .meta({ id: 'NewLoneIdentity' })

export type IdentityInput = z.infer<typeof identityInputSchema>

export const identitySchema = z
  .object({
    identityId: idSchema,
    walletId: idSchema,
    type: z.string(),
    friendlyName: z.string().nullable(),
    value: z.string(),
    safeValue: z.string().meta({ description: 'The value with all but its last four characters hidden.' }),
    secret: z.null(),
    dates: z.object({ start: instantSchema, end: instantSchema.nullable() }),
    meta: metaSchema,
    state: identityStateSchema,
    status: z.enum(identityStatuses),
    dateCreated: instantSchema,
    lastUpdated: instantSchema,
    mobileWallet: z.null(),
  })
  .meta({ id: 'Identity' })

export type Identity = z.infer<typeof identitySchema>

export type IdentityStep = 'activate' | 'suspend' | 'lost' | 'stolen' | 'terminate'

/** STOLEN and TERMINATED lead nowhere. */
export const identitySteps = {
  activate: { from: ['INACTIVE', 'SUSPENDED', 'LOST'], to: 'ACTIVE' },
  suspend: { from: ['ACTIVE'], to: 'SUSPENDED' },
  lost: { from: ['ACTIVE', 'SUSPENDED'], to: 'LOST' },
  stolen: { from: ['ACTIVE', 'SUSPENDED', 'LOST'], to: 'STOLEN' },
  terminate: { from: ['ACTIVE', 'INACTIVE', 'SUSPENDED', 'LOST'], to: 'TERMINATED' },
} as const satisfies Record<IdentityStep, { from: readonly IdentityStatus[]; to: IdentityStatus }>
