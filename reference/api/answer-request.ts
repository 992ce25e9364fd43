// One way through for every request: who is it, may they, what do they say, do it, and hold the answer against its own
// schema before it goes out.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { spoilAnswer } from '../faults/spoil-answer.ts'
import { spoilQuery } from '../faults/spoil-query.ts'
import { countRequest } from '../service/rate-limit.ts'
import { Refusal } from '../service/refusal.ts'
import { openScope, type Platform } from '../service/scope.ts'
import { isStoreBusy } from '../store/open-store.ts'
import type { Controls } from './controls.ts'
import type { Answer, BuildIdentity, OpenOperation, Operation } from './operation.ts'
import { makeContractAnswer, performOperation } from './perform-operation.ts'
import { parseBody, readInput } from './read-input.ts'
import { makeErrorAnswer, sendAnswer } from './render-answer.ts'
import { authenticate, type Client } from './signature.ts'

export type Instance = {
  readonly platform: Platform
  readonly build: BuildIdentity
  /** What only a whole platform can do; an instance by itself cannot. */
  readonly controls?: Controls
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

export function makeSignedHandler({ platform, build }: Instance, operation: Operation): Handler {
  return async (request, reply) => {
    const { tenant, clientId } = admitRequest(platform, request)
    if (!tenant.services.includes(operation.service)) throw new Refusal('SERVICE_NOT_AVAILABLE')
    const body = operation.bodySchema ? parseBody(readBytes(request)) : undefined
    const { params: path, headers } = request
    const query = spoilQuery(platform.faults, request.query)
    const input = readInput(operation, { path, query, headers, body })
    const source = operation.service === 'pos' ? 'POS' : 'API'
    const scope = openScope(platform, tenant, { source, actor: clientId })
    const answer = await performOperation(scope, operation, {
      input,
      resource: request.raw.url ?? '',
      version: build.version,
      externalMessageId: readMessageId(headers),
    })
    return sendAnswer(request, reply, await spoilAnswer(platform.faults, operation, answer))
  }
}

export function makeOpenHandler(instance: Instance, operation: OpenOperation): Handler {
  return async (request, reply) => {
    const { query, headers, params } = request
    const body = parseBody(readBytes(request))
    const context = { ...instance, query, headers, path: params, body } as Parameters<
      OpenOperation['handle']
    >[0]
    return sendAnswer(request, reply, makeContractAnswer(operation, await operation.handle(context)))
  }
}

/** What is not there is told only to those who may ask. */
export function makeUnknownHandler({ platform }: Instance): Handler {
  return async (request) => {
    admitRequest(platform, request)
    throw new Refusal('ROUTE_NOT_FOUND')
  }
}

/** What the framework cannot even route; not told to strangers either. Its body has not been read. */
export function answerUnroutable(instance: Instance, request: FastifyRequest, reply: FastifyReply) {
  return (error: unknown): FastifyReply => {
    try {
      admitRequest(instance.platform, request)
    } catch (refusal) {
      return answerError(instance, request, reply)(refusal)
    }
    return answerError(instance, request, reply)(error)
  }
}

export function answerError({ platform }: Instance, request: FastifyRequest, reply: FastifyReply) {
  return (error: unknown): FastifyReply => {
    const refusal = makeRefusal(error)
    if (refusal.code === 'U') process.stderr.write(`${renderBug(error)}\n`)
    const isLeaky = refusal.code === 'MALFORMED_JSON' && platform.faults.has('error-internals')
    const hasCallId = !platform.faults.has('call-id-missing')
    const answer = isLeaky ? makeLeakyAnswer(error) : makeErrorAnswer(refusal)
    return sendAnswer(request, reply, { ...answer, hasCallId })
  }
}

/** Whose request it is, once it is known to be theirs and no more than they may ask. */
function admitRequest(platform: Platform, request: FastifyRequest): Client {
  const client = authenticate(platform, {
    target: request.raw.url ?? '',
    body: readBytes(request),
    clientId: request.headers['x-ees-auth-client-id'],
    hash: request.headers['x-ees-auth-hash'],
  })
  countRequest(platform, client.clientId, Date.now())
  return client
}

function readMessageId(headers: FastifyRequest['headers']): string | null {
  const id = headers['x-ees-messageid']
  return typeof id === 'string' ? id.slice(0, 255) : null
}

function readBytes(request: FastifyRequest): Uint8Array {
  return request.body instanceof Uint8Array ? request.body : new Uint8Array()
}

function makeRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (isStoreBusy(error)) return new Refusal('NOT_READY', [], { retryAfterSeconds: 1, cause: error })
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return new Refusal('BODY_TOO_LARGE')
  return new Refusal(status >= 400 && status < 500 ? 'INVALID_REQUEST' : 'U')
}

function renderBug(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function makeLeakyAnswer(error: unknown): Answer {
  const cause = error instanceof Error ? error.cause : undefined
  return { status: 500, body: { error: 'Internal Server Error', stack: renderBug(cause ?? error) } }
}
