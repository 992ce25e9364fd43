// The front door: hands each request to the next instance, untouched. The raw target and the raw bytes are what clients
// sign, so nothing here may decode, normalise or rewrite them.
import { Agent, request as openRequest, type IncomingMessage, type ServerResponse } from 'node:http'

import { makeOwing, type Backend, type Owing } from './owing.ts'

export type Balancer = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
  readonly add: (backend: Backend) => void
  /** Sends it nothing more, and waits for the answers it still owes. */
  readonly retire: (backend: Backend) => Promise<void>
  readonly close: () => void
}

/** Shorter than an instance keeps its side open. */
const idleMs = 4000
const maxBodyBytes = 1024 * 1024

/** A round-robin balancer. An instance that refuses the connection is passed over; nothing else is ever sent twice. */
export function makeBalancer(): Balancer {
  const agent = new Agent({ keepAlive: true, timeout: idleMs, maxSockets: 256 })
  const owing = makeOwing()
  let backends: readonly Backend[] = []
  let turn = 0
  /** Asked again for each try: a backend may have been let go while the request was read. */
  const listNext = (): readonly Backend[] => {
    turn = (turn + 1) % Math.max(1, backends.length)
    return [...backends.slice(turn), ...backends.slice(0, turn)]
  }
  return {
    handle: (request, response) => {
      const exchange = { request, response, agent, owing, listNext }
      forward(exchange).catch((error: unknown) => failGateway(response, error))
    },
    add: (backend) => {
      backends = [...backends, backend]
    },
    retire: async (backend) => {
      backends = backends.filter((other) => other.url !== backend.url)
      await owing.waitForNone(backend)
    },
    close: () => agent.destroy(),
  }
}

type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly agent: Agent
  readonly owing: Owing
  readonly listNext: () => readonly Backend[]
}

async function forward(exchange: Exchange): Promise<void> {
  // Held whole, because a refused connection means the same bytes must go to the next instance.
  const body = await readBody(exchange.request)
  if (body === null) return answerError(exchange.response, { status: 413, code: 'BODY_TOO_LARGE' })
  const tried = new Set<string>()
  const findNext = () => exchange.listNext().find(({ url }) => !tried.has(url))
  for (let backend = findNext(); backend; backend = findNext()) {
    tried.add(backend.url)
    const end = exchange.owing.begin(backend)
    const isAnswered = await tryBackend(exchange, backend, body).finally(end)
    if (isAnswered) return
  }
  answerError(exchange.response, { status: 503, code: 'NOT_READY' })
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= maxBodyBytes) chunks.push(chunk)
  }
  return bytes > maxBodyBytes ? null : Buffer.concat(chunks)
}

/** False when the instance is not there; any later failure is thrown, since the work may have been done. */
function tryBackend(exchange: Exchange, backend: Backend, body: Buffer): Promise<boolean> {
  const { hostname, port } = new URL(backend.url)
  const { request, response, agent } = exchange
  return new Promise((resolve, reject) => {
    const upstream = openRequest({
      hostname,
      port,
      agent,
      method: request.method,
      path: request.url,
      setHost: false,
      headers: makeUpstreamHeaders(request, body),
    })
    // Whoever asked has gone: nobody waits for this answer any more, and nothing may wait for it here.
    response.once('close', () => upstream.destroy())
    upstream.once('error', (error) => (isRefused(error) ? resolve(false) : reject(error)))
    upstream.once('close', () => reject(new Error('the answer broke off')))
    upstream.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, makeDownstreamHeaders(answer))
      answer.pipe(response)
      answer.once('error', reject)
      answer.once('end', () => resolve(true))
    })
    upstream.end(body)
  })
}

function isRefused(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNREFUSED'
}

/** They belong to one connection and are not passed on. */
const hopHeaders = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'upgrade',
  'te',
  'expect',
])

function makeUpstreamHeaders(request: IncomingMessage, body: Buffer): string[] {
  const isSecure = 'encrypted' in request.socket
  // Whatever a client says of it itself is not believed.
  const kept = [...keepHeaders(request, forwarded), forwarded, isSecure ? 'https' : 'http']
  const hasBody = body.length > 0 || request.headers['content-length'] !== undefined
  return hasBody ? [...kept, 'content-length', String(body.length)] : kept
}

function makeDownstreamHeaders(answer: IncomingMessage): string[] {
  const length = answer.headers['content-length']
  return length === undefined ? keepHeaders(answer) : [...keepHeaders(answer), 'content-length', length]
}

const forwarded = 'x-forwarded-proto'

function keepHeaders(message: IncomingMessage, dropped?: string): string[] {
  const kept: string[] = []
  for (let index = 0; index + 1 < message.rawHeaders.length; index += 2) {
    const [name = '', value = ''] = message.rawHeaders.slice(index, index + 2)
    const lower = name.toLowerCase()
    if (!hopHeaders.has(lower) && lower !== dropped) kept.push(name, value)
  }
  return kept
}

function failGateway(response: ServerResponse, error: unknown): void {
  // The caller may itself have gone; then there is nobody to tell.
  if (response.headersSent || response.destroyed) {
    response.destroy(error instanceof Error ? error : undefined)
    return
  }
  answerError(response, { status: 502, code: 'INSTANCE_LOST' })
}

const messages = {
  BODY_TOO_LARGE: 'The body is too large.',
  NOT_READY: 'No instance answers.',
  INSTANCE_LOST: 'The instance was lost before it answered.',
} as const

function answerError(response: ServerResponse, error: { status: number; code: keyof typeof messages }): void {
  const body = JSON.stringify({ errorCode: error.code, errorMessage: messages[error.code] })
  response.writeHead(error.status, {
    'content-type': 'application/json;charset=utf-8',
    'x-ees-called-unique-id': crypto.randomUUID(),
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
