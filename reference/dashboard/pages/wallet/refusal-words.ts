// Why no points were given, in words that say what to do about it.
import type { Wallet } from '../../../model/wallet.ts'
import type { Refusal, RefusalCode } from '../../../service/refusal.ts'

const words: Partial<Record<RefusalCode, string>> = {
  WALLET_TERMINATED: 'The wallet is closed for good and can only be read.',
  ACCOUNT_NOT_FOUND: 'The points account does not belong to this wallet. Choose one of its own.',
  ACCOUNT_NOT_ACTIVE: 'The points account is not active. It must be active before points can be given.',
  SCHEME_NOT_ACTIVE: 'The points scheme is not running, so its points cannot be given.',
  OPERATION_NOT_ALLOWED: 'The points scheme does not allow goodwill.',
  BALANCE_LIMIT: 'The balance would pass the highest that an account can hold. Give fewer points.',
}

const inactive = {
  SUSPENDED: 'The wallet is not active: it is suspended. It must be active before points can be given.',
  INACTIVE: 'The wallet is not active yet. It must be active before points can be given.',
} as const

export function renderRefusal(refusal: Refusal, { status }: Wallet): string {
  if (status === 'SUSPENDED' || status === 'INACTIVE') return inactive[status]
  return words[refusal.code] ?? refusal.message
}
