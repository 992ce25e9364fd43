// A client of the platform, written from the published description of its signing and apart from the platform's own
// code: one mistake must not stand in both. It sends exactly the target and the bytes that it signs.
import { createHash, randomUUID } from 'node:crypto'
import { request as openHttp, type Agent, type IncomingHttpHeaders } from 'node:http'
import { request as openHttps } from 'node:https'

export type Client = {
  readonly url: string
  readonly clientId: string
  readonly secret: string
  /** Connections that are kept; each request has one of its own where there is none. */
  readonly agent?: Agent
}

export type Call = {
  readonly method: string
  /** Path and query as they stand on the request line. */
  readonly target: string
  readonly body?: string
  /** Over and above the signing headers; null leaves one of those out. */
  readonly headers?: Readonly<Record<string, string | null>>
  /** The certificate of an https listener. */
  readonly certificate?: string
}

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly bytes: Buffer }

export function signTarget(target: string, body: string, secret: string): string {
  return createHash('sha256').update(`${target}${body}${secret}`, 'utf8').digest('hex')
}

export function signedRequest(client: Client, call: Call): Promise<Reply> {
  const { method, target, body = '' } = call
  const headers = Object.entries({
    'X-EES-AUTH-CLIENT-ID': client.clientId,
    'X-EES-AUTH-HASH': signTarget(target, body, client.secret),
    'X-EES-CALLER-UNIQUE-ID': randomUUID(),
    ...(body === '' ? {} : { 'Content-Type': 'application/json' }),
    ...call.headers,
  }).filter((header): header is [string, string] => header[1] !== null)
  return send(client, { ...call, method, headers: Object.fromEntries(headers) })
}

type Sent = Omit<Call, 'headers'> & { readonly headers: Record<string, string> }

function send(
  { url, agent }: Client,
  { method, target, body = '', headers, certificate }: Sent,
): Promise<Reply> {
  const { hostname, port, protocol } = new URL(url)
  const options = { hostname, port, method, path: target, headers, agent: agent ?? false }
  return new Promise((resolve, reject) => {
    const request = protocol === 'https:' ? openHttps({ ...options, ca: certificate }) : openHttp(options)
    request.once('error', reject)
    request.once('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        }),
      )
    })
    request.end(body)
  })
}
