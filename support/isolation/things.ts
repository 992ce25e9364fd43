// The things of a tenant that have an id of some kind, and what an id is called where an operation carries it.

/** What scenarios call the kinds of things. */
export const kinds = [
  'wallet',
  'identity',
  'card',
  'account',
  'campaign',
  'points scheme',
  'token',
  'transaction',
  'reference',
  'outlet',
  'unit',
] as const
export type Kind = (typeof kinds)[number]

/** One of each that an operation may need, and its kind. */
export const thingKinds = {
  wallet: 'wallet',
  survivor: 'wallet',
  identity: 'identity',
  card: 'card',
  points: 'account',
  coupon: 'account',
  looseCoupon: 'account',
  campaign: 'campaign',
  campaignTag: 'campaign',
  scheme: 'points scheme',
  token: 'token',
  purchase: 'transaction',
  spend: 'transaction',
  purchaseReference: 'reference',
  spendReference: 'reference',
  campaignReference: 'reference',
  schemeReference: 'reference',
  outlet: 'outlet',
  unit: 'unit',
} as const satisfies Record<string, Kind>
export type Thing = keyof typeof thingKinds

/** Ids of things, by what they are. A tenant without a service lacks what only that service can make. */
export type Ids = Readonly<Partial<Record<Thing, string>>>

/** No id of a thing there is: `new` is chosen by whoever asks, `noted` is written down and leads nowhere. */
export type Meaning = Thing | 'new' | 'noted'

/** What an id means by its name alone; where the name says too little, the operation's row says it. */
export const meanings: Readonly<Record<string, Meaning>> = {
  walletId: 'wallet',
  survivorId: 'survivor',
  identityId: 'identity',
  'identity-value': 'card',
  identityValue: 'card',
  accountId: 'points',
  campaignId: 'campaign',
  resourceId: 'campaign',
  campaignTag: 'campaignTag',
  schemeId: 'scheme',
  token: 'token',
  walletTransactionId: 'purchase',
  'x-ees-transaction-id': 'purchase',
  incomingIdentifier: 'outlet',
  // Where an outlet belongs is the platform's to know; what a till says of it decides nothing.
  parentIncomingIdentifier: 'noted',
}

/** Numbers are given out in one sequence, so one far ahead has not been given out; no other name has been used. */
export function neverWas(suffix: string): Ids {
  const things = Object.keys(thingKinds) as Thing[]
  return Object.fromEntries(things.map((thing, at) => [thing, neverWasOf(suffix, thing, at)]))
}

const names: readonly Thing[] = [
  'card',
  'campaignTag',
  'token',
  'purchaseReference',
  'spendReference',
  'campaignReference',
  'schemeReference',
  'outlet',
]

function neverWasOf(suffix: string, thing: Thing, at: number): string {
  return names.includes(thing) ? `never-${thing}-${suffix}` : `9999999990${String(at).padStart(2, '0')}`
}
