// Trouble on order, and what only time brings, for tests only: a dependency that is slow or gone, and the purge of what is
// long over.
import { z } from 'zod'
import { streamStates, writeStream } from '../../service/event-stream.ts'
import { minimumPurgeDays, purge } from '../../service/purge.ts'
import { openScope } from '../../service/scope.ts'
import { answer, type OpenOperation } from '../operation.ts'
import { chooseTenant, readControlBody } from './control-input.ts'

const streamSchema = z.strictObject({
  tenant: z.string(),
  state: z.enum(streamStates),
  delayMs: z.int().min(0).max(10_000).default(0),
})

const troubleStream: OpenOperation = {
  operationId: 'setEventStream',
  method: 'PUT',
  path: '/test/event-stream',
  isHidden: true,
  summary: 'Make the stream that events of a tenant go to slow, take it down, or bring it up again.',
  responses: { 200: streamSchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON'],
  handle: ({ platform, body }) => {
    const { tenant, ...stream } = readControlBody(streamSchema, body)
    writeStream(platform.store, chooseTenant(tenant).id, stream)
    return answer.ok({ tenant, ...stream })
  },
}

const purgeSchema = z.strictObject({
  tenant: z.string(),
  olderThanDays: z.int().min(minimumPurgeDays).max(10_000).default(minimumPurgeDays),
})

const purgedSchema = z.object({
  accounts: z.int(),
  accountTransactions: z.int(),
  campaigns: z.int(),
  events: z.int(),
})

const runPurge: OpenOperation = {
  operationId: 'purge',
  method: 'POST',
  path: '/test/purge',
  isHidden: true,
  summary: `Take away what of a tenant has been over for so many days, at least ${minimumPurgeDays}, by its clock.`,
  responses: { 200: purgedSchema },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON'],
  handle: ({ platform, body }) => {
    const { tenant, olderThanDays } = readControlBody(purgeSchema, body)
    const scope = openScope(platform, chooseTenant(tenant), 'SYSTEM')
    return answer.ok(purge(scope, olderThanDays))
  },
}

export const troubleOperations: readonly OpenOperation[] = [troubleStream, runPurge]
