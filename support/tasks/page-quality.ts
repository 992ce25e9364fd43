// Whether a page can be used by everybody: without barriers that rules know, enlarged, by keys alone, and with words
// for what is wrong.
import { AssertionError } from 'node:assert'
import { DashboardPage } from '../drivers/pages/dashboard-page.ts'
import { findBarriers } from '../drivers/pages/barriers.ts'
import { FormPage } from '../drivers/pages/form-page.ts'
import { walkByKeys } from '../drivers/pages/keyboard-walk.ts'
import type { AirlockWorld } from '../world.ts'
import { expectMistake, openPlaceAs } from './dashboard.ts'
import { haveSeated, openDesk, type Role } from './desk.ts'
import { findPlace } from './places.ts'
import { requireRows } from '../table-cells.ts'

export async function sendEmpty(world: AirlockWorld, role: Role, words: string): Promise<void> {
  await haveSeated(world, role)
  const page = new FormPage(await openDesk(world))
  await page.open(await findPlace(world, words))
  await page.sendEmpty()
}

/** Each mistake is announced, and leads to the field that says it once more. */
export async function expectMistakesTold(world: AirlockWorld): Promise<void> {
  const page = new DashboardPage(await openDesk(world))
  await page.expectTitle(/^Error: /)
  await page.expectMistakesLinked()
  world.conversation.takePageRefusal()
}

/** Each field tells what is wrong with it, on the page that is open and comes again: what is written, where, and what. */
export async function expectNoneTaken(
  world: AirlockWorld,
  rows: readonly Readonly<Record<string, string>>[],
): Promise<void> {
  requireRows(rows)
  const page = new FormPage(await openDesk(world))
  for (const { at = '', told = '', ...filled } of rows) {
    await page.sendFirst(filled)
    await expectMistake(world, at, told)
  }
}

/** The page that is open: its title, its barriers, and the way round it by keys. */
export async function expectForEverybody(world: AirlockWorld): Promise<void> {
  const desk = await openDesk(world)
  await new DashboardPage(desk).expectTitled(world.tenant.name)
  requireNone('keep people out of the page', await findBarriers(desk.page))
  requireNone('keep those out who use the keyboard', await walkByKeys(desk.page))
}

/** Pages opened one after the other. */
export async function expectAllForEverybody(
  world: AirlockWorld,
  role: Role,
  places: readonly string[],
): Promise<void> {
  for (const words of places) {
    await openPlaceAs(world, role, words)
    await expectForEverybody(world)
  }
}

function requireNone(what: string, found: readonly string[]): void {
  if (found.length === 0) return
  const count = found.length === 1 ? '1 thing' : `${found.length} things`
  throw new AssertionError({ message: `${count} ${what}:\n${found.map((line) => `- ${line}`).join('\n')}` })
}
