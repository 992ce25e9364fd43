// What is on record of purchases: found again by till and back office, noted, and belonging to somebody or nobody.
import type { WalletTransaction } from '../contracts/checkout.ts'
import { operations } from '../contracts/operations.ts'
import type { Answer } from '../drivers/api-client.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { lastBasket, lastPurchase, recallPurchase } from './checkout.ts'
import { readNow } from './clock.ts'
import { customers } from './customers.ts'

const lists = defineKind<readonly WalletTransaction[]>('list of purchases')
const lookedUp = defineKind<WalletTransaction>('purchase that was looked up')

type Key = Pick<WalletTransaction, 'walletId' | 'walletTransactionId' | 'reference'>
type Lookup = (world: AirlockWorld, key: Key) => Promise<Answer<WalletTransaction>>

const lookups: Readonly<Record<string, Lookup>> = {
  number: (world, { walletId, walletTransactionId }) =>
    world.api.attempt(operations.getWalletTransaction, {
      path: { walletId: walletId ?? '', walletTransactionId },
    }),
  reference: (world, { reference }) =>
    world.api.attempt(operations.findWalletTransaction, { query: { reference } }),
  'number, from a till': (world, { walletTransactionId }) =>
    world.api.attempt(operations.readTransaction, { headers: headersOf(walletTransactionId) }),
}

function headersOf(walletTransactionId: string): Record<string, string> {
  return { 'X-EES-TRANSACTION-ID': walletTransactionId }
}

export async function lookUp(world: AirlockWorld, key: string, purchase: Key = lastPurchase(world)) {
  const find = lookups[key]
  if (!find) throw new Error(`A purchase is not looked up by "${key}"`)
  const answer = await find(world, purchase)
  if (answer.ok) world.memory.keep(lookedUp, 'last', answer.body)
}

/** Ids are whole numbers in one sequence, so one far ahead has not been given out. */
const neverWas = '999999999999'

export async function lookUpNothing(world: AirlockWorld, name: string, key: string): Promise<void> {
  const { walletId } = world.memory.recall(customers, name)
  await lookUp(world, key, { walletId, walletTransactionId: neverWas, reference: world.uniqueReference() })
}

/** `null` stands for nobody. */
export function assertLookedUp(world: AirlockWorld, name: string | null): void {
  const found = world.memory.recall(lookedUp, 'last')
  expectSame('the purchase that was looked up', found, lastPurchase(world))
  const walletId = name === null ? null : world.memory.recall(customers, name).walletId
  expectSame('whose purchase it is', found.walletId, walletId)
}

export function assertBelongsToNobody(world: AirlockWorld): void {
  const { walletId, identityId, identity } = lastPurchase(world)
  expectSame('it', { walletId, identityId, identity }, { walletId: null, identityId: null, identity: null })
}

/** Read anew, it says what was bought, in which shop and when, and its offers are done and no prospect any more. */
export async function assertSaysWhatWhereWhen(world: AirlockWorld): Promise<void> {
  const { walletTransactionId, transactionDateTime, location, basket, type, status } =
    await readPurchase(world)
  const { body, answer } = recallPurchase(world)
  expectSame('which it is', walletTransactionId, answer.walletTransactions[0]?.walletTransactionId)
  expectSame('kind and status', [type, status], ['SETTLE', 'SETTLED'])
  expectSame('where it was', location.storeId, body.location.incomingIdentifier)
  const settledMs = Temporal.Instant.from(transactionDateTime).epochMilliseconds
  const isNow = Math.abs(settledMs - readNow(world).epochMilliseconds) < leewayMs
  expectSame('when it was', isNow ? 'just now' : transactionDateTime, 'just now')
  const found = readLines(basket.contents)
  expectSame('what was bought', found, readLines(body.basket.contents))
}

/** A minute is more than lies between a purchase and a look at it. */
const leewayMs = 60_000

function readLines(contents: readonly unknown[]): object[] {
  return contents.map((line) => {
    const { upc, itemUnitCount, totalUnitCostAfterDiscount } = line as Record<string, unknown>
    return { upc, itemUnitCount, totalUnitCostAfterDiscount }
  })
}

async function readPurchase(world: AirlockWorld): Promise<WalletTransaction> {
  const headers = headersOf(lastPurchase(world).walletTransactionId)
  return world.api.call(operations.readTransaction, { headers })
}

/** How many purchases the customer's wallet lists. */
export async function assertPurchases(world: AirlockWorld, name: string, count: number): Promise<void> {
  const { walletId } = world.memory.recall(customers, name)
  const query = { type: 'SETTLE' }
  const page = await world.api.call(operations.listWalletTransactions, { path: { walletId }, query })
  expectSame(`${name}'s purchases`, page.results.length, count)
}

/** Nothing was settled under the reference of the basket that was opened last. */
export async function assertNoPurchase(world: AirlockWorld): Promise<void> {
  const { reference } = lastBasket(world).request
  const answer = await world.api.probe(operations.findWalletTransaction, { query: { reference } })
  expectSame('the status of looking for the purchase', answer.status, 404)
}

/** What a purchase was cannot be changed; what is noted about it can. */
export async function changePurchase(world: AirlockWorld, body: object): Promise<void> {
  const headers = headersOf(lastPurchase(world).walletTransactionId)
  await world.api.attempt(operations.updateTransaction, { headers, body })
}

export async function noteNothing(world: AirlockWorld): Promise<void> {
  const input = { headers: headersOf(neverWas), body: { meta: { note: 'nothing' } } }
  await world.api.attempt(operations.updateTransaction, input)
}

/** A till that does not say which. */
export async function lookUpUnnamed(world: AirlockWorld): Promise<void> {
  await world.api.attempt(operations.readTransaction)
}

/** The note is there, and nothing else of it has changed but that it says so. */
export async function assertNoted(world: AirlockWorld, key: string, value: string): Promise<void> {
  const { meta, state, ...found } = forgetWhen(await readPurchase(world))
  const { meta: _meta, state: _state, ...settled } = forgetWhen(lastPurchase(world))
  expectSame(
    'what is noted about the purchase',
    { meta, state },
    { meta: { [key]: value }, state: 'MODIFIED' },
  )
  expectSame('everything else of the purchase', found, settled)
}

export async function assertUntouched(world: AirlockWorld): Promise<void> {
  expectSame('the purchase', await readPurchase(world), lastPurchase(world))
}

/** When it was changed last is nothing of the purchase itself. */
function forgetWhen(purchase: WalletTransaction): WalletTransaction {
  const { lastUpdated: _when, ...others } = purchase as WalletTransaction & { lastUpdated?: string }
  return others
}

export async function listPurchases(world: AirlockWorld, name: string): Promise<void> {
  const { walletId } = world.memory.recall(customers, name)
  const answer = await world.api.attempt(operations.listWalletTransactions, { path: { walletId } })
  if (answer.ok) world.memory.keep(lists, 'last', answer.body.results)
}

export function assertListedOnce(world: AirlockWorld): void {
  const { walletTransactionId: id } = lastPurchase(world)
  const same = world.memory.recall(lists, 'last').filter((other) => other.walletTransactionId === id)
  expectSame('the purchase among those that are listed', same, [lastPurchase(world)])
}
