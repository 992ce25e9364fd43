// Whether a tenant can tell another tenant's thing from one that never was, by any operation that the platform documents.
// Each is asked twice, once for the other's thing and once for one that never was; the two answers must be alike.
import { AssertionError } from 'node:assert'
import { isDeepStrictEqual } from 'node:util'
import type { Answer } from '../drivers/api-client.ts'
import { expectSame } from '../expectation.ts'
import { makeProbes, type Gap, type Probe, type Probes } from '../isolation/make-probes.ts'
import {
  findUntried,
  isTelling,
  renderOperation,
  renderOutcome,
  renderProbe,
  type Outcome,
} from '../isolation/probe-outcome.ts'
import { forgetIds, makeProbeRequest, type ProbeRequest } from '../isolation/probe-request.ts'
import { neverWas, type Ids, type Kind } from '../isolation/things.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { makeOperation, readOperations } from './every-operation.ts'
import { makePossessions, readPossessions, type Possessions } from './possessions.ts'
import { makeRows } from './probe-rows.ts'

/** Wallets are tried by themselves, for every tenant. A kind that is new is among the others without anybody's doing. */
export const everythingElse = 'anything but a wallet'
type Wanted = Kind | typeof everythingElse

function isWanted(wanted: Wanted, kind: Kind): boolean {
  return wanted === everythingElse ? kind !== 'wallet' : kind === wanted
}

type Tried = {
  readonly kind: Wanted
  readonly count: number
  readonly problems: readonly string[]
  readonly changes: readonly string[]
}

const tried = defineKind<Tried>('thing that another tenant has tried')
const gaps = defineKind<readonly Gap[]>('operations that are not checked')

async function readProbes(world: AirlockWorld, opened: object): Promise<Probes> {
  return makeProbes(await readOperations(world), makeRows(world, opened))
}

export async function lookForGaps(world: AirlockWorld): Promise<void> {
  world.memory.keep(gaps, 'all', (await readProbes(world, {})).gaps)
}

/** Says of each operation that is missed what is missing. */
export function assertNoGaps(world: AirlockWorld): void {
  const missed = world.memory
    .recall(gaps, 'all')
    .map(({ operation, reason }) => `${renderOperation(operation)}: ${reason}`)
  failUnlessNone('Not checked for other tenants:', missed)
}

export type Trial = { readonly kind: Wanted; readonly asker: Tenant; readonly isWrite: boolean }

/** The asker tries every operation that carries an id of this kind with the scenario's tenant's own. */
export async function tryEveryWay(world: AirlockWorld, trial: Trial): Promise<void> {
  const [owner, own] = await Promise.all([
    makePossessions(world, world.tenant),
    makePossessions(world, trial.asker),
  ])
  const ways = selectWays(await readProbes(world, own.opened), trial)
  const look = async () => (trial.isWrite ? readPossessions(world, owner) : null)
  const was = await look()
  const found: (readonly string[] | null)[] = []
  for (const way of ways) found.push(await tryWay(world, way, { owner, own }))
  const isChanged = !isDeepStrictEqual(await look(), was)
  const changes = isChanged ? await findCulprits(world, ways, own) : []
  const outcomes = ways.map((probe, at) => ({ probe, isTried: found[at] !== null }))
  const untried = findUntried(outcomes, [world.tenant, trial.asker])
  const problems = [...found.flatMap((one) => one ?? []), ...untried]
  const count = found.filter((one) => one !== null).length
  world.memory.keep(tried, trial.kind, { kind: trial.kind, count, problems, changes })
}

function selectWays({ probes }: Probes, { kind, asker, isWrite }: Trial): Probe[] {
  return probes.filter(
    (probe) =>
      isWanted(kind, probe.kind) &&
      (probe.operation.method !== 'GET') === isWrite &&
      asker.services.includes(probe.operation.service),
  )
}

type Two = { readonly owner: Possessions; readonly own: Possessions }

/** What is wrong; null where the tenants lack the things to try it with. */
async function tryWay(world: AirlockWorld, probe: Probe, { owner, own }: Two): Promise<string[] | null> {
  const [real, never] = await Promise.all([
    ask(world, probe, { own, others: owner.ids }),
    ask(world, probe, { own, others: neverWas(world.suffix) }),
  ])
  if (!real || !never) return null
  const name = renderProbe(probe)
  if (!isTelling(never))
    return [`${name}: ${renderOutcome(never)} even for one that never was, which shows nothing`]
  return isDeepStrictEqual(real, never)
    ? []
    : [`${name}: ${renderOutcome(real)} instead of ${renderOutcome(never)}`]
}

type Sides = { readonly own: Possessions; readonly others: Ids }

async function ask(world: AirlockWorld, probe: Probe, { own, others }: Sides): Promise<Outcome | null> {
  const fresh = `probe-${world.uniqueReference()}`
  const request = makeProbeRequest(probe, { own: own.ids, others, fresh })
  return request && send(world, { probe, request, tenant: own.tenant })
}

/** Something was changed: the same is done once more to other things, with a look at them after each operation. */
async function findCulprits(
  world: AirlockWorld,
  probes: readonly Probe[],
  own: Possessions,
): Promise<string[]> {
  const owner = await makePossessions(world, world.tenant, 'again')
  const changes: string[] = []
  let was = await readPossessions(world, owner)
  for (const probe of probes) {
    await ask(world, probe, { own, others: owner.ids })
    const is = await readPossessions(world, owner)
    const difference = describeDifference(is, was)
    if (difference !== null) changes.push(`${renderProbe(probe)}: ${difference}`)
    was = is
  }
  return changes.length > 0 ? changes : ['no operation alone has changed it, but all of them together have']
}

function describeDifference(is: object, was: object): string | null {
  try {
    expectSame("what is the tenant's", is, was)
    return null
  } catch (error) {
    if (error instanceof AssertionError) return error.message
    throw error
  }
}

type Sending = { readonly probe: Probe; readonly request: ProbeRequest; readonly tenant: Tenant }

async function send(world: AirlockWorld, { probe, request, tenant }: Sending): Promise<Outcome> {
  const { foreign, ...input } = request
  const answer: Answer<unknown> = await world.apiOf(tenant).probe(makeOperation(probe.operation), input)
  if (!answer.ok) return { status: answer.status, body: forgetIds(answer.error, foreign) }
  const part = probe.row.part?.(answer.body) ?? answer.body
  return { status: answer.status, body: forgetIds(part, foreign) }
}

/** Every answer was that for a thing that never was. */
export function assertTold(world: AirlockWorld): void {
  const { kind, count, problems } = world.memory.recall(tried)
  if (count === 0) throw new AssertionError({ message: `There was no way to try: ${kind}.` })
  failUnlessNone(`Of ${count} ways to try what is another tenant's (${kind}):`, problems)
}

/** None of them has changed anything that is the tenant's. */
export function assertNothingChanged(world: AirlockWorld): void {
  const { kind, changes } = world.memory.recall(tried)
  failUnlessNone(`Trying what is another tenant's (${kind}) has changed what is the tenant's:`, changes)
}

function failUnlessNone(headline: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  throw new AssertionError({ message: [headline, ...lines].join('\n  '), actual: lines, expected: [] })
}
