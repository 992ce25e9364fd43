// What a settled purchase was worked out from and what it has come to since: the ground its refunds stand on.
import type { Consequences } from './consequences.ts'
import type { PurchaseTerms } from './purchase-terms.ts'
import type { ReturnedCounts } from './returned-basket.ts'

export type Receipt = {
  readonly walletTransactionId: string
  readonly reference: string
  readonly walletId: string | null
  readonly settledMs: number
  readonly terms: PurchaseTerms
  /** What of it stands: as settled, and worked out anew after each return. */
  readonly consequences: Consequences
  readonly returned: ReturnedCounts
}
