// A tenant's client of the API: it signs, sends, records, and holds every answer against the contract, not only where a
// step says so.
import { AssertionError } from 'node:assert'
import type { z } from 'zod'
import { errorBody, type ErrorBody } from '../contracts/fields.ts'
import type { Operation } from '../contracts/operation.ts'
import type { Tenant } from '../settings.ts'
import { renderRefusal, type Conversation } from './conversation.ts'
import type { Exchange } from './exchange.ts'
import { sendRequest, targetOf, type HttpAnswer, type HttpRequest } from './http-client.ts'
import { signRequest } from './sign-request.ts'
import { shorten } from '../shorten.ts'

export type Input = {
  /** Values of `{name}` in the path. */
  readonly path?: Readonly<Record<string, string>>
  /** As text it is sent as it is spelt. */
  readonly query?: Readonly<Record<string, string | readonly string[]>> | string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export type Answer<Body> =
  | { readonly ok: true; readonly status: number; readonly body: Body }
  | { readonly ok: false; readonly status: number; readonly error: ErrorBody }

/** A request that is sent as it stands, where signing or its bytes are what a scenario is about. */
export type RawRequest = {
  readonly name: string
  readonly method: string
  /** Path and query. */
  readonly target: string
  /** Which of the tenant's services; the wallet unless told otherwise. */
  readonly service?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly isChunked?: boolean
}

export class ApiClient {
  readonly tenant: Tenant
  readonly #conversation: Conversation

  constructor(tenant: Tenant, conversation: Conversation) {
    this.tenant = tenant
    this.#conversation = conversation
  }

  /** Does it; a refusal fails the step. */
  async call<Body>(operation: Operation<Body>, input: Input = {}): Promise<Body> {
    const answer = await this.probe(operation, input)
    if (answer.ok) return answer.body
    const message = renderRefusal({ operation: operation.name, ...answer })
    throw new AssertionError({ message })
  }

  /** Tries it; a refusal is for a later step to ask about. */
  async attempt<Body>(operation: Operation<Body>, input: Input = {}): Promise<Answer<Body>> {
    const answer = await this.probe(operation, input)
    if (!answer.ok) this.#conversation.remember({ operation: operation.name, ...answer })
    return answer
  }

  /** Asks and hands over whatever comes, for steps that compare answers. */
  async probe<Body>(operation: Operation<Body>, input: Input = {}): Promise<Answer<Body>> {
    this.#conversation.requireNoRefusal()
    const body = input.body === undefined ? '' : JSON.stringify(input.body)
    const url = addQuery(this.locate(fillPath(operation.path, input), operation.service), input)
    const answer = await this.#exchange(operation.name, {
      method: operation.method,
      url,
      headers: { ...this.sign(targetOf(url), body), ...input.headers },
      body,
    })
    return readAnswer(operation, answer)
  }

  /** Sends a request exactly as it is given; without a hash of its own unless it brings one. */
  async send({ name, target, service = 'wallet', ...request }: RawRequest): Promise<HttpAnswer> {
    this.#conversation.requireNoRefusal()
    return this.#exchange(name, { ...request, url: this.locate(target, service) })
  }

  /** The same, where the answer is held against the contract and a refusal is for a later step to ask about. */
  async attemptRaw(request: RawRequest): Promise<HttpAnswer> {
    const answer = await this.send(request)
    const { status, headers, text } = answer
    const asked = { operation: request, status }
    if (!headers['x-ees-called-unique-id']) throw brokenContract(asked, ['no call id'])
    if (status < 400) return answer
    const error = read(errorBody, parseText(text), asked)
    this.#conversation.remember({ operation: request.name, status, error })
    return answer
  }

  /** Where a path of a service is for this tenant. */
  locate(target: string, service: string): URL {
    const base = this.tenant.urls[service] ?? Object.values(this.tenant.urls)[0] ?? ''
    return new URL(`${base.replace(/\/$/, '')}${target}`)
  }

  /** The headers by which the platform knows that the request is the tenant's. */
  sign(target: string, body: string): Record<string, string> {
    const { clientId, secret } = this.tenant
    return {
      'X-EES-AUTH-CLIENT-ID': clientId,
      'X-EES-AUTH-HASH': signRequest({ target, body, secret }),
      ...(body === '' ? {} : { 'Content-Type': 'application/json' }),
    }
  }

  async #exchange(operation: string, request: HttpRequest): Promise<HttpAnswer> {
    const answer = await this.#ask(operation, request)
    await this.#holdAgainstDocument(operation, request, answer)
    return answer
  }

  async #ask(operation: string, request: HttpRequest): Promise<HttpAnswer> {
    const startMs = performance.now()
    const asked = this.#describe(operation, request)
    try {
      const answer = await sendRequest(request)
      this.#conversation.exchanges.push({ ...asked, ...describeAnswer(answer) })
      return answer
    } catch (error) {
      const tookMs = Math.round(performance.now() - startMs)
      const reason = error instanceof Error ? error.message : String(error)
      this.#conversation.exchanges.push({ ...asked, ...noAnswer, tookMs, error: reason })
      throw new Error(`${operation} got no answer: ${reason}`, { cause: error })
    }
  }

  /** The second contract: what the platform says of itself. */
  async #holdAgainstDocument(
    operation: string,
    { method, url }: HttpRequest,
    answer: HttpAnswer,
  ): Promise<void> {
    const contract = await this.#conversation.contract()
    if (!contract) return
    const { status, headers, text } = answer
    const contentType = headers['content-type'] ?? ''
    const recognised = contract.recognise({ method, path: url.pathname, status, contentType, text })
    this.#conversation.coverage.add({ ...recognised, method, status, tenant: this.tenant.id })
    if (recognised.problems.length > 0)
      throw brokenContract({ operation: { name: operation }, status }, recognised.problems)
  }

  #describe(operation: string, { method, url, headers, body }: HttpRequest) {
    const { id: tenant } = this.tenant
    return { operation, tenant, method, url: url.href, requestHeaders: headers, requestBody: String(body) }
  }
}

