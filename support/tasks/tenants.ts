// What another tenant may not do. It is always one that has the same services, so that nothing but the border between
// the two can be the reason.
import type { Wallet } from '../contracts/wallet.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { makeCampaignOf } from './campaigns.ts'
import { makeOpening, openBasket, outletOf, settle } from './checkout.ts'
import { customers, readWallet } from './customers.ts'
import { amount, memberships } from './points.ts'
import { compareWallets } from './requests.ts'

const wallets = defineKind<Wallet>('wallet as it was')
const references = defineKind<string>('reference')

function other(world: AirlockWorld): Tenant {
  return world.otherTenant('wallet', 'resources')
}

/** Remembers how a customer's wallet is now, for a comparison later on. */
async function rememberWallet(world: AirlockWorld, name: string): Promise<void> {
  world.memory.keep(wallets, name, await readWallet(world, name))
}

export async function assertUnchanged(world: AirlockWorld, name: string): Promise<void> {
  expectSame(`${name}'s wallet`, await readWallet(world, name), world.memory.recall(wallets, name))
}

export async function otherReadsWallet(world: AirlockWorld, name: string): Promise<void> {
  const { walletId } = world.memory.recall(customers, name)
  await world.apiOf(other(world)).attempt(operations.getWallet, { path: { walletId } })
}

type Change = (world: AirlockWorld, walletId: string) => Promise<unknown>

const changes: Readonly<Record<string, Change>> = {
  suspend: (world, walletId) =>
    world.apiOf(other(world)).attempt(operations.stepWallet, { path: { walletId, step: 'suspend' } }),
  terminate: (world, walletId) =>
    world.apiOf(other(world)).attempt(operations.stepWallet, { path: { walletId, step: 'terminate' } }),
  rename: (world, walletId) =>
    world.apiOf(other(world)).attempt(operations.updateWallet, {
      path: { walletId },
      body: { friendlyName: 'Taken over' },
    }),
  delete: (world, walletId) =>
    world.apiOf(other(world)).attempt(operations.deleteWallet, { path: { walletId } }),
}

export async function otherChangesWallet(world: AirlockWorld, change: string, name: string): Promise<void> {
  const act = changes[change]
  if (!act) throw new Error(`Nobody can ${change} a wallet; there are ${Object.keys(changes).join(', ')}.`)
  await rememberWallet(world, name)
  await act(world, world.memory.recall(customers, name).walletId)
}

/** Ids are whole numbers in one sequence, so one far ahead has not been given out. */
const neverWas = '999999999999'

export async function otherComparesWallets(world: AirlockWorld, name: string): Promise<void> {
  const { walletId } = world.memory.recall(customers, name)
  await compareWallets(world, other(world), [walletId, neverWas])
}

export async function otherReadsPoints(world: AirlockWorld, name: string): Promise<void> {
  const { walletId, accountId } = world.memory.recall(memberships, name)
  await world.apiOf(other(world)).attempt(operations.getAccount, { path: { walletId, accountId } })
}

export async function otherSpends(world: AirlockWorld, name: string, points: number): Promise<void> {
  const { walletId, accountId } = world.memory.recall(memberships, name)
  const path = { walletId, accountId, movement: 'spend' }
  await world.apiOf(other(world)).attempt(operations.movePoints, { path, body: amount(points) })
}

export async function otherGetsCustomer(world: AirlockWorld, name: string): Promise<void> {
  const { card } = world.memory.recall(customers, name)
  const body = { type: 'CONSUMER', identities: [{ type: 'CARD', value: card }] }
  const answer = await world.apiOf(other(world)).attempt(operations.createWallet, { body })
  if (!answer.ok) return
  const { walletId, identities } = answer.body
  world.memory.keep(customers, `other ${name}`, {
    walletId,
    card,
    identityId: identities[0]?.identityId ?? '',
  })
}

export async function assertEachFindsItsOwn(world: AirlockWorld, name: string): Promise<void> {
  const query = { 'identity-value': world.memory.recall(customers, name).card }
  const own = await world.api.call(operations.findWallet, { query })
  const others = await world.apiOf(other(world)).call(operations.findWallet, { query })
  expectSame(
    'the wallets that the two tenants find by one card',
    [own.walletId, others.walletId],
    [name, `other ${name}`].map((each) => world.memory.recall(customers, each).walletId),
  )
}

export async function otherMakesCampaign(world: AirlockWorld, name: string): Promise<void> {
  await makeCampaignOf(world, name, { tenant: other(world), rules: {} })
}

export async function openAtOthersOutlet(world: AirlockWorld, name: string): Promise<void> {
  const location = outletOf(world.otherTenant('pos'))
  await openBasket(world, { ...makeOpening(world, { customer: name, lines: [] }), location })
}

/** A purchase without a card or goods is enough to take a reference. */
export async function otherSettles(world: AirlockWorld): Promise<void> {
  const tenant = world.otherTenant('pos')
  const reference = world.memory.keep(references, 'taken', world.uniqueReference())
  const { identity: _nobody, ...opening } = makeOpening(world, { customer: null, lines: [] })
  const request = { ...opening, reference, location: outletOf(tenant) }
  const api = world.apiOf(tenant)
  const { analyseBasketResults } = await api.call(operations.open, { body: request })
  const { location } = request
  await api.call(operations.settle, {
    body: { mode: 'ACTIVE', reference, location, basket: analyseBasketResults.basket },
  })
}

export async function settleUnderTakenReference(world: AirlockWorld, name: string): Promise<void> {
  const reference = world.memory.recall(references, 'taken')
  await openBasket(world, { ...makeOpening(world, { customer: name, lines: [] }), reference })
  await settle(world)
}
