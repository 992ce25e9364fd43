// One question and its answer, as it is kept for whoever has to find out why a scenario failed. Most scenarios pass, and
// what they said is forgotten; so secrets are covered where it is written down, and nowhere before.
import type { Redactor } from './redactor.ts'

export type Exchange = {
  /** What was asked for, in the contract's words. */
  readonly operation: string
  readonly tenant: string
  readonly method: string
  readonly url: string
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly requestBody: string
  /** Null when no answer came; `error` then says why. */
  readonly status: number | null
  readonly responseHeaders: Readonly<Record<string, string>>
  readonly responseBody: string
  readonly tookMs: number
  readonly error: string
}

const longestBody = 20_000

/** All of them as text, newest first: what led to a failure is what happened last. */
export function renderExchanges(exchanges: readonly Exchange[], redactor: Redactor): string {
  const numbered = exchanges.map((exchange, index) => renderExchange(cover(exchange, redactor), index + 1))
  return numbered.toReversed().join('\n\n')
}

function cover(exchange: Exchange, redactor: Redactor): Exchange {
  return {
    ...exchange,
    url: redactor.url(new URL(exchange.url)),
    requestHeaders: redactor.headers(exchange.requestHeaders),
    requestBody: redactor.body(exchange.requestBody),
    responseHeaders: redactor.headers(exchange.responseHeaders),
    responseBody: redactor.body(exchange.responseBody),
  }
}

function renderExchange(exchange: Exchange, number: number): string {
  const { operation, tenant, method, url, status, tookMs, error } = exchange
  const outcome = status === null ? `no answer: ${error}` : `${status} after ${tookMs} ms`
  return [
    `${number}. ${operation} for ${tenant}: ${method} ${url} → ${outcome}`,
    `Repeat it: ${renderCommand(exchange)}`,
    ...renderHeaders('>', exchange.requestHeaders),
    ...renderBody('>', exchange.requestBody),
    ...renderHeaders('<', exchange.responseHeaders),
    ...renderBody('<', exchange.responseBody),
  ].join('\n')
}

/** They say how a connection is kept, and nothing of what was asked. */
const transportHeaders = new Set([
  'connection',
  'keep-alive',
  'date',
  'vary',
  'content-length',
  'transfer-encoding',
])

function renderHeaders(sign: string, headers: Exchange['requestHeaders']): string[] {
  return Object.entries(headers)
    .filter(([name]) => !transportHeaders.has(name.toLowerCase()))
    .map(([name, value]) => `${sign} ${name}: ${value}`)
}

function renderBody(sign: string, body: string): string[] {
  if (body === '') return []
  const shown = body.length > longestBody ? `${body.slice(0, longestBody)}…\n${body.length} characters` : body
  return shown.split('\n').map((line) => `${sign} ${line}`)
}

/** A curl command that signs anew: hashes are secret, so whoever repeats it brings the secret along. */
function renderCommand({ method, url, tenant, requestHeaders, requestBody }: Exchange): string {
  const prefix = tenant.toUpperCase().replaceAll('-', '_')
  const body = compact(requestBody)
  const { pathname, search } = new URL(url)
  const isSigned = Object.keys(requestHeaders).some((name) => name.toLowerCase() === 'x-ees-auth-hash')
  const signature = `$(printf %s ${quote(`${pathname}${search}${body}`)}"$${prefix}_SECRET" | sha256sum | cut -d' ' -f1)`
  const signed = [`-H "X-EES-AUTH-CLIENT-ID: $${prefix}_CLIENT_ID"`, `-H "X-EES-AUTH-HASH: ${signature}"`]
  return [
    `curl -sS -X ${method} ${quote(url)}`,
    ...(isSigned ? signed : []),
    ...(body === '' ? [] : [`-H 'Content-Type: application/json' -d ${quote(body)}`]),
  ].join(' ')
}

/** JSON on one line; any other text as it is. */
function compact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    // No JSON: it is repeated as it was sent.
    return text
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
