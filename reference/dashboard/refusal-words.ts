// Why something was not done, in words that say what to do about it.
import type { WalletStatus } from '../model/wallet.ts'
import type { Refusal, RefusalCode } from '../service/refusal.ts'

const words: Partial<Record<RefusalCode, string>> = {
  WALLET_NOT_FOUND: 'There is no such wallet. Look its id up on its own page.',
  WALLET_TERMINATED: 'The wallet is closed for good and can only be read.',
  WALLET_NOT_ACTIVE: 'The wallet is not active. It must be active before this can be done.',
  IDENTITY_EXISTS: 'The value is taken by an identity of this or another wallet.',
  ILLEGAL_TRANSITION: 'This cannot be done from the status that it has now.',
  ACCOUNT_NOT_FOUND: 'The account does not belong to this wallet. Choose one of its own.',
  ACCOUNT_NOT_ACTIVE: 'The account is not active. It must be active before this can be done.',
  ACCOUNT_USED: 'The coupon has been used, so there is nothing left of it.',
  ACCOUNT_CANCELLED: 'The coupon has been cancelled already.',
  ACCOUNT_IN_WALLET: 'The coupon belongs to a wallet already.',
  PENDING_NOT_FOUND: 'The points are no longer pending.',
  CAMPAIGN_NOT_FOUND: 'There is no such campaign any more. Choose another one.',
  CAMPAIGN_NOT_ACTIVE: 'The campaign is not running, so it gives no coupons.',
  ISSUE_LIMIT_REACHED: 'The campaign has given as many coupons as it may, in all or to this customer.',
  SCHEME_NOT_ACTIVE: 'The points scheme is not running, so its points cannot be moved.',
  INSUFFICIENT_BALANCE: 'The account does not hold that many usable points.',
  OPERATION_NOT_ALLOWED: 'The account does not allow this.',
  BALANCE_LIMIT: 'The balance would pass the highest that an account can hold. Give fewer points.',
  REFERENCE_EXISTS: 'The reference is taken by another campaign.',
}

const inactive = {
  SUSPENDED: 'The wallet is not active: it is suspended. It must be active before this can be done.',
  INACTIVE: 'The wallet is not active yet. It must be active before this can be done.',
} as const

/** The status of the wallet, where it is known, makes the reason more exact. */
export function renderRefusal({ code, message }: Refusal, status?: WalletStatus): string {
  const isInactive = code === 'WALLET_NOT_ACTIVE'
  if (isInactive && (status === 'SUSPENDED' || status === 'INACTIVE')) return inactive[status]
  return words[code] ?? message
}
