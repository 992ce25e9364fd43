// An opened checkout as tills read it.
import { isUsed } from '../model/adjudication.ts'
import type { OpenAnswer } from '../model/checkout-answers.ts'
import { makeEnrichedAccount } from './accounts.ts'
import type { OpenedCheckout } from './open-checkout.ts'
import type { Scope } from './scope.ts'
import type { Examined } from './tokens.ts'

export function makeOpenAnswer(scope: Scope, opened: OpenedCheckout): OpenAnswer {
  const { visit, identity, basket, adjudication, coupons } = opened
  const accounts = [
    ...opened.openOffers.map(({ account }) => account),
    ...coupons,
    ...opened.holders.map(({ account }) => account),
  ]
  const unused = coupons.filter(({ accountId }) => !isUsed(adjudication, accountId))
  return {
    wallet: visit.wallet,
    identity,
    accounts: accounts.map((account) => makeEnrichedAccount(scope, account)),
    analyseBasketResults: {
      basket,
      discount: makeDiscounts(opened),
      points: makePoints(opened),
      unusedAccounts: unused.map(({ accountId, campaignId }) => ({ accountId, campaignId })),
    },
    examine: opened.examined.map(makeExamined),
    walletTransactions: [],
    accountTransactions: [],
    additionalEntities: null,
    basketAdjudicationResult: null,
    spendAdjudicationResults: null,
  }
}

function makeDiscounts({
  adjudication,
  visit,
}: OpenedCheckout): OpenAnswer['analyseBasketResults']['discount'] {
  return adjudication.discounts.map(({ candidate, amount }) => ({
    accountId: candidate.accountId,
    walletId: visit.wallet?.walletId ?? null,
    type: 'ECOUPON',
    clientType: 'OFFER',
    campaignId: candidate.campaign.id,
    campaignName: candidate.campaign.name,
    value: amount,
  }))
}

function makePoints({ adjudication, visit }: OpenedCheckout): OpenAnswer['analyseBasketResults']['points'] {
  const walletId = visit.wallet?.walletId ?? null
  const earns = adjudication.earns.map(({ holder, points }) => ({
    resourceType: 'SCHEME' as const,
    resourceId: holder.scheme.id,
    operationType: 'earn' as const,
    value: points,
    accountId: holder.accountId,
    walletId,
    relatedSchemeId: holder.scheme.id,
  }))
  const credits = adjudication.credits.map(({ candidate, holder, points }) => ({
    resourceType: 'CAMPAIGN' as const,
    resourceId: candidate.campaign.id,
    operationType: 'credit' as const,
    value: points,
    accountId: holder.accountId,
    walletId,
    relatedSchemeId: holder.scheme.id,
  }))
  return [...earns, ...credits]
}

function makeExamined({ value, errorCode, errorMessage, account }: Examined): OpenAnswer['examine'][number] {
  return {
    value,
    resourceType: account ? 'CAMPAIGN' : null,
    resourceId: account?.campaignId ?? null,
    errorCode,
    errorMessage,
  }
}
