// One call that makes a customer with everything, or adds to one who is known. What of it failed is part of the answer.
import type { z } from 'zod'
import { operations } from '../contracts/operations.ts'
import { reasons } from '../contracts/reasons.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { campaigns } from './campaigns.ts'
import { askAtOnce } from './crowds.ts'
import { customers, makeCard } from './customers.ts'
import { makePerson } from './persons.ts'
import { lastScheme, memberships } from './points.ts'

type Joined = z.output<(typeof operations)['createWalletAccounts']['answer']>

const joinings = defineKind<Joined>('joining')

/** Things that never were have numbers nobody was given. */
const neverWas: Readonly<Record<string, string>> = {
  'a campaign that never was': '999999999',
  'a scheme that never was': '999999998',
}

/** What can be asked for, in words: each row a kind and which one of it. */
export type Wishes = readonly (readonly [kind: string, which: string])[]

/** Rows of a table, each two cells. */
export function readWishes(rows: readonly (readonly string[])[]): Wishes {
  return rows.map(([kind = '', which = '']) => [kind, which])
}

type Identity = { readonly type: string; readonly value: string }

type Request = {
  identities: Identity[]
  accounts: { campaign: object[]; scheme: object[] }
  consumer?: object
}

type Asking = (world: AirlockWorld, request: Request, which: string) => unknown

const askings: Readonly<Record<string, Asking>> = {
  'a coupon of': (world, { accounts }, which) =>
    accounts.campaign.push({ campaignId: resourceOf(world, which) }),
  'coupons tagged': (world, { accounts }, which) =>
    accounts.campaign.push({ campaignTag: world.unique(which) }),
  'points of': (world, { accounts }, which) => accounts.scheme.push({ schemeId: resourceOf(world, which) }),
  'a card': (_world, { identities }, which) => identities.splice(0, 1, spellCard(identities[0], which)),
  'another card': (world, { identities }, which) =>
    identities.push({ type: 'CARD', value: makeCard(world, which) }),
  'the card of': (world, { identities }, which) =>
    identities.push({ type: 'CARD', value: world.memory.recall(customers, which).card }),
  'a coupon named in two ways': (world, { accounts }, which) =>
    accounts.campaign.push({ campaignId: resourceOf(world, which), campaignTag: which }),
  'the person': (_world, request, which) => Object.assign(request, { consumer: makePerson(which) }),
}

/** The same card, as somebody else types it. */
function spellCard(card: Identity | undefined, spelling: string): Identity {
  if (!card || spelling !== 'in capital letters') throw new Error(`A card is not spelt "${spelling}".`)
  return { ...card, value: card.value.toUpperCase() }
}

function resourceOf(world: AirlockWorld, which: string): string {
  if (which === 'the scheme') return lastScheme(world).id
  return neverWas[which] ?? world.memory.recall(campaigns, which).id
}

function makeRequest(world: AirlockWorld, card: string, wishes: Wishes): Request {
  const request: Request = {
    identities: [{ type: 'CARD', value: card }],
    accounts: { campaign: [], scheme: [] },
  }
  for (const [kind, which] of wishes) {
    const ask = askings[kind]
    if (!ask)
      throw new Error(`Nobody asks for "${kind}"; one can ask for ${Object.keys(askings).join(', ')}.`)
    ask(world, request, which)
  }
  return request
}

function cardOf(world: AirlockWorld, name: string): string {
  return world.memory.has(customers, name) ? world.memory.recall(customers, name).card : makeCard(world, name)
}

/** Joins, or joins once more, with coupons and points; a card that is known leads to its wallet. */
export async function join(world: AirlockWorld, name: string, wishes: Wishes): Promise<void> {
  const card = cardOf(world, name)
  const body = { type: 'CONSUMER', ...makeRequest(world, card, wishes) }
  const answer = await world.api.attempt(operations.createWalletAccounts, { body })
  if (answer.ok) remember(world, name, [card, answer.body])
}

function remember(world: AirlockWorld, name: string, [card, joined]: readonly [string, Joined]): void {
  world.memory.keep(joinings, name, joined)
  const { walletId, identities, accounts } = joined
  const identityId = identities[0]?.identityId ?? ''
  if (!world.memory.has(customers, name)) world.memory.keep(customers, name, { walletId, card, identityId })
  const [points] = accounts.scheme.results
  if (!points) return
  const { accountId, campaignId: schemeId } = points
  world.memory.keep(memberships, name, { walletId, accountId, schemeId })
}

/** All ask before the first is answered, with one card and for points of the scheme spoken of last. */
export async function joinAtOnce(world: AirlockWorld, name: string, times: number): Promise<void> {
  const card = cardOf(world, name)
  const body = { type: 'CONSUMER', ...makeRequest(world, card, [['points of', 'the scheme']]) }
  const joined = await askAtOnce(world, times, async () =>
    world.api.probe(operations.createWalletAccounts, { body }),
  )
  for (const each of joined) remember(world, name, [card, each])
  const different = new Set(joined.map(({ walletId }) => walletId))
  world.memory.keep(crowdWallets, 'last', [...different])
}

const crowdWallets = defineKind<readonly string[]>('wallets that came of many at once')

export function assertOneWallet(world: AirlockWorld): void {
  expectSame('wallets that came of it', world.memory.recall(crowdWallets, 'last').length, 1)
}

export function assertSameWallet(world: AirlockWorld, name: string): void {
  const { walletId } = world.memory.recall(joinings, name)
  expectSame('the wallet that was used', walletId, world.memory.recall(customers, name).walletId)
}

/** What failed is reported with its code beside what succeeded. */
export function assertFailed(world: AirlockWorld, code: string): void {
  const { accounts } = world.memory.recall(joinings)
  const failures = [...accounts.campaign.failed.results, ...accounts.scheme.failed.results]
  expectSame(
    'what is reported as failed',
    failures.map(({ errorCode }) => errorCode),
    [code],
  )
}

export function assertNothingGiven(world: AirlockWorld, code: string): void {
  const { campaign } = world.memory.recall(joinings).accounts
  expectSame('coupons that were given out', campaign.successful.total, 0)
  assertFailed(world, code)
}

/** Each failure by what was asked for and why not, in the order it was asked for; the counts agree with it. */
export function assertFailures(world: AirlockWorld, rows: readonly (readonly [string, string])[]): void {
  const { campaign, scheme } = world.memory.recall(joinings).accounts
  expectSame(
    'what is reported as failed, and why',
    [...campaign.failed.results, ...scheme.failed.results].map((failure) => [
      failure.resourceId,
      failure.errorCode,
    ]),
    rows.map(([which, why]) => [resourceOf(world, which), codeOf(why)]),
  )
  expectSame(
    'how many are said to have failed and to have been given',
    [campaign, scheme].map(({ failed, successful, total }) => [failed.total, successful.total, total]),
    [campaign, scheme].map(({ failed, results }) => [failed.results.length, results.length, results.length]),
  )
}

function codeOf(words: string): string {
  const reason = Object.entries(reasons).find(([known]) => known === words)
  if (!reason) throw new Error(`"${words}" is no reason that anything is refused for.`)
  return reason[1].code
}
