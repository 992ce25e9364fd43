// Wallets, the identities they are found by and the person behind them, as clients read them.
import { z } from 'zod'
import { id, instant, list, map } from './fields.ts'

export const walletStatus = z.enum(['ACTIVE', 'INACTIVE', 'SUSPENDED', 'DELETED', 'MERGED', 'TERMINATED'])

export const wallet = z.object({
  walletId: id,
  friendlyName: z.string().nullable(),
  status: walletStatus,
  type: z.string(),
  state: z.string(),
  meta: map,
  dateCreated: instant,
  lastUpdated: instant,
  relationships: map,
})
export type Wallet = z.output<typeof wallet>

export const identityStatus = z.enum([
  'ACTIVE',
  'INACTIVE',
  'LOST',
  'SUSPENDED',
  'DELETED',
  'STOLEN',
  'TERMINATED',
])

export const identity = z.object({
  identityId: id,
  walletId: id,
  type: z.string(),
  friendlyName: z.string().nullable(),
  value: z.string(),
  safeValue: z.string(),
  secret: z.null(),
  dates: z.object({ start: instant, end: instant.nullable() }),
  meta: map,
  state: z.string(),
  status: identityStatus,
  dateCreated: instant,
  lastUpdated: instant,
  mobileWallet: z.unknown(),
})
export type Identity = z.output<typeof identity>

export const consumer = z.object({
  consumerId: id,
  walletId: id,
  friendlyName: z.string().nullable(),
  type: z.string(),
  state: z.string(),
  status: z.enum(['ACTIVE', 'DELETED']),
  data: z.object({ personal: map, address: list, contact: list, communication: list }),
  meta: map,
})
export type Consumer = z.output<typeof consumer>
