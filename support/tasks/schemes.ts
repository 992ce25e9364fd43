// Points schemes as a tenant configures them: made, listed, and refused where they make no sense.
import { operations } from '../contracts/operations.ts'
import type { Scheme } from '../contracts/resource.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { lastScheme, makeScheme } from './points.ts'
import { expectEach } from './rows.ts'

const lists = defineKind<readonly Scheme[]>('list of points schemes')

/** Without a word on how points are earned and spent. */
export async function makeUsualScheme(world: AirlockWorld): Promise<void> {
  await makeScheme(world, { services: {}, rates: {} })
}

function referenceOf(world: AirlockWorld): string {
  return `scheme-${world.suffix}`
}

/** All of these in one scenario have one reference. */
export async function makeReferencedScheme(world: AirlockWorld): Promise<void> {
  await makeScheme(world, { reference: referenceOf(world) })
}

/** What is wrong with a scheme, and what the API is told of it. */
const mistakes: Readonly<Record<string, object>> = {
  'without a name': { details: {} },
  'with an empty name': { details: { name: '' } },
  'that gives no points': { rates: { earn: { points: 0, per: 100 } } },
  'that gives points for nothing': { rates: { earn: { points: 1, per: 0 } } },
  'that gives half points': { rates: { earn: { points: 0.5, per: 100 } } },
  'whose points are spent in steps of none': { services: { spend: { step: 0 } } },
  'of which nobody knows whether it runs': { status: 'PERHAPS' },
  'that starts at a time of no zone': { details: { name: 'A', startDate: '2027-06-01T09:00:00' } },
}

export async function makeWrongScheme(world: AirlockWorld, mistake: string): Promise<void> {
  const rules = mistakes[mistake]
  if (!rules)
    throw new Error(`No scheme is made "${mistake}"; the mistakes are ${Object.keys(mistakes).join(', ')}.`)
  await makeScheme(world, rules)
}

/** With a query as it is spelt; `{reference}` stands for the scenario's own. */
export async function listSchemesBy(world: AirlockWorld, query: string): Promise<void> {
  const filled = query.replace('{reference}', referenceOf(world))
  const answer = await world.api.attempt(operations.listSchemes, { query: filled })
  if (answer.ok) world.memory.keep(lists, 'last', answer.body.results)
}

export async function listAllSchemes(world: AirlockWorld): Promise<void> {
  await listSchemesBy(world, 'limit=500&orderBy=dateCreated,DESC')
}

/** It stands there as it was answered when it was made. */
export function assertSchemeListed(world: AirlockWorld): void {
  const made = lastScheme(world)
  const found = world.memory.recall(lists, 'last').find(({ id }) => id === made.id)
  expectSame('the scheme in the list', found, made)
}

export function assertOnlyScheme(world: AirlockWorld): void {
  const found = world.memory.recall(lists, 'last').map(({ id }) => id)
  expectSame('the schemes that are listed', found, [lastScheme(world).id])
}

/** Of all that are listed, also those of other scenarios. */
export async function expectAmongActive(world: AirlockWorld, filters: readonly string[]): Promise<void> {
  const pairs = filters.map((filter) => [filter, ''] as const)
  await expectEach(world, pairs, async (filter) => {
    await listSchemesBy(world, `${filter}&limit=500&orderBy=dateCreated,DESC`)
    world.conversation.requireNoRefusal()
    assertSchemeListed(world)
    const others = world.memory.recall(lists, 'last').filter(({ status }) => status !== 'ACTIVE')
    return others.map(({ id, status }) => `${id} that is ${status}`).join(', ')
  })
}

/** What nobody said is what the contract promises. */
export function assertUsualTerms(world: AirlockWorld): void {
  const { rates, services, status, negativeBalance, type } = lastScheme(world)
  const { enabled, ...spend } = services.spend
  expectSame(
    'what a scheme is of which nothing was said',
    { earn: rates.earn, redemption: rates.redemption, enabled, spend, status, negativeBalance, type },
    {
      earn: { points: 1, per: 100 },
      redemption: { points: 100, value: 100 },
      enabled: true,
      spend: { minimum: 1, step: 1, maximum: 99_999 },
      status: 'ACTIVE',
      negativeBalance: false,
      type: 'LOYALTY',
    },
  )
}
