// Files that staff take away from the dashboard: short ones at once, long ones when they are ready.
import { FilePage, type TakenFile } from '../drivers/pages/file-page.ts'
import type { Filled } from '../drivers/pages/form-page.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { haveSeated, openDesk, type Role } from './desk.ts'
import { walletPlace } from './places.ts'

export const files = defineKind<TakenFile>('file')
const button = 'Export as CSV'

async function openForm(world: AirlockWorld, role: Role, name: string): Promise<FilePage> {
  await haveSeated(world, role)
  const page = new FilePage(await openDesk(world))
  await page.open(`${walletPlace(world, name)}/export`)
  return page
}

/** Whatever comes of it but a file. */
export async function orderLedger(
  world: AirlockWorld,
  [role, name]: readonly [Role, string],
  filled: Filled = {},
): Promise<void> {
  await (await openForm(world, role, name)).send(filled, button)
}

export async function takeLedger(
  world: AirlockWorld,
  [role, name]: readonly [Role, string],
  filled: Filled = {},
): Promise<void> {
  const page = await openForm(world, role, name)
  world.memory.keep(files, 'last', await page.sendForFile(filled, button))
}

export function periodOf(from: string, to: string): Filled {
  return { 'First day': from, 'Last day': to }
}

const download = 'Download the file'

/** Looks again until it is ready, as somebody does who waits for it. */
export async function takeQueued(world: AirlockWorld): Promise<void> {
  const page = new FilePage(await openDesk(world))
  await page.followUntil('Look again', download)
  world.memory.keep(files, 'last', await page.followToFile(download))
}

type Row = Readonly<Record<string, string>>

/** The rows of the file by the names of its columns. No value of ours has a comma in it. */
function readRows(world: AirlockWorld): Row[] {
  const [head = '', ...lines] = world.memory.recall(files, 'last').text.trimEnd().split('\r\n')
  const columns = head.split(',')
  return lines.map((line) => {
    const values = line.split(',')
    return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']))
  })
}

/** How many entries there are of each event, and what each kind comes to; none but the one that opened the account besides. */
export function assertFile(world: AirlockWorld, rows: readonly (readonly string[])[]): void {
  const all = readRows(world).filter((row) => row['Event'] !== 'CREATE')
  const named = rows.map(([event = '']) => event)
  const others = all.map((row) => row['Event']?.toLowerCase() ?? '').filter((event) => !named.includes(event))
  const found = [...named, ...new Set(others)].map((event) => {
    const own = all.filter((row) => row['Event'] === event.toUpperCase())
    const sum = own.reduce((total, row) => total + Number(row['Value']), 0)
    return [event, String(own.length), String(sum)]
  })
  expectSame('what the file holds of each event, how many and how much', found, rows)
}
