// On what terms a basket was opened: the prices, and the offers and schemes that counted, as they were then. A refund
// works the purchase out anew on the same terms, whatever has become of its campaigns since.
import { isUsed, type Adjudication, type Candidate, type PointsHolder } from './adjudication.ts'
import type { Basket } from './basket.ts'

export type PurchaseTerms = {
  readonly basket: Basket
  readonly offers: readonly Candidate[]
  readonly holders: readonly PointsHolder[]
}

export const noTerms = { offers: [], holders: [] }

/** Only what the basket counted on: nothing new may come into a purchase by bringing part of it back. */
export function makeTerms(
  { basket, holders }: Pick<PurchaseTerms, 'basket' | 'holders'>,
  adjudication: Adjudication,
  offers: readonly Candidate[],
): PurchaseTerms {
  const used = offers.filter(({ accountId }) => isUsed(adjudication, accountId))
  return { basket, offers: used.map(makeCandidate), holders: holders.map(makeHolder) }
}

function makeCandidate({ campaign: { id, name, offer }, accountId, isOpen }: Candidate): Candidate {
  return { campaign: { id, name, offer }, accountId, isOpen }
}

function makeHolder({ accountId, scheme, canEarn, canCredit }: PointsHolder): PointsHolder {
  const { id, rates, earnTransactionLimit } = scheme
  return { accountId, scheme: { id, rates, earnTransactionLimit }, canEarn, canCredit }
}
