// Coupons that are shown at a till, by a token or by wallet and account: verified, redeemed, let go.
import { z } from 'zod'
import { enrichedAccountSchema } from '../../model/account.ts'
import { operationResultSchema } from '../../model/account-transaction.ts'
import { nameSchema } from '../../model/fields.ts'
import { instantSchema } from '../../model/instant.ts'
import { locationSchema } from '../../model/location.ts'
import { lockMinutes } from '../../service/locks.ts'
import { redeemPresented, unlockAccount, verifyAccount } from '../../service/present-account.ts'
import type { RefusalCode } from '../../service/refusal.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'

const presentationShape = {
  token: nameSchema.optional(),
  accountId: z.string().optional(),
  walletId: z.string().optional(),
  identity: z
    .object({ identityValue: nameSchema })
    .optional()
    .meta({ description: "Who shows it; a customer's token is good for that customer only." }),
  location: locationSchema,
}

type Named = { token?: string | undefined; accountId?: string | undefined; walletId?: string | undefined }

const isNamed = ({ token, accountId, walletId }: Named) =>
  token === undefined ? accountId !== undefined && walletId !== undefined : accountId === undefined

const unnamed = { path: ['token'], message: 'expected either a token, or walletId and accountId' }

const presentationSchema = z
  .object(presentationShape)
  .refine(isNamed, unnamed)
  .meta({ id: 'PresentedAccount' })

const verificationSchema = z
  .object({ ...presentationShape, lock: z.boolean().default(false) })
  .refine(isNamed, unnamed)
  .meta({ id: 'AccountVerification' })

const verifiedSchema = z
  .object({
    account: enrichedAccountSchema,
    token: z.string().nullable(),
    lockedUntil: instantSchema.nullable(),
  })
  .meta({ id: 'VerifiedAccount' })

const whom: readonly RefusalCode[] = [
  'INVALID_REQUEST',
  'MALFORMED_JSON',
  'LOCATION_UNKNOWN',
  'PCEXNF',
  'PCEXNV',
  'WALLET_NOT_FOUND',
  'ACCOUNT_NOT_FOUND',
  'WALLET_TERMINATED',
  'WALLET_NOT_ACTIVE',
  'IDENTITY_NOT_ACTIVE',
  'OPERATION_NOT_ALLOWED',
]

const refuses: readonly RefusalCode[] = [
  ...whom,
  'ACCOUNT_USED',
  'ACCOUNT_CANCELLED',
  'ACCOUNT_NOT_ACTIVE',
  'ACCOUNT_NOT_STARTED',
  'ACCOUNT_EXPIRED',
  'ACCOUNT_LOCKED',
  'CAMPAIGN_NOT_ACTIVE',
  'LOCATION_NOT_ALLOWED',
]

const verifyOperation = makeOperation({
  operationId: 'verifyAccount',
  method: 'POST',
  path: '/connect/account/verify',
  service: 'pos',
  summary: `Ask whether a coupon could be redeemed here and now. A lock holds it for this outlet, for ${lockMinutes} minutes or until it is unlocked.`,
  bodySchema: verificationSchema,
  responses: { 200: verifiedSchema },
  refuses,
  handle: (scope, { body }) => answer.ok(verifyAccount(scope, body)),
})

const redeemOperation = makeOperation({
  operationId: 'redeemAccount',
  method: 'POST',
  path: '/connect/account/redeem',
  service: 'pos',
  event: 'ACCOUNT.REDEEM',
  summary:
    'Take one use of a coupon that is shown at a till. What belonged to nobody becomes that of whoever shows it.',
  bodySchema: presentationSchema,
  responses: { 200: operationResultSchema },
  refuses,
  handle: (scope, { body }) => answer.ok(redeemPresented(scope, body)),
})

const unlockOperation = makeOperation({
  operationId: 'unlockAccount',
  method: 'POST',
  path: '/connect/account/unlock',
  service: 'pos',
  summary: 'Let a coupon go, whichever outlet or reference holds it. One that nobody holds stays as it is.',
  bodySchema: presentationSchema,
  responses: { 200: verifiedSchema },
  refuses: whom,
  handle: (scope, { body }) => answer.ok(unlockAccount(scope, body)),
})

export const presentedOperations: readonly Operation[] = [verifyOperation, redeemOperation, unlockOperation]
