// What customer care does in the dashboard. The same things done through the API stand in the tasks of their noun.
import { CustomersPage } from '../drivers/pages/customers-page.ts'
import { SignInPage, type Access } from '../drivers/pages/sign-in-page.ts'
import { WalletPage } from '../drivers/pages/wallet-page.ts'
import { operations } from '../contracts/operations.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { lastPurchase } from './checkout.ts'
import { customers } from './customers.ts'

async function pages(world: AirlockWorld) {
  const { page } = await world.session()
  const url = world.tenant.urls['dashboard'] ?? ''
  return {
    signIn: new SignInPage(page, url),
    customers: new CustomersPage(page, url),
    wallet: new WalletPage(page, url),
  }
}

function accessOf({ id, dashboard }: Tenant): Access {
  if (!dashboard) throw new Error(`The tenant ${id} has no access to the dashboard in its file`)
  return dashboard
}

export async function signIn(world: AirlockWorld, access: Partial<Access> = {}): Promise<void> {
  const { signIn: page } = await pages(world)
  await page.open()
  await page.signIn({ ...accessOf(world.tenant), ...access })
}

/** Signed in for sure, before anything else is done. */
export async function haveSignedIn(world: AirlockWorld): Promise<void> {
  await signIn(world)
  const { signIn: page } = await pages(world)
  await page.expectSignedIn()
}

export async function signOut(world: AirlockWorld): Promise<void> {
  const { signIn: page } = await pages(world)
  await page.signOut()
  await page.expectShown()
}

export async function backToSearch(world: AirlockWorld): Promise<void> {
  const { customers: page } = await pages(world)
  await page.open()
}

export async function expectSignInPage(world: AirlockWorld): Promise<void> {
  const { signIn: page } = await pages(world)
  await page.expectShown()
}

export async function expectSignInRefused(world: AirlockWorld): Promise<void> {
  const { signIn: page } = await pages(world)
  await page.expectRefused()
}

export async function expectTenantName(world: AirlockWorld): Promise<void> {
  const { signIn: page } = await pages(world)
  await page.expectTenant(world.tenant.name)
}

export async function openWallet(world: AirlockWorld, name: string): Promise<void> {
  const { wallet } = await pages(world)
  await wallet.open(world.memory.recall(customers, name).walletId)
}

export async function openOthersWallet(world: AirlockWorld): Promise<void> {
  const other = world.apiOf(world.otherTenant('wallet'))
  const { walletId } = await other.call(operations.createWallet, { body: { type: 'CONSUMER' } })
  const { wallet } = await pages(world)
  await wallet.open(walletId)
}

export async function expectNoSuchWallet(world: AirlockWorld): Promise<void> {
  const { wallet } = await pages(world)
  await wallet.expectNotFound()
}

/** What a caller can say, and what is typed for it. */
const keys: Readonly<Record<string, (world: AirlockWorld, name: string) => string>> = {
  card: (world, name) => world.memory.recall(customers, name).card,
  'wallet number': (world, name) => world.memory.recall(customers, name).walletId,
  purchase: (world) => lastPurchase(world).reference,
}

export async function searchBy(world: AirlockWorld, name: string, key: string): Promise<void> {
  const { customers: page } = await pages(world)
  await page.search(keys[key]?.(world, name) ?? '')
}

export async function searchFor(world: AirlockWorld, text: string): Promise<void> {
  const { customers: page } = await pages(world)
  await page.search(text)
}

export async function expectFound(world: AirlockWorld, name: string): Promise<void> {
  const { customers: page } = await pages(world)
  await page.expectFound(world.memory.recall(customers, name).walletId)
}

export async function expectNobodyFound(world: AirlockWorld): Promise<void> {
  const { customers: page } = await pages(world)
  await page.expectNobody()
}

export type Gift = { readonly points: string; readonly reason: string }

export async function giveGoodwill(
  world: AirlockWorld,
  name: string,
  { points, reason }: Gift,
): Promise<void> {
  await openWallet(world, name)
  const { wallet } = await pages(world)
  await wallet.giveGoodwill(points, reason)
}

export async function giveGoodwillTwice(world: AirlockWorld, name: string, gift: Gift): Promise<void> {
  await openWallet(world, name)
  const { wallet } = await pages(world)
  await wallet.giveGoodwillTwice(gift.points, gift.reason)
}

export async function giveGoodwillByKeys(world: AirlockWorld, name: string, gift: Gift): Promise<void> {
  await openWallet(world, name)
  const { wallet } = await pages(world)
  await wallet.giveGoodwillByKeys(gift.points, gift.reason)
}

export async function expectGoodwillConfirmed(world: AirlockWorld): Promise<void> {
  const { wallet } = await pages(world)
  await wallet.expectConfirmed()
}

export async function expectGoodwillRefused(world: AirlockWorld, why: string | RegExp): Promise<void> {
  const { wallet } = await pages(world)
  await wallet.expectRefused(why)
}

export async function expectBalance(world: AirlockWorld, points: number): Promise<void> {
  const { wallet } = await pages(world)
  await wallet.expectBalance(points)
}

export async function expectFirstEntry(world: AirlockWorld, event: string, value: number): Promise<void> {
  const { wallet } = await pages(world)
  await wallet.expectFirstEntry(event, value)
}

export async function expectName(world: AirlockWorld, text: string): Promise<void> {
  const { wallet } = await pages(world)
  await wallet.expectHeading(text)
}
