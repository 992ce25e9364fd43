// A coupon that belongs to nobody yet, put into a wallet by the token on it.
import { z } from 'zod'
import { takeInCoupon } from '../../../service/move-account.ts'
import { findWallet } from '../../../service/wallets.ts'
import { makeReasonField, reasonSchema } from '../../form-schemas.ts'
import { places } from '../../places.ts'
import { makeTaskPages } from '../form/form-page.ts'

const schema = z.object({
  code: z
    .string()
    .transform((text) => text.replaceAll(/[\s-]/g, ''))
    .pipe(
      z
        .string()
        .min(1, 'Enter the token')
        .regex(/^\d{16}$/, 'A token has 16 digits'),
    ),
  reason: reasonSchema,
})

export const takeInCouponPages = makeTaskPages({
  path: '/wallets/:walletId/take-in-coupon',
  needs: 'customers',
  schema,
  find: ({ scope, params }) => findWallet(scope, params['walletId'] ?? ''),
  describe: ({ walletId }) => ({
    heading: 'Take in a coupon',
    about: `Wallet ${walletId}`,
    text: 'A token belongs to whoever holds it. Once its coupon is in a wallet, only that customer can use it.',
    fields: [
      {
        name: 'code',
        label: 'Token',
        hint: '16 digits, with or without spaces',
        kind: 'text',
        inputmode: 'numeric',
        autocomplete: 'off',
      },
      makeReasonField('Kept in the audit'),
    ],
    button: 'Take in coupon',
    back: { href: places.wallet(walletId), text: 'Back to the wallet' },
  }),
  perform: ({ scope }, { walletId }, { code, reason }) => {
    const { accountId } = takeInCoupon(scope, walletId, code)
    return {
      place: places.wallet(walletId),
      notice: { title: 'Coupon taken in', text: `The coupon ${accountId} is in the wallet now.` },
      deed: { action: 'COUPON_TAKE_IN', walletId, accountId, reason },
    }
  },
  mends: {
    ACCOUNT_NOT_FOUND: 'code',
    ACCOUNT_IN_WALLET: 'code',
    ACCOUNT_NOT_ACTIVE: 'code',
    ISSUE_LIMIT_REACHED: 'code',
  },
  says: {
    ACCOUNT_NOT_FOUND: 'Nobody has been given such a token.',
    ACCOUNT_NOT_ACTIVE: 'The coupon of this token has been used or cancelled.',
  },
})
