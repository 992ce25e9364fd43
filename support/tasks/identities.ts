// What customers are known by: cards, addresses and numbers, and what becomes of them.
import { operations } from '../contracts/operations.ts'
import type { Identity } from '../contracts/wallet.ts'
import { expectSame } from '../expectation.ts'
import type { AirlockWorld } from '../world.ts'
import { askAtOnce } from './crowds.ts'
import { customers } from './customers.ts'

export type NewIdentity = { readonly type: string; readonly value: string; readonly status?: string }

/** Kinds of identities, in words. */
const identityTypes: Readonly<Record<string, string>> = {
  'e-mail address': 'EMAIL',
  'phone number': 'MOBILE',
  card: 'CARD',
}

/** Words as typed, made this scenario's own: the end stays as it is. */
export function ownValue(world: AirlockWorld, value: string): string {
  const [before = '', after] = value.split('@')
  return after === undefined ? `${world.suffix}${before}` : `${before}.${world.suffix}@${after}`
}

/** An identity of that kind with a value of this scenario's own. */
export function makeIdentity(world: AirlockWorld, kind: string, value: string): NewIdentity {
  const type = identityTypes[kind]
  if (!type)
    throw new Error(`Nobody is known by a "${kind}", only by ${Object.keys(identityTypes).join(', ')}.`)
  return { type, value: ownValue(world, value) }
}

export async function addIdentity(world: AirlockWorld, name: string, identity: NewIdentity) {
  const { walletId } = world.memory.recall(customers, name)
  const body = { status: 'ACTIVE', ...identity }
  return world.api.attempt(operations.createIdentity, { path: { walletId }, body })
}

export async function addCards(world: AirlockWorld, name: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await addIdentity(world, name, { type: 'CARD', value: `more-${number}-${world.suffix}` })
  }
}

/** Statuses that only a step leads to. */
const reached: Readonly<Record<string, string>> = { STOLEN: 'stolen', TERMINATED: 'terminate' }

/** One more card, in that status; it is the customer's card from now on. */
export async function addCardIn(world: AirlockWorld, name: string, status: string): Promise<void> {
  const value = `${status.toLowerCase()}-${name}-${world.suffix}`
  const step = reached[status]
  const answer = await addIdentity(world, name, {
    type: 'CARD',
    value,
    status: step === undefined ? status : 'ACTIVE',
  })
  if (!answer.ok) return
  const { walletId, identityId } = answer.body
  world.memory.keep(customers, name, { walletId, card: value, identityId })
  if (step !== undefined) await stepCard(world, name, step)
}

/** One more card that has been so from the beginning. */
export async function addCardBorn(world: AirlockWorld, name: string, status: string) {
  return addIdentity(world, name, { type: 'CARD', value: world.unique(`born ${status}`), status })
}

/** The platform chooses the number. */
export async function addNumberlessCard(world: AirlockWorld, name: string): Promise<void> {
  const { walletId } = world.memory.recall(customers, name)
  const body = { type: 'CARD', status: 'ACTIVE' }
  await world.api.attempt(operations.createIdentity, { path: { walletId }, body })
}

/** Several ask for one card at the same moment, each for a wallet of their own. */
export async function addSameCardAtOnce(world: AirlockWorld, names: readonly string[]): Promise<void> {
  const body = { type: 'CARD', status: 'ACTIVE', value: `same-${world.suffix}` }
  const wallets = names.map((name) => world.memory.recall(customers, name).walletId)
  await askAtOnce(world, names.length, async (place) =>
    world.api.probe(operations.createIdentity, { path: { walletId: wallets[place] ?? '' }, body }),
  )
}

/** What can be done to a card, by the word a scenario uses for having done it. */
const cardSteps: Readonly<Record<string, string>> = {
  activated: 'activate',
  suspended: 'suspend',
  terminated: 'terminate',
  lost: 'lost',
  'reported lost': 'lost',
  stolen: 'stolen',
  'reported stolen': 'stolen',
}

export async function changeCard(world: AirlockWorld, name: string, change: string): Promise<void> {
  const step = cardSteps[change]
  if (!step) throw new Error(`A card cannot be "${change}"; it can be ${Object.keys(cardSteps).join(', ')}.`)
  await stepCard(world, name, step)
}

async function stepCard(world: AirlockWorld, name: string, step: string) {
  const { walletId, identityId } = world.memory.recall(customers, name)
  return world.api.attempt(operations.stepIdentity, { path: { walletId, identityId, step } })
}

/** The card of the one under the number of the other's wallet. */
export async function suspendUnder(world: AirlockWorld, name: string, other: string): Promise<void> {
  const { identityId } = world.memory.recall(customers, name)
  const { walletId } = world.memory.recall(customers, other)
  await world.api.attempt(operations.stepIdentity, { path: { walletId, identityId, step: 'suspend' } })
}

async function listIdentities(world: AirlockWorld, name: string): Promise<Identity[]> {
  const { walletId } = world.memory.recall(customers, name)
  const page = await world.api.call(operations.listIdentities, { path: { walletId } })
  return page.results
}

async function readCard(world: AirlockWorld, name: string): Promise<Identity | undefined> {
  const { identityId } = world.memory.recall(customers, name)
  return (await listIdentities(world, name)).find((identity) => identity.identityId === identityId)
}

export async function assertCardStatus(world: AirlockWorld, name: string, status: string): Promise<void> {
  expectSame(`the status of ${name}'s card`, (await readCard(world, name))?.status, status)
}

export async function assertIdentityCount(world: AirlockWorld, name: string, count: number): Promise<void> {
  expectSame(`${name}'s identities`, (await listIdentities(world, name)).length, count)
}

/** A new identity starts now, has no end, and nothing is made up about it. */
export async function assertPlainCard(world: AirlockWorld, name: string): Promise<void> {
  const card = await readCard(world, name)
  const { friendlyName, meta, state, status, secret, dates } = card ?? {}
  const found = { friendlyName, meta, state, status, secret, end: dates?.end, start: dates?.start }
  const plain = { friendlyName: null, meta: [], state: 'DEFAULT', status: 'ACTIVE', secret: null, end: null }
  expectSame(`${name}'s card`, found, { ...plain, start: card?.dateCreated })
}

export async function assertStatusAt(
  world: AirlockWorld,
  name: string,
  [place, status]: readonly [number, string],
): Promise<void> {
  const found = (await listIdentities(world, name)).at(place)
  expectSame(`the status of ${name}'s ${found?.type}`, found?.status, status)
}

/** Letter by letter. */
export async function assertValueKept(world: AirlockWorld, name: string, value: string): Promise<void> {
  const last = (await listIdentities(world, name)).at(-1)
  expectSame(`${name}'s ${last?.type}`, last?.value, ownValue(world, value))
}

export async function assertLastFindsWallet(world: AirlockWorld, name: string, owner: string): Promise<void> {
  const value = (await listIdentities(world, name)).at(-1)?.value ?? ''
  const found = await world.api.call(operations.findWallet, { query: { 'identity-value': value } })
  expectSame(`the wallet found by "${value}"`, found.walletId, world.memory.recall(customers, owner).walletId)
}

/** Everything but the last characters is a row of stars, as long as what it hides. */
export async function assertShownAs(world: AirlockWorld, name: string, seen: string): Promise<void> {
  const last = (await listIdentities(world, name)).at(-1)
  const hidden = '*'.repeat((last?.value.length ?? 0) - seen.length)
  expectSame(`how ${name}'s ${last?.type} is shown`, last?.safeValue, `${hidden}${seen}`)
}
