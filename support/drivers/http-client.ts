// HTTP over connections that stay open. It sends exactly the bytes it is given, follows nothing and judges nothing:
// every status is an answer.
import { Agent, request, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

export type HttpRequest = {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
  /** Sent in chunks and without a length. */
  readonly isChunked?: boolean
}

export type HttpAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly tookMs: number
  /** It came over a connection that had been used before. */
  readonly isReused: boolean
}

/** Longer than any healthy answer, shorter than the time a case may take. */
const longestAnswerMs = 10_000

/**
 * Only with a timeout of its own does an agent heed how long the server keeps a connection; without one it sends on
 * connections that the server is just closing.
 */
const connections = { keepAlive: true, timeout: longestAnswerMs + 2000 }

const agent = new Agent(connections)

/** What of a URL goes over the wire, and is signed. */
export function targetOf({ pathname, search }: URL): string {
  return `${pathname}${search}`
}

/** Sends a request and waits for its whole answer. Throws where there is none. */
export async function sendRequest(asked: HttpRequest, timeoutMs = longestAnswerMs): Promise<HttpAnswer> {
  const startMs = performance.now()
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const sent = await openRequest(asked, signal)
    const answer = await receive(sent, asked)
    const body = await buffer(answer)
    const headers = joinHeaders(answer)
    return {
      status: answer.statusCode ?? 0,
      headers,
      text: decode(body, headers['content-encoding']).toString('utf8'),
      tookMs: Math.round(performance.now() - startMs),
      isReused: sent.reusedSocket,
    }
  } catch (error) {
    if (!signal.aborted) throw error
    throw new Error(`nothing within ${timeoutMs / 1000} s`, { cause: error })
  }
}

async function openRequest(
  { method, url, headers }: HttpRequest,
  signal: AbortSignal,
): Promise<ClientRequest> {
  const options: RequestOptions = {
    method,
    headers: { 'user-agent': 'airlock', 'accept-encoding': 'gzip', ...headers },
    signal,
  }
  if (url.protocol === 'http:') return request(url, { ...options, agent })
  const secure = await openSecure()
  return secure.request(url, { ...options, agent: secure.agent })
}

/** TLS takes a while to load, and a platform that is tried on one's own machine has none. */
async function openSecure() {
  const https = await import('node:https')
  secureAgent ??= new https.Agent(connections)
  return { request: https.request, agent: secureAgent }
}
let secureAgent: Agent | undefined

async function receive(
  sent: ClientRequest,
  { body, isChunked = false }: HttpRequest,
): Promise<IncomingMessage> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const middle = Math.ceil(bytes.length / 2)
  if (isChunked) sent.setHeader('transfer-encoding', 'chunked').write(bytes.subarray(0, middle))
  else if (bytes.length > 0) sent.setHeader('content-length', bytes.length)
  return new Promise((resolve, reject) => {
    sent.on('response', resolve).on('error', reject)
    sent.end(isChunked ? bytes.subarray(middle) : bytes)
  })
}

function joinHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function decode(data: Buffer, encoding: string | undefined): Buffer {
  return encoding === 'gzip' ? gunzipSync(data) : data
}
