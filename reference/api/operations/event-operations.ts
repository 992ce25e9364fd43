// The feed of events over HTTP.
import { z } from 'zod'
import { eventSchema } from '../../model/event.ts'
import { makePageQuery } from '../../model/page.ts'
import { readFeed } from '../../service/events.ts'
import { answer, makeOperation, type Operation } from '../operation.ts'

const feedSchema = z
  .object({
    results: z.array(eventSchema),
    after: z.string().meta({ description: 'Where to go on from.' }),
    hasMore: z.boolean(),
  })
  .meta({ id: 'EventFeed' })

const listOperation = makeOperation({
  operationId: 'listEvents',
  method: 'GET',
  path: '/events',
  service: 'wallet',
  summary:
    "Read what was changed by the client's operations, in order, from after the event that is named. The same question gets the same events again.",
  querySchema: z.object({
    limit: makePageQuery({ limit: 100, orderBy: ['id'] }).limit,
    after: z
      .string()
      .regex(/^\d{1,15}$/, 'after must be the id of an event')
      .prefault('0'),
  }),
  responses: { 200: feedSchema },
  refuses: ['INVALID_REQUEST'],
  handle: (scope, { query }) => answer.ok(readFeed(scope, query)),
})

export const eventOperations: readonly Operation[] = [listOperation]
