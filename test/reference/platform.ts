// The real platform with real instances behind its balancer, and clients of its tenants that hold every answer against
// the published document.
import { gunzipSync } from 'node:zlib'
import { parseFlags } from '../../reference/parse-flags.ts'
import { startPlatform, type RunningPlatform } from '../../reference/start-platform.ts'
import type { ErrorBody } from './answers.ts'
import { listBreaches, type Document } from './contract.ts'
import { signedRequest, type Call, type Client, type Reply } from './signed-request.ts'

export type TenantName = 'maple' | 'cedar' | 'lotus'

export type Outcome<Body> = {
  readonly status: number
  readonly body: Body
  readonly callId: string
  readonly retryAfter: string | null
}

export type Api = Client & {
  /** Asks and hands over whatever comes. Its shape is held against the document; the caller names what it reads of it. */
  readonly ask: <Body>(method: string, target: string, body?: unknown) => Promise<Outcome<Body>>
  /** Asks for what must be done, and hands over its body. */
  readonly do: <Body>(method: string, target: string, body?: unknown) => Promise<Body>
  /** Asks for what must be refused, and hands over `409 CODE`. */
  readonly refusal: (method: string, target: string, body?: unknown) => Promise<string>
}

export type Platform = RunningPlatform & {
  readonly api: (tenant: TenantName) => Api
  readonly document: Document
  /** Signs a request that is more than method, target and body. */
  readonly send: <Body>(client: Client, call: Call) => Promise<Outcome<Body>>
  /** The tests' own controls, unsigned. */
  readonly control: <Body>(method: string, target: string, body?: unknown) => Promise<Outcome<Body>>
}

export async function openPlatform(...args: string[]): Promise<Platform> {
  const running = await startPlatform(parseFlags(args))
  const { url } = running.ready
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as Document
  const api = (tenant: TenantName) => makeApi(document, findClient(running, tenant))
  return {
    ...running,
    document,
    api,
    send: async <Body>(client: Client, call: Call) => readReply<Body>(await signedRequest(client, call)),
    control: async <Body>(method: string, target: string, body?: unknown) => {
      const call = { method, target, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
      return readReply<Body>(await signedRequest({ url, clientId: '', secret: '' }, call))
    },
  }
}

export function findClient({ ready }: RunningPlatform, tenant: TenantName): Client {
  const prefix = tenant.toUpperCase()
  const { [`${prefix}_CLIENT_ID`]: clientId = '', [`${prefix}_SECRET`]: secret = '' } = ready.environment
  return { url: ready.url, clientId, secret }
}

/** Without a document nothing is held against it: for platforms that are broken on purpose. */
export function makeApi(document: Document | null, client: Client): Api {
  const ask = async <Body>(method: string, target: string, body?: unknown): Promise<Outcome<Body>> => {
    const text = body === undefined ? '' : JSON.stringify(body)
    const outcome = readReply<Body>(await signedRequest(client, { method, target, body: text }))
    const breaches = document ? listBreaches(document, { method, target }, outcome) : []
    if (breaches.length > 0) throw new Error(breaches.join('; '))
    return outcome
  }
  return {
    ...client,
    ask,
    do: async <Body>(...call: [method: string, target: string, body?: unknown]) => {
      const { status, body } = await ask<Body>(...call)
      if (status < 300) return body
      throw new Error(`${call[0]} ${call[1]} was refused: ${status} ${JSON.stringify(body)}`)
    },
    refusal: async (...call) => {
      const { status, body } = await ask<ErrorBody | null>(...call)
      return `${status} ${body?.errorCode ?? ''}`
    },
  }
}

export function readReply<Body>({ status, headers, bytes }: Reply): Outcome<Body> {
  const text = headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes
  const body: unknown = text.length === 0 ? null : JSON.parse(text.toString('utf8'))
  const callId = String(headers['x-ees-called-unique-id'] ?? '')
  return { status, body: body as Body, callId, retryAfter: headers['retry-after'] ?? null }
}
