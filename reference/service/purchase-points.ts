// Points that a purchase brings, and that its refund takes back.
import type { MetaInput } from '../model/fields.ts'
import type { AccountKey } from './coupons.ts'
import { makeGainEntry, type Gained } from './gain-points.ts'
import { writeEntry, type Written } from './ledger.ts'
import { findPointsTarget } from './points-target.ts'
import type { Scope } from './scope.ts'

export type PurchasePoints = AccountKey &
  Gained & { readonly operation: 'earn' | 'credit'; readonly details?: MetaInput | undefined }

export function writePurchasePoints(scope: Scope, gained: PurchasePoints): Written {
  const target = findPointsTarget(scope, gained, gained.operation)
  const entry = makeGainEntry(scope, target, gained)
  return writeEntry(scope, target.account, { ...entry, details: gained.details })
}
