// What a customer shows at a till, a coupon or a code for one: asked about, held for that till, used, let go.
import type { PresentedAccount } from '../contracts/checkout.ts'
import { operations } from '../contracts/operations.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { identityOf, outletOf, type Outlet } from './checkout.ts'
import { readNow } from './clock.ts'
import { lastCoupon } from './coupons.ts'
import { askAtOnce } from './crowds.ts'
import { customers, ensureCustomer } from './customers.ts'
import { lastToken } from './tokens.ts'

const presented = defineKind<PresentedAccount>('what a till was told')

export type Shown = 'coupon' | 'token'

/** Where it is shown, and by whom if they show their card as well. */
export type Place = { readonly till: Outlet; readonly customer?: string }

function makePresentation(world: AirlockWorld, shown: Shown, { till, customer }: Place) {
  return {
    ...(shown === 'token' ? { token: lastToken(world).token } : lastCoupon(world)),
    ...(customer === undefined ? {} : identityOf(world, customer)),
    location: outletOf(world.tenant, till),
  }
}

/** The till asks whether it is good; with a lock it is held for that till. */
export async function present(
  world: AirlockWorld,
  shown: Shown,
  { lock = false, ...place }: Place & { readonly lock?: boolean },
): Promise<void> {
  const body = { ...makePresentation(world, shown, place), lock }
  const answer = await world.api.attempt(operations.verifyAccount, { body })
  if (answer.ok) world.memory.keep(presented, 'last', answer.body)
}

export async function takeIn(world: AirlockWorld, shown: Shown, place: Place): Promise<void> {
  await world.api.attempt(operations.redeemAccount, { body: makePresentation(world, shown, place) })
}

export async function letGo(world: AirlockWorld, shown: Shown, place: Place): Promise<void> {
  const body = makePresentation(world, shown, place)
  const answer = await world.api.attempt(operations.unlockAccount, { body })
  if (answer.ok) world.memory.keep(presented, 'last', answer.body)
}

/** The till names an outlet the platform has never heard of. */
export async function presentNowhere(world: AirlockWorld, shown: Shown): Promise<void> {
  const body = makePresentation(world, shown, { till: 'outlet' })
  const location = { incomingIdentifier: 'NOWHERE-001' }
  await world.api.attempt(operations.verifyAccount, { body: { ...body, location } })
}

/** A code that was never made, for each of what a till does with one. */
const strange: Readonly<
  Record<string, (typeof operations)['verifyAccount' | 'redeemAccount' | 'unlockAccount']>
> = {
  'asked about': operations.verifyAccount,
  used: operations.redeemAccount,
  'let go': operations.unlockAccount,
}

export async function presentStrangeToken(world: AirlockWorld, deed: string): Promise<void> {
  const operation = strange[deed]
  if (!operation) throw new Error(`A token is not "${deed}", but ${Object.keys(strange).join(', ')}.`)
  const body = { token: `never-${world.suffix}`, location: outletOf(world.tenant) }
  await world.api.attempt<unknown>(operation, { body })
}

/** As if the coupon were in another customer's wallet. */
export async function presentOthers(world: AirlockWorld, name: string): Promise<void> {
  const { walletId } = await ensureCustomer(world, name)
  const body = { ...makePresentation(world, 'coupon', { till: 'outlet' }), walletId }
  await world.api.attempt(operations.verifyAccount, { body })
}

const tills: readonly Outlet[] = ['outlet', 'otherOutlet']

/** So many tills of the tenant's two outlets by turns, all before the first is answered. */
export async function takeInAtOnce(world: AirlockWorld, shown: Shown, count: number): Promise<void> {
  await askAtOnce(world, count, async (at) => {
    const body = makePresentation(world, shown, { till: tills[at % tills.length] ?? 'outlet' })
    return world.api.probe(operations.redeemAccount, { body })
  })
}

export async function holdAtOnce(world: AirlockWorld, shown: Shown, count: number): Promise<void> {
  await askAtOnce(world, count, async (at) => {
    const place: Place = { till: tills[at % tills.length] ?? 'outlet' }
    const body = { ...makePresentation(world, shown, place), lock: true }
    return world.api.probe(operations.verifyAccount, { body })
  })
}

/** A clock is read now and the lock was set a moment ago; a minute is more than lies between. */
const leewayMs = 60_000

export function assertHeldFor(world: AirlockWorld, span: Temporal.Duration): void {
  const { lockedUntil } = world.memory.recall(presented, 'last')
  const expected = readNow(world).add(span).epochMilliseconds
  const found = lockedUntil === null ? Number.NaN : Temporal.Instant.from(lockedUntil).epochMilliseconds
  const isNear = Math.abs(found - expected) < leewayMs
  expectSame('until when it is held', isNear ? 'as expected' : (lockedUntil ?? 'not at all'), 'as expected')
}

export function assertNotHeld(world: AirlockWorld): void {
  expectSame('until when it is held', world.memory.recall(presented, 'last').lockedUntil, null)
}

/** A code that belonged to nobody is in the wallet of whoever used it. */
export async function assertInWallet(world: AirlockWorld, name: string, status: string): Promise<void> {
  const { walletId } = world.memory.recall(customers, name)
  const path = { walletId, accountId: String(lastToken(world).accountId) }
  const account = await world.api.call(operations.getAccount, { path })
  expectSame(`the coupon of the token in ${name}'s wallet`, account.status, status)
}
