// A whole new customer in one call.
import { z } from 'zod'
import {
  accountSchema,
  couponStateSchema,
  newAccountStatusSchema,
  pointsStateSchema,
} from '../../model/account.ts'
import { consumerInputSchema, consumerSchema } from '../../model/consumer.ts'
import { metaInputSchema, nameSchema } from '../../model/fields.ts'
import { identityInputSchema, identitySchema } from '../../model/identity.ts'
import {
  walletSchema,
  walletStateSchema,
  walletStatusInputSchema,
  walletTypeSchema,
} from '../../model/wallet.ts'
import { createWalletAccounts } from '../../service/create-wallet-accounts.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'

/** Clients write ids of resources as text and as numbers. */
const resourceIdSchema = z.union([z.string(), z.int().transform(String)])

const campaignWishSchema = z
  .object({
    campaignId: resourceIdSchema.optional(),
    campaignTag: nameSchema.optional(),
    state: couponStateSchema.optional(),
  })
  .refine((wish) => (wish.campaignId === undefined) !== (wish.campaignTag === undefined), {
    path: ['campaignId'],
    message: 'expected either campaignId or campaignTag',
  })

const schemeWishSchema = z.object({
  schemeId: resourceIdSchema,
  status: newAccountStatusSchema.optional(),
  state: pointsStateSchema.optional(),
})

const newCustomerSchema = z
  .object({
    type: walletTypeSchema,
    status: walletStatusInputSchema.optional(),
    state: walletStateSchema.optional(),
    friendlyName: nameSchema.nullable().optional(),
    meta: metaInputSchema.optional(),
    identities: z.array(identityInputSchema).min(1).max(20),
    accounts: z.object({
      campaign: z.array(campaignWishSchema).max(50).optional(),
      scheme: z.array(schemeWishSchema).max(10).optional(),
    }),
    consumer: consumerInputSchema.optional(),
  })
  .meta({ id: 'NewCustomer' })

const failureSchema = z.object({ resourceId: z.string(), errorCode: z.string(), errorMessage: z.string() })

const batchSchema = z
  .object({
    total: z.int(),
    results: z.array(accountSchema),
    successful: z.object({ total: z.int(), results: z.array(accountSchema) }),
    failed: z.object({ total: z.int(), results: z.array(failureSchema) }),
  })
  .meta({ id: 'AccountBatch', description: 'An account that cannot be had does not undo the others.' })

const customerSchema = walletSchema
  .extend({
    identities: z.array(identitySchema),
    accounts: z.object({ campaign: batchSchema, scheme: batchSchema }),
    consumer: consumerSchema.nullable(),
  })
  .meta({ id: 'Customer' })

const createWalletAccountsOperation = makeOperation({
  operationId: 'createWalletAccounts',
  method: 'POST',
  path: '/services/wallet/accounts',
  service: 'wallet',
  event: 'WALLET.ACCOUNTS.CREATE',
  summary:
    'Create a wallet with identities, coupons, points accounts and the person. Where the first identity is known, its wallet is used instead.',
  bodySchema: newCustomerSchema,
  responses: { 201: customerSchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON', 'IDENTITY_EXISTS', 'WALLET_TERMINATED'],
  handle: (scope, { body }) => {
    const { wallet, ...rest } = createWalletAccounts(scope, body)
    return answer.created({ ...wallet, ...rest })
  },
})

export const customerOperations: readonly Operation[] = [createWalletAccountsOperation]
