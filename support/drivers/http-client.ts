// HTTP over connections that stay open. It sends exactly the bytes it is given, follows nothing and judges nothing:
// every status is an answer.
import { create as createClient } from 'axios'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { Readable } from 'node:stream'
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

const client = createClient({
  httpAgent: new HttpAgent(connections),
  httpsAgent: new HttpsAgent(connections),
  timeout: longestAnswerMs,
  maxRedirects: 0,
  proxy: false,
  // Taken as it came, so that a scenario can see whether it came compressed.
  responseType: 'arraybuffer',
  decompress: false,
  validateStatus: () => true,
  transformRequest: (data: unknown) => data,
  transformResponse: (data: unknown) => data,
})

/** What of a URL goes over the wire, and is signed. */
export function targetOf({ pathname, search }: URL): string {
  return `${pathname}${search}`
}

/** Sends a request and waits for its whole answer. Throws where there is none. */
export async function sendRequest({
  method,
  url,
  headers,
  body,
  isChunked = false,
}: HttpRequest): Promise<HttpAnswer> {
  const startMs = performance.now()
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const response = await client.request<Buffer>({
    method,
    url: url.href,
    headers: { 'user-agent': 'airlock', 'accept-encoding': 'gzip', ...headers },
    ...(bytes.length > 0 && { data: isChunked ? cutIntoChunks(bytes) : bytes }),
  })
  const entries = Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), String(value)])
  const answered = Object.fromEntries(entries) as Record<string, string>
  return {
    status: response.status,
    headers: answered,
    text: decode(response.data, answered['content-encoding']).toString('utf8'),
    tookMs: Math.round(performance.now() - startMs),
    isReused: (response.request as { readonly reusedSocket?: boolean } | undefined)?.reusedSocket === true,
  }
}

function decode(data: Buffer, encoding: string | undefined): Buffer {
  return encoding === 'gzip' ? gunzipSync(data) : data
}

function cutIntoChunks(bytes: Uint8Array): Readable {
  const middle = Math.ceil(bytes.length / 2)
  return Readable.from([bytes.subarray(0, middle), bytes.subarray(middle)])
}
