// HTTP over connections that stay open. It sends exactly the bytes it is given, follows nothing and judges nothing:
// every status is an answer.
import type { Agent, ClientRequest, IncomingMessage } from 'node:http'
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

/** An import of this module reads all that it exports, and so loads the whole of `fetch`: 70 ms of each worker's start. */
const { Agent: PlainAgent, request, STATUS_CODES } = process.getBuiltinModule('node:http')

const agent = new PlainAgent(connections)

/** What a status is called (RFC 9110, section 15); nothing where it has no name. */
export function nameStatus(status: number): string {
  return STATUS_CODES[status] ?? ''
}

/** What of a URL goes over the wire, and is signed. */
export function targetOf({ pathname, search }: URL): string {
  return `${pathname}${search}`
}

/** Sends a request and waits for its whole answer. Throws where there is none. */
export async function sendRequest(asked: HttpRequest, timeoutMs = longestAnswerMs): Promise<HttpAnswer> {
  const startMs = performance.now()
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const { sent, answer } = await exchange(asked, { ...(await openTransport(asked.url)), signal })
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

type Transport = { readonly request: typeof request; readonly agent: Agent }

/** TLS takes a while to load, and a platform that is tried on one's own machine has none. */
async function openTransport({ protocol }: URL): Promise<Transport> {
  if (protocol === 'http:') return { request, agent }
  const https = await import('node:https')
  secureAgent ??= new https.Agent(connections)
  return { request: https.request, agent: secureAgent }
}
let secureAgent: Agent | undefined

type Exchange = { readonly sent: ClientRequest; readonly answer: IncomingMessage }

/** Whoever begins it listens at once: some connections fail before anybody could wait for them. */
function exchange(
  asked: HttpRequest,
  transport: Transport & { readonly signal: AbortSignal },
): Promise<Exchange> {
  const { method, url, body, isChunked = false } = asked
  const { agent: connection, signal } = transport
  const headers = { 'user-agent': 'airlock', 'accept-encoding': 'gzip', ...asked.headers }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const middle = Math.ceil(bytes.length / 2)
  return new Promise((resolve, reject) => {
    const sent = transport.request(url, { method, headers, signal, agent: connection })
    sent.on('response', (answer) => resolve({ sent, answer })).on('error', reject)
    if (isChunked) sent.setHeader('transfer-encoding', 'chunked').write(bytes.subarray(0, middle))
    else if (bytes.length > 0) sent.setHeader('content-length', bytes.length)
    sent.end(isChunked ? bytes.subarray(middle) : bytes)
  })
}

function joinHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function decode(data: Buffer, encoding: string | undefined): Buffer {
  // An answer to HEAD says how its body would be packed, and has none.
  return encoding === 'gzip' && data.length > 0 ? gunzipSync(data) : data
}
