// A campaign in words: for its page, for the list, and for whoever looks at a new one before it is made.
import type { Campaign } from '../../../model/campaign.ts'
import { endless } from '../../../model/instant.ts'
import { renderMoney } from '../../money.ts'
import { makeTimeCell, renderNumber, renderPoints } from '../../render-values.ts'
import type { Cell, Fact } from '../../table.ts'

export const audienceWords = {
  OPEN: 'Everybody, at the till',
  RESTRICTED: 'Customers who were given a coupon',
} as const satisfies Record<Campaign['mode'], string>

export function renderOffer({ reward, value }: Campaign['offer']): string {
  if (reward === 'POINTS') return renderPoints(value)
  return reward === 'PERCENT' ? `${value}% off` : `${renderMoney(value)} off`
}

export function makeOfferFacts({ offer }: Pick<Campaign, 'offer'>): Fact[] {
  const { minimumSpend, products } = offer
  return [
    { term: 'Offer', cell: { text: renderOffer(offer) } },
    { term: 'Minimum spend', cell: { text: minimumSpend === 0 ? 'None' : renderMoney(minimumSpend) } },
    {
      term: 'Products',
      cell:
        products.length === 0 ? { text: 'The whole basket' } : { text: products.join(', '), isFree: true },
    },
  ]
}

export function makeLimitFacts({ rules, issueLimits }: Pick<Campaign, 'rules' | 'issueLimits'>): Fact[] {
  const { perCampaign, perCustomer } = issueLimits
  const days = rules.expiry?.daysAfterIssue ?? null
  return [
    { term: 'Uses of a coupon', cell: { text: renderNumber(rules.uses) } },
    { term: 'Days a coupon lasts', cell: { text: renderLimit(days, 'As long as the campaign') } },
    { term: 'Coupons in all', cell: { text: renderLimit(perCampaign, 'No limit') } },
    { term: 'Coupons for each customer', cell: { text: renderLimit(perCustomer, 'No limit') } },
  ]
}

export function makeEndCell(endDate: string, zone: string): Cell {
  return endDate === endless.campaign ? { text: 'No end' } : makeTimeCell(endDate, zone)
}

function renderLimit(limit: number | null, none: string): string {
  return limit === null ? none : renderNumber(limit)
}
