// Every way to change a wallet or anything in it, each of which would be allowed if the wallet itself allowed it. The
// published contract says which ways there are, so that a new one cannot be forgotten here.
import type { Operation } from '../contracts/operation.ts'
import { operations } from '../contracts/operations.ts'
import type { Input } from '../drivers/api-client.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { rememberBelongings } from './belongings.ts'
import { makeCampaign, campaigns } from './campaigns.ts'
import { becomeCustomer, customers } from './customers.ts'
import { makePerson, tellPerson } from './persons.ts'
import { amount, joinScheme, makeScheme, memberships, movePoints } from './points.ts'
import { tryEach } from './rows.ts'

type Ids = {
  readonly walletId: string
  readonly identityId: string
  readonly pointsId: string
  readonly couponId: string
  readonly usedCouponId: string
  /** A coupon in no wallet. */
  readonly looseId: string
  readonly otherWalletId: string
  readonly campaignId: string
  readonly otherSchemeId: string
}

type Write = (ids: Ids) => readonly [Operation<unknown>, Input]

const everything = defineKind<Ids>('somebody with everything')

/** A customer who has something of every kind, and something left to be given. */
export async function becomeCustomerWithEverything(world: AirlockWorld, name: string): Promise<void> {
  await becomeCustomer(world, name)
  await tellPerson(world, name, makePerson(`${name} Smith`))
  await makeScheme(world)
  await joinScheme(world, name)
  await movePoints(world, name, ['credit', amount(300)])
  await makeCampaign(world, `${name} has`)
  await becomeCustomer(world, `${name} Other`)
  const { walletId, identityId } = world.memory.recall(customers, name)
  const { id: campaignId } = world.memory.recall(campaigns, `${name} has`)
  const couponId = await issue(world, walletId, campaignId)
  const usedCouponId = await issue(world, walletId, campaignId)
  const path = { walletId, accountId: usedCouponId, use: 'redeem' }
  await world.api.call(operations.useCoupon, { path, body: {} })
  const body = { resourceType: 'CAMPAIGN', resourceId: Number(campaignId) }
  const { accountId: looseId } = await world.api.call(operations.createToken, { body })
  world.memory.keep(everything, name, {
    walletId,
    identityId,
    pointsId: world.memory.recall(memberships, name).accountId,
    couponId,
    usedCouponId,
    looseId: String(looseId),
    otherWalletId: world.memory.recall(customers, `${name} Other`).walletId,
    campaignId,
    otherSchemeId: await makeOtherScheme(world),
  })
}

async function issue(world: AirlockWorld, walletId: string, campaignId: string): Promise<string> {
  const path = { walletId, campaignId }
  return (await world.api.call(operations.issueCoupon, { path, body: {} })).accountId
}

async function makeOtherScheme(world: AirlockWorld): Promise<string> {
  const body = { details: { name: world.unique('Other points') } }
  return (await world.api.call(operations.createScheme, { body })).id
}

/** One write for each of these words at the end of its path. */
function each(words: readonly string[], route: string, make: (word: string) => Write): Record<string, Write> {
  return Object.fromEntries(words.map((word) => [`${route}/${word}`, make(word)]))
}

const wallet = 'PATCH /wallet/{walletId}'
const identity = `${wallet}/identity/{identityId}`
const account = `${wallet}/account/{accountId}`

