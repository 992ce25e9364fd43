// What tests do to the platform as a whole: start it anew while it serves, and bring a copy of its store to life.
import { z } from 'zod'
import { found, Refusal } from '../../service/refusal.ts'
import type { Controls } from '../controls.ts'
import { answer, type OpenContext, type OpenOperation } from '../operation.ts'
import { readControlBody } from './control-input.ts'

const versionSchema = z.string().regex(/^[\w.+-]{1,64}$/)

const restartSchema = z.strictObject({ version: versionSchema.optional() }).optional()

const restart: OpenOperation = {
  operationId: 'restart',
  method: 'POST',
  path: '/test/restart',
  isHidden: true,
  summary:
    'Replace the instances one by one, by another version if one is named. `/version` tells how far it is.',
  responses: { 202: z.object({ isRestarting: z.literal(true) }) },
  refuses: ['INVALID_REQUEST', 'MALFORMED_JSON', 'NOT_READY'],
  handle: (context) => {
    requireControls(context).restart(readControlBody(restartSchema, context.body)?.version)
    return { status: 202, body: { isRestarting: true } }
  },
}

const backUp: OpenOperation = {
  operationId: 'backUp',
  method: 'POST',
  path: '/test/backups',
  isHidden: true,
  summary: 'Copy the store as it is now.',
  responses: { 201: z.object({ backup: z.string() }) },
  refuses: ['NOT_READY'],
  handle: (context) => answer.created({ backup: requireControls(context).backUp() }),
}

const restore: OpenOperation = {
  operationId: 'restore',
  method: 'POST',
  path: '/test/backups/{backup}/restore',
  isHidden: true,
  summary: 'Start an instance over a copy of the store, beside the platform and with the same clients.',
  responses: { 201: z.object({ url: z.url() }) },
  refuses: ['BACKUP_NOT_FOUND', 'NOT_READY'],
  handle: async (context) => {
    const url = await requireControls(context).restore(context.path['backup'] ?? '')
    return answer.created({ url: found(url, 'BACKUP_NOT_FOUND') })
  },
}

/** An instance that nobody stands above cannot do these. */
function requireControls({ controls }: OpenContext): Controls {
  if (!controls) throw new Refusal('NOT_READY', ['this instance runs alone'])
  return controls
}

export const platformOperations: readonly OpenOperation[] = [restart, backUp, restore]
