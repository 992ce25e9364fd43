// What the made-up runs of the report's tests are about: the tenants, the features with their scenarios, and the service
// that each needs.

export const tenants = [
  { id: 'maple', name: 'Maple Market', services: ['wallet', 'pos', 'resources', 'dashboard'] },
  { id: 'cedar', name: 'Cedar Stores', services: ['wallet', 'pos', 'resources'] },
  { id: 'lotus', name: 'Lotus Retail', services: ['wallet', 'resources', 'dashboard'] },
]

export type Scene = {
  readonly uri: string
  readonly feature: string
  readonly scenarios: readonly string[]
  readonly service: string
}

export const scenes: readonly Scene[] = [
  {
    uri: 'features/wallets/open-a-wallet.feature',
    feature: 'Opening a wallet',
    service: 'wallet',
    scenarios: [
      'A new customer gets an empty wallet',
      'An identity belongs to one wallet only',
      'A terminated wallet can be read but not written',
      'A wallet is found by any of its identities, whatever their case',
    ],
  },
  {
    uri: 'features/points/earn.feature',
    feature: 'Earning points',
    service: 'wallet',
    scenarios: [
      'Points are earned on what the customer pays',
      'Points are earned once for one basket',
      'The ledger adds up',
    ],
  },
  {
    uri: 'features/points/spend.feature',
    feature: 'Spending points',
    service: 'wallet',
    scenarios: ['Points pay a part of the basket', 'Nobody spends more points than they have'],
  },
  {
    uri: 'features/coupons/redeem.feature',
    feature: 'Redeeming coupons',
    service: 'wallet',
    scenarios: [
      'A coupon is redeemed once, however often it is presented at the same time',
      'An expired coupon is refused',
      'Ten percent off is taken before points are earned',
    ],
  },
  {
    uri: 'features/checkout/settle.feature',
    feature: 'Settling a basket',
    service: 'pos',
    scenarios: ['A basket is settled', 'A repeated settle changes nothing', 'A changed basket is refused'],
  },
  {
    uri: 'features/isolation/tenants.feature',
    feature: 'Tenants are kept apart',
    service: 'wallet',
    scenarios: ["Another tenant's wallet does not exist", 'A signature of another tenant is refused'],
  },
  {
    uri: 'features/dashboard/goodwill.feature',
    feature: 'Goodwill',
    service: 'dashboard',
    scenarios: ['Support credits goodwill and the customer sees it', 'Goodwill needs a reason'],
  },
]
