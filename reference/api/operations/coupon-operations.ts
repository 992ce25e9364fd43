// Coupons over HTTP: redeemed, put back, cancelled. A body is not needed.
import { z } from 'zod'
import { whenDone } from '../../faults/race.ts'
import { operationResultSchema } from '../../model/account-transaction.ts'
import { metaInputSchema } from '../../model/fields.ts'
import { locationSchema } from '../../model/location.ts'
import { cancelCoupon, redeemCoupon, unredeemCoupon } from '../../service/coupons.ts'
import type { RefusalCode } from '../../service/refusal.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'
import { accountPath } from './account-operations.ts'

const bodySchema = z
  .object({
    balances: z.strictObject({ available: z.literal(1) }).optional(),
    details: metaInputSchema.optional(),
    location: locationSchema.optional(),
  })
  .optional()
  .meta({ id: 'CouponUse' })

const refuses: readonly RefusalCode[] = [
  'INVALID_REQUEST',
  'MALFORMED_JSON',
  'LOCATION_UNKNOWN',
  'WALLET_NOT_FOUND',
  'ACCOUNT_NOT_FOUND',
  'WALLET_TERMINATED',
  'OPERATION_NOT_ALLOWED',
  'ACCOUNT_CANCELLED',
]

const shared = {
  method: 'PATCH',
  service: 'wallet',
  pathSchema: accountPath,
  bodySchema,
  responses: { 200: operationResultSchema },
} as const

const redeemOperation = makeOperation({
  ...shared,
  operationId: 'redeemCoupon',
  event: 'ACCOUNT.REDEEM',
  path: '/wallet/{walletId}/account/{accountId}/redeem',
  summary: 'Take one use of a coupon.',
  refuses: [
    ...refuses,
    'WALLET_NOT_ACTIVE',
    'ACCOUNT_USED',
    'ACCOUNT_NOT_ACTIVE',
    'ACCOUNT_NOT_STARTED',
    'ACCOUNT_EXPIRED',
    'ACCOUNT_LOCKED',
    'CAMPAIGN_NOT_ACTIVE',
    'LOCATION_NOT_ALLOWED',
  ],
  handle: (scope, { path, body = {} }) => whenDone(redeemCoupon(scope, path, body), answer.ok),
})

const unredeemOperation = makeOperation({
  ...shared,
  operationId: 'unredeemCoupon',
  event: 'ACCOUNT.UNREDEEM',
  path: '/wallet/{walletId}/account/{accountId}/unredeem',
  summary: 'Give one use of a coupon back.',
  refuses: [...refuses, 'WALLET_NOT_ACTIVE'],
  handle: (scope, { path, body = {} }) => answer.ok(unredeemCoupon(scope, path, body)),
})

const cancelOperation = makeOperation({
  ...shared,
  operationId: 'cancelCoupon',
  event: 'ACCOUNT.CANCEL',
  path: '/wallet/{walletId}/account/{accountId}/cancel',
  summary: 'Take a coupon away for good.',
  refuses: [...refuses, 'ACCOUNT_USED'],
  handle: (scope, { path, body = {} }) => answer.ok(cancelCoupon(scope, path, body)),
})

export const couponOperations: readonly Operation[] = [redeemOperation, unredeemOperation, cancelOperation]
