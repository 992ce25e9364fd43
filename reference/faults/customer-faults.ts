// Faults of what customers have: wallets, points, coupons.
import type { Fault } from './fault.ts'

export const customerFaults = [
  {
    name: 'terminated-writable',
    capability: 'wallets',
    summary: 'A terminated wallet can still be changed.',
  },
  { name: 'identity-case', capability: 'wallets', summary: 'Identity values are compared with their case.' },
  {
    name: 'paging-repeat',
    capability: 'wallets',
    summary: 'Each page but the first repeats a row of the one before.',
  },
  {
    name: 'order-unstable',
    capability: 'wallets',
    summary: 'Rows that are equal by the order asked for come in another order each time.',
  },
  {
    name: 'filter-ignored',
    capability: 'wallets',
    summary: 'The list of identities ignores the status that was asked for.',
  },
  {
    name: 'limit-boundless',
    capability: 'wallets',
    summary: 'A page may be asked for with more rows than the maximum.',
  },
  {
    name: 'null-for-empty',
    capability: 'wallets',
    summary: 'The list of accounts is null where there is none.',
  },
  { name: 'id-as-number', capability: 'wallets', summary: 'A wallet that is read has its id as a number.' },
  {
    name: 'field-renamed',
    capability: 'wallets',
    summary: 'Identities have `maskedValue` instead of `safeValue`.',
  },
  {
    name: 'deleted-card-free',
    capability: 'wallets',
    summary: 'The card of a deleted wallet can be given to another one.',
  },
  { name: 'merge-doubles-points', capability: 'wallets', summary: 'Merging wallets gives the points twice.' },
  {
    name: 'merge-loses-coupons',
    capability: 'wallets',
    summary: 'Merging wallets leaves the coupons behind.',
  },
  {
    name: 'points-undiscounted',
    capability: 'points',
    summary: 'Points are earned on the total before the discount.',
    tags: '@service:pos',
  },
  { name: 'field-lost', capability: 'points', summary: 'Account transactions lose `balancesAfter`.' },
  {
    name: 'earn-rounded',
    capability: 'points',
    summary: 'What an amount earns is rounded to the nearest instead of down.',
  },
  { name: 'credit-lost', capability: 'points', summary: 'Of credits at the same moment only one counts.' },
  {
    name: 'pending-at-once',
    capability: 'points',
    summary: 'Points that should be pending can be spent at once.',
  },
  { name: 'expiry-early', capability: 'points', summary: 'Points expire on the first of their last month.' },
  {
    name: 'expiry-in-utc',
    capability: 'points',
    summary: "Months of points end by UTC instead of the tenant's own time.",
  },
  {
    name: 'expiry-youngest-first',
    capability: 'points',
    summary: 'Spending takes the points that would have lasted longest.',
  },
  {
    name: 'spend-unlimited',
    capability: 'points',
    summary: 'More points can be spent at once than the scheme allows.',
  },
  {
    name: 'held-spendable',
    capability: 'points',
    summary: 'Points that a locked spend holds can be spent once more.',
    tags: '@service:pos',
  },
  {
    name: 'debit-below-zero',
    capability: 'points',
    summary: 'A debit goes below zero where the scheme forbids it.',
  },
  {
    name: 'goodwill-unexplained',
    capability: 'points',
    summary: 'The ledger forgets the reason of goodwill.',
  },
  {
    name: 'balance-stale',
    capability: 'points',
    summary: 'An account that was read before is answered as it was then.',
  },
  {
    name: 'account-twice',
    capability: 'points',
    summary: 'Wallets that open an account of one scheme twice at the same moment get two.',
  },
  {
    name: 'coupon-race',
    capability: 'coupons',
    summary: 'Redemptions at the same moment each read the coupon before any of them writes.',
  },
  { name: 'expired-coupon-accepted', capability: 'coupons', summary: 'A coupon is redeemed after its end.' },
  {
    name: 'issue-race',
    capability: 'coupons',
    summary: 'A campaign is issued beyond its limit where many ask at the same moment.',
  },
  {
    name: 'tag-any-case',
    capability: 'coupons',
    summary: 'Tags of campaigns are compared without their case.',
  },
  {
    name: 'lock-endless',
    capability: 'coupons',
    summary: 'A lock on a coupon never lapses.',
    tags: '@service:pos',
  },
  {
    name: 'token-of-others',
    capability: 'coupons',
    summary: 'A token that belongs to another customer is good.',
    tags: '@service:pos',
  },
  {
    name: 'token-codes-swapped',
    capability: 'coupons',
    summary: 'Unknown tokens are called invalid, and invalid ones unknown.',
    tags: '@service:pos',
  },
  {
    name: 'unredeem-always',
    capability: 'coupons',
    summary: 'A coupon whose campaign forbids it can be used again after it was put back.',
  },
  { name: 'created-as-ok', capability: 'coupons', summary: 'Issuing a coupon answers 200 instead of 201.' },
] as const satisfies readonly Fault[]
