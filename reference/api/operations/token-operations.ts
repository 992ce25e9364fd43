// Tokens over HTTP: a code that carries one coupon.
import { z } from 'zod'
import { nameSchema } from '../../model/fields.ts'
import { tokenSchema } from '../../model/token.ts'
import { createToken } from '../../service/tokens.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'

const createTokenOperation = makeOperation({
  operationId: 'createToken',
  method: 'POST',
  path: '/token/create',
  service: 'wallet',
  event: 'TOKEN.CREATE',
  summary: 'Make a token of a campaign, for a customer or for whoever holds it.',
  bodySchema: z
    .object({
      resourceType: z.literal('CAMPAIGN').default('CAMPAIGN'),
      resourceId: z.int().min(1),
      consumerIdentifier: z
        .object({
          reference: nameSchema.meta({ description: "The value of one of the customer's identities." }),
        })
        .optional(),
    })
    .meta({ id: 'NewToken' }),
  responses: { 201: tokenSchema },
  refuses: [
    'INVALID_REQUEST',
    'MALFORMED_JSON',
    'CAMPAIGN_NOT_FOUND',
    'WALLET_NOT_FOUND',
    'WALLET_TERMINATED',
    'CAMPAIGN_NOT_ACTIVE',
    'ISSUE_LIMIT_REACHED',
  ],
  handle: (scope, { body }) => answer.created(createToken(scope, body)),
})

export const tokenOperations: readonly Operation[] = [createTokenOperation]
