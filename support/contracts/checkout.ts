// The till: a basket is opened, adjudicated and settled. Shapes are what a shop connector reads of them.
import { z } from 'zod'
import { account, accountTransaction, enrichedAccount } from './account.ts'
import { id, instant, list, map, whole } from './fields.ts'
import { identity, wallet } from './wallet.ts'

const adjustment = z.object({ resourceId: z.string(), value: whole })

const adjudication = z.object({
  type: z.enum(['earn', 'credit', 'redeem']),
  resourceId: z.string(),
  instanceId: z.string(),
  balances: z.object({ current: whole }).optional(),
})

const line = z.object({
  upc: z.string().optional(),
  sku: z.string().optional(),
  itemUnitCost: whole,
  totalUnitCost: whole,
  totalUnitCostAfterDiscount: whole,
  itemUnitCount: whole,
  salesKey: z.string(),
  /** Both are left out where there is none. */
  adjustmentResults: z.array(z.object({ resourceId: z.string(), totalDiscountAmount: whole })).optional(),
  adjudicationResults: z.array(adjudication).optional(),
})

/** The basket with everything that offers made of it; settle wants it back unchanged. */
const enrichedBasket = z.looseObject({
  type: z.literal('ENRICHED'),
  summary: z.looseObject({
    totalDiscountAmount: z.looseObject({ promotions: whole }),
    totalItems: whole,
    totalBasketValue: whole,
    adjustmentResults: z.array(adjustment),
    adjudicationResults: z.array(adjudication),
    results: z.looseObject({
      points: z.looseObject({ earn: whole, credit: whole, totalPointsGiven: whole }),
    }),
  }),
  contents: z.array(z.looseObject(line.shape)),
})

export const openAnswer = z.object({
  wallet: wallet.nullable(),
  identity: identity.nullable(),
  accounts: z.array(enrichedAccount),
  analyseBasketResults: z.object({
    basket: enrichedBasket,
    discount: z.array(z.looseObject({ campaignId: z.string(), campaignName: z.string() })),
    points: list,
    unusedAccounts: list,
  }),
  examine: z.array(
    z.object({ value: z.string(), errorCode: z.string().nullable(), errorMessage: z.string().nullable() }),
  ),
  walletTransactions: list,
  accountTransactions: list,
  additionalEntities: z.unknown(),
  basketAdjudicationResult: z.unknown(),
  spendAdjudicationResults: z.unknown(),
})
export type OpenAnswer = z.output<typeof openAnswer>

export const walletTransaction = z.object({
  walletTransactionId: id,
  parentWalletTransactionId: z.string().regex(/^\d+$/),
  walletId: id.nullable(),
  reference: z.string(),
  transactionDateTime: instant,
  transactionDateTimeOffset: z.string().regex(/^[+-]\d\d:\d\d$/),
  identityId: id.nullable(),
  identity: z.string().nullable(),
  type: z.string(),
  status: z.enum(['ACTIVE', 'SETTLED', 'VOIDED', 'FULFILLING', 'FULFILLED', 'DELETED']),
  state: z.enum(['ORIGINAL', 'MODIFIED']),
  meta: map,
  expiryDate: instant.nullable(),
  accounts: z.array(z.object({ accountId: id, accountTransactionId: id })),
  basket: z.object({ contents: list, summary: map, payment: list }),
  channel: z.string().nullable(),
  location: z.object({ storeId: z.string(), storeParentId: z.string().nullable() }),
})
export type WalletTransaction = z.output<typeof walletTransaction>

export const settleAnswer = z.object({
  walletTransactions: z.array(walletTransaction),
  accountTransactions: z.array(accountTransaction),
  tierMembershipTransactions: list,
})
export type SettleAnswer = z.output<typeof settleAnswer>

/** What a till is told of a coupon that is shown there. */
export const presentedAccount = z.object({
  account: enrichedAccount,
  token: z.string().nullable(),
  lockedUntil: instant.nullable(),
})
export type PresentedAccount = z.output<typeof presentedAccount>

/** So many points, and the money they are worth. */
const spendPart = z.object({ balances: z.object({ current: whole }), amount: whole })

export const spendCalculation = z.object({
  walletId: id,
  accountId: id,
  balances: z.object({ usable: whole }),
  rules: z.object({ minimum: whole, maximum: whole, step: whole }),
  most: spendPart,
  requested: spendPart.nullable(),
})
export type SpendCalculation = z.output<typeof spendCalculation>

/** What a reference held, and holds no more. */
export const unlockAnswer = z.object({
  walletTransactions: z.array(walletTransaction),
  accountTransactions: z.array(accountTransaction),
  accounts: z.array(account),
})
