// The ledger of somebody's points: each movement with the balances before and after it, as it is read anew.
import type { AccountTransaction, PointsBalances } from '../contracts/account.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import type { AirlockWorld } from '../world.ts'
import { assertPoints, pathOf } from './points.ts'

type Entry = Omit<AccountTransaction, 'balancesBefore' | 'balancesAfter'> & {
  readonly before: PointsBalances
  readonly after: PointsBalances
}

export async function readLedger(world: AirlockWorld, name: string): Promise<Entry[]> {
  const { results } = await world.api.call(operations.listAccountTransactions, {
    path: pathOf(world, name),
    query: { orderBy: 'dateCreated,ASC', limit: '500' },
  })
  return results.map(({ balancesBefore, balancesAfter, ...entry }) => ({
    ...entry,
    // A points account has balances of points.
    before: balancesBefore as PointsBalances,
    after: balancesAfter as PointsBalances,
  }))
}

/** What an entry of so many points makes of the balance, by its event. What is earned may have to wait. */
const effects: Readonly<Record<string, (points: number, entry: Entry) => number>> = {
  CREATE: () => 0,
  EARN: (points, { before, after }) => (after.pending > before.pending ? 0 : points),
  CREDIT: (points) => points,
  RELEASE: (points) => points,
  AUTOTOPUP: (points) => points,
  DEBIT: (points) => -points,
  SPEND: (points) => -points,
  EXPIRY: (points) => -points,
  REFUND_DEBIT: (points, { before, after }) => (after.pending < before.pending ? 0 : -points),
  REJECT: () => 0,
  LOCK: () => 0,
  // What was only held was never gone.
  VOID: (points, { before, after }) => (after.locked < before.locked ? 0 : points),
}

/** Each entry begins where the one before ended, and together they come to the balance. */
export async function assertLedgerAddsUp(world: AirlockWorld, name: string, points: number): Promise<void> {
  let end: PointsBalances | null = null
  let sum = 0
  for (const entry of await readLedger(world, name)) {
    const { event, value, before, after } = entry
    const what = `${event} ${value}`
    if (end) expectSame(`the balances before ${what}`, before, end)
    sum += effects[event]?.(value, entry) ?? 0
    expectSame(`the balance after ${what}`, after.current, sum)
    expectSame(`what is usable after ${what}`, after.usable, after.current - after.locked)
    end = after
  }
  expectSame(`the sum of ${name}'s ledger`, sum, points)
  await assertPoints(world, name, points)
}

/** Events by the words of scenarios. */
const events: Readonly<Record<string, string>> = {
  EARN: 'earning',
  CREDIT: 'credit',
  DEBIT: 'debit',
  SPEND: 'spend',
  LOCK: 'reservation',
  VOID: 'giving up',
  EXPIRY: 'expiry',
  RELEASE: 'release',
  REJECT: 'rejection',
  AUTOTOPUP: 'filling up',
  REFUND_DEBIT: 'taking back',
}

const sources: Readonly<Record<string, string>> = { SYSTEM: 'the platform', API: 'a client', POS: 'a till' }

/** What can be said of an entry, by the heading of a column. */
const columns: Readonly<Record<string, (entry: Entry, zone: string) => string>> = {
  // Goodwill is a credit; where it comes from tells them apart.
  entry: ({ event, source }) => (source === 'GOODWILL' ? 'goodwill' : (events[event] ?? event)),
  points: ({ value }) => String(value),
  before: ({ before }) => String(before.current),
  after: ({ after }) => String(after.current),
  pending: ({ after }) => String(after.pending),
  usable: ({ after }) => String(after.usable),
  'made by': ({ source }) => sources[source] ?? source,
  because: ({ transactionDetails }) => readReason(transactionDetails),
  on: (entry, zone) => renderWallTime(entry, zone),
  day: ({ dateCreated }, zone) => readWallTime(dateCreated, zone).toPlainDate().toString(),
}

function readReason(details: AccountTransaction['transactionDetails']): string {
  const reason: unknown = details && Reflect.get(details, 'reason')
  return typeof reason === 'string' ? reason : ''
}

/** What time brings has its own second; anything else came within the minute in which somebody asked for it. */
function renderWallTime({ dateCreated, source }: Entry, zone: string): string {
  const at = readWallTime(dateCreated, zone)
  const isExact = source === 'SYSTEM' && at.second !== 0
  const time = at.toPlainTime().toString({ smallestUnit: isExact ? 'second' : 'minute' })
  return `${at.toPlainDate().toString()} at ${time}`
}

function readWallTime(instant: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
}

/** All entries but the one that opened the account, as far as the columns say. */
export async function assertLedger(
  world: AirlockWorld,
  name: string,
  [headings = [], ...rows]: readonly (readonly string[])[],
): Promise<void> {
  const ledger = (await readLedger(world, name)).filter(({ event }) => event !== 'CREATE')
  const cells = headings.map((heading) => [heading, columnOf(heading)] as const)
  const found = ledger.map((entry) =>
    Object.fromEntries(cells.map(([heading, column]) => [heading, column(entry, world.tenant.zone)])),
  )
  const expected = rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at]])))
  expectSame(`${name}'s ledger`, found, expected)
}

function columnOf(heading: string) {
  const column = columns[heading]
  if (column) return column
  throw new Error(`An entry has no "${heading}"; it has ${Object.keys(columns).join(', ')}.`)
}

/** How long after the entry before it the last one was written. */
export async function assertLastCameAfter(
  world: AirlockWorld,
  name: string,
  span: Temporal.Duration,
): Promise<void> {
  const [before, last] = (await readLedger(world, name)).slice(-2).map(({ dateCreated }) => dateCreated)
  const seconds = (Date.parse(last ?? '') - Date.parse(before ?? '')) / 1000
  expectSame('seconds between the last two entries', seconds, span.total({ unit: 'second' }))
}

export type ExpectedEntry = { readonly event: string; readonly value: number; readonly source: string }

export async function assertLastEntry(
  world: AirlockWorld,
  name: string,
  expected: ExpectedEntry,
): Promise<void> {
  const entry = (await readLedger(world, name)).at(-1)
  const found = { event: entry?.event, value: entry?.value, source: entry?.source }
  expectSame(`the last entry of ${name}'s ledger`, found, expected)
}

export async function assertLastReason(world: AirlockWorld, name: string, reason: string): Promise<void> {
  const entry = (await readLedger(world, name)).at(-1)
  expectSame(
    `what the last entry of ${name}'s ledger says`,
    readReason(entry?.transactionDetails ?? []),
    reason,
  )
}
