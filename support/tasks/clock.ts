// The tenant's clock: what the platform takes for now, and how a scenario moves it. It is put right when the scenario is
// over; such scenarios run alone, since the tenant's other cases read the same clock.
import { operations } from '../contracts/operations.ts'
import { renderTime, type Moment } from '../moment.ts'
import type { AirlockWorld } from '../world.ts'

/** What it is now for the tenant, in its own zone. */
export function readNow({ tenant, clockOffsetMs }: AirlockWorld): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(Date.now() + clockOffsetMs)
  return instant.toZonedDateTimeISO(tenant.zone)
}

/** A moment as the API writes times. */
export function timeOf(world: AirlockWorld, moment: Moment): string {
  return renderTime(moment(readNow(world)))
}

/** Moves the tenant's clock by a length of time. */
export async function letGoBy(world: AirlockWorld, span: Temporal.Duration): Promise<void> {
  await setClock(world, (now) => now.add(span))
}

/** Sets the tenant's clock. */
export async function setClock(world: AirlockWorld, moment: Moment): Promise<void> {
  world.requireLock("Another time on the tenant's clock")
  const { id: tenant } = world.tenant
  world.undoLater(() => world.api.call(operations.moveClock, { body: { tenant, reset: true } }))
  const body = { tenant, now: timeOf(world, moment) }
  const { now } = await world.api.call(operations.moveClock, { body })
  world.clockOffsetMs = Temporal.Instant.from(now).epochMilliseconds - Date.now()
}
