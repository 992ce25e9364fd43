// The tenants' clocks, for tests only: what expires in a fortnight is tested today. Not part of the product's document.
import { z } from 'zod'
import { renderInstant, instantSchema } from '../../model/instant.ts'
import type { Tenant } from '../../model/tenant.ts'
import { readNow, writeClockOffset } from '../../store/clock.ts'
import { answer, type OpenContext, type OpenOperation } from '../operation.ts'
import { chooseTenant, readControlBody } from './control-input.ts'

const clockSchema = z.object({ tenant: z.string(), now: instantSchema, offsetSeconds: z.number() })

const queryValues = z.object({ tenant: z.string().optional() })

const bodySchema = z.union([
  z.strictObject({ tenant: z.string().optional(), now: instantSchema }),
  z.strictObject({ tenant: z.string().optional(), advanceSeconds: z.int().min(0).max(3_200_000_000) }),
  z.strictObject({ tenant: z.string().optional(), reset: z.literal(true) }),
])

type ClockChange = z.infer<typeof bodySchema>

const readClock: OpenOperation = {
  operationId: 'getClock',
  method: 'GET',
  path: '/test/clock',
  isHidden: true,
  summary: "What a tenant's clock shows.",
  responses: { 200: clockSchema },
  refuses: ['INVALID_REQUEST'],
  handle: (context) => answer.ok(makeClock(context, findNamedTenant(context))),
}

const moveClock: OpenOperation = {
  operationId: 'moveClock',
  method: 'PUT',
  path: '/test/clock',
  isHidden: true,
  summary: "Move a tenant's clock: to an instant, ahead, or back to real time.",
  responses: { 200: clockSchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON'],
  handle: (context) => {
    const change = readControlBody(bodySchema, context.body)
    const tenant = findNamedTenant(context, change.tenant)
    const { store } = context.platform
    store.write(() => writeClockOffset(store, tenant.id, makeOffset(change, readNow(store, tenant.id))))
    return answer.ok(makeClock(context, tenant))
  },
}

function makeOffset(change: ClockChange, nowMs: number): number {
  if ('reset' in change) return 0
  const targetMs = 'now' in change ? Date.parse(change.now) : nowMs + change.advanceSeconds * 1000
  return targetMs - Date.now()
}

/** Named in the body or in the query. */
function findNamedTenant(context: OpenContext, named?: string): Tenant {
  const query = queryValues.safeParse(context.query)
  return chooseTenant(named ?? (query.success ? (query.data.tenant ?? '') : ''))
}

function makeClock({ platform }: OpenContext, tenant: Tenant) {
  const nowMs = readNow(platform.store, tenant.id)
  const offsetSeconds = Math.round((nowMs - Date.now()) / 1000)
  return { tenant: tenant.id, now: renderInstant(nowMs), offsetSeconds }
}

export const clockOperations: readonly OpenOperation[] = [readClock, moveClock]
