// What customers are known by, besides their first card.
import { operations } from '../contracts/operations.ts'
import type { Identity } from '../contracts/wallet.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { customers } from './customers.ts'

export type NewIdentity = { readonly type: string; readonly value: string }

const pages = defineKind<readonly (readonly string[])[]>('pages')

/** Kinds of identities, in words. */
export const identityTypes: Readonly<Record<string, string>> = {
  'e-mail address': 'EMAIL',
  'phone number': 'MOBILE',
  card: 'CARD',
}

/** Words as typed, made this scenario's own. */
export function ownValue(world: AirlockWorld, value: string): string {
  const [before = '', after] = value.split('@')
  return after === undefined ? `${world.suffix}${before}` : `${before}.${world.suffix}@${after}`
}

export async function addIdentity(world: AirlockWorld, name: string, identity: NewIdentity) {
  const { walletId } = world.memory.recall(customers, name)
  const body = { ...identity, status: 'ACTIVE' }
  return world.api.attempt(operations.createIdentity, { path: { walletId }, body })
}

export async function addCards(world: AirlockWorld, name: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await addIdentity(world, name, { type: 'CARD', value: `more-${number}-${world.suffix}` })
  }
}

export async function stepCard(world: AirlockWorld, name: string, step: string) {
  const { walletId, identityId } = world.memory.recall(customers, name)
  return world.api.attempt(operations.stepIdentity, { path: { walletId, identityId, step } })
}

export async function listIdentities(world: AirlockWorld, name: string): Promise<Identity[]> {
  const { walletId } = world.memory.recall(customers, name)
  const page = await world.api.call(operations.listIdentities, { path: { walletId } })
  return page.results
}

type Query = Readonly<Record<string, string>>

export async function readIdentities(world: AirlockWorld, name: string, query: Query) {
  const { walletId } = world.memory.recall(customers, name)
  return world.api.attempt(operations.listIdentities, { path: { walletId }, query })
}

/** Reads page after page until one is not full. */
export async function readInPages(world: AirlockWorld, name: string, limit: number): Promise<void> {
  const { walletId } = world.memory.recall(customers, name)
  const read: string[][] = []
  for (let offset = 0; ; offset += limit) {
    const query = { limit: String(limit), offset: String(offset) }
    const page = await world.api.call(operations.listIdentities, { path: { walletId }, query })
    read.push(page.results.map(({ identityId }) => identityId))
    if (page.results.length < limit) break
  }
  world.memory.keep(pages, name, read)
}

export function assertReadOnce(world: AirlockWorld, count: number): void {
  const ids = world.memory.last(pages).flat()
  expectSame('different identities that were read', new Set(ids).size, count)
  expectSame('identities that were read', ids.length, count)
}

/** Everything but the last characters is a row of stars, as long as what it hides. */
export async function assertShownAs(world: AirlockWorld, name: string, seen: string): Promise<void> {
  const phone = (await listIdentities(world, name)).find(({ type }) => type === 'MOBILE')
  const hidden = '*'.repeat((phone?.value.length ?? 0) - seen.length)
  expectSame(`how ${name}'s phone number is shown`, phone?.safeValue, `${hidden}${seen}`)
}
