// What the document does not say of operations that carry an id, so that each can be tried with somebody else's: the body
// that carries it, and what an id means where its name alone does not tell.
import type { Row, Rows } from '../isolation/make-probes.ts'
import type { AirlockWorld } from '../world.ts'
import { makeTillRows } from './probe-till-rows.ts'

/** A body that is the same whatever is tried. */
function always(body: object): Row {
  return { body: () => body }
}

function withLocation(body: object): Row {
  return {
    body: ({ ids, at }) => ({
      ...body,
      ...(at?.startsWith('location.') && { location: { incomingIdentifier: ids.outlet } }),
    }),
  }
}

const points = withLocation({ balances: { current: 100 } })
/** Undone and cancelled wherever it may be: where that is said to happen is noted only. */
const couponAnywhere: Row = {
  means: { accountId: 'coupon', 'location.incomingIdentifier': 'noted' },
  body: () => ({}),
}
const coupon: Row = { means: { accountId: 'coupon' }, ...withLocation({}) }

const campaign: Row = {
  means: { reference: 'new', 'partners.redemption[]': 'unit' },
  body: ({ ids, at, fresh }) => ({
    name: fresh,
    mode: 'RESTRICTED',
    offer: { reward: 'AMOUNT', value: 1 },
    ...(at === 'partners.redemption[]' && { partners: { redemption: [ids.unit] } }),
  }),
}

/** By operation id. `opened` is a basket that the one who asks has open. */
export function makeRows(world: AirlockWorld, opened: object): Rows {
  return { ...walletRows, ...makeTillRows(world, opened), ...resourceRows }
}

const walletRows: Rows = {
  createWalletAccounts: {
    body: ({ ids, at, fresh }) => ({
      type: 'CONSUMER',
      identities: [{ type: 'CARD', value: fresh }],
      accounts: {
        ...(at === 'accounts.campaign[].campaignId' && { campaign: [{ campaignId: ids.campaign }] }),
        ...(at === 'accounts.campaign[].campaignTag' && { campaign: [{ campaignTag: ids.campaignTag }] }),
        ...(at === 'accounts.scheme[].schemeId' && { scheme: [{ schemeId: ids.scheme }] }),
      },
    }),
    // The wallet it makes on the way is a new one each time.
    part: (body) => (body as { readonly accounts: unknown }).accounts,
  },
  updateWallet: always({ friendlyName: 'Taken over' }),
  updateWalletState: always({ state: 'EARNONLY' }),
  createIdentity: { body: ({ fresh }) => ({ type: 'CARD', value: fresh, status: 'ACTIVE' }) },
  createConsumer: always({ friendlyName: 'Taken over' }),
  replaceConsumer: always({ friendlyName: 'Taken over' }),
  issueCoupon: always({}),
  openPointsAccount: always({}),
  earnPoints: points,
  creditPoints: points,
  debitPoints: points,
  spendPoints: points,
  goodwillPoints: points,
  redeemCoupon: coupon,
  unredeemCoupon: couponAnywhere,
  cancelCoupon: couponAnywhere,
  moveAccount: { means: { accountId: 'looseCoupon' } },
  createToken: {
    means: { 'consumerIdentifier.reference': 'card' },
    body: ({ ids, at }) => ({
      resourceType: 'CAMPAIGN',
      resourceId: Number(ids.campaign),
      ...(at === 'consumerIdentifier.reference' && { consumerIdentifier: { reference: ids.card } }),
    }),
  },
  findWalletTransaction: { means: { reference: 'purchaseReference' } },
  listWalletTransactions: { means: { reference: 'purchaseReference' } },
}

const resourceRows: Rows = {
  createCampaign: campaign,
  replaceCampaign: campaign,
  updateCampaign: campaign,
  amendCampaign: campaign,
  listCampaigns: { means: { reference: 'campaignReference' } },
  findCampaign: { means: { reference: 'campaignReference' } },
  listSchemes: { means: { reference: 'schemeReference' } },
  createScheme: { means: { reference: 'new' }, ...always({}) },
}
