// The platform as its operators see it: alive, ready, of one build, with a published contract.
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'

const builds = defineKind<readonly { readonly version: string; readonly digest: string }[]>('builds')
const states = defineKind<readonly string[]>('states of the platform')
const contracts = defineKind<Readonly<Record<string, Readonly<Record<string, unknown>>>>>('contract')

/** Each time whether it lives and whether it can serve. */
export async function askHowItIs(world: AirlockWorld, times: number): Promise<void> {
  const asked = Array.from({ length: times }, async () =>
    Promise.all([world.api.call(operations.health), world.api.call(operations.ready)]),
  )
  const answers = (await Promise.all(asked)).map((two) => two.map(({ status }) => status).join(' and '))
  world.memory.keep(states, 'last', [...new Set(answers)])
}

export function assertHealthyAndReady(world: AirlockWorld): void {
  expectSame('what the platform says of itself', world.memory.recall(states, 'last'), ['ok and ready'])
}

export async function askForBuilds(world: AirlockWorld, times: number): Promise<void> {
  const asked = Array.from({ length: times }, async () => world.api.call(operations.version))
  world.memory.keep(builds, 'last', await Promise.all(asked))
}

export function assertOneBuild(world: AirlockWorld): void {
  const seen = world.memory.recall(builds, 'last')
  expectSame('different versions', new Set(seen.map(({ version }) => version)).size, 1)
  expectSame('different digests', new Set(seen.map(({ digest }) => digest)).size, 1)
}

export async function readContract(world: AirlockWorld): Promise<void> {
  const { paths } = await world.api.call(operations.contract)
  world.memory.keep(contracts, 'last', paths)
}

/** Operations with a choice of steps in their path stand in the contract once for each step. */
const choices: Readonly<Record<string, readonly string[]>> = {
  stepWallet: ['activate', 'suspend', 'terminate'],
  stepIdentity: ['activate', 'suspend', 'lost', 'stolen', 'terminate'],
  movePoints: ['earn', 'credit', 'debit', 'spend', 'goodwill'],
  useCoupon: ['redeem', 'unredeem', 'cancel'],
}

/** Every operation of ours stands in the contract, whatever it calls the parts of the path. */
export function assertContractIsWhole(world: AirlockWorld): void {
  const published = new Set(
    Object.entries(world.memory.recall(contracts, 'last')).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${forgetNames(path)}`),
    ),
  )
  const own = Object.entries(operations)
    .filter(([, { path }]) => !path.startsWith('/test/'))
    .flatMap(([name, { method, path }]) =>
      (choices[name] ?? ['']).map(
        (choice) => `${method} ${forgetNames(path.replace(/\{(step|movement|use)\}/, choice))}`,
      ),
    )
  expectSame(
    'operations that the contract does not name',
    own.filter((operation) => !published.has(operation)),
    [],
  )
}

function forgetNames(path: string): string {
  return path.replaceAll(/\{\w+\}/g, '{}')
}
