// Points at the till over HTTP: spent, worked out, given up.
import { z } from 'zod'
import {
  settleAnswerSchema,
  spendCalculationSchema,
  unlockAnswerSchema,
} from '../../model/checkout-answers.ts'
import { amountSchema, maxAmount, nameSchema } from '../../model/fields.ts'
import { unlockReference, voidSpend } from '../../service/close-spend.ts'
import { lockMinutes } from '../../service/locks.ts'
import type { RefusalCode } from '../../service/refusal.ts'
import { calculateSpend, spendPoints } from '../../service/spend-points.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'
import { customerRefusals, customerShape } from './checkout-operations.ts'

const spenderShape = {
  ...customerShape,
  accountId: z.string().optional().meta({ description: 'Of several points accounts this one.' }),
  balances: z
    .object({ current: z.int().min(1).max(maxAmount) })
    .optional()
    .meta({ description: 'So many points.' }),
  amount: amountSchema
    .min(1)
    .optional()
    .meta({ description: 'As many points as this amount takes. Not together with `balances`.' }),
}

type Wish = {
  readonly identity?: unknown
  readonly walletId?: unknown
  readonly balances?: unknown
  readonly amount?: unknown
}

const isKnown = ({ identity, walletId }: Wish) => identity !== undefined || walletId !== undefined
const unknown = { path: ['identity'], message: 'expected an identity or a walletId' }

const countWishes = ({ balances, amount }: Wish) =>
  [balances, amount].filter((wish) => wish !== undefined).length

const calculateSchema = z
  .object(spenderShape)
  .refine(isKnown, unknown)
  .refine((body) => countWishes(body) < 2, {
    path: ['balances'],
    message: 'expected not both balances and amount',
  })
  .meta({ id: 'SpendWish' })

const spendSchema = z
  .object({ ...spenderShape, reference: nameSchema, lock: z.boolean().default(false) })
  .refine(isKnown, unknown)
  .refine((body) => countWishes(body) === 1, {
    path: ['balances'],
    message: 'expected either balances or amount',
  })
  .meta({ id: 'SpendPoints' })

const refuses: readonly RefusalCode[] = [
  ...customerRefusals,
  'ACCOUNT_NOT_FOUND',
  'ACCOUNT_NOT_ACTIVE',
  'SCHEME_NOT_ACTIVE',
  'OPERATION_NOT_ALLOWED',
  'WALLET_EARN_ONLY',
  'SPEND_RULE',
  'INSUFFICIENT_BALANCE',
]

const spendOperation = makeOperation({
  operationId: 'spendAtTill',
  method: 'POST',
  path: '/connect/wallet/spend',
  service: 'pos',
  event: 'WALLET.TRANSACTION.SPEND',
  summary: `Spend points, as a transaction that is ACTIVE until a purchase is settled with it. With a lock they are only held: for ${lockMinutes} minutes, unless the scheme says otherwise.`,
  bodySchema: spendSchema,
  responses: { 200: settleAnswerSchema },
  refuses: [...refuses, 'REFERENCE_USED'],
  handle: (scope, { body }) => answer.ok(spendPoints(scope, body)),
})

const calculateOperation = makeOperation({
  operationId: 'calculateSpend',
  method: 'POST',
  path: '/connect/wallet/spend/calculate',
  service: 'pos',
  summary: 'Work out how many points could be spent and what they are worth; nothing is changed.',
  bodySchema: calculateSchema,
  responses: { 200: spendCalculationSchema },
  refuses,
  handle: (scope, { body }) => answer.ok(calculateSpend(scope, body)),
})

const voidSchema = z
  .object({ walletTransactionId: z.string().optional(), reference: nameSchema.optional() })
  .refine((body) => (body.walletTransactionId === undefined) !== (body.reference === undefined), {
    path: ['reference'],
    message: 'expected either a reference or a walletTransactionId',
  })
  .meta({ id: 'VoidSpend' })

const closing: readonly RefusalCode[] = ['INVALID_REQUEST', 'MALFORMED_JSON']

const voidOperation = makeOperation({
  operationId: 'voidSpend',
  method: 'POST',
  path: '/connect/wallet/spend/void',
  service: 'pos',
  event: 'WALLET.TRANSACTION.VOID',
  summary: 'Give a spend up that has not been settled: its points are as they were.',
  bodySchema: voidSchema,
  responses: { 200: settleAnswerSchema },
  refuses: [
    ...closing,
    'TRANSACTION_NOT_FOUND',
    'ILLEGAL_TRANSITION',
    'ACCOUNT_NOT_FOUND',
    'SCHEME_NOT_FOUND',
  ],
  handle: (scope, { body }) => answer.ok(voidSpend(scope, body)),
})

const unlockOperation = makeOperation({
  operationId: 'unlock',
  method: 'POST',
  path: '/connect/wallet/unlock',
  service: 'pos',
  event: 'WALLET.UNLOCK',
  summary: 'Let go of everything a reference holds: the coupons of an open, the points of a locked spend.',
  bodySchema: z.object({ reference: nameSchema }).meta({ id: 'UnlockReference' }),
  responses: { 200: unlockAnswerSchema },
  refuses: [...closing, 'LOCK_NOT_FOUND'],
  handle: (scope, { body }) => answer.ok(unlockReference(scope, body.reference)),
})

export const spendOperations: readonly Operation[] = [
  spendOperation,
  calculateOperation,
  voidOperation,
  unlockOperation,
]
