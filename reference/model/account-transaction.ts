// The ledger of an account. Each entry holds the balances before and after it, so that a gap in the chain can be seen.
import { z } from 'zod'
import { accountSchema, balancesSchema } from './account.ts'
import { amountSchema, emptyListSchema, idSchema, metaSchema } from './fields.ts'
import { instantSchema } from './instant.ts'

export const accountEvents = [
  'CREATE',
  'REDEEM',
  'UNREDEEM',
  'EARN',
  'CREDIT',
  'DEBIT',
  'SPEND',
  'CANCEL',
  'LOCK',
  'VOID',
  'REFUND_DEBIT',
  'RELEASE',
  'REJECT',
  'EXPIRY',
  'AUTOTOPUP',
] as const

export type AccountEvent = (typeof accountEvents)[number]

/** Who moved the balance: a till, a client's own back office, customer care, or time and the scheme's own rules. */
export const transactionSources = ['POS', 'API', 'GOODWILL', 'SYSTEM'] as const

export type TransactionSource = (typeof transactionSources)[number]

const transactionShape = {
  accountTransactionId: idSchema,
  parentAccountTransactionId: z.union([z.literal(''), idSchema]),
  accountId: idSchema,
  event: z.enum(accountEvents),
  value: amountSchema,
  source: z.enum(transactionSources),
  balancesBefore: balancesSchema,
  balancesAfter: balancesSchema,
  transactionDetails: metaSchema,
  properties: emptyListSchema,
  dateCreated: instantSchema,
  lastUpdated: instantSchema,
}

export const accountTransactionSchema = z.object(transactionShape).meta({ id: 'AccountTransaction' })

export type AccountTransaction = z.infer<typeof accountTransactionSchema>

/** An operation answers its ledger entry and the account as it stands after it. */
export const operationResultSchema = z
  .object({ ...transactionShape, account: accountSchema })
  .meta({ id: 'AccountOperation' })

export type OperationResult = z.infer<typeof operationResultSchema>
