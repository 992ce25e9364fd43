// What is answered without a signature: whether the platform lives, which build it is, and what it offers.
import { z } from 'zod'
import { Refusal } from '../../service/refusal.ts'
import { findCredential } from '../../store/credentials.ts'
import { makeOpenApi } from '../openapi.ts'
import { answer, type OpenOperation } from '../operation.ts'
import { clientOperations } from './client-operations.ts'
import { clockOperations } from './clock-operations.ts'
import { signedOperations } from './signed-operations.ts'

const healthOperation: OpenOperation = {
  operationId: 'getHealth',
  method: 'GET',
  path: '/health',
  summary: 'Whether the instance lives.',
  responses: { 200: z.object({ status: z.literal('ok') }) },
  refuses: [],
  handle: () => answer.ok({ status: 'ok' }),
}

const readyOperation: OpenOperation = {
  operationId: 'getReadiness',
  method: 'GET',
  path: '/ready',
  summary: 'Whether the instance can serve: it lives and reaches its store.',
  responses: { 200: z.object({ status: z.literal('ready') }) },
  refuses: ['NOT_READY'],
  handle: ({ platform }) => {
    if (platform.store.get('SELECT 1 AS one')?.['one'] !== 1) throw new Refusal('NOT_READY')
    return answer.ok({ status: 'ready' })
  },
}

const versionSchema = z
  .object({
    version: z.string(),
    commit: z.string(),
    digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    instance: z.string(),
    startedAt: z.iso.datetime({ offset: true }),
    release: z.string().optional().meta({ description: 'What the client asking is served with.' }),
  })
  .meta({ id: 'Version' })

const versionOperation: OpenOperation = {
  operationId: 'getVersion',
  method: 'GET',
  path: '/version',
  summary: 'Which build answers, and which release the client named in X-EES-AUTH-CLIENT-ID is served with.',
  responses: { 200: versionSchema },
  refuses: [],
  handle: ({ platform, build, headers }) => {
    const clientId = headers['x-ees-auth-client-id']
    const isClient = typeof clientId === 'string' && findCredential(platform.store, clientId) !== undefined
    return answer.ok({ ...build, ...(isClient ? { release: build.version } : {}) })
  },
}

const documentOperation: OpenOperation = {
  operationId: 'getOpenApi',
  method: 'GET',
  path: '/openapi.json',
  summary: 'This document.',
  responses: { 200: z.looseObject({ openapi: z.string() }) },
  refuses: [],
  handle: ({ build }) => answer.ok(readDocument(build.version)),
}

let document: Record<string, unknown> | undefined

/** Rendered once: it takes longer than any other answer and never changes while the instance runs. */
function readDocument(version: string): Record<string, unknown> {
  document ??= makeOpenApi(version, { signed: signedOperations, open: openOperations })
  return document
}

export const openOperations: readonly OpenOperation[] = [
  healthOperation,
  readyOperation,
  versionOperation,
  documentOperation,
  ...clockOperations,
  ...clientOperations,
]
