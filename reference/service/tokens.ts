// Tokens: a code for one coupon, issued to a customer or to whoever holds it.
import { randomInt } from 'node:crypto'
import { accountTypeIds, type StoredAccount } from '../model/account.ts'
import { renderPlainInstant } from '../model/instant.ts'
import type { Wallet } from '../model/wallet.ts'
import { findCampaign } from './campaigns.ts'
import { findConsumer } from './consumers.ts'
import { evaluateRedemption, type Circumstances } from './coupons.ts'
import { issueCoupon } from './issue-coupon.ts'
import { refusals } from './refusal.ts'
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

/** Unknown, or not valid now or not for this customer; tills decide by them whether to keep a code for later. */
export type TokenError = 'PCEXNF' | 'PCEXNV'

export type Examined = {
  readonly value: string
  readonly errorCode: TokenError | null
  readonly errorMessage: string | null
  /** The coupon behind a token that can be used now. */
  readonly account: StoredAccount | null
}

/** The coupon behind a token, whoever it belongs to. */
export function findAccountByToken(scope: Scope, token: string): StoredAccount | undefined {
  return scope.rows.accounts.list(scope.tenant.id, { token })[0]
}

/** The coupon behind a token that this customer may show, or why they may not. */
export function readToken(scope: Scope, value: string, wallet: Wallet | null): StoredAccount | TokenError {
  const account = findAccountByToken(scope, value)
  if (!account) return chooseError(scope, 'PCEXNF')
  const isOthers = account.walletId !== null && account.walletId !== wallet?.walletId
  return isOthers && !scope.faults.has('token-of-others') ? chooseError(scope, 'PCEXNV') : account
}

function chooseError({ faults }: Scope, error: TokenError): TokenError {
  if (!faults.has('token-codes-swapped')) return error
  return error === 'PCEXNF' ? 'PCEXNV' : 'PCEXNF'
}

/** Looks at a token a customer shows: usable, not usable now (or not by them), or unknown. */
export function examineToken(
  scope: Scope,
  value: string,
  circumstances: Circumstances & { readonly wallet: Wallet | null },
): Examined {
  const read = readToken(scope, value, circumstances.wallet)
  if (typeof read === 'string') return makeUnusable(value, read)
  const refusal = evaluateRedemption(scope, read, circumstances)
  if (refusal !== null) return makeUnusable(value, chooseError(scope, 'PCEXNV'))
  return { value, errorCode: null, errorMessage: null, account: read }
}

function makeUnusable(value: string, errorCode: TokenError): Examined {
  return { value, errorCode, errorMessage: refusals[errorCode].message, account: null }
}
