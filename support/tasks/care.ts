// What staff do for a customer in the dashboard: find who has called, look at the wallet, and do what there is a form
// for. The same things done through the API stand in the tasks of their noun.
import { CustomersPage } from '../drivers/pages/customers-page.ts'
import { DashboardPage } from '../drivers/pages/dashboard-page.ts'
import { FormPage, type Filled } from '../drivers/pages/form-page.ts'
import type { AirlockWorld } from '../world.ts'
import { campaigns } from './campaigns.ts'
import { lastPurchase } from './checkout.ts'
import { customers } from './customers.ts'
import { haveSeated, openDesk, type Role } from './desk.ts'
import { cardPlace, couponPlace, pointsPlace, walletPlace } from './places.ts'
import { memberships } from './points.ts'
import { lastToken } from './tokens.ts'

type Key = (world: AirlockWorld, name: string) => string

/** What a caller can say, and what is typed for it. */
const keys: Readonly<Record<string, Key>> = {
  'wallet number': (world, name) => world.memory.recall(customers, name).walletId,
  card: (world, name) => world.memory.recall(customers, name).card,
  'account number': (world, name) => world.memory.recall(memberships, name).accountId,
  purchase: (world) => lastPurchase(world).reference,
  token: (world) => lastToken(world).token,
  name: (world, name) => world.unique(name),
}

export const keyWords = Object.keys(keys)

/** An address that only this scenario knows. */
export function emailOf(world: AirlockWorld, name: string): string {
  return `${name.toLowerCase()}.${world.suffix}@example.com`
}

async function searchAs(world: AirlockWorld, role: Role, text: string): Promise<void> {
  await haveSeated(world, role)
  await new CustomersPage(await openDesk(world)).search(text)
}

export async function searchBy(
  world: AirlockWorld,
  role: Role,
  { name, key }: { readonly name: string; readonly key: string },
): Promise<void> {
  await searchAs(world, role, keys[key]?.(world, name) ?? '')
}

export async function expectFound(world: AirlockWorld, name: string): Promise<void> {
  const page = new CustomersPage(await openDesk(world))
  await page.expectFound(world.memory.recall(customers, name).walletId)
}

/** Each typed where the last one still stands. */
export async function expectFoundByEach(
  world: AirlockWorld,
  name: string,
  all: readonly string[],
): Promise<void> {
  const page = new CustomersPage(await openDesk(world))
  for (const key of all) {
    await page.searchAgain(keys[key]?.(world, name) ?? '')
    await page.expectFound(world.memory.recall(customers, name).walletId)
  }
}

export async function expectFoundCount(world: AirlockWorld, count: string): Promise<void> {
  await new CustomersPage(await openDesk(world)).expectFoundCount(count)
}

export type Deed = { readonly place: string; readonly filled: Filled; readonly button: string }

/** Through the form that there is for it. */
export async function perform(world: AirlockWorld, role: Role, deed: Deed): Promise<void> {
  await haveSeated(world, role)
  const page = new FormPage(await openDesk(world))
  await page.open(deed.place)
  await page.send(deed.filled, deed.button)
}

/** The same, and the form is sent once more, as a second press of an impatient hand does. */
export async function performTwice(world: AirlockWorld, role: Role, deed: Deed): Promise<void> {
  await haveSeated(world, role)
  const page = new FormPage(await openDesk(world))
  await page.open(deed.place)
  await page.sendTwice(deed.filled, deed.button)
}

/** The same as `perform`, and the dashboard has said that it was done. */
export async function havePerformed(
  world: AirlockWorld,
  role: Role,
  { deed, said }: { readonly deed: Deed; readonly said: string },
): Promise<void> {
  await perform(world, role, deed)
  await new DashboardPage(await openDesk(world)).expectSaid(said)
}

type Move = { readonly points: number; readonly reason: string }

export function givingGoodwill(world: AirlockWorld, name: string, { points, reason }: Move): Deed {
  const filled = { Points: String(points), Reason: reason }
  return { place: walletPlace(world, name), filled, button: 'Give points' }
}

