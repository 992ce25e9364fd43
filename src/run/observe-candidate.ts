// The system under test is asked what it is, on every endpoint and for every tenant, when a run starts and when it
// ends: results count only for the build that gave them.
import type { Target } from '../release/target.ts'
import type { Tenant } from '../release/tenant.ts'
import type { Observation } from './seal.ts'

const timeoutMs = 10_000

/** Asks all at once. An endpoint that does not answer properly is an observation with an error, never a gap. */
export async function observeCandidate(target: Target, tenants: readonly Tenant[]): Promise<Observation[]> {
  const questions = tenants.flatMap((tenant) =>
    tenant.services.flatMap((service) => {
      const base = target.services[service]
      return base === undefined ? [] : [{ service, tenant, url: makeUrl({ base, target, tenant }) }]
    }),
  )
  return Promise.all(questions.map((question) => observe(question, target)))
}

type Question = { readonly service: string; readonly tenant: Tenant; readonly url: string }

/** `identity.url` is a path from the root of the service's host, or a whole URL. */
function makeUrl({ base, target, tenant }: { base: string; target: Target; tenant: Tenant }): string {
  return new URL(fill(target.identity.url, tenant), fill(base, tenant)).href
}

/** `{tenant.id}` and `{tenant.clientId}` → the tenant's own. */
export function fill(text: string, tenant: Tenant): string {
  return text.replaceAll('{tenant.id}', tenant.id).replaceAll('{tenant.clientId}', tenant.clientId)
}

async function observe({ service, tenant, url }: Question, { identity }: Target): Promise<Observation> {
  const place = { service, tenant: tenant.id, url }
  try {
    const headers = Object.entries(identity.headers).map(
      ([name, value]) => [name, fill(value, tenant)] as const,
    )
    const response = await fetch(url, {
      headers: Object.fromEntries(headers),
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) return { ...place, version: null, digest: null, error: `status ${response.status}` }
    return { ...place, ...readIdentity(await response.json(), identity) }
  } catch (error) {
    return { ...place, version: null, digest: null, error: describe(error) }
  }
}

function readIdentity(
  body: unknown,
  { version, digest }: Target['identity'],
): Pick<Observation, 'version' | 'digest' | 'error'> {
  const found = {
    version: readPath(body, version),
    digest: digest === undefined ? null : readPath(body, digest),
  }
  const lacking = [found.version === null ? version : null, digest && found.digest === null ? digest : null]
  const missing = lacking.filter((path) => path !== null && path !== undefined)
  return { ...found, error: missing.length > 0 ? `no ${missing.join(' and no ')} in the answer` : null }
}

/** `$.a.b` → the text or number there; null if there is none, or one that names no build. */
function readPath(body: unknown, path: string): string | null {
  const keys = path
    .replace(/^\$\.?/, '')
    .split('.')
    .filter(Boolean)
  const found = keys.reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
  }, body)
  const text = typeof found === 'string' || typeof found === 'number' ? String(found) : ''
  return text.trim() === '' ? null : text
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
