// Tables whose rows are asked one after the other of the same customer or campaign. A row that goes wrong keeps none of
// the others from being asked: all that went otherwise are told together.
import { AssertionError } from 'node:assert'
import type { Expected } from '../contracts/reasons.ts'
import type { Refusal } from '../drivers/conversation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'

/** Does what a row says; words that it comes back with are what was found. */
type Ask = (row: string) => Promise<unknown>

/** A row beside what it is to come to. */
export type Pair = readonly [row: string, expected: string]

type Outcome = {
  readonly row: string
  readonly found: string
  readonly refusal?: Refusal
  readonly isBroken?: boolean
}

const tried = defineKind<readonly Outcome[]>('table of what was tried')

const done = 'done'

/** For a When: each row may be refused, and a Then asks whether it was. */
export async function tryEach(world: AirlockWorld, rows: readonly string[], ask: Ask): Promise<void> {
  const outcomes = await walk(world, rows, ask)
  // What breaks the contract is wrong whatever a Then asks for; the other rows are told with it.
  if (outcomes.some(({ isBroken }) => isBroken)) throw makeError(outcomes, outcomes.map(renderFound))
  const refusal = outcomes.findLast((outcome) => outcome.refusal)?.refusal
  // Where no Then asks, it is a surprise like any other refusal.
  if (refusal) world.conversation.remember(refusal)
  world.memory.keep(tried, 'last', outcomes)
}

export function assertEachRefused(world: AirlockWorld, { status, code }: Expected): void {
  assertEachIs(world, `${status} ${code}`)
}

export function assertEachDone(world: AirlockWorld): void {
  assertEachIs(world, done)
}

/** Of every row the same. */
export function assertEachIs(world: AirlockWorld, expected: string): void {
  world.conversation.forgetRefusal()
  const outcomes = world.memory.recall(tried, 'last')
  requireSame(
    outcomes,
    outcomes.map(() => expected),
  )
}

/** For a Then: the rows are asked, and each comes to what stands beside it. */
export async function expectEach(world: AirlockWorld, pairs: readonly Pair[], ask: Ask): Promise<void> {
  const rows = pairs.map(([row]) => row)
  requireSame(
    await walk(world, rows, ask),
    pairs.map(([, expected]) => expected),
  )
}

/** Two columns under a heading: what is asked, and what it is to come to. */
export function parsePairs([, ...rows]: readonly (readonly string[])[]): Pair[] {
  return rows.map(([row = '', expected = '']) => [row, expected])
}

async function walk(world: AirlockWorld, rows: readonly string[], ask: Ask): Promise<Outcome[]> {
  if (rows.length === 0) throw new Error('The table has no rows, so that nothing would be asked.')
  const outcomes: Outcome[] = []
  for (const row of rows) outcomes.push({ row, ...(await findOutcome(world, async () => ask(row))) })
  return outcomes
}

async function findOutcome(world: AirlockWorld, ask: () => Promise<unknown>): Promise<Omit<Outcome, 'row'>> {
  try {
    const found = await ask()
    const refusal = world.conversation.findRefusal()
    if (refusal) return { found: `${refusal.status} ${refusal.error.errorCode}`, refusal }
    return { found: typeof found === 'string' ? found : done }
  } catch (error) {
    if (!(error instanceof AssertionError)) throw error
    world.conversation.forgetRefusal()
    return { found: error.message, isBroken: true }
  }
}

function requireSame(outcomes: readonly Outcome[], expected: readonly string[]): void {
  const lines = outcomes.flatMap((outcome, at) => {
    const wanted = expected[at] ?? ''
    return outcome.found === wanted
      ? []
      : `"${outcome.row}" expected ${wanted || 'nothing'}, found ${outcome.found || 'nothing'}`
  })
  if (lines.length > 0) throw makeError(outcomes, lines)
}

function renderFound({ row, found }: Outcome): string {
  return `"${row}" found ${found || 'nothing'}`
}

function makeError(outcomes: readonly Outcome[], lines: readonly string[]): AssertionError {
  const message = `${lines.length} of ${outcomes.length} rows: ${lines.join('\n  ')}`
  return new AssertionError({ message, actual: lines, expected: [] })
}
