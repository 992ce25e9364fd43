// What making a token answers. An old operation: its ids are numbers and its dates have no offset, unlike everywhere else.
import { z } from 'zod'
import { accountStatuses, accountTypes, couponBalancesSchema } from './account.ts'
import { emptyListSchema, idSchema } from './fields.ts'
import { plainInstantSchema } from './instant.ts'

export const tokenSchema = z
  .object({
    accountId: z.int(),
    accountStatus: z.enum(accountStatuses),
    accountTypeId: z.int(),
    accountTransactionId: idSchema,
    accountType: z.enum(accountTypes),
    accountSubType: z.string(),
    balances: couponBalancesSchema,
    issuerId: z.int(),
    resourceId: z.int(),
    resourceType: z.literal('CAMPAIGN'),
    token: z.string().regex(/^\d{16}$/),
    tokenDates: z.object({ start: plainInstantSchema, end: plainInstantSchema }),
    tokenId: z.int(),
    tokenStatus: z.enum(accountStatuses),
    consumerId: z.int().nullable(),
    overrides: emptyListSchema,
  })
  .meta({ id: 'Token' })
