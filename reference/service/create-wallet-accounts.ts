// One call for a new customer: wallet, identities, coupons, points and the person. Where the first identity is known,
// its wallet is used and only the rest is done.
import { makeAccountView, type Account } from '../model/account.ts'
import type { Campaign } from '../model/campaign.ts'
import type { Consumer, ConsumerInput } from '../model/consumer.ts'
import type { Identity, IdentityInput } from '../model/identity.ts'
import type { Wallet } from '../model/wallet.ts'
import { findCampaign, listCampaigns } from './campaigns.ts'
import { ensureConsumer } from './consumers.ts'
import { findIdentityByValue, listIdentities } from './identities.ts'
import { issueCoupon } from './issue-coupon.ts'
import { openPointsAccount } from './points-accounts.ts'
import { Refusal, refusals, type RefusalCode } from './refusal.ts'
import { findScheme } from './schemes.ts'
import type { Scope } from './scope.ts'
import { createWallet, findWritableWallet, type NewWallet } from './wallets.ts'

type Status = 'ACTIVE' | 'INACTIVE' | undefined

export type CampaignWish = {
  readonly campaignId?: string | undefined
  readonly campaignTag?: string | undefined
  readonly state?: 'LOADED' | 'UNLOADED' | undefined
}

export type SchemeWish = {
  readonly schemeId: string
  readonly status?: Status
  readonly state?: 'EARNBURN' | 'EARNONLY' | undefined
}

export type NewCustomer = NewWallet & {
  readonly identities: readonly IdentityInput[]
  readonly accounts: {
    readonly campaign?: readonly CampaignWish[] | undefined
    readonly scheme?: readonly SchemeWish[] | undefined
  }
  readonly consumer?: ConsumerInput | undefined
}

export type Failure = { resourceId: string; errorCode: RefusalCode; errorMessage: string }

export type Batch = {
  total: number
  results: Account[]
  successful: { total: number; results: Account[] }
  failed: { total: number; results: Failure[] }
}

export type Customer = {
  wallet: Wallet
  identities: Identity[]
  accounts: { campaign: Batch; scheme: Batch }
  consumer: Consumer | null
}

export function createWalletAccounts(scope: Scope, input: NewCustomer): Customer {
  return scope.store.write(() => {
    const wallet = findOrCreateWallet(scope, input)
    const { campaign = [], scheme = [] } = input.accounts
    return {
      wallet,
      accounts: {
        campaign: makeBatch(campaign.flatMap((wish) => issueWish(scope, wallet, wish))),
        scheme: makeBatch(scheme.map((wish) => openWish(scope, wallet, wish))),
      },
      consumer: input.consumer ? ensureConsumer(scope, wallet, input.consumer) : null,
      identities: listIdentities(scope, wallet),
    }
  })
}

function findOrCreateWallet(scope: Scope, input: NewCustomer): Wallet {
  const value = input.identities[0]?.value
  const known = value === undefined ? undefined : findIdentityByValue(scope, value)
  if (!known) return createWallet(scope, input).wallet
  // A deleted wallet keeps its identities, and cannot be brought back by one of them.
  const wallet = scope.rows.wallets.find(scope.tenant.id, known.walletId)
  if (wallet?.status === 'DELETED') throw new Refusal('IDENTITY_EXISTS')
  return findWritableWallet(scope, known.walletId)
}

function issueWish(scope: Scope, wallet: Wallet, wish: CampaignWish): (Account | Failure)[] {
  const { state, campaignTag = '' } = wish
  if (wish.campaignId !== undefined) {
    const { campaignId } = wish
    const issue = () => issueOne(scope, { wallet, state, campaign: findCampaign(scope, campaignId) })
    return [attempt(campaignId, issue)]
  }
  const tagged = listCampaigns(scope).filter(({ tags }) => tags.some(makeTagMatch(scope, campaignTag)))
  if (tagged.length === 0) return [makeFailure(campaignTag, 'CAMPAIGN_NOT_FOUND')]
  return tagged.map((campaign) => attempt(campaign.id, () => issueOne(scope, { wallet, state, campaign })))
}

/** Tags are codes, so their case counts. */
function makeTagMatch({ faults }: Scope, wanted: string): (tag: string) => boolean {
  if (!faults.has('tag-any-case')) return (tag) => tag === wanted
  return (tag) => tag.toLowerCase() === wanted.toLowerCase()
}

function issueOne(
  scope: Scope,
  request: { wallet: Wallet; campaign: Campaign; state: CampaignWish['state'] },
): Account {
  return makeAccountView(issueCoupon(scope, request).account, scope.nowMs)
}

function openWish(scope: Scope, wallet: Wallet, wish: SchemeWish): Account | Failure {
  const { schemeId, ...rest } = wish
  return attempt(schemeId, () => {
    const scheme = findScheme(scope, schemeId)
    return makeAccountView(openPointsAccount(scope, { wallet, scheme, ...rest }).account, scope.nowMs)
  })
}

/** One account that cannot be had does not undo the others; it is reported beside them. */
function attempt(resourceId: string, work: () => Account): Account | Failure {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return makeFailure(resourceId, error.code)
    throw error
  }
}

function makeFailure(resourceId: string, errorCode: RefusalCode): Failure {
  return { resourceId, errorCode, errorMessage: refusals[errorCode].message }
}

function makeBatch(outcomes: readonly (Account | Failure)[]): Batch {
  const results = outcomes.filter((outcome) => 'accountId' in outcome)
  const failures = outcomes.filter((outcome) => 'errorCode' in outcome)
  return {
    total: results.length,
    results,
    successful: { total: results.length, results },
    failed: { total: failures.length, results: failures },
  }
}
