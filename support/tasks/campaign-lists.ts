// Campaigns as they are listed: in pages, in an order, by filters spelt as clients spell them. Rows of other scenarios
// stand in between, so only a scenario's own are counted and ordered; what a filter keeps holds for every row.
import { operations } from '../contracts/operations.ts'
import type { Campaign } from '../contracts/resource.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { campaigns, idOf, makeCampaign } from './campaigns.ts'
import { expectEach } from './rows.ts'

type Page = {
  readonly total: number
  readonly limit: number
  readonly offset: number
  readonly orderBy: readonly { readonly name: string; readonly order: string }[]
  readonly results: readonly Campaign[]
}

const pages = defineKind<Page>('list of campaigns')
const readings = defineKind<readonly Campaign[]>('campaigns that were read')

/** Made one after the other, so that their order is known. */
export async function makeCampaigns(world: AirlockWorld, count: number, rules: object = {}): Promise<void> {
  for (let number = 1; number <= count; number++) await makeCampaign(world, `Number ${number}`, rules)
}

export async function makeNamesakes(world: AirlockWorld, count: number): Promise<void> {
  await makeCampaigns(world, count, { name: world.unique('Namesake') })
}

/** One page, with a query as it is spelt. */
export async function listBy(world: AirlockWorld, query: string): Promise<void> {
  const answer = await world.api.attempt(operations.listCampaigns, { query })
  if (!answer.ok) return
  world.memory.keep(pages, 'last', answer.body)
  world.memory.keep(readings, 'last', answer.body.results)
}

type Reading = {
  readonly limit: number
  readonly orderBy: string
  readonly filter?: string
  readonly between?: () => Promise<void>
}

/** Page after page until one is not full. */
async function readAll(world: AirlockWorld, reading: Reading): Promise<void> {
  const { limit, orderBy, filter = '', between } = reading
  const read: Campaign[] = []
  for (let offset = 0; ; offset += limit) {
    const query = `limit=${limit}&offset=${offset}&orderBy=${encodeURIComponent(orderBy)}${filter}`
    const { results } = await world.api.call(operations.listCampaigns, { query })
    read.push(...results)
    if (results.length < limit) break
    await between?.()
  }
  world.memory.keep(readings, 'last', read)
}

const most = 500

/** Orders by the words of scenarios. */
const orders: Readonly<Record<string, string>> = {
  'newest first': 'dateCreated,DESC',
  'oldest first': 'dateCreated,ASC',
  'by name': 'name,ASC',
  'by name, backwards': 'name,DESC',
  'by start': 'startDate,ASC',
  'by end, latest first': 'endDate,DESC',
}

export const orderWords = Object.keys(orders)

export async function listInOrder(world: AirlockWorld, words: string): Promise<void> {
  await readAll(world, { limit: most, orderBy: orders[words] ?? words })
}

/** As clients spell it, in whatever form. */
export async function listFiltered(world: AirlockWorld, filter: string): Promise<void> {
  const filled = filter.replace('{reference}', encodeURIComponent(`reference-${world.suffix}`))
  await readAll(world, { limit: most, orderBy: 'dateCreated,ASC', filter: `&${filled}` })
}

/** Another campaign is made after each of the first pages, at the end of the list that is being read. */
export async function listWhileOthersAreMade(world: AirlockWorld, limit: number): Promise<void> {
  let made = 0
  const between = async (): Promise<void> => {
    made += 1
    if (made <= 3) await makeCampaign(world, `Late ${made}`)
  }
  await readAll(world, { limit, orderBy: 'dateCreated,ASC', between })
}

/** Where all are alike in what they are ordered by. */
export async function listByNameInPages(world: AirlockWorld, limit: number): Promise<void> {
  await readAll(world, { limit, orderBy: 'name,ASC' })
}

/** The scenario's own campaigns in what was read, by the scenario's names for them. */
function listOwn(world: AirlockWorld, names: readonly string[]): string[] {
  const byId = new Map(names.map((name) => [idOf(world, name), name]))
  return world.memory.recall(readings, 'last').flatMap(({ id }) => byId.get(id) ?? [])
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `Number ${at + 1}`)
}

/** These in this order, whatever stands between them, and none of the scenario's others. */
export function assertOwnInOrder(world: AirlockWorld, names: readonly string[]): void {
  const all = world.memory.names(campaigns)
  expectSame("the scenario's campaigns in the list", listOwn(world, all), names)
}

export function assertOwnListedOnce(world: AirlockWorld, count: number): void {
  const own = numbered(count)
  expectSame('the campaigns that were read', listOwn(world, own).toSorted(), own.toSorted())
}

export function assertNewestFirst(world: AirlockWorld, count: number): void {
  const own = numbered(count)
  expectSame('the order of the list', listOwn(world, own), own.toReversed())
}

/** The scenario's own campaigns by comma, in an order that is given in words. */
export async function orderRows(world: AirlockWorld, words: string): Promise<string> {
  await listInOrder(world, words)
  return listOwn(world, world.memory.names(campaigns)).join(', ')
}

/** Below a heading: a filter, which of the scenario's own it keeps, and the statuses of all rows, also those of others. */
export async function expectFiltered(
  world: AirlockWorld,
  [, ...rows]: readonly (readonly string[])[],
): Promise<void> {
  const pairs = rows.map(([filter = '', listed = '']) => [filter, listed] as const)
  const statuses = new Map(
    rows.map(([filter = '', , names = '']) => [filter, names.toUpperCase().split(', ')]),
  )
  await expectEach(world, pairs, async (filter) => filterRows(world, filter, statuses.get(filter) ?? []))
}

async function filterRows(world: AirlockWorld, filter: string, statuses: readonly string[]): Promise<string> {
  await listFiltered(world, filter)
  const others = world.memory.recall(readings, 'last').filter(({ status }) => !statuses.includes(status))
  const own = listOwn(world, world.memory.names(campaigns))
  return [...own, ...others.map(({ id, status }) => `${id} that is ${status}`)].join(', ')
}

/** What stands around the rows; how many there are in all depends on others. */
export function assertFrame(world: AirlockWorld, rows: readonly (readonly string[])[]): void {
  const { limit, offset, orderBy } = world.memory.recall(pages, 'last')
  const order = orderBy.map((by) => `${by.name},${by.order}`).join(' ')
  const frame: Readonly<Record<string, unknown>> = { limit, offset, order }
  const found = rows.map(([what = '']) => [what, String(frame[what])])
  expectSame('what the list says of itself', found, rows)
}

export function assertRows(world: AirlockWorld, rows: number): void {
  expectSame('rows of the page', world.memory.recall(pages, 'last').results.length, rows)
}
