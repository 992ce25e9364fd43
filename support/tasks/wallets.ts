// A wallet over its life: opened in some status, named, suspended, terminated, deleted.
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import type { AirlockWorld } from '../world.ts'
import { becomeCustomer, customers, makeCard, readWallet } from './customers.ts'
import { addIdentity } from './identities.ts'
import { mergeInto } from './merging.ts'

/** What can be done to a wallet, by the word a scenario uses for having done it. */
const changes: Readonly<Record<string, (world: AirlockWorld, name: string) => Promise<unknown>>> = {
  activated: (world, name) => stepWallet(world, name, 'activate'),
  suspended: (world, name) => stepWallet(world, name, 'suspend'),
  terminated: (world, name) => stepWallet(world, name, 'terminate'),
  deleted: (world, name) => deleteWallet(world, name),
  renamed: (world, name) => updateWallet(world, name, { friendlyName: 'Another name' }),
  'set to earn only': (world, name) => setState(world, name, 'EARNONLY'),
  'given another card': (world, name) =>
    addIdentity(world, name, { type: 'CARD', value: makeCard(world, `${name}-more`) }),
}

/** Changes a customer's wallet as the word says. */
export async function changeWallet(world: AirlockWorld, name: string, change: string): Promise<void> {
  const act = changes[change]
  if (!act) throw new Error(`A wallet cannot be "${change}"; it can be ${Object.keys(changes).join(', ')}.`)
  await act(world, name)
}

/** How a wallet comes to each status: born in it, or brought there. */
const ways: Readonly<Record<string, (world: AirlockWorld, name: string) => Promise<unknown>>> = {
  ACTIVE: async () => undefined,
  INACTIVE: async () => undefined,
  SUSPENDED: async () => undefined,
  TERMINATED: (world, name) => changeWallet(world, name, 'terminated'),
  DELETED: (world, name) => changeWallet(world, name, 'deleted'),
  MERGED: async (world, name) => {
    await becomeCustomer(world, `${name} Survivor`)
    await mergeInto(world, name, `${name} Survivor`)
  },
}

const birthStatuses = ['ACTIVE', 'INACTIVE', 'SUSPENDED']

export async function openWalletIn(world: AirlockWorld, name: string, status: string): Promise<void> {
  const reach = ways[status]
  if (!reach) throw new Error(`A wallet is never "${status}"; it is ${Object.keys(ways).join(', ')}.`)
  await becomeCustomer(world, name, birthStatuses.includes(status) ? { status } : {})
  await reach(world, name)
}

async function stepWallet(world: AirlockWorld, name: string, step: string) {
  return world.api.attempt(operations.stepWallet, { path: { walletId: idOf(world, name), step } })
}

async function deleteWallet(world: AirlockWorld, name: string) {
  return world.api.attempt(operations.deleteWallet, { path: { walletId: idOf(world, name) } })
}

/** As clients do that know the older address. */
export async function deleteOldWay(world: AirlockWorld, name: string) {
  return world.api.attempt(operations.deleteWalletOldWay, { path: { walletId: idOf(world, name) } })
}

export async function updateWallet(world: AirlockWorld, name: string, body: object) {
  return world.api.attempt(operations.updateWallet, { path: { walletId: idOf(world, name) }, body })
}

export async function setState(world: AirlockWorld, name: string, state: string) {
  const input = { path: { walletId: idOf(world, name) }, body: { state } }
  return world.api.attempt(operations.updateWalletState, input)
}

export function idOf(world: AirlockWorld, name: string): string {
  return world.memory.recall(customers, name).walletId
}

export async function assertStatus(world: AirlockWorld, name: string, status: string): Promise<void> {
  const wallet = await readWallet(world, name)
  expectSame(`the status of ${name}'s wallet`, wallet.status, status)
}

export async function assertState(world: AirlockWorld, name: string, state: string): Promise<void> {
  expectSame(`the state of ${name}'s wallet`, (await readWallet(world, name)).state, state)
}

type Days = { readonly opened: string; readonly changed: string }

export async function assertDays(world: AirlockWorld, name: string, days: Days): Promise<void> {
  const { dateCreated, lastUpdated } = await readWallet(world, name)
  const [opened, changed] = [dateCreated, lastUpdated].map((instant) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(world.tenant.zone).toPlainDate().toString(),
  )
  expectSame(`the days of ${name}'s wallet`, { opened, changed }, days)
}

export async function assertType(world: AirlockWorld, name: string, type: string): Promise<void> {
  expectSame(`the type of ${name}'s wallet`, (await readWallet(world, name)).type, type)
}

/** Gone from where it was and from where it could be found. */
export async function assertGone(world: AirlockWorld, name: string): Promise<void> {
  const { walletId, card } = world.memory.recall(customers, name)
  const byId = await world.api.probe(operations.getWallet, { path: { walletId } })
  const byCard = await world.api.probe(operations.findWallet, { query: { 'identity-value': card } })
  expectSame(`${name}'s wallet by its id and by its card`, [byId.status, byCard.status], [404, 404])
}

export async function assertName(world: AirlockWorld, name: string, friendlyName: string): Promise<void> {
  const wallet = await readWallet(world, name)
  expectSame(`the name of ${name}'s wallet`, wallet.friendlyName, friendlyName)
}

export async function assertNoted(
  world: AirlockWorld,
  name: string,
  [key, value]: readonly [string, string],
): Promise<void> {
  const { meta } = await readWallet(world, name)
  expectSame(`what is noted as "${key}"`, (meta as Record<string, unknown> | null)?.[key], value)
}

/** Empty maps come as an empty list. */
export async function assertNothingTold(world: AirlockWorld, name: string): Promise<void> {
  const { friendlyName, meta, relationships, state, type } = await readWallet(world, name)
  expectSame(
    `what ${name}'s wallet says of itself`,
    { friendlyName, meta, relationships, state, type },
    { friendlyName: null, meta: [], relationships: [], state: 'DEFAULT', type: 'CONSUMER' },
  )
}
