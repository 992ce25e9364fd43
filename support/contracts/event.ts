// What the platform tells others of a change, as those read it who act upon it.
import { z } from 'zod'
import { id, instant, list, whole } from './fields.ts'

export const event = z.object({
  headers: z.object({
    eventName: z.string().regex(/^[A-Z]+(?:\.[A-Z]+)+$/, 'a name such as WALLET.CREATE'),
    eventDate: instant,
    eesEventId: z.string().min(1),
    eesMasterEventId: z.string().min(1),
    eesEnvironmentType: z.string(),
    eesApiVersion: z.string(),
    unitId: id,
    unitFriendlyName: z.string(),
    clientId: z.string(),
    clientIdFriendlyName: z.string(),
    externalMessageId: z.string().nullable(),
  }),
  request: z.object({ resource: z.string(), method: z.string(), body: z.unknown() }),
  response: z.object({ code: whole, body: z.unknown(), contentType: z.string() }),
  atomicOperations: z.array(
    z.object({ objectType: z.string(), operationType: z.enum(['CREATE', 'UPDATE']), objectId: id }),
  ),
  enrichmentData: list,
})
export type PlatformEvent = z.output<typeof event>
