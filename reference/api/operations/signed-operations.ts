// All operations that clients sign.
import type { Operation } from '../operation.ts'
import { accountOperations } from './account-operations.ts'
import { auditOperations } from './audit-operations.ts'
import { campaignOperations } from './campaign-operations.ts'
import { checkoutOperations } from './checkout-operations.ts'
import { consumerOperations } from './consumer-operations.ts'
import { couponOperations } from './coupon-operations.ts'
import { customerOperations } from './customer-operations.ts'
import { eventOperations } from './event-operations.ts'
import { identityOperations } from './identity-operations.ts'
import { mergeOperations } from './merge-operations.ts'
import { pointsAccountOperations } from './points-operations.ts'
import { presentedOperations } from './presented-operations.ts'
import { schemeOperations } from './scheme-operations.ts'
import { spendOperations } from './spend-operations.ts'
import { tokenOperations } from './token-operations.ts'
import { transactionOperations } from './transaction-operations.ts'
import { walletOperations } from './wallet-operations.ts'

export const signedOperations: readonly Operation[] = [
  ...customerOperations,
  ...walletOperations,
  ...identityOperations,
  ...consumerOperations,
  ...mergeOperations,
  ...accountOperations,
  ...pointsAccountOperations,
  ...couponOperations,
  ...transactionOperations,
  ...tokenOperations,
  ...checkoutOperations,
  ...presentedOperations,
  ...spendOperations,
  ...campaignOperations,
  ...schemeOperations,
  ...auditOperations,
  ...eventOperations,
]
