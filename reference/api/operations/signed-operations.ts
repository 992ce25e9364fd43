// All operations that clients sign.
import type { Operation } from '../operation.ts'
import { accountOperations } from './account-operations.ts'
import { campaignOperations } from './campaign-operations.ts'
import { checkoutOperations } from './checkout-operations.ts'
import { couponOperations } from './coupon-operations.ts'
import { customerOperations } from './customer-operations.ts'
import { identityOperations } from './identity-operations.ts'
import { pointsAccountOperations } from './points-operations.ts'
import { schemeOperations } from './scheme-operations.ts'
import { tokenOperations } from './token-operations.ts'
import { transactionOperations } from './transaction-operations.ts'
import { walletOperations } from './wallet-operations.ts'

export const signedOperations: readonly Operation[] = [
  ...customerOperations,
  ...walletOperations,
  ...identityOperations,
  ...accountOperations,
  ...pointsAccountOperations,
  ...couponOperations,
  ...transactionOperations,
  ...tokenOperations,
  ...checkoutOperations,
  ...campaignOperations,
  ...schemeOperations,
]
