// Faults a release really ships with, each behind a name. The code asks for one at the place where it would break;
// a suite that stays green under any of them has a hole.

export const faultTable = [
  {
    name: 'tenant-leak',
    capability: 'tenancy',
    summary: "A tenant can read another tenant's wallets, and is not refused when it changes them.",
  },
  {
    name: 'hash-ignores-body',
    capability: 'authentication',
    summary: 'The hash of a request with a body is not compared, so a changed body is accepted.',
  },
  { name: 'settle-twice', capability: 'checkout', summary: 'A repeated settle is applied a second time.' },
  {
    name: 'coupon-race',
    capability: 'coupons',
    summary: 'Redemptions at the same moment each read the coupon before any of them writes.',
  },
  {
    name: 'points-undiscounted',
    capability: 'points',
    summary: 'Points are earned on the total before the discount.',
  },
  {
    name: 'terminated-writable',
    capability: 'wallets',
    summary: 'A terminated wallet can still be changed.',
  },
  { name: 'field-lost', capability: 'points', summary: 'Account transactions lose `balancesAfter`.' },
  {
    name: 'goodwill-lost',
    capability: 'dashboard',
    summary: "The dashboard's goodwill says it was given, but it never reaches the ledger.",
  },
  { name: 'identity-case', capability: 'wallets', summary: 'Identity values are compared with their case.' },
  {
    name: 'paging-repeat',
    capability: 'wallets',
    summary: 'Each page but the first repeats a row of the one before.',
  },
  { name: 'expired-coupon-accepted', capability: 'coupons', summary: 'A coupon is redeemed after its end.' },
  {
    name: 'error-internals',
    capability: 'operations',
    summary: 'Malformed JSON is answered with 500 and a stack trace.',
  },
] as const satisfies readonly { name: string; capability: string; summary: string }[]

export type FaultName = (typeof faultTable)[number]['name']

export type Faults = ReadonlySet<FaultName>

export const faultNames: readonly FaultName[] = faultTable.map((fault) => fault.name)

export function isFaultName(name: string): name is FaultName {
  return (faultNames as readonly string[]).includes(name)
}
