// A wallet holds what one customer has: identities to be found by, accounts with coupons and points.
import { z } from 'zod'
import { idSchema, metaInputSchema, metaSchema, nameSchema } from './fields.ts'
import { instantSchema } from './instant.ts'

const walletStatuses = ['ACTIVE', 'INACTIVE', 'SUSPENDED', 'TERMINATED', 'MERGED', 'DELETED'] as const

export type WalletStatus = (typeof walletStatuses)[number]

/** Statuses a wallet may be born with; the others are reached by an operation. */
export const walletStatusInputSchema = z.enum(['ACTIVE', 'INACTIVE', 'SUSPENDED'])

/** EARNONLY forbids spending. */
export const walletStateSchema = z.enum(['DEFAULT', 'EARNONLY'])

export const walletTypeSchema = z.enum(['CONSUMER', 'HOUSEHOLD'])

export const walletSchema = z
  .object({
    walletId: idSchema,
    friendlyName: z.string().nullable(),
    status: z.enum(walletStatuses),
    type: walletTypeSchema,
    state: walletStateSchema,
    meta: metaSchema,
    dateCreated: instantSchema,
    lastUpdated: instantSchema,
    relationships: z
      .union([z.array(z.never()).length(0), z.record(z.string(), z.array(idSchema))])
      .meta({ description: 'After a merge: `survivor` of the one that was merged, `donor`s of the other.' }),
  })
  .meta({ id: 'Wallet' })

export type Wallet = z.infer<typeof walletSchema>

/** Strict: what cannot be changed here (type, status) must not look as if it had been. */
export const walletPatchSchema = z
  .strictObject({ friendlyName: nameSchema.nullable().optional(), meta: metaInputSchema.optional() })
  .meta({ id: 'WalletChange' })

export type WalletPatch = z.infer<typeof walletPatchSchema>

export type WalletStep = 'activate' | 'suspend' | 'terminate'

/** Which step leads from which status where; anything else is refused. */
export const walletSteps = {
  activate: { from: ['INACTIVE', 'SUSPENDED'], to: 'ACTIVE' },
  suspend: { from: ['ACTIVE'], to: 'SUSPENDED' },
  terminate: { from: ['ACTIVE', 'INACTIVE', 'SUSPENDED'], to: 'TERMINATED' },
} as const satisfies Record<WalletStep, { from: readonly WalletStatus[]; to: WalletStatus }>
