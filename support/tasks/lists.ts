// Lists of what a customer has, as clients ask for them: by pages, in an order, with filters, spelt in many ways.
import type { Operation } from '../contracts/operation.ts'
import { operations } from '../contracts/operations.ts'
import type { Input } from '../drivers/api-client.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { customers } from './customers.ts'
import { addIdentity } from './identities.ts'
import { readLedger } from './ledger.ts'
import { amount, movePoints, pathOf } from './points.ts'

type Page = {
  readonly total: number
  readonly limit: number
  readonly offset: number
  readonly orderBy: readonly { readonly name: string; readonly order: string }[]
  readonly filter: unknown
  readonly results: readonly object[]
}

type List = {
  readonly operation: Operation<Page>
  readonly input: (world: AirlockWorld, name: string) => Pick<Input, 'path'> & { readonly query?: string }
  /** The field that tells one row from another. */
  readonly id: string
  /** A row in a few words. */
  readonly words: readonly string[]
  /** Adds another row at the end. */
  readonly add: (world: AirlockWorld, name: string, number: number) => Promise<unknown>
}

function walletOf(world: AirlockWorld, name: string): string {
  return world.memory.recall(customers, name).walletId
}

const credit: List['add'] = async (world, name, number) => movePoints(world, name, ['credit', amount(number)])

const lists: Readonly<Record<string, List>> = {
  identities: {
    operation: operations.listIdentities,
    input: (world, name) => ({ path: { walletId: walletOf(world, name) } }),
    id: 'identityId',
    words: ['type', 'status'],
    add: async (world, name, number) =>
      addIdentity(world, name, { type: 'CARD', value: `late-${number}-${world.suffix}` }),
  },
  accounts: {
    operation: operations.listAccounts,
    input: (world, name) => ({ path: { walletId: walletOf(world, name) } }),
    id: 'accountId',
    words: ['type', 'status'],
    add: async () => {
      throw new Error('Nobody adds accounts while they are read.')
    },
  },
  'ledger entries': {
    operation: operations.listAccountTransactions,
    input: (world, name) => ({ path: pathOf(world, name) }),
    id: 'accountTransactionId',
    words: ['event', 'value'],
    add: credit,
  },
  'audit entries': {
    operation: operations.listAudit,
    input: (world, name) => ({ query: `walletId=${walletOf(world, name)}` }),
    id: 'auditId',
    words: ['action', 'value'],
    add: credit,
  },
}

const pages = defineKind<{ readonly page: Page; readonly list: List }>('list')
const readings = defineKind<readonly string[]>('reading in pages')

function listOf(what: string): List {
  const list = lists[what]
  if (!list) throw new Error(`There is no list of ${what}; there are ${Object.keys(lists).join(', ')}.`)
  return list
}

function makeInput(list: List, [world, name]: readonly [AirlockWorld, string], query: string): Input {
  const { path, query: always = '' } = list.input(world, name)
  return { ...(path && { path }), query: [always, query].filter(Boolean).join('&') }
}

/** With a query as it is spelt; `{20}` in it stands for the time of the entry of 20 points. */
export async function listBy(
  world: AirlockWorld,
  [name, what]: readonly [string, string],
  query: string,
): Promise<void> {
  const list = listOf(what)
  const spelt = await fillTimes(world, name, query)
  const answer = await world.api.attempt(list.operation, makeInput(list, [world, name], spelt))
  if (answer.ok) world.memory.keep(pages, 'last', { page: answer.body, list })
}

async function fillTimes(world: AirlockWorld, name: string, query: string): Promise<string> {
  if (!query.includes('{')) return query
  const ledger = await readLedger(world, name)
  return query.replaceAll(/\{(\d+)\}/g, (_, points: string) => {
    const entry = ledger.find(({ value }) => value === Number(points))
    return encodeURIComponent(entry?.dateCreated ?? `no entry of ${points}`)
  })
}

/** As those do who know a card and not yet its wallet. */
export async function listAccountsBehind(world: AirlockWorld, card: string): Promise<void> {
  const query = { 'identity-value': card }
  const answer = await world.api.attempt(operations.listAccountsByIdentity, { query })
  if (answer.ok) world.memory.keep(pages, 'last', { page: answer.body, list: listOf('accounts') })
}

/** Page after page until one is not full; one more is added after each of the first pages. */
export async function readWhileMoreAreAdded(
  world: AirlockWorld,
  [name, what]: readonly [string, string],
  limit: number,
): Promise<void> {
  const list = listOf(what)
  const read: string[] = []
  for (let page = 0; ; page += 1) {
    const query = `limit=${limit}&offset=${page * limit}`
    const { results } = await world.api.call(list.operation, makeInput(list, [world, name], query))
    read.push(...results.map((row) => String(Reflect.get(row, list.id))))
    if (results.length < limit) break
    if (page < mostAdded) await list.add(world, name, page + 1)
  }
  world.memory.keep(readings, what, read)
}

const mostAdded = 2

export function assertReadOnce(world: AirlockWorld, what: string, count: number): void {
  const read = world.memory.recall(readings, what)
  expectSame(
    `${what} that were read, and different ones among them`,
    [read.length, new Set(read).size],
    [count, count],
  )
}

/** The rows in a few words each, in the order in which they came. */
function readRows(world: AirlockWorld): string[] {
  const { page, list } = world.memory.recall(pages, 'last')
  return page.results.map((row) => list.words.map((word) => String(Reflect.get(row, word))).join(' '))
}

export function assertList(world: AirlockWorld, expected: string): void {
  expectSame('the list', readRows(world), expected === '' ? [] : expected.split(', '))
}

/** The rows that a query finds, by comma. */
export async function listRows(
  world: AirlockWorld,
  whose: readonly [string, string],
  query: string,
): Promise<string> {
  await listBy(world, whose, query)
  world.conversation.requireNoRefusal()
  return readRows(world).join(', ')
}

/** What stands around the rows: how many there are, and what was asked for. */
export function assertListFrame(world: AirlockWorld, rows: readonly (readonly string[])[]): void {
  const { total, limit, offset, orderBy, filter } = world.memory.recall(pages, 'last').page
  const order = orderBy.map((by) => `${by.name},${by.order}`).join(' ')
  const frame: Readonly<Record<string, unknown>> = {
    total,
    limit,
    offset,
    order,
    filter: JSON.stringify(filter),
  }
  const found = rows.map(([what = '']) => [what, String(frame[what])])
  expectSame('what the list says of itself', found, rows)
}