function describeAnswer({ status, headers, text, tookMs }: HttpAnswer) {
  return { status, responseHeaders: headers, responseBody: text, tookMs, error: '' }
}

const noAnswer = { status: null, responseHeaders: {}, responseBody: '' } satisfies Partial<Exchange>

function fillPath(path: string, { path: values = {} }: Input): string {
  return path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}

function addQuery(base: URL, { query = {} }: Input): URL {
  const url = new URL(base)
  if (typeof query === 'string') url.search = query
  for (const [name, value] of Object.entries(typeof query === 'string' ? {} : query)) {
    for (const one of [value].flat()) url.searchParams.append(name, one)
  }
  return url
}

/** What came, held against the contract. An answer that breaks it fails the step, whatever it was asked for. */
function readAnswer<Body>(operation: Operation<Body>, { status, headers, text }: HttpAnswer): Answer<Body> {
  const asked = { operation, status }
  if (!headers['x-ees-called-unique-id']) throw brokenContract(asked, ['no call id'])
  if (status >= 400) return { ok: false, status, error: read(errorBody, parseText(text), asked) }
  if (!operation.success.includes(status)) {
    throw brokenContract(asked, [`expected status ${operation.success.join(' or ')}`])
  }
  return { ok: true, status, body: read(operation.answer, parseText(text), asked) }
}

type Asked = { readonly operation: Pick<Operation<unknown>, 'name'>; readonly status: number }

function read<T>(schema: z.ZodType<T>, value: unknown, asked: Asked): T {
  const found = schema.safeParse(value, { reportInput: true })
  // The answer itself, with what the contract does not speak of: some of it has to be sent back as it came.
  if (found.success) return value as T
  throw brokenContract(asked, found.error.issues.map(renderIssue))
}

function renderIssue(issue: z.core.$ZodIssue): string {
  const received = issue.input === undefined ? 'nothing' : shorten(JSON.stringify(issue.input), longestShown)
  return `${issue.path.join('.') || 'body'}: ${issue.message}, received ${received}`
}

const longestShown = 80

function brokenContract({ operation, status }: Asked, issues: readonly string[]): AssertionError {
  const message = `The answer of ${operation.name} (${status}) breaks its contract: ${issues.join('; ')}`
  return new AssertionError({ message })
}

function parseText(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    // Whatever it is, it is not what the contract promises, and the schema will say so.
    return text
  }
}
