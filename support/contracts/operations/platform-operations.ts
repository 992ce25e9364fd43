// Operations of the platform itself, and the controls that a test target offers.
import { z } from 'zod'
import { event } from '../event.ts'
import { instant, whole } from '../fields.ts'
import { defineOn, type Operation } from '../operation.ts'

const on = defineOn('wallet')

export const platformOperations = {
  health: on('health', 'GET /health', [200, z.object({ status: z.string() })]),
  ready: on('ready', 'GET /ready', [200, z.object({ status: z.string() })]),
  version: on('version', 'GET /version', [
    200,
    z.object({
      version: z.string(),
      commit: z.string(),
      digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
      instance: z.string(),
      startedAt: z.string(),
      release: z.string().optional(),
    }),
  ]),
  contract: on('contract', 'GET /openapi.json', [
    200,
    z.looseObject({
      openapi: z.string().regex(/^3\.1\.\d+$/),
      paths: z.record(z.string(), z.record(z.string(), z.unknown())),
    }),
  ]),
  moveClock: on('moveClock', 'PUT /test/clock', [200, z.object({ now: instant })]),
  createClient: on('createClient', 'POST /test/clients', [
    201,
    z.object({ clientId: z.string(), secret: z.string() }),
  ]),
  revokeClient: on('revokeClient', 'DELETE /test/clients/{clientId}', [204, z.null()]),
  limitClient: on('limitClient', 'PUT /test/clients/{clientId}/limit', [
    200,
    z.object({ requests: whole, seconds: whole }),
  ]),
  setEventStream: on('setEventStream', 'PUT /test/event-stream', [200, z.looseObject({ state: z.string() })]),
  purge: on('purge', 'POST /test/purge', [200, z.record(z.string(), whole)]),
  restart: on('restart', 'POST /test/restart', [202, z.looseObject({ isRestarting: z.literal(true) })]),
  backUp: on('backUp', 'POST /test/backups', [201, z.object({ backup: z.string() })]),
  restore: on('restore', 'POST /test/backups/{backup}/restore', [201, z.object({ url: z.url() })]),
  listEvents: on('listEvents', 'GET /events', [
    200,
    z.object({ results: z.array(event), after: z.string(), hasMore: z.boolean() }),
  ]),
} as const satisfies Record<string, Operation<unknown>>
