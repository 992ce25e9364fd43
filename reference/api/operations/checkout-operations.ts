// The till over HTTP: open a basket, settle it, take items of it back.
import { z } from 'zod'
import { basketSchema, settledBasketSchema } from '../../model/basket.ts'
import { openAnswerSchema, settleAnswerSchema } from '../../model/checkout-answers.ts'
import { nameSchema } from '../../model/fields.ts'
import { locationSchema } from '../../model/location.ts'
import { returnedBasketSchema } from '../../model/returned-basket.ts'
import { lockMinutes } from '../../service/locks.ts'
import { makeOpenAnswer } from '../../service/make-open-answer.ts'
import { openCheckout } from '../../service/open-checkout.ts'
import { refundCheckout } from '../../service/refund-checkout.ts'
import type { RefusalCode } from '../../service/refusal.ts'
import { settleCheckout } from '../../service/settle-checkout.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'

export const customerShape = {
  identity: z.object({ identityValue: nameSchema }).optional(),
  walletId: z.string().optional(),
  location: locationSchema,
}

const switchSchema = z
  .object({ enabled: z.boolean().default(true), includeOpenOffers: z.boolean().default(true) })
  .prefault({})

const openSchema = z
  .object({
    ...customerShape,
    reference: nameSchema.optional(),
    lock: z.boolean().default(false),
    examine: z
      .array(z.object({ type: z.literal('TOKEN').default('TOKEN'), value: nameSchema }))
      .max(50)
      .default([]),
    options: z.object({ adjustBasket: switchSchema, analyseBasket: switchSchema }).prefault({}),
    basket: basketSchema,
  })
  .refine((body) => !body.lock || body.reference !== undefined, {
    path: ['reference'],
    message: 'a lock needs a reference',
  })
  .meta({ id: 'OpenCheckout' })

export const customerRefusals: readonly RefusalCode[] = [
  'INVALID_REQUEST',
  'MALFORMED_JSON',
  'LOCATION_UNKNOWN',
  'WALLET_NOT_FOUND',
  'WALLET_TERMINATED',
  'WALLET_NOT_ACTIVE',
  'IDENTITY_NOT_ACTIVE',
]

const openOperation = makeOperation({
  operationId: 'open',
  method: 'POST',
  path: '/connect/wallet/open',
  service: 'pos',
  summary: `Look at a customer and their basket: what offers and schemes make of it. Opening the same reference again takes the place of the earlier time. A lock holds the coupons it counts on for ${lockMinutes} minutes.`,
  bodySchema: openSchema,
  responses: { 200: openAnswerSchema },
  refuses: customerRefusals,
  handle: (scope, { body }) => answer.ok(makeOpenAnswer(scope, openCheckout(scope, body))),
})

const earlierSpendSchema = z
  .looseObject({
    walletTransactionId: z.string().optional(),
    reference: nameSchema.optional(),
    operationType: z.enum(['SETTLE', 'VOID']).default('SETTLE'),
    link: z.boolean().default(true),
  })
  .meta({
    id: 'EarlierSpend',
    description: "Named by its id or its reference; without either it is the spend under the purchase's own.",
  })

const settleSchema = z
  .object({
    ...customerShape,
    mode: z.literal('ACTIVE').default('ACTIVE'),
    reference: nameSchema,
    basket: settledBasketSchema,
    walletTransactions: z
      .array(earlierSpendSchema)
      .max(10)
      .default([])
      .meta({ description: 'Earlier spends that this purchase completes or gives up.' }),
  })
  .meta({ id: 'SettleCheckout' })

const settleOperation = makeOperation({
  operationId: 'settle',
  method: 'POST',
  path: '/connect/wallet/settle',
  service: 'pos',
  event: 'WALLET.TRANSACTION.SETTLE',
  summary:
    'Settle a basket as it was opened: all of it or nothing, once for each reference. The same request again gets the same answer and has no second effect.',
  bodySchema: settleSchema,
  responses: { 200: settleAnswerSchema },
  refuses: [
    ...customerRefusals,
    'TRANSACTION_NOT_FOUND',
    'REFERENCE_USED',
    'ILLEGAL_TRANSITION',
    'BASKET_CHANGED',
    'ACCOUNT_NOT_FOUND',
    'ACCOUNT_NOT_ACTIVE',
    'ACCOUNT_NOT_STARTED',
    'ACCOUNT_EXPIRED',
    'ACCOUNT_USED',
    'ACCOUNT_CANCELLED',
    'ACCOUNT_LOCKED',
    'CAMPAIGN_NOT_ACTIVE',
    'ISSUE_LIMIT_REACHED',
    'LOCATION_NOT_ALLOWED',
    'SCHEME_NOT_ACTIVE',
    'OPERATION_NOT_ALLOWED',
    'BALANCE_LIMIT',
  ],
  handle: (scope, { body }) => answer.ok(settleCheckout(scope, body)),
})

const refundSchema = z
  .object({
    ...customerShape,
    reference: nameSchema,
    originalTransaction: z.object({ reference: nameSchema }),
    basket: returnedBasketSchema,
  })
  .meta({ id: 'RefundCheckout' })

const refundOperation = makeOperation({
  operationId: 'refund',
  method: 'POST',
  path: '/connect/wallet/refund',
  service: 'pos',
  event: 'WALLET.TRANSACTION.REFUND',
  summary:
    'Take items of a settled purchase back. The purchase is undone and worked out anew for what is left of it, on the terms it was opened on: coupons are put back, points are taken back even below zero.',
  bodySchema: refundSchema,
  responses: { 200: settleAnswerSchema },
  refuses: [
    ...customerRefusals,
    'TRANSACTION_NOT_FOUND',
    'REFERENCE_USED',
    'OVER_REFUND',
    'ACCOUNT_NOT_FOUND',
    'SCHEME_NOT_FOUND',
    'BALANCE_LIMIT',
  ],
  handle: (scope, { body }) => answer.ok(refundCheckout(scope, body)),
})

export const checkoutOperations: readonly Operation[] = [openOperation, settleOperation, refundOperation]
