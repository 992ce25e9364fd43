// What goes from one wallet to another over HTTP: everything at once, or a coupon that had no wallet.
import { z } from 'zod'
import { accountSchema, makeAccountView } from '../../model/account.ts'
import { walletSchema } from '../../model/wallet.ts'
import { mergeWallets } from '../../service/merge-wallets.ts'
import { moveAccount } from '../../service/move-account.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'
import { walletPath } from './wallet-operations.ts'

const mergeOperation = makeOperation({
  operationId: 'mergeWallets',
  method: 'PATCH',
  path: '/services/wallet/{walletId}/merge/{survivorId}',
  service: 'wallet',
  event: 'WALLET.MERGE',
  summary:
    "Merge a wallet into another one, the survivor, which is answered. Identities, coupons and points become the survivor's; the merged wallet is MERGED for good and can only be read.",
  pathSchema: walletPath.extend({ survivorId: z.string() }),
  responses: { 200: walletSchema },
  refuses: ['WALLET_NOT_FOUND', 'WALLET_TERMINATED', 'ILLEGAL_TRANSITION', 'ACCOUNT_LOCKED', 'BALANCE_LIMIT'],
  handle: (scope, { path }) =>
    answer.ok(mergeWallets(scope, { victimId: path.walletId, survivorId: path.survivorId })),
})

const moveOperation = makeOperation({
  operationId: 'moveAccount',
  method: 'PATCH',
  path: '/account/{accountId}/move/to/wallet/{walletId}',
  service: 'wallet',
  event: 'ACCOUNT.MOVE.TO.WALLET',
  summary: 'Put a coupon that is in no wallet, as that of a token for whoever holds it, into a wallet.',
  pathSchema: walletPath.extend({ accountId: z.string() }),
  responses: { 200: accountSchema },
  refuses: [
    'ACCOUNT_NOT_FOUND',
    'WALLET_NOT_FOUND',
    'WALLET_TERMINATED',
    'ACCOUNT_IN_WALLET',
    'ACCOUNT_NOT_ACTIVE',
    'ISSUE_LIMIT_REACHED',
  ],
  handle: (scope, { path }) => answer.ok(makeAccountView(moveAccount(scope, path), scope.nowMs)),
})

export const mergeOperations: readonly Operation[] = [mergeOperation, moveOperation]
