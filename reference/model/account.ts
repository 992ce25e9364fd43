// An account ties a wallet to a resource: a coupon to its campaign, points to their scheme.
import { z } from 'zod'
import { amountSchema, emptyListSchema, idSchema, maxAmount, metaSchema } from './fields.ts'
import { instantSchema, isOver } from './instant.ts'
import type { PointsBook } from './points-book.ts'

export const accountTypes = ['ECOUPON', 'POINTS'] as const

export type AccountType = (typeof accountTypes)[number]

export const accountStatuses = ['ACTIVE', 'INACTIVE', 'USED', 'CANCELLED', 'EXPIRED', 'LOCKED'] as const

export type AccountStatus = (typeof accountStatuses)[number]

export const accountStates = ['LOADED', 'UNLOADED', 'EARNBURN', 'EARNONLY'] as const

/** Coupons and points have each their own states. */
export const couponStateSchema = z.enum(['LOADED', 'UNLOADED'])
export const pointsStateSchema = z.enum(['EARNBURN', 'EARNONLY'])

export const newAccountStatusSchema = z.enum(['ACTIVE', 'INACTIVE'])

const balance = z.int().min(-maxAmount).max(maxAmount)

export const couponBalancesSchema = z
  .object({ available: amountSchema, refundable: amountSchema })
  .meta({ id: 'CouponBalances' })

const pointsBalancesSchema = z
  .object({
    current: balance,
    usable: balance,
    locked: balance,
    lifetime: balance,
    lifetimeSpend: balance,
    lifetimeSpendValue: balance,
    pending: balance,
  })
  .meta({ id: 'PointsBalances' })

export type CouponBalances = z.infer<typeof couponBalancesSchema>
export type PointsBalances = z.infer<typeof pointsBalancesSchema>

export const balancesSchema = z.union([pointsBalancesSchema, couponBalancesSchema])

export type Balances = z.infer<typeof balancesSchema>

const accountShape = {
  accountId: idSchema,
  walletId: idSchema.nullable().meta({ description: 'null while a token belongs to nobody' }),
  campaignId: idSchema.meta({ description: 'The resource: a campaign or a scheme.' }),
  type: z.enum(accountTypes),
  clientType: z.enum(['OFFER', 'RETAILPOINTS']),
  status: z.enum(accountStatuses),
  state: z.enum(accountStates),
  dates: z.object({ start: instantSchema, end: instantSchema }),
  meta: metaSchema,
  dateCreated: instantSchema,
  lastUpdated: instantSchema,
  overrides: emptyListSchema,
  balances: balancesSchema,
  relationships: emptyListSchema,
  mobileWallet: z.null(),
}

export const accountSchema = z.object(accountShape).meta({ id: 'Account' })

export type Account = z.infer<typeof accountSchema>

export const resourceSchema = z
  .object({
    campaignId: z.int(),
    campaignTypeId: z.int(),
    accountTypeId: z.int(),
    campaignName: z.string(),
    campaignMode: z.string(),
    startDate: instantSchema,
    endDate: instantSchema,
    status: z.string(),
  })
  .meta({ id: 'AccountResource' })

export type AccountResource = z.infer<typeof resourceSchema>

/** An account together with what it is an account of. */
export const enrichedAccountSchema = z
  .object({ ...accountShape, campaign: resourceSchema })
  .meta({ id: 'EnrichedAccount' })

export type EnrichedAccount = z.infer<typeof enrichedAccountSchema>

/** Held by the reference that opened it, or for the outlet that verified it. */
export type Lock = {
  readonly reference: string | null
  readonly unitId?: string | null
  readonly untilMs: number
}

/** What the platform keeps beside what it shows. */
export type StoredAccount = Account & {
  readonly lock: Lock | null
  readonly token: string | null
  /** Of points: how they came and when they go. */
  readonly book?: PointsBook
  /** The account that took this one's points when its wallet was merged. */
  readonly mergedInto?: string
}

export type AccountTypeIds = { readonly campaignTypeId: number; readonly accountTypeId: number }

export const accountTypeIds = {
  ECOUPON: { campaignTypeId: 101, accountTypeId: 1 },
  POINTS: { campaignTypeId: 201, accountTypeId: 2 },
} as const satisfies Record<AccountType, AccountTypeIds>

/** Who wants to use an account: under which reference, at which outlet. */
export type LockUser = { readonly reference: string | null; readonly unitId: string | null }

const nobody: LockUser = { reference: null, unitId: null }

/** A lock held by somebody else; a lock lapses by itself. */
export function isLockedFor({ lock }: StoredAccount, user: LockUser, nowMs: number): boolean {
  if (lock === null || lock.untilMs <= nowMs) return false
  const isOwn = lock.reference !== null && lock.reference === user.reference
  const isHere = lock.unitId !== undefined && lock.unitId !== null && lock.unitId === user.unitId
  return !isOwn && !isHere
}

/** Whether its end has passed or somebody holds it is a matter of now, so it is worked out and never stored. */
export function evaluateAccountStatus(account: StoredAccount, nowMs: number): AccountStatus {
  if (account.status !== 'ACTIVE') return account.status
  if (isOver(account.dates.end, nowMs)) return 'EXPIRED'
  return isLockedFor(account, nobody, nowMs) ? 'LOCKED' : 'ACTIVE'
}

/** The account as clients see it. */
export function makeAccountView(account: StoredAccount, nowMs: number): Account {
  const { lock: _lock, token: _token, book: _book, mergedInto: _mergedInto, ...shown } = account
  return { ...shown, status: evaluateAccountStatus(account, nowMs) }
}

export function isPoints(balances: Balances): balances is PointsBalances {
  return 'current' in balances
}
