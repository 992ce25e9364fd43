// Everything a customer has, as far as a tenant's systems can read it: to see that nothing of it has changed, or that
// nothing of it is left.
import type { Operation } from '../contracts/operation.ts'
import { operations } from '../contracts/operations.ts'
import type { Answer, Input } from '../drivers/api-client.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { customers } from './customers.ts'

/** What each look at the customer was answered, by what was looked at. */
export type Belongings = Readonly<Record<string, Answer<unknown>>>

const remembered = defineKind<Belongings>('everything of somebody')
const known = defineKind<readonly string[]>('accounts of somebody')

/** Looks at everything there is to be seen of this customer. */
export async function readBelongings(world: AirlockWorld, name: string): Promise<Belongings> {
  const { walletId, card } = world.memory.recall(customers, name)
  const byCard = { query: { 'identity-value': card } }
  const whole = await look(world, {
    wallet: [operations.getWallet, { path: { walletId } }],
    'wallet by card': [operations.findWallet, byCard],
    identities: [operations.listIdentities, { path: { walletId } }],
    person: [operations.getConsumer, { path: { walletId } }],
    accounts: [operations.listAccounts, { path: { walletId } }],
    'accounts by card': [operations.listAccountsByIdentity, byCard],
    purchases: [operations.listWalletTransactions, { path: { walletId } }],
  })
  const looks = (await listAccountIds(world, name)).flatMap((accountId): [string, Look][] => [
    [`account ${accountId}`, [operations.getAccount, { path: { walletId, accountId } }]],
    [`ledger ${accountId}`, [operations.listAccountTransactions, { path: { walletId, accountId } }]],
  ])
  return { ...whole, ...(await look(world, Object.fromEntries(looks))) }
}

type Look = readonly [Operation<unknown>, Input]

async function look(world: AirlockWorld, looks: Readonly<Record<string, Look>>): Promise<Belongings> {
  const seen = Object.entries(looks).map(async ([what, [operation, input]]) => [
    what,
    await world.api.probe(operation, input),
  ])
  return Object.fromEntries(await Promise.all(seen)) as Belongings
}

/** Those there are now; once the wallet is gone, those there were when somebody last looked. */
async function listAccountIds(world: AirlockWorld, name: string): Promise<readonly string[]> {
  const { walletId } = world.memory.recall(customers, name)
  const page = await world.api.probe(operations.listAccounts, { path: { walletId } })
  if (!page.ok) return world.memory.has(known, name) ? world.memory.recall(known, name) : []
  const ids = page.body.results.map(({ accountId }) => accountId)
  return world.memory.keep(known, name, ids)
}

/** Remembers how everything is now. */
export async function rememberBelongings(world: AirlockWorld, name: string): Promise<void> {
  const seen = await readBelongings(world, name)
  // Two errors are alike, whatever has become of what they hide. That there is nobody, a refusal may well say.
  const unread = Object.entries(seen).filter(([, { status }]) => status >= 500)
  expectSame(`what cannot be read of ${name}'s`, Object.fromEntries(unread), {})
  world.memory.keep(remembered, name, seen)
}

/** Nothing has changed, also not by a second. */
export async function assertBelongingsKept(world: AirlockWorld, name: string): Promise<void> {
  const before = world.memory.recall(remembered, name)
  expectSame(`everything of ${name}'s`, await readBelongings(world, name), before)
}

/** Every look is answered as one at a wallet that never was. */
export async function assertBelongingsGone(world: AirlockWorld, name: string): Promise<void> {
  const seen = Object.entries(await readBelongings(world, name)).filter(
    ([, answer]) => answer.ok || answer.error.errorCode !== 'WALLET_NOT_FOUND',
  )
  expectSame(`what can still be read of ${name}'s`, Object.fromEntries(seen), {})
}
