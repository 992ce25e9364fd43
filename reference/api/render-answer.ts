// Every answer leaves here, so that all of them carry a call id, the same content type and the same form of error.
import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../service/refusal.ts'
import type { Answer } from './operation.ts'

const gzipFromBytes = 1024

export function makeErrorAnswer(refusal: Refusal): Answer {
  const details = refusal.details.length > 0 ? { details: refusal.details } : {}
  return {
    status: refusal.status,
    body: { errorCode: refusal.code, errorMessage: refusal.message, ...details },
    ...(refusal.retryAfterSeconds === null
      ? {}
      : { headers: { 'retry-after': String(refusal.retryAfterSeconds) } }),
  }
}

/** Sends an answer: JSON, zipped where the caller can read it and it is worth it, or nothing at all. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  void reply.code(answer.status).headers(answer.headers ?? {})
  if (answer.hasCallId ?? true) void reply.header('X-EES-CALLED-UNIQUE-ID', randomUUID())
  if (answer.body === null) return reply.send()
  const text = Buffer.from(JSON.stringify(answer.body))
  void reply.header('content-type', 'application/json;charset=utf-8').header('vary', 'accept-encoding')
  const isZipped = text.length >= gzipFromBytes && acceptsGzip(request.headers['accept-encoding'])
  if (!isZipped) return reply.send(text)
  return reply.header('content-encoding', 'gzip').send(gzipSync(text))
}

function acceptsGzip(header: string | string[] | undefined): boolean {
  return /(?:^|,)\s*gzip\s*(?:,|;(?!\s*q=0(?:\.0*)?\s*(?:,|$))|$)/i.test(String(header ?? ''))
}
