// One of everything that a tenant can have, made through public operations: what another tenant then tries to reach. And
// all of it as its owner sees it, to know afterwards that nothing has changed.
import { operations } from '../contracts/operations.ts'
import type { Ids } from '../isolation/things.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'

/** A tenant's things, and a basket that it has opened. */
export type Possessions = { readonly tenant: Tenant; readonly ids: Ids; readonly opened: object }

const possessions = defineKind<Possessions>('tenant with one of everything')

/** What a tenant has; made when a scenario first asks for it. `which` tells several of one tenant apart. */
export async function makePossessions(
  world: AirlockWorld,
  tenant: Tenant,
  which = 'first',
): Promise<Possessions> {
  const key = `${tenant.id}-${which}`
  if (world.memory.has(possessions, key)) return world.memory.recall(possessions, key)
  const maker = { world, tenant, name: (noun: string) => `${noun}-${key}-${world.suffix}` }
  const customer = await makeCustomer(maker)
  const till = tenant.services.includes('pos') ? await visitTill(maker, customer.card) : null
  const { outlet = '', outletUnit: unit = '' } = tenant.data
  const ids = { ...customer, ...till?.ids, ...(outlet && { outlet }), ...(unit && { unit }) }
  return world.memory.keep(possessions, key, { tenant, ids, opened: till?.opened ?? {} })
}

type Maker = {
  readonly world: AirlockWorld
  readonly tenant: Tenant
  /** A name that neither another scenario nor another tenant of this one uses. */
  readonly name: (noun: string) => string
}

async function makeOffers({ world, tenant, name }: Maker) {
  const api = world.apiOf(tenant)
  const [campaignReference, schemeReference, campaignTag] = [name('campaign'), name('scheme'), name('tag')]
  const [campaign, scheme] = await Promise.all([
    api.call(operations.createCampaign, {
      body: {
        name: campaignReference,
        reference: campaignReference,
        tags: [campaignTag],
        mode: 'RESTRICTED',
        offer: { reward: 'AMOUNT', value: 100 },
      },
    }),
    api.call(operations.createScheme, {
      body: { reference: schemeReference, details: { name: schemeReference } },
    }),
  ])
  const path = { campaignId: campaign.id }
  world.undoLater(() => api.probe(operations.deleteCampaign, { path }))
  return { campaign: campaign.id, scheme: scheme.id, campaignReference, schemeReference, campaignTag }
}

/** A wallet with a card, a person behind it, a coupon and points; another wallet, and a coupon in none. */
async function makeCustomer(maker: Maker) {
  const { world, tenant, name } = maker
  const api = world.apiOf(tenant)
  const offers = await makeOffers(maker)
  const card = name('card')
  const [made, survivor, token] = await Promise.all([
    api.call(operations.createWalletAccounts, {
      body: {
        type: 'CONSUMER',
        identities: [{ type: 'CARD', value: card }],
        accounts: { campaign: [{ campaignId: offers.campaign }], scheme: [{ schemeId: offers.scheme }] },
        consumer: { friendlyName: name('person') },
      },
    }),
    api.call(operations.createWallet, { body: { type: 'CONSUMER' } }),
    api.call(operations.createToken, {
      body: { resourceType: 'CAMPAIGN', resourceId: Number(offers.campaign) },
    }),
  ])
  const { walletId, accounts } = made
  const points = accounts.scheme.results[0]?.accountId ?? ''
  await api.call(operations.movePoints, {
    path: { walletId, accountId: points, movement: 'goodwill' },
    body: { balances: { current: 5000 }, details: { reason: 'To begin with' } },
  })
  return {
    ...offers,
    wallet: walletId,
    survivor: survivor.walletId,
    identity: made.identities[0]?.identityId ?? '',
    card,
    points,
    coupon: accounts.campaign.results[0]?.accountId ?? '',
    token: token.token,
    looseCoupon: String(token.accountId),
  }
}

/** A purchase that was settled, points that are held for another, and a basket that is open. */
async function visitTill({ world, tenant, name }: Maker, card: string) {
  const api = world.apiOf(tenant)
  const [purchaseReference, spendReference, openReference] = [name('purchase'), name('spend'), name('open')]
  const visit = {
    identity: { identityValue: card },
    location: { incomingIdentifier: tenant.data['outlet'] ?? '' },
  }
  const settled = await api.call(operations.settle, {
    body: await openBasket(world, tenant, { ...visit, reference: purchaseReference }),
  })
  const spent = await api.call(operations.spendAtTill, {
    body: { ...visit, reference: spendReference, balances: { current: 1000 }, lock: true },
  })
  const opened = await openBasket(world, tenant, { ...visit, reference: openReference })
  const [purchase, spend] = [settled, spent].map(({ walletTransactions: [first] }) => first)
  return {
    ids: {
      purchaseReference,
      spendReference,
      purchase: purchase?.walletTransactionId ?? '',
      spend: spend?.walletTransactionId ?? '',
    },
    opened,
  }
}

/** Opens a basket, and gives what settles it. */
async function openBasket(world: AirlockWorld, tenant: Tenant, visit: object): Promise<object> {
  const { basket } = (
    await world.apiOf(tenant).call(operations.open, { body: { ...visit, basket: makeBasket(world) } })
  ).analyseBasketResults
  return { ...visit, mode: 'ACTIVE', basket }
}

/** What nobody has an offer for. */
export function makeBasket({ suffix }: AirlockWorld) {
  const summary = { totalItems: 1, totalBasketValue: 500 }
  const line = {
    upc: `plain-${suffix}`,
    itemUnitCost: 500,
    totalUnitCost: 500,
    itemUnitCount: 1,
    salesKey: 'SALE',
  }
  return { type: 'STANDARD', summary, contents: [line] }
}

/** All that its owner can read of it, by the name of what was read. */
export async function readPossessions(world: AirlockWorld, { tenant, ids }: Possessions): Promise<object> {
  const { wallet = '', survivor = '', campaign = '', points = '', coupon = '' } = ids
  const { outlet, token } = ids
  const api = world.apiOf(tenant)
  const path = { walletId: wallet }
  const ledgerOf = (accountId: string) =>
    api.call(operations.listAccountTransactions, { path: { ...path, accountId } })
  const readings: Readonly<Record<string, Promise<unknown>>> = {
    wallet: api.call(operations.getWallet, { path }),
    'other wallet': api.call(operations.getWallet, { path: { walletId: survivor } }),
    person: api.call(operations.getConsumer, { path }),
    identities: api.call(operations.listIdentities, { path }),
    accounts: api.call(operations.listAccounts, { path }),
    'accounts of the other wallet': api.call(operations.listAccounts, { path: { walletId: survivor } }),
    'ledger of the points': ledgerOf(points),
    'ledger of the coupon': ledgerOf(coupon),
    transactions: api.call(operations.listWalletTransactions, { path }),
    campaign: api.call(operations.getCampaign, { path: { campaignId: campaign } }),
    ...(outlet && {
      token: api.call(operations.verifyAccount, {
        body: { token, location: { incomingIdentifier: outlet } },
      }),
    }),
  }
  const names = Object.keys(readings)
  const read = await Promise.all(Object.values(readings))
  return Object.fromEntries(names.map((name, at) => [name, read[at]]))
}
