// Operations of the till: baskets that are opened, settled and taken back, coupons that are shown, points that are spent.
import { accountOperation } from '../account.ts'
import {
  openAnswer,
  presentedAccount,
  settleAnswer,
  spendCalculation,
  unlockAnswer,
  walletTransaction,
} from '../checkout.ts'
import { defineOn, type Operation } from '../operation.ts'

const on = defineOn('pos')

export const posOperations = {
  open: on('open', 'POST /connect/wallet/open', [200, openAnswer]),
  settle: on('settle', 'POST /connect/wallet/settle', [[200, 207], settleAnswer]),
  refund: on('refund', 'POST /connect/wallet/refund', [200, settleAnswer]),
  spendAtTill: on('spendAtTill', 'POST /connect/wallet/spend', [200, settleAnswer]),
  calculateSpend: on('calculateSpend', 'POST /connect/wallet/spend/calculate', [200, spendCalculation]),
  voidSpend: on('voidSpend', 'POST /connect/wallet/spend/void', [200, settleAnswer]),
  unlock: on('unlock', 'POST /connect/wallet/unlock', [200, unlockAnswer]),
  verifyAccount: on('verifyAccount', 'POST /connect/account/verify', [200, presentedAccount]),
  redeemAccount: on('redeemAccount', 'POST /connect/account/redeem', [200, accountOperation]),
  unlockAccount: on('unlockAccount', 'POST /connect/account/unlock', [200, presentedAccount]),
  readTransaction: on('readTransaction', 'GET /connect/wallet/transaction', [200, walletTransaction]),
  updateTransaction: on('updateTransaction', 'PATCH /connect/wallet/transaction', [200, walletTransaction]),
} as const satisfies Record<string, Operation<unknown>>
