// Tokens: codes that stand for a coupon, made by a tenant's systems and shown at tills.
import { operations } from '../contracts/operations.ts'
import type { Token } from '../contracts/resource.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { campaigns } from './campaigns.ts'
import { makeOpening, openBasket } from './checkout.ts'
import { askAtOnce } from './crowds.ts'
import { customers } from './customers.ts'
import type { Line } from './goods.ts'

const tokens = defineKind<Token>('token')
const batches = defineKind<readonly string[]>('batch of tokens')
const examined = defineKind<{ readonly code: string | null }>('word of a till')

/** A campaign that never was has a number nobody was given. */
const neverWas = '999999999'

export async function makeToken(
  world: AirlockWorld,
  campaign: string | null,
  owner: string | null = null,
): Promise<void> {
  const resourceId = campaign === null ? neverWas : world.memory.recall(campaigns, campaign).id
  const reference = owner === null ? null : world.memory.recall(customers, owner).card
  await askForToken(world, makeOrder(resourceId, reference))
}

export async function makeTokenForStranger(world: AirlockWorld, campaign: string): Promise<void> {
  const { id } = world.memory.recall(campaigns, campaign)
  await askForToken(world, makeOrder(id, world.unique('never given out')))
}

function makeOrder(resourceId: string, reference: string | null = null): object {
  const owner = reference === null ? {} : { consumerIdentifier: { reference } }
  return { resourceType: 'CAMPAIGN', resourceId: Number(resourceId), ...owner }
}

async function askForToken(world: AirlockWorld, body: object): Promise<void> {
  const answer = await world.api.attempt(operations.createToken, { body })
  if (answer.ok) world.memory.keep(tokens, answer.body.token, answer.body)
}

export function lastToken(world: AirlockWorld): Token {
  return world.memory.recall(tokens)
}

/** Everybody asks before anybody is answered. */
export async function makeTokens(world: AirlockWorld, campaign: string, count: number): Promise<void> {
  const { id } = world.memory.recall(campaigns, campaign)
  const body = makeOrder(id)
  const made = await askAtOnce(world, count, async () => world.api.probe(operations.createToken, { body }))
  const codes = made.map(({ token }) => token)
  world.memory.keep(batches, 'last', codes)
}

export function assertAllDifferent(world: AirlockWorld): void {
  const codes = world.memory.recall(batches, 'last')
  expectSame('different codes among the tokens', new Set(codes).size, codes.length)
}

export async function showToken(world: AirlockWorld, code: string, customer: string | null): Promise<void> {
  const body = { ...makeOpening(world, { customer, lines: [] }), examine: [{ type: 'TOKEN', value: code }] }
  const answer = await world.api.attempt(operations.open, { body })
  if (!answer.ok) return
  const [first] = answer.body.examine
  expectSame('the token that was examined', first?.value, code)
  world.memory.keep(examined, 'last', { code: first?.errorCode ?? null })
}

/** The shopper shows no card, and the code with the goods. */
export async function openWithToken(world: AirlockWorld, line: Line): Promise<void> {
  const examine = [{ type: 'TOKEN', value: lastToken(world).token }]
  await openBasket(world, { ...makeOpening(world, { customer: null, lines: [line] }), examine })
}

/** What a till says of a token, and the code that stands for it. */
const tillWords: Readonly<Record<string, string | null>> = {
  good: null,
  unknown: 'PCEXNF',
  'not valid now': 'PCEXNV',
}

export function assertTillWord(world: AirlockWorld, word: string): void {
  expectSame('what the till says of the token', world.memory.recall(examined, 'last').code, tillWords[word])
}

export function assertStandsForCoupon(world: AirlockWorld, campaign: string): void {
  const { resourceId, tokenStatus, accountStatus, accountType } = lastToken(world)
  expectSame(
    'what the token stands for',
    { resourceId: String(resourceId), tokenStatus, accountStatus, accountType },
    {
      resourceId: world.memory.recall(campaigns, campaign).id,
      tokenStatus: 'ACTIVE',
      accountStatus: 'ACTIVE',
      accountType: 'ECOUPON',
    },
  )
}
