// Tokens: a code for one coupon, issued to a customer or to whoever holds it.
import { randomInt } from 'node:crypto'
import { accountTypeIds, type StoredAccount } from '../model/account.ts'
import { renderPlainInstant } from '../model/instant.ts'
import type { Wallet } from '../model/wallet.ts'
import { findCampaign } from './campaigns.ts'
import { findConsumer } from './consumers.ts'
import { evaluateRedemption, type Circumstances } from './coupons.ts'
import { issueCoupon } from './issue-coupon.ts'
import type { Scope } from './scope.ts'
import { findWalletByIdentity, findWritableWallet } from './wallets.ts'

export type NewToken = {
  readonly resourceId: number
  readonly consumerIdentifier?: { readonly reference: string } | undefined
}

export function createToken(scope: Scope, input: NewToken) {
  return scope.store.write(() => {
    const campaign = findCampaign(scope, String(input.resourceId))
    const wallet = findHolder(scope, input.consumerIdentifier?.reference)
    const token = makeCode()
    const { account, transaction } = issueCoupon(scope, { wallet, campaign, token })
    const consumer = wallet && findConsumer(scope, wallet)
    return {
      accountId: Number(account.accountId),
      accountStatus: account.status,
      accountTypeId: accountTypeIds.ECOUPON.accountTypeId,
      accountTransactionId: transaction.accountTransactionId,
      accountType: account.type,
      accountSubType: account.clientType,
      balances: account.balances,
      issuerId: scope.tenant.issuerId,
      resourceId: input.resourceId,
      resourceType: 'CAMPAIGN',
      token,
      tokenDates: {
        start: renderPlainInstant(account.dates.start),
        end: renderPlainInstant(account.dates.end),
      },
      // One token an account: they share their number.
      tokenId: Number(account.accountId),
      tokenStatus: account.status,
      consumerId: consumer ? Number(consumer.consumerId) : null,
      overrides: account.overrides,
    }
  })
}

function findHolder(scope: Scope, reference: string | undefined): Wallet | null {
  if (reference === undefined) return null
  return findWritableWallet(scope, findWalletByIdentity(scope, reference).wallet.walletId)
}

/** Sixteen digits that nobody can guess from an earlier token. */
function makeCode(): string {
  return Array.from({ length: 4 }, () => String(randomInt(10_000)).padStart(4, '0')).join('')
}

export type Examined = {
  readonly value: string
  readonly errorCode: 'PCEXNF' | 'PCEXNV' | null
  readonly errorMessage: string | null
  /** The coupon behind a token that can be used now. */
  readonly account: StoredAccount | null
}

/** Looks at a token a customer shows: usable, not usable now (or not by them), or unknown. */
export function examineToken(
  scope: Scope,
  value: string,
  circumstances: Circumstances & { readonly wallet: Wallet | null },
): Examined {
  const account = scope.rows.accounts.list(scope.tenant.id, { token: value })[0]
  if (!account) {
    return { value, errorCode: 'PCEXNF', errorMessage: 'The token cannot be loaded.', account: null }
  }
  const isOthers = account.walletId !== null && account.walletId !== circumstances.wallet?.walletId
  const refusal = isOthers ? 'OTHERS' : evaluateRedemption(scope, account, circumstances)
  if (refusal === null) return { value, errorCode: null, errorMessage: null, account }
  return { value, errorCode: 'PCEXNV', errorMessage: 'The token is not valid now.', account: null }
}
