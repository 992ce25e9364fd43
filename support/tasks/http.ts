// Any service over HTTP, for teams that have no phrases of their own yet: requests as they are written in a scenario,
// values that are remembered from one answer for the next request.
import { nameStatus, targetOf, type HttpAnswer } from '../drivers/http-client.ts'
import { parseJsonPath, readAt } from '../json-path.ts'
import { defineKind } from '../memory.ts'
import { fillPath, fillText, type FindValue } from '../placeholders.ts'
import type { Tenant } from '../settings.ts'
import type { AirlockWorld } from '../world.ts'
import { shorten } from '../shorten.ts'

export type Call = { readonly method: string; readonly isSigned: boolean }
export type Address = { readonly path: string; readonly service: string | null }
export type Request = {
  readonly call: Call
  readonly address: Address
  readonly body?: string
  /** Whose request it is; the scenario's tenant unless told otherwise. */
  readonly tenant?: Tenant
}

type Headers = Readonly<Record<string, string>>
type Which = 'every' | 'next'

/** An answer, and what it is the answer to. */
export type Answered = HttpAnswer & { readonly name: string; readonly method: string; readonly path: string }

/** What was remembered, by the names that scenarios put into braces. */
export const values = defineKind<unknown>('value')
const headers = defineKind<Headers>('headers of requests')
const answers = defineKind<Answered>('answer')

/** What `{{name}}` stands for: something of the tenant, a word nobody else uses, or a value that was remembered. */
export function findValue(world: AirlockWorld, tenant: Tenant = world.tenant): FindValue {
  return (name) => {
    if (name === 'unique') return world.suffix
    const own = name.startsWith('tenant.')
      ? readAt(tenant, parseJsonPath(name.slice('tenant.'.length)))
      : undefined
    return own ?? world.memory.recall(values, name)
  }
}

/** Sends it and waits for its answer; one that says no is for a later step to ask about. */
export async function sendCall(world: AirlockWorld, request: Request): Promise<void> {
  const answer = await send(world, request)
  keepAnswer(world, answer)
  if (answer.status < 400) return
  const error = { errorCode: nameStatus(answer.status), errorMessage: shorten(answer.text) }
  world.conversation.remember({ operation: answer.name, status: answer.status, error })
}

export async function send(world: AirlockWorld, { call, address, ...request }: Request): Promise<Answered> {
  const tenant = request.tenant ?? world.tenant
  const api = world.apiOf(tenant)
  const find = findValue(world, tenant)
  const service = serviceOf(tenant, address)
  const path = fillPath(address.path, find)
  if (!path.startsWith('/')) throw new Error(`"${path}" is no path; it begins with "/".`)
  const target = targetOf(api.locate(path, service))
  const body = fillText(request.body ?? '', find)
  // It stands in every message about the answer.
  const name = world.conversation.redactor.text(`${call.method} ${path}`)
  const answer = await api.send({
    name,
    method: call.method,
    target: path,
    service,
    body,
    headers: {
      ...contentType(body),
      ...(call.isSigned && api.sign(target, body)),
      ...fillHeaders(world, find),
    },
  })
  return { ...answer, name, method: call.method, path: target.replace(/\?.*/s, '') }
}

function serviceOf({ id, urls }: Tenant, { service }: Address): string {
  const names = Object.keys(urls)
  const name = service ?? names[0] ?? ''
  if (names.includes(name)) return name
  throw new Error(`The tenant ${id} has no service "${name}"; it has ${names.join(', ') || 'none'}.`)
}

function contentType(body: string): Headers {
  return body === '' ? {} : { 'Content-Type': 'application/json' }
}

function fillHeaders(world: AirlockWorld, find: FindValue): Headers {
  const written = { ...headersFor(world, 'every'), ...headersFor(world, 'next') }
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, fillText(value, find)]))
}

function headersFor({ memory }: AirlockWorld, which: Which): Headers {
  return memory.has(headers, which) ? memory.recall(headers, which) : {}
}

/** Headers of the next request only, or of all that follow in the scenario, beside those that were said before. */
export function addHeaders(world: AirlockWorld, which: Which, written: Headers): void {
  world.memory.keep(headers, which, { ...headersFor(world, which), ...written })
}

/** The request is over; what was said of it alone is forgotten. */
export function keepAnswer(world: AirlockWorld, answer: Answered): void {
  world.memory.keep(answers, 'last', answer)
  world.memory.keep(headers, 'next', {})
}

/** The answer to the last request. */
export function lastAnswer(world: AirlockWorld): Answered {
  return world.memory.recall(answers, 'last')
}
