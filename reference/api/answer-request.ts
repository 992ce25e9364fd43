// One way through for every request: who is it, may they, what do they say, do it, and hold the answer against its own
// schema before it goes out.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { loseField } from '../faults/lose-field.ts'
import { Refusal } from '../service/refusal.ts'
import { openScope, type Platform } from '../service/scope.ts'
import type { Answer, BuildIdentity, OpenOperation, Operation } from './operation.ts'
import { parseBody, readInput } from './read-input.ts'
import { makeErrorAnswer, sendAnswer } from './render-answer.ts'
import { authenticate } from './signature.ts'

export type Instance = { readonly platform: Platform; readonly build: BuildIdentity }

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

export function makeSignedHandler({ platform }: Instance, operation: Operation): Handler {
  return async (request, reply) => {
    const tenant = authenticateRequest(platform, request)
    if (!tenant.services.includes(operation.service)) throw new Refusal('SERVICE_NOT_AVAILABLE')
    const body = operation.bodySchema ? parseBody(readBytes(request)) : undefined
    const { params: path, query, headers } = request
    const input = readInput(operation, { path, query, headers, body })
    const scope = openScope(platform, tenant, operation.service === 'pos' ? 'POS' : 'API')
    const answer = makeContractAnswer(operation, await operation.handle(scope, input))
    const isLossy = platform.faults.has('field-lost')
    return sendAnswer(
      request,
      reply,
      isLossy ? { ...answer, body: loseField(answer.body, 'balancesAfter') } : answer,
    )
  }
}

export function makeOpenHandler(instance: Instance, operation: OpenOperation): Handler {
  return async (request, reply) => {
    const { query, headers, params } = request
    const body = parseBody(readBytes(request))
    const context = { ...instance, query, headers, path: params, body } as Parameters<
      OpenOperation['handle']
    >[0]
    return sendAnswer(request, reply, makeContractAnswer(operation, operation.handle(context)))
  }
}

/** What is not there is told only to those who may ask. */
export function makeUnknownHandler({ platform }: Instance): Handler {
  return async (request) => {
    authenticateRequest(platform, request)
    throw new Refusal('ROUTE_NOT_FOUND')
  }
}

/** What the framework cannot even route; not told to strangers either. Its body has not been read. */
export function answerUnroutable(instance: Instance, request: FastifyRequest, reply: FastifyReply) {
  return (error: unknown): FastifyReply => {
    try {
      authenticateRequest(instance.platform, request)
    } catch (refusal) {
      return answerError(instance, request, reply)(refusal)
    }
    return answerError(instance, request, reply)(error)
  }
}

export function answerError(instance: Instance, request: FastifyRequest, reply: FastifyReply) {
  return (error: unknown): FastifyReply => {
    const refusal = makeRefusal(error)
    if (refusal.code === 'U') process.stderr.write(`${renderBug(error)}\n`)
    const isLeaky = refusal.code === 'MALFORMED_JSON' && instance.platform.faults.has('error-internals')
    return sendAnswer(request, reply, isLeaky ? makeLeakyAnswer(error) : makeErrorAnswer(refusal))
  }
}

function authenticateRequest(platform: Platform, request: FastifyRequest) {
  return authenticate(platform.store, platform.faults, {
    target: request.raw.url ?? '',
    body: readBytes(request),
    clientId: request.headers['x-ees-auth-client-id'],
    hash: request.headers['x-ees-auth-hash'],
  })
}

function readBytes(request: FastifyRequest): Uint8Array {
  return request.body instanceof Uint8Array ? request.body : new Uint8Array()
}

/** What goes out is what the document says goes out: unknown fields are dropped, a missing one is our bug. */
function makeContractAnswer(operation: Pick<Operation, 'operationId' | 'responses'>, answer: Answer): Answer {
  const schema = operation.responses[answer.status]
  if (schema === undefined)
    throw new Error(`${operation.operationId} answers ${answer.status}, which it does not declare`)
  return schema === null ? answer : { ...answer, body: schema.parse(answer.body) }
}

function makeRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
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