const writes: Readonly<Record<string, Write>> = {
  [wallet]: ({ walletId }) => [
    operations.updateWallet,
    { path: { walletId }, body: { friendlyName: 'Changed' } },
  ],
  [`${wallet}/state`]: ({ walletId }) => [
    operations.updateWalletState,
    { path: { walletId }, body: { state: 'EARNONLY' } },
  ],
  ...each(['activate', 'suspend', 'terminate'], wallet, (step) => ({ walletId }) => [
    operations.stepWallet,
    { path: { walletId, step } },
  ]),
  'DELETE /wallet/{walletId}': ({ walletId }) => [operations.deleteWallet, { path: { walletId } }],
  'DELETE /services/wallet/{walletId}': ({ walletId }) => [
    operations.deleteWalletOldWay,
    { path: { walletId } },
  ],
  'PATCH /services/wallet/{walletId}/merge/{survivorId}': ({ walletId, otherWalletId: survivorId }) => [
    operations.mergeWallets,
    { path: { walletId, survivorId } },
  ],
  'POST /wallet/{walletId}/identity': ({ walletId, identityId }) => [
    operations.createIdentity,
    { path: { walletId }, body: { type: 'CARD', value: `one-more-${identityId}`, status: 'ACTIVE' } },
  ],
  ...each(
    ['activate', 'suspend', 'lost', 'stolen', 'terminate'],
    identity,
    (step) =>
      ({ walletId, identityId }) => [operations.stepIdentity, { path: { walletId, identityId, step } }],
  ),
  'POST /wallet/{walletId}/consumer': ({ walletId }) => [
    operations.createConsumer,
    { path: { walletId }, body: makePerson('Somebody Else') },
  ],
  'PUT /wallet/{walletId}/consumer': ({ walletId }) => [
    operations.replaceConsumer,
    { path: { walletId }, body: makePerson('Somebody Else') },
  ],
  'DELETE /wallet/{walletId}/consumer': ({ walletId }) => [operations.deleteConsumer, { path: { walletId } }],
  'POST /wallet/{walletId}/campaign/{campaignId}/account': ({ walletId, campaignId }) => [
    operations.issueCoupon,
    { path: { walletId, campaignId }, body: {} },
  ],
  'POST /wallet/{walletId}/scheme/{schemeId}/account': ({ walletId, otherSchemeId: schemeId }) => [
    operations.openPoints,
    { path: { walletId, schemeId }, body: {} },
  ],
  ...each(['earn', 'credit', 'debit', 'spend', 'goodwill'], account, (movement) => (ids) => [
    operations.movePoints,
    { path: { walletId: ids.walletId, accountId: ids.pointsId, movement }, body: amount(100) },
  ]),
  ...each(['redeem', 'cancel'], account, (use) => ({ walletId, couponId: accountId }) => [
    operations.useCoupon,
    { path: { walletId, accountId, use }, body: {} },
  ]),
  ...each(['unredeem'], account, (use) => ({ walletId, usedCouponId: accountId }) => [
    operations.useCoupon,
    { path: { walletId, accountId, use }, body: {} },
  ]),
  'PATCH /account/{accountId}/move/to/wallet/{walletId}': ({ walletId, looseId: accountId }) => [
    operations.moveAccount,
    { path: { accountId, walletId } },
  ],
}

/** The other side of a merge has no path of its own. */
const mergeOfOther: Write = ({ walletId: survivorId, otherWalletId: walletId }) => [
  operations.mergeWallets,
  { path: { walletId, survivorId } },
]

/** Tries one after the other, and remembers how each was answered. */
export async function tryEverything(world: AirlockWorld, name: string): Promise<void> {
  const ids = world.memory.recall(everything, name)
  await rememberBelongings(world, name)
  const all: Readonly<Record<string, Write>> = { ...writes, 'merge of another wallet into it': mergeOfOther }
  await tryEach(world, Object.keys(all), async (what) => {
    const write = all[what]
    if (write) await world.api.attempt(...write(ids))
  })
}

/** Whatever the contract calls the parts of a path. */
function forgetNames(route: string): string {
  return route.replaceAll(/\{\w+\}/g, '{}')
}

/** Everything of the contract that writes to one wallet was among what was tried. */
export async function assertAllWaysKnown(world: AirlockWorld): Promise<void> {
  const { paths } = await world.api.call(operations.contract)
  const tried = new Set(Object.keys(writes).map(forgetNames))
  const missing = Object.entries(paths)
    .filter(([path]) => forgetNames(path).includes('/wallet/{}'))
    .flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`))
    .filter((route) => !route.startsWith('GET ') && !tried.has(forgetNames(route)))
  expectSame('ways to change a wallet that were not tried', missing, [])
}
