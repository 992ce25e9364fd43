// Points over HTTP: earned, given, taken, spent.
import { z } from 'zod'
import { readThenWrite, whenDone } from '../../faults/race.ts'
import { operationResultSchema } from '../../model/account-transaction.ts'
import { amountSchema, maxAmount, metaInputSchema } from '../../model/fields.ts'
import { locationSchema } from '../../model/location.ts'
import { findMoveTarget, movePoints, writeMove, type Move } from '../../service/points.ts'
import { pointsOperations, type PointsOperation } from '../../service/points-target.ts'
import type { RefusalCode } from '../../service/refusal.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'
import { accountPath } from './account-operations.ts'

const circumstances = { details: metaInputSchema.optional(), location: locationSchema.optional() }

const balancesSchema = z.object({ current: z.int().min(1).max(maxAmount) })

const pointsSchema = z.object({ balances: balancesSchema, ...circumstances }).meta({ id: 'PointsMove' })

const earnSchema = z
  .object({
    balances: balancesSchema.optional(),
    transactionValue: amountSchema
      .optional()
      .meta({ description: 'What was paid; the scheme works out the points. Not together with `balances`.' }),
    ...circumstances,
  })
  .refine((body) => (body.balances === undefined) !== (body.transactionValue === undefined), {
    path: ['balances'],
    message: 'expected either balances or transactionValue',
  })
  .meta({ id: 'PointsEarn' })

type Body = z.infer<typeof earnSchema>

const refuses: readonly RefusalCode[] = [
  'INVALID_REQUEST',
  'MALFORMED_JSON',
  'LOCATION_UNKNOWN',
  'WALLET_NOT_FOUND',
  'ACCOUNT_NOT_FOUND',
  'WALLET_TERMINATED',
  'WALLET_NOT_ACTIVE',
  'ACCOUNT_NOT_ACTIVE',
  'SCHEME_NOT_ACTIVE',
  'OPERATION_NOT_ALLOWED',
]

const more: Readonly<Record<PointsOperation, readonly RefusalCode[]>> = {
  earn: ['BALANCE_LIMIT'],
  credit: ['BALANCE_LIMIT'],
  goodwill: ['BALANCE_LIMIT'],
  debit: ['BALANCE_LIMIT', 'INSUFFICIENT_BALANCE'],
  spend: ['INSUFFICIENT_BALANCE', 'SPEND_RULE', 'WALLET_EARN_ONLY'],
}

const summaries: Readonly<Record<PointsOperation, string>> = {
  earn: 'Earn points: so many, or as many as the scheme gives for what was paid, rounded down.',
  credit: 'Give points.',
  goodwill: 'Give points as a gesture; the ledger tells them from other credits by their source.',
  debit: 'Take points; below zero only where the scheme allows it.',
  spend: 'Spend points, from the minimum to the maximum of the scheme and in its steps.',
}

function makePointsOperation(operation: PointsOperation): Operation {
  const bodySchema: z.ZodType<Body> = operation === 'earn' ? earnSchema : pointsSchema
  return makeOperation({
    operationId: `${operation}Points`,
    method: 'PATCH',
    path: `/wallet/{walletId}/account/{accountId}/${operation}`,
    service: 'wallet',
    event: `ACCOUNT.${operation.toUpperCase()}`,
    summary: summaries[operation],
    pathSchema: accountPath,
    bodySchema,
    responses: { 200: operationResultSchema },
    refuses: [...refuses, ...more[operation]],
    handle: (scope, { path, body }) => {
      const move = { operation, ...makeMove(body) }
      if (operation !== 'credit') return answer.ok(movePoints(scope, path, move))
      return whenDone(
        readThenWrite(scope, 'credit-lost', {
          read: () => findMoveTarget(scope, path, move),
          write: (target) => writeMove(scope, target, move),
        }),
        answer.ok,
      )
    },
  })
}

function makeMove({ balances, transactionValue, details, location }: Body): Omit<Move, 'operation'> {
  const points = balances ? { value: balances.current } : { amount: transactionValue ?? 0 }
  return { points, details, location }
}

export const pointsAccountOperations: readonly Operation[] = pointsOperations.map(makePointsOperation)
