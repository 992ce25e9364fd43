// Coming into the dashboard, going out of it, and what it opens to whom.
import type { Cookie } from 'playwright'
import { DashboardPage } from '../drivers/pages/dashboard-page.ts'
import { SignInPage, type Access } from '../drivers/pages/sign-in-page.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { letGoBy } from './clock.ts'
import { accessOf, haveSeated, openDesk, leaveSeat, signIn, type Role } from './desk.ts'
import { findPlace, walletPlace } from './places.ts'

export async function signInAs(world: AirlockWorld, role: Role, access: Partial<Access> = {}): Promise<void> {
  await signIn(world, { ...accessOf(world.tenant, role), ...access })
}

/** A name that nobody has. */
function strangeName(world: AirlockWorld): string {
  return `nobody-${world.suffix}@shop.example`
}

const wrong = 'not the password'

export async function signInWrongly(world: AirlockWorld, role: Role): Promise<void> {
  await signInAs(world, role, { password: wrong })
}

/** One after the other on the same page, each of them refused; what comes of the last is for others to say. */
async function tryPasswords(world: AirlockWorld, user: string, times: number): Promise<void> {
  const page = new SignInPage(await openDesk(world))
  await page.open('/sign-in')
  for (let time = 1; time < times; time++) {
    await page.signIn({ user, password: wrong })
    await page.expectAlert('not right')
  }
  await page.signIn({ user, password: wrong })
}

/** Nobody must find them locked afterwards: when the time is over, the right password makes everything good. */
export async function tryPasswordsOf(world: AirlockWorld, role: Role, times: number): Promise<void> {
  world.undoLater(async () => {
    const page = new SignInPage(await openDesk(world))
    if (await page.isSignedIn()) return
    await letGoBy(world, Temporal.Duration.from({ minutes: 16 }))
    await signInAs(world, role)
    await page.expectSignedIn()
    await world.undoAll()
  })
  await tryPasswords(world, accessOf(world.tenant, role).user, times)
  await expectRefused(world, /not right|Too many/)
}

/** The time of the lock is over, and the right password is right again. */
export async function expectOpenAfter(
  world: AirlockWorld,
  role: Role,
  span: Temporal.Duration,
): Promise<void> {
  await letGoBy(world, span)
  await expectOpen(world, role)
}

export async function expectOpen(world: AirlockWorld, role: Role): Promise<void> {
  await signInAs(world, role)
  await new SignInPage(await openDesk(world)).expectSignedIn()
}

/** On the page that is open. */
export async function signInAsNobody(world: AirlockWorld): Promise<void> {
  await new SignInPage(await openDesk(world)).signIn({ user: strangeName(world), password: wrong })
}

export async function signOut(world: AirlockWorld): Promise<void> {
  const page = new SignInPage(await openDesk(world))
  await page.signOut()
  await page.expectShown()
  leaveSeat(world)
}

const copies = defineKind<readonly Cookie[]>('copy of what a browser keeps')

export async function copyBrowser(world: AirlockWorld): Promise<void> {
  const { page } = await openDesk(world)
  world.memory.keep(copies, 'last', await page.context().cookies())
}

/** In the same window, with nothing but what was copied. */
export async function openWithCopy(world: AirlockWorld, words: string): Promise<void> {
  const { page } = await openDesk(world)
  await page.context().clearCookies()
  await page.context().addCookies([...world.memory.recall(copies, 'last')])
  await openPlace(world, words)
}

export async function openPlace(world: AirlockWorld, words: string): Promise<void> {
  await new DashboardPage(await openDesk(world)).open(await findPlace(world, words))
}

/** It is there, and whoever opened it is still known. */
export async function lookAt(world: AirlockWorld, role: Role, words: string): Promise<void> {
  await openPlaceAs(world, role, words)
  await new SignInPage(await openDesk(world)).expectSignedIn()
}

export async function openPlaceAs(world: AirlockWorld, role: Role, words: string): Promise<void> {
  await haveSeated(world, role)
  await openPlace(world, words)
}

/** One after the other; each says that it is not for this role. */
export async function expectNoneOpen(
  world: AirlockWorld,
  role: Role,
  places: readonly string[],
): Promise<void> {
  for (const words of places) {
    await openPlaceAs(world, role, words)
    await expectNoPage(world, 403, 'Not allowed')
  }
}

export async function openWallet(world: AirlockWorld, name: string): Promise<void> {
  await new DashboardPage(await openDesk(world)).open(walletPlace(world, name))
}

export async function openWalletAs(world: AirlockWorld, role: Role, name: string): Promise<void> {
  await haveSeated(world, role)
  await openWallet(world, name)
}

export async function expectSignInPage(world: AirlockWorld): Promise<void> {
  await new SignInPage(await openDesk(world)).expectShown()
}

export async function expectTenantName(world: AirlockWorld): Promise<void> {
  await new DashboardPage(await openDesk(world)).expectTenant(world.tenant.name)
}

export async function expectOffered(world: AirlockWorld, places: string): Promise<void> {
  await new DashboardPage(await openDesk(world)).expectOffered(places.split(', '))
}

/** What was done, in words. */
export async function expectSaid(world: AirlockWorld, text: string): Promise<void> {
  await new DashboardPage(await openDesk(world)).expectSaid(text)
}

/** The page said no, and why. */
export async function expectRefused(world: AirlockWorld, text: string | RegExp): Promise<void> {
  await new DashboardPage(await openDesk(world)).expectAlert(text)
  world.conversation.takePageRefusal()
}

/** The page said no, why, and at which field it can be mended. */
export async function expectMistake(world: AirlockWorld, label: string, text: string): Promise<void> {
  await new DashboardPage(await openDesk(world)).expectMistake(label, text)
  world.conversation.takePageRefusal()
}

/** A page of its own says that there is nothing of that kind, or nothing for this role. */
export async function expectNoPage(world: AirlockWorld, status: 403 | 404, heading: string): Promise<void> {
  await new DashboardPage(await openDesk(world)).expectHeading(heading)
  const refusal = world.conversation.takePageRefusal()
  expectSame(`how the page "${heading}" was answered`, refusal.status, status)
}
