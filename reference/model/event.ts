// What the platform tells others of a change: which operation, by whom, on which unit, and every entity it touched.
import { z } from 'zod'
import { emptyListSchema, idSchema } from './fields.ts'
import { instantSchema } from './instant.ts'

const changeSchema = z.object({
  objectType: z.string(),
  operationType: z.enum(['CREATE', 'UPDATE']),
  objectId: idSchema,
})

export type Change = z.infer<typeof changeSchema>

export const eventSchema = z
  .object({
    headers: z.object({
      eventName: z.string(),
      eventDate: instantSchema,
      eesEventId: z.string().meta({ description: 'The same whenever the event is told again; ascending.' }),
      eesMasterEventId: z.string(),
      eesEnvironmentType: z.string(),
      eesApiVersion: z.string(),
      unitId: idSchema,
      unitFriendlyName: z.string(),
      clientId: z.string(),
      clientIdFriendlyName: z.string(),
      externalMessageId: z.string().nullable(),
    }),
    request: z.object({ resource: z.string(), method: z.string(), body: z.unknown() }),
    response: z.object({ code: z.int(), body: z.unknown(), contentType: z.string() }),
    atomicOperations: z.array(changeSchema),
    enrichmentData: emptyListSchema,
  })
  .meta({ id: 'Event' })

export type PlatformEvent = z.infer<typeof eventSchema>
