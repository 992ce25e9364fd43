// The tenant's staff at the dashboard: who sits there, how they came in, and whether they use a mouse or only keys.
import type { Cookie } from 'playwright'
import { mouse, makeKeys, type Hand } from '../drivers/pages/hand.ts'
import { SignInPage, type Access } from '../drivers/pages/sign-in-page.ts'
import type { Desk } from '../drivers/pages/dashboard-page.ts'
import { defineKind } from '../memory.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'

export type Role = 'care' | 'supervisor' | 'marketing'

/** `customer care`, `a supervisor`, `marketing`. */
export function roleOf(words: string): Role {
  if (words.endsWith('supervisor')) return 'supervisor'
  return words === 'marketing' ? 'marketing' : 'care'
}

const seats = defineKind<Role | null>('member of staff')
const hands = defineKind<'keys'>('hand')
const seat = 'at the dashboard'

export async function openDesk(world: AirlockWorld): Promise<Desk> {
  const { page } = await world.session()
  const url = world.tenant.urls['dashboard'] ?? ''
  return { page, url, hand: handOf(world, page) }
}

function handOf(world: AirlockWorld, page: Desk['page']): Hand {
  return world.memory.has(hands, seat) ? makeKeys(page) : mouse
}

/** From now on nobody touches the mouse. */
export function useKeysOnly(world: AirlockWorld): void {
  world.memory.keep(hands, seat, 'keys')
}

export function accessOf({ id, dashboard }: Tenant, role: Role): Access {
  const access = role === 'care' ? dashboard : dashboard?.roles[role]
  if (!access) throw new Error(`The tenant ${id} has no access to the dashboard for ${role} in its file`)
  return access
}

/** At the sign-in page, whatever comes of it. */
export async function signIn(world: AirlockWorld, access: Access): Promise<void> {
  const page = new SignInPage(await openDesk(world))
  await page.open('')
  await page.signIn(access)
}

function takeSeat(world: AirlockWorld, role: Role | null): void {
  world.memory.keep(seats, seat, role)
}

/** Whoever goes out takes along what other scenarios would come in with. */
export function leaveSeat(world: AirlockWorld): void {
  const role = world.memory.has(seats, seat) ? world.memory.recall(seats, seat) : null
  if (role !== null) comings.delete(keyOf(world, role))
  takeSeat(world, null)
}

/** Somebody of that role works from now on; whoever was there before has gone. */
export async function haveSeated(world: AirlockWorld, role: Role): Promise<void> {
  const seated = world.memory.has(seats, seat) ? world.memory.recall(seats, seat) : null
  if (seated === role) return
  const desk = await openDesk(world)
  const context = desk.page.context()
  if (seated !== null) await context.clearCookies()
  if (desk.hand !== mouse || !(await comeInAgain(desk, comings.get(keyOf(world, role))))) {
    await signIn(world, accessOf(world.tenant, role))
    await new SignInPage(desk).expectSignedIn()
    comings.set(keyOf(world, role), await context.cookies())
  }
  takeSeat(world, role)
}

/** What the browser of who came in last kept. Coming in has features of its own; all others need not type a password. */
const comings = new Map<string, readonly Cookie[]>()

function keyOf(world: AirlockWorld, role: Role): string {
  return `${world.tenant.id} ${role}`
}

/** Whether that still opens the dashboard: they may have gone out since, or a clock was moved. Asked without a page. */
async function comeInAgain({ page, url }: Desk, kept?: readonly Cookie[]): Promise<boolean> {
  if (!kept) return false
  const context = page.context()
  await context.addCookies([...kept])
  const answer = await context.request.get(url)
  const isIn = answer.ok() && !answer.url().includes('/sign-in')
  if (!isIn) await context.clearCookies()
  return isIn
}