export function movingPoints(
  world: AirlockWorld,
  [verb, name]: readonly [string, string],
  { points, reason }: Move,
): Deed {
  const [path, button] = verb === 'credits' ? ['credit', 'Credit points'] : ['debit', 'Debit points']
  const place = `${pointsPlace(world, name)}/${path}`
  return { place, filled: { Points: String(points), Reason: reason }, button: button ?? '' }
}

export function suspendingWallet(world: AirlockWorld, name: string, reason: string): Deed {
  const place = `${walletPlace(world, name)}/suspend`
  return { place, filled: { Reason: reason }, button: 'Suspend wallet' }
}

/** `suspends` → what is pressed for it. */
const cardButtons: Readonly<Record<string, readonly [path: string, button: string]>> = {
  suspends: ['suspend', 'Suspend identity'],
  activates: ['activate', 'Activate identity'],
  'reports as lost': ['lost', 'Report lost'],
  'reports as stolen': ['stolen', 'Report stolen'],
}

export function steppingCard(
  world: AirlockWorld,
  [verb, name]: readonly [string, string],
  reason: string,
): Deed {
  const [path, button] = cardButtons[verb] ?? ['', '']
  return { place: `${cardPlace(world, name)}/${path}`, filled: { Reason: reason }, button }
}

export function movingCard(
  world: AirlockWorld,
  [name, other]: readonly [string, string],
  reason: string,
): Deed {
  const { walletId } = world.memory.recall(customers, other)
  const filled = { 'Other wallet': walletId, Reason: reason }
  return { place: `${cardPlace(world, name)}/move`, filled, button: 'Move identity' }
}

export function addingCard(
  world: AirlockWorld,
  [name, value]: readonly [string, string],
  reason: string,
): Deed {
  const filled = { Type: 'Card', Value: value, Reason: reason }
  return { place: `${walletPlace(world, name)}/add-identity`, filled, button: 'Add identity' }
}

export function givingCoupon(
  world: AirlockWorld,
  [name, campaign]: readonly [string, string],
  reason: string,
): Deed {
  const { id, name: called } = world.memory.recall(campaigns, campaign)
  const filled = { Campaign: `${called} (${id})`, Reason: reason }
  return { place: `${walletPlace(world, name)}/give-coupon`, filled, button: 'Give coupon' }
}

export function takingInCoupon(
  world: AirlockWorld,
  name: string,
  [token, reason]: readonly [string, string],
): Deed {
  const filled = { Token: token, Reason: reason }
  return { place: `${walletPlace(world, name)}/take-in-coupon`, filled, button: 'Take in coupon' }
}

export async function cancellingCoupon(world: AirlockWorld, reason: string): Promise<Deed> {
  const place = `${await couponPlace(world)}/cancel`
  return { place, filled: { Reason: reason }, button: 'Cancel coupon' }
}

export async function expectBalance(world: AirlockWorld, text: string): Promise<void> {
  await new DashboardPage(await openDesk(world)).expectRow('Accounts', [text])
}

export async function expectFirstEntry(world: AirlockWorld, cells: readonly string[]): Promise<void> {
  await new DashboardPage(await openDesk(world)).expectFirstRow('Points ledger', cells)
}

export async function expectName(world: AirlockWorld, text: string): Promise<void> {
  await new DashboardPage(await openDesk(world)).expectHeading(text)
}

export async function expectFact(world: AirlockWorld, term: string, value: string): Promise<void> {
  await new DashboardPage(await openDesk(world)).expectFact(term, value)
}

/** Name, address and card; what must not be seen stands nowhere on the page. */
export async function expectPersonal(world: AirlockWorld, name: string, isMasked: boolean): Promise<void> {
  const values = [name, emailOf(world, name), world.memory.recall(customers, name).card]
  const page = new DashboardPage(await openDesk(world))
  for (const value of values) await (isMasked ? page.expectNowhere(value) : page.expectWords(value))
}
