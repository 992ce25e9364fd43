// What is answered without a signature: whether the platform lives, which build it is, and what it offers.
import { z } from 'zod'
import { readStream } from '../../service/event-stream.ts'
import { Refusal } from '../../service/refusal.ts'
import type { Platform } from '../../service/scope.ts'
import { findCredential } from '../../store/credentials.ts'
import { makeOpenApi } from '../openapi.ts'
import { answer, type BuildIdentity, type OpenOperation } from '../operation.ts'
import { clientOperations } from './client-operations.ts'
import { clockOperations } from './clock-operations.ts'
import { platformOperations } from './platform-operations.ts'
import { signedOperations } from './signed-operations.ts'
import { troubleOperations } from './trouble-operations.ts'

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
  summary:
    'Whether the instance can serve: it lives, reaches its store, and for the client named in X-EES-AUTH-CLIENT-ID whatever else its changes need.',
  responses: { 200: z.object({ status: z.literal('ready') }) },
  refuses: ['NOT_READY'],
  handle: ({ platform, headers }) => {
    if (!platform.faults.has('ready-blindly')) requireReady(platform, headers['x-ees-auth-client-id'])
    return answer.ok({ status: 'ready' })
  },
}

function requireReady({ store }: Platform, clientId: unknown): void {
  const credential = reachStore(() => findCredential(store, typeof clientId === 'string' ? clientId : ''))
  if (credential && readStream(store, credential.tenant).state === 'down') throw new Refusal('NOT_READY')
}

function reachStore<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw new Refusal('NOT_READY', [], { cause: error })
  }
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
    const version = spoilVersion(platform, build)
    return answer.ok({ ...build, version, ...(isClient ? { release: version } : {}) })
  },
}

/** The fault has one instance left behind by a release. */
function spoilVersion({ faults }: Platform, { version, instance }: BuildIdentity): string {
  return faults.has('version-differs') && instance === 'instance-1' ? `${version}-rc.1` : version
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
  ...troubleOperations,
  ...platformOperations,
]
