// Tenants on one platform stand next to each other: their numbers come from one sequence, and their requests meet.
import { AssertionError } from 'node:assert'
import { operations } from '../contracts/operations.ts'
import { forgetIds } from '../isolation/probe-request.ts'
import { renderOutcome, type Outcome } from '../isolation/probe-outcome.ts'
import { neverWas } from '../isolation/things.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { customers } from './customers.ts'

const numbers = defineKind<readonly string[]>('numbers of the wallets of a tenant')
const outcomes = defineKind<Readonly<Record<string, Outcome>>>('answers for numbers')
const waits = defineKind<readonly number[]>('times that were waited')

type Turn = { readonly count: number; readonly tenants: readonly Tenant[] }

/** One after the other, so that their numbers stand side by side. */
export async function makeCustomersInTurn(world: AirlockWorld, { count, tenants }: Turn): Promise<void> {
  const made = new Map<string, string[]>()
  for (let turn = 0; turn < count; turn++) {
    for (const tenant of tenants) {
      const { walletId } = await world.apiOf(tenant).call(operations.createWallet, { body: {} })
      made.set(tenant.id, [...(made.get(tenant.id) ?? []), walletId])
    }
  }
  for (const [tenant, ids] of made) world.memory.keep(numbers, tenant, ids)
}

/** The other tenant knows its own numbers, and tries those between them. */
export async function askForNeighbours(world: AirlockWorld, asker: Tenant): Promise<void> {
  const asked = [...world.memory.recall(numbers, world.tenant.id), neverWas(world.suffix).wallet ?? '']
  const answers = asked.map(async (walletId): Promise<[string, Outcome]> => {
    const answer = await world.apiOf(asker).probe(operations.getWallet, { path: { walletId } })
    const body = forgetIds(answer.ok ? answer.body : answer.error, [walletId])
    return [walletId, { status: answer.status, body }]
  })
  world.memory.keep(outcomes, 'all', Object.fromEntries(await Promise.all(answers)))
}

/** All say what is said of the one that never was. */
export function assertAlikeToNever(world: AirlockWorld): void {
  const all = Object.entries(world.memory.recall(outcomes, 'all'))
  const never = all.at(-1)?.[1]
  if (never?.status !== 404) throw new AssertionError({ message: 'A wallet that never was is there.' })
  for (const [id, outcome] of all) {
    expectSame(`the answer for the wallet ${id}`, renderOutcome(outcome), renderOutcome(never))
  }
}

export async function assertOwnStillThere(world: AirlockWorld, tenant: Tenant): Promise<void> {
  const ids = world.memory.recall(numbers, tenant.id)
  const read = ids.map(async (walletId) =>
    world.apiOf(tenant).call(operations.getWallet, { path: { walletId } }),
  )
  expectSame(
    `the wallets of ${tenant.id}`,
    (await Promise.all(read)).map(({ walletId }) => walletId),
    ids,
  )
}

type Noise = {
  readonly from: Tenant
  readonly requests: number
  readonly name: string
  readonly times: number
}

/** The one sends everything at once; the other asks as usual, one request after the other. */
export async function readMeanwhile(
  world: AirlockWorld,
  { from, requests, name, times }: Noise,
): Promise<void> {
  const noisy = world.apiOf(from)
  const noise = Array.from({ length: requests }, async () =>
    noisy.call(operations.listCampaigns, { query: { limit: '100' } }),
  )
  const { walletId } = world.memory.recall(customers, name)
  const waited: number[] = []
  for (let time = 0; time < times; time++) {
    const startMs = performance.now()
    await world.api.call(operations.getWallet, { path: { walletId } })
    waited.push(performance.now() - startMs)
  }
  world.memory.keep(waits, 'all', waited)
  await Promise.all(noise)
}

export function assertAnsweredWithin(world: AirlockWorld, seconds: number): void {
  const late = world.memory.recall(waits, 'all').filter((waitedMs) => waitedMs > seconds * 1000)
  expectSame(`answers that took longer than ${seconds} seconds`, late.map(Math.round), [])
}
